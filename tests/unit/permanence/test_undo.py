"""A command that is refused halfway leaves the catalogue as it was; one that is done leaves no copy of it."""

import tempfile
from pathlib import Path

import pytest
from building import tree

from celosia.errors import CatalogRefusedError
from celosia.model import Report
from celosia.permanence.undo import whole_or_nothing


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    for path in ("catalog.yaml", "datasets/x/total.csv", "permanence/ledger.csv", "site/index.html"):
        (tmp_path / "root" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / path).write_text(path, encoding="utf-8")
    return tmp_path / "root"


def _spoil(root: Path) -> None:
    (root / "datasets/x").rename(root / "datasets/y")
    (root / "catalog.yaml").unlink()
    (root / "permanence/withdrawals.yaml").write_text("new", encoding="utf-8")
    (root / "releases").mkdir()


def _refused(root: Path) -> None:
    with whole_or_nothing(root):
        _spoil(root)
        raise CatalogRefusedError(Report.of(()))


def test_what_ends_in_an_error_is_put_back(root: Path, tmp_path: Path) -> None:
    before = tree(root)
    with pytest.raises(CatalogRefusedError):
        _refused(root)
    assert tree(root) == before
    assert not list((tmp_path / "kept").iterdir())


def test_what_is_done_stays_done(root: Path, tmp_path: Path) -> None:
    with whole_or_nothing(root):
        _spoil(root)
    assert set(tree(root)) == {
        "datasets/y/total.csv",
        "permanence/ledger.csv",
        "permanence/withdrawals.yaml",
        "site/index.html",
    }
    assert not list((tmp_path / "kept").iterdir())
