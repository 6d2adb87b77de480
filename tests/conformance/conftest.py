"""What the tests of conformance share: the tools of other people, the served catalogue, and the book of what was found."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conformance.kit import ENVIRONMENT, KIT, ROOT
from conformance.results import Book
from conformance.serving import Served, serving

collect_ignore = ["reading"]

_LAST_INSTALLED = "npm/pa11yci/node_modules"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the kit, and says so loudly where it is not."""
    for item in (item for item in items if Path(__file__).parent in item.path.parents):
        item.add_marker(pytest.mark.conformance)
        item.add_marker(pytest.mark.shared)
        if not KIT.is_dir():
            item.add_marker(pytest.mark.skip(reason="CONFORMANCE NOT CHECKED: ../shared/kit is not beside the project"))


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of tools, installed on first use by the kit's own script (some minutes, 1.6 GB)."""
    if not (ENVIRONMENT / _LAST_INSTALLED).exists():
        ENVIRONMENT.mkdir(parents=True, exist_ok=True)
        subprocess.run(["bash", str(KIT / "setup.sh"), str(ENVIRONMENT), "all"], check=True)
    return ENVIRONMENT


@pytest.fixture(scope="session")
def served(tools: Path) -> Iterator[Served]:
    """The reference catalogue at its address."""
    with serving(tools / "venvs/serve/bin/python") as site:
        yield site


@pytest.fixture(scope="session")
def book(served: Served) -> Iterator[Book]:
    """Where each check writes what it found; kept in the catalogue where CONFORMANCE_RECORD asks for it."""
    book = Book(site=served.folder)
    yield book
    if os.environ.get("CONFORMANCE_RECORD"):
        book.keep(ROOT / "conformance/results.json")
