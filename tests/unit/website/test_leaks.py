"""A site that tells what nobody published is not put in place. Every figure is invented."""

import io
import shutil
from pathlib import Path

import pytest
from building import replace, tree
from leaking import BASE, Built

from celosia import website
from celosia.cli import build_site
from celosia.errors import SiteRefusedError
from celosia.load import load
from celosia.publish import Progress, Store, Workshop
from celosia.seal import scan_site, seal


@pytest.fixture
def root(built: Built, tmp_path: Path) -> Path:
    """A copy of the synthetic catalogue as it was built, with its site and its cache."""
    return Path(shutil.copytree(built.root, tmp_path / "catalogue"))


def _workshop(root: Path) -> Workshop:
    return Workshop(store=Store(folder=root / ".celosia/cache"), progress=Progress(stream=io.StringIO()))


def _plant(root: Path) -> None:
    replace(
        root / BASE / "datapackage.yaml",
        "includes: Todas las personas inventadas.",
        "includes: En el Norte, 1,4 personas cada 100.000.",
    )


def test_a_site_that_leaks_is_refused_and_the_old_one_stays(root: Path) -> None:
    before = tree(root / "site")
    _plant(root)
    with pytest.raises(SiteRefusedError) as refused:
        build_site(root, _workshop(root))
    assert {finding.code for finding in refused.value.report.errors} == {"leak-figure"}
    assert {finding.where.path for finding in refused.value.report.errors} >= {f"{BASE}index.html", f"{BASE}datapackage.json"}
    assert tree(root / "site") == before


def test_nothing_is_read_again_where_nothing_changed(root: Path) -> None:
    build_site(root, _workshop(root))
    asked: list[str] = []

    class Counting(Workshop):
        def run(self, function, tasks, *, worth=24):
            asked.extend(function.__module__ for _ in tasks)
            yield from super().run(function, tasks, worth=worth)

    workshop = _workshop(root)
    build_site(root, Counting(store=workshop.store, progress=workshop.progress))
    assert "celosia.website.reading" not in asked


def test_links_are_not_followed_again_where_none_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_site(root, _workshop(root))
    asked: list[frozenset[str]] = []
    monkeypatch.setattr(website, "seal", lambda pages, paths, base: asked.append(paths) or seal(pages, paths, base))
    replace(root / BASE / "datapackage.yaml", "includes: Todas las personas inventadas.", "includes: Quienes se inventaron.")
    build_site(root, _workshop(root))
    assert not asked
    replace(root / "docs/es/about/index.md", "\n---\n", "\n---\n\n[Nada](../no-existe/index.md)\n")
    with pytest.raises(SiteRefusedError) as refused:
        build_site(root, _workshop(root))
    assert {finding.code for finding in refused.value.report.errors} == {"site-dead-link"}
    assert asked


def test_a_site_that_stands_somewhere_can_be_read(root: Path) -> None:
    catalog = load(root, {}).catalog
    assert catalog is not None
    assert scan_site(root / "site", catalog).findings == ()
    (root / "site" / BASE / "completa.csv").write_text("region,personas\nnorte,7\n")
    assert [finding.code for finding in scan_site(root / "site", catalog).findings] == ["leak-file"]
