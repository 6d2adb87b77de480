"""`make serve` for the person who writes: what is saved is seen, without a word more. The catalogue is invented."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import a_catalogue, replace
from playwright.sync_api import Browser

pytestmark = pytest.mark.e2e


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A catalogue and the address where `celosia serve` shows it."""
    root = a_catalogue(tmp_path / "catalogue")
    command = [sys.executable, "-m", "celosia", "serve", "--root", str(root), "--port", "0", "--processes", "1"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        try:
            yield root, next(line.split()[0] for line in process.stdout if line.startswith("http://127.0.0.1:"))
        finally:
            process.terminate()  # not Ctrl+C: a background process is deaf to it


def test_an_edit_shows_in_the_open_page_and_an_error_leaves_it(served: tuple[Path, str], browser: Browser) -> None:
    root, address = served
    descriptor = root / "datasets/ejemplo-normas/datapackage.yaml"
    before = next(line for line in descriptor.read_text(encoding="utf-8").splitlines() if line.startswith("title:"))
    page = browser.new_page()
    page.goto(f"{address}datasets/ejemplo-normas/")
    replace(descriptor, before, "title: Un título cambiado en el editor")
    page.wait_for_selector("h1:has-text('Un título cambiado en el editor')", timeout=120_000)
    replace(descriptor, "title: Un título cambiado en el editor", "titel: Un título mal escrito")
    page.wait_for_timeout(3_000)
    assert page.locator("h1").inner_text() == "Un título cambiado en el editor"
    page.close()
