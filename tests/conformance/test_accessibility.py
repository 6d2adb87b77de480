"""axe-core on every page: light and dark, wide and narrow; no violation, no error of a script, nothing to scroll sideways.

The kit's own script, given a few pages at a time: it takes a second for each page and mode.
"""

import subprocess

import pytest
from conformance import kit
from conformance.results import Book
from conformance.serving import Served

_SLICES = 24
_MODES = 4


@pytest.fixture(scope="module")
def judged(served: Served, book: Book) -> dict[str, bool]:
    """What was found of each page; written down once all are judged."""
    found: dict[str, bool] = {}
    yield found
    if set(found) == set(served.pages()):
        check = kit.ACCESSIBILITY
        book.found(
            check.id, check.tool, kit.version(check.tool, check.place), len(found), sum(not good for good in found.values())
        )


@pytest.mark.parametrize("number", range(_SLICES))
def test_nobody_is_kept_out(number: int, served: Served, judged: dict[str, bool], subtests: pytest.Subtests) -> None:
    pages = served.pages()[number::_SLICES]
    urls = [f"{served.base}/{page}" for page in pages]
    folder = kit.ENVIRONMENT / kit.ACCESSIBILITY.place
    command = ["node", str(kit.KIT / "axe.mjs"), *urls]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    for page, url in zip(pages, urls, strict=True):
        lines = [line for line in said.stdout.splitlines() if f" {url} " in line]
        good = len(lines) == _MODES and all(line.endswith(" ") and " violations 0 " in line for line in lines)
        judged[page] = good
        with subtests.test(page or "home"):
            assert good, "\n".join(lines) or said.stderr[-2000:]
    assert said.returncode == 0, said.stdout[-6000:]
