"""The checks of the kit in ../shared, which judge any static site, in both languages.

Embeds are no pages of the site but frames in somebody else's: no menu, help line or exit belongs in them, and their own
tests look at them. Of each kind of page (a dataset's, a territory's …) three are looked at: the first, the longest and the
shortest. With KIT_PAGES=all, as `make conformance` calls it, every page is: that takes an hour.

They run on what Python's playwright carries (Node and playwright-core) and on the axe-core of axe-playwright-python, so
nothing more need be installed. The kit is read where it stands, and skipped with a loud line where it is absent.
"""

import os
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from visiting import ROOT, by_kind

KIT = ROOT.parent / "shared" / "kit" / "browser"
CHECKS = {
    "csp": ("csp.mjs",),
    "privacy": ("privacy.mjs",),
    "nojs": ("nojs.mjs",),
    "links": ("fileurl.mjs", "--prefix", "/obs/trata/"),
    "reflow": ("reflow.mjs",),
    "exit": ("exit.mjs",),
    "axe, light": ("axe.mjs", "--schemes", "light"),
    "axe, dark": ("axe.mjs", "--schemes", "dark"),
}
WHOLE = ("links",)
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not KIT.is_dir(), reason="NOT CHECKED BY THE KIT: ../shared/kit is not beside the project"),
]


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kit")
    for script in KIT.glob("*.mjs"):
        shutil.copy(script, place)
    modules = place / "node_modules"
    axe = modules / "axe-core"
    axe.mkdir(parents=True)
    shutil.copy(next(Path(str(files("axe_playwright_python"))).rglob("axe.min.js")), axe)
    (axe / "package.json").write_text('{"name": "axe-core", "version": "0.0.0"}')
    (modules / "playwright-core").symlink_to(Path(str(files("playwright"))) / "driver" / "package")
    return place


@pytest.fixture(scope="module")
def some(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with three pages of each kind, or with all where that is asked for."""
    kinds = by_kind(site)
    by_size = {kind: sorted(pages, key=lambda page: page.stat().st_size) for kind, pages in kinds.items()}
    kept = {page for kind, pages in kinds.items() for page in (pages[0], by_size[kind][0], by_size[kind][-1])}
    if os.environ.get("KIT_PAGES") == "all":
        kept = {page for pages in kinds.values() for page in pages}
    place = tmp_path_factory.mktemp("some") / "site"
    shutil.copytree(site, place)
    for page in site.rglob("*.html"):
        if page not in kept:
            (place / page.relative_to(site)).unlink()
    return place


@pytest.mark.parametrize("name", CHECKS)
def test_the_kit_finds_nothing_on_any_page(kit: Path, site: Path, some: Path, name: str) -> None:
    script, *options = CHECKS[name]
    node = Path(str(files("playwright"))) / "driver" / "node"
    chrome = os.environ.get("CHROME") or shutil.which("chromium") or "/usr/bin/chromium"
    command = [str(node), str(kit / script), str(site if name in WHOLE else some), *options]
    done = subprocess.run(command, cwd=kit, capture_output=True, text=True, check=False, env=os.environ | {"CHROME": chrome})
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-2000:]}"
