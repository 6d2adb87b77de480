"""axe-core on every page: light and dark, wide and narrow; no violation, no error of a script, nothing to scroll sideways.

The kit's own script, given a few pages at a time, on each core: it takes a second for each page and mode.
"""

import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

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


@pytest.fixture(scope="module")
def judging(served: Served) -> Iterator[list[Future[subprocess.CompletedProcess[str]]]]:
    """What the kit's script says of each slice of the pages, as soon as it has said it."""
    pool = ThreadPoolExecutor(os.cpu_count())
    yield [pool.submit(_judge, _urls(number, served)) for number in range(_SLICES)]
    pool.shutdown(cancel_futures=True)


def _urls(number: int, served: Served) -> list[str]:
    return [f"{served.base}/{page}" for page in served.pages()[number::_SLICES]]


def _judge(urls: list[str]) -> subprocess.CompletedProcess[str]:
    command = ["node", str(kit.KIT / "axe.mjs"), *urls]
    folder = kit.ENVIRONMENT / kit.ACCESSIBILITY.place
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("number", range(_SLICES))
def test_nobody_is_kept_out(
    number: int,
    served: Served,
    judging: list[Future[subprocess.CompletedProcess[str]]],
    judged: dict[str, bool],
    subtests: pytest.Subtests,
) -> None:
    said = judging[number].result()
    for page, url in zip(served.pages()[number::_SLICES], _urls(number, served), strict=True):
        lines = [line for line in said.stdout.splitlines() if f" {url} " in line]
        good = len(lines) == _MODES and all(line.endswith(" ") and " violations 0 " in line for line in lines)
        judged[page] = good
        with subtests.test(page or "home"):
            assert good, "\n".join(lines) or said.stderr[-2000:]
    assert said.returncode == 0, said.stdout[-6000:]
