"""A cached rebuild gives the bytes of a clean build, whatever was edited, and writes nothing that stays as it was."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from building import CONFIGS, EPOCH, a_catalogue, build, differences, marks, replace, the_same_sources, tree

from celosia.errors import CatalogRefusedError, SiteRefusedError
from celosia.website import stylesheet

Edit = Callable[[Path, Random], None]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built catalogue. Tests work on copies of it, and the copies start with its cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        root = a_catalogue(tmp_path_factory.mktemp("shelf") / "catalogue")
        build(root)
    return root


@pytest.fixture
def root(shelf: Path, tmp_path: Path) -> Path:
    return shutil.copytree(shelf, tmp_path / "catalogue", copy_function=shutil.copy2)


def _cell(root: Path, chance: Random) -> None:
    """A figure that no sentence quotes: else the seal asks for the sentence too."""
    replace_line(root / "datasets/ejemplo-casos/total.csv", "t-2,", f"t-2,2018,{chance.randint(50, 990)},A,f1,alta,")


def _dataset_title(root: Path, chance: Random) -> None:
    title = f"title: Personas contadas en un ejemplo inventado {chance.choice('ABCDEFGHIJ')}"
    replace_line(root / "datasets/ejemplo-casos/datapackage.yaml", "title: ", title)


def _agreement_date(root: Path, chance: Random) -> None:
    path = root / "agreements/tratado-inventado.yaml"
    replace_line(path, "signed: ", f'signed: "{chance.randint(1990, 2009)}-05-14"')


def _page(root: Path, chance: Random) -> None:
    with (root / "docs/es/methods/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\nUn párrafo inventado, {chance.randint(1, 999)}.\n")


def _new_page(root: Path, chance: Random) -> None:
    name = f"p{chance.randint(1, 999)}"
    for lang in ("es", "en"):
        page = root / f"docs/{lang}/{name}/index.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text("---\ntitle: X\ndescription: Y.\n---\n\nX.\n", encoding="utf-8")


def _rename(root: Path, chance: Random) -> None:
    folder = _extra(root)
    name = f"ejemplo-extra-{chance.randint(1, 999)}"
    replace(folder / "datapackage.yaml", f"name: {folder.name}\n", f"name: {name}\n")
    folder.rename(folder.with_name(name))


def _delete(root: Path, chance: Random) -> None:  # noqa: ARG001 - every edit takes chance
    shutil.rmtree(_extra(root))


def _site_title(root: Path, chance: Random) -> None:
    replace_line(root / "catalog.yaml", "title: ", f"title: Catálogo inventado {chance.randint(1, 999)}")


def replace_line(path: Path, start: str, line: str) -> None:
    """Put another line in the place of the first one that starts so."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[next(number for number, old in enumerate(lines) if old.startswith(start))] = line
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _extra(root: Path) -> Path:
    return next((root / "datasets").glob("ejemplo-extra*"))


EDITS: tuple[Edit, ...] = (_cell, _dataset_title, _agreement_date, _page, _new_page, _rename, _site_title)


def test_a_cached_rebuild_is_a_clean_build_whatever_was_edited(root: Path, tmp_path: Path) -> None:
    chance = Random("edits")
    for number, edit in enumerate((*chance.sample(EDITS, len(EDITS)), _delete)):
        before, marked = tree(root / "site"), marks(root / "site")
        edit(root, chance)
        finished = build(root)
        after, clean = tree(root / "site"), the_same_sources(root, tmp_path / f"clean-{number}")
        build(clean)
        assert differences(after, tree(clean / "site")) == set(), (number, edit.__name__)
        assert differences(tree(root / "build"), tree(clean / "build")) == set(), (number, edit.__name__)
        changed = differences(before, after)
        assert finished.written == len(changed) > 0, (number, edit.__name__)
        kept = marks(root / "site")
        assert {path for path in marked if marked[path] != kept.get(path)} <= changed, (number, edit.__name__)


def test_one_cell_changes_the_pages_that_show_it_and_no_others(root: Path) -> None:
    before = tree(root / "site")
    _cell(root, Random("one cell"))
    finished = build(root)
    pages = {path for path in differences(before, tree(root / "site")) if path.endswith(".html")}
    assert pages == {"datasets/ejemplo-casos/index.html", "en/datasets/ejemplo-casos/index.html"}
    assert finished.rendered == len(pages)


def test_a_second_build_with_nothing_changed_renders_and_writes_nothing(root: Path) -> None:
    before = marks(root)
    finished = build(root)
    assert (finished.rendered, finished.written) == (0, 0)
    assert marks(root) == before


def test_plain_mkdocs_gives_the_same_pages_and_serves_the_same_files(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "plain"
    for config, place in zip(CONFIGS, (site, site / "en"), strict=True):
        command = (
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            str(root / config),
            "--site-dir",
            str(place),
        )
        told = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, env=told, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    ours, plain = tree(root / "site"), tree(site)
    assert {path for path in ours if ours[path] != plain.get(path)} == {stylesheet()}, "of the stylesheet ours is a part"
    assert {path for path in plain.keys() - ours.keys() if path.endswith(".html")} == set()


def test_a_catalogue_with_a_fault_leaves_the_old_site(root: Path) -> None:
    before = marks(root)
    replace_line(root / "datasets/ejemplo-casos/total.csv", "t-1,", "t-1,2017,muchas,A,f1,alta,")
    with pytest.raises(CatalogRefusedError):
        build(root)
    assert {path for path, mark in marks(root).items() if before.get(path) != mark} == {"datasets/ejemplo-casos/total.csv"}


@pytest.mark.parametrize("target", ["../nowhere/index.md", "/methods/index.html", "nowhere.png"])
def test_a_site_with_a_dead_link_is_refused_and_the_old_one_stays(root: Path, target: str) -> None:
    before = marks(root / "site")
    with (root / "docs/es/methods/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\nUn [enlace]({target}).\n")
    with pytest.raises(SiteRefusedError) as refused:
        build(root)
    assert {finding.code for finding in refused.value.report.errors} == {"site-dead-link"}
    assert marks(root / "site") == before
    replace(root / "docs/es/methods/index.md", f"({target})", "(../about/index.md)")
    assert build(root).written > 0
