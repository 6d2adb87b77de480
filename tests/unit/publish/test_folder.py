"""A folder holds exactly what was made, is written only where it differs, and is never shared with strangers."""

from pathlib import Path

import pytest

from celosia.model import Made
from celosia.publish import DamagedStoreError, Folder, ForeignFolderError, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(folder=tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(path=tmp_path / "site", ledger=tmp_path / "site.json")


def _files(store: Store, **texts: str) -> dict[str, Made]:
    key = "".join(texts.values()).ljust(8, "_")
    return dict(store.keep(key, {f"{name}/x.txt": text.encode() for name, text in texts.items()}))


def _tree(path: Path) -> dict[str, str]:
    return {str(file.relative_to(path)): file.read_text() for file in path.rglob("*") if file.is_file()}


@pytest.mark.parametrize("method", ["update", "swap"])
def test_the_folder_becomes_just_what_was_made(folder: Folder, store: Store, method: str) -> None:
    bring = getattr(folder, method)
    assert bring(_files(store, a="1", b="2"), store) == 2
    assert bring(_files(store, a="1", c="3"), store) == 2
    assert _tree(folder.path) == {"a/x.txt": "1", "c/x.txt": "3"}
    assert sorted(path.name for path in folder.path.iterdir()) == ["a", "c"]


@pytest.mark.parametrize("method", ["update", "swap"])
def test_nothing_is_written_where_nothing_changed(folder: Folder, store: Store, method: str) -> None:
    bring = getattr(folder, method)
    bring(_files(store, a="1"), store)
    before = (folder.path / "a/x.txt").stat()
    assert bring(_files(store, a="1"), store) == 0
    assert (folder.path / "a/x.txt").stat() == before


@pytest.mark.parametrize("method", ["update", "swap"])
def test_what_stays_when_another_file_changes_is_known_the_next_time(folder: Folder, store: Store, method: str) -> None:
    bring = getattr(folder, method)
    bring(_files(store, a="1", b="2"), store)
    assert bring(_files(store, a="9", b="2"), store) == 1
    before = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*.txt")}
    assert bring(_files(store, a="9", b="2"), store) == 0
    assert {path: path.stat().st_mtime_ns for path in folder.path.rglob("*.txt")} == before


@pytest.mark.parametrize("method", ["update", "swap"])
def test_a_file_that_was_altered_by_hand_is_put_right(folder: Folder, store: Store, method: str) -> None:
    bring = getattr(folder, method)
    bring(_files(store, a="1", b="2"), store)
    (folder.path / "a/x.txt").write_text("altered")
    assert bring(_files(store, a="1", b="2"), store) == 1
    assert _tree(folder.path) == {"a/x.txt": "1", "b/x.txt": "2"}


@pytest.mark.parametrize("method", ["update", "swap"])
def test_a_folder_that_somebody_else_made_is_left_alone(folder: Folder, store: Store, method: str) -> None:
    folder.path.mkdir()
    (folder.path / "thesis.doc").write_text("years of work")
    with pytest.raises(ForeignFolderError):
        getattr(folder, method)(_files(store, a="1"), store)
    assert _tree(folder.path) == {"thesis.doc": "years of work"}


def test_a_swap_that_fails_leaves_the_old_site(folder: Folder, store: Store) -> None:
    folder.swap(_files(store, a="1"), store)
    files = _files(store, a="2", b="3")
    Path(store.path(files["b/x.txt"].sha256)).unlink()
    with pytest.raises(FileNotFoundError):
        folder.swap(files, store)
    assert _tree(folder.path) == {"a/x.txt": "1"}


def test_a_build_that_was_interrupted_can_be_taken_up_again(folder: Folder, store: Store) -> None:
    files = _files(store, a="1", b="2")
    Path(store.path(files["b/x.txt"].sha256)).write_text("!")
    with pytest.raises(DamagedStoreError):
        folder.update(files, store)
    assert (folder.path / "a/x.txt").exists()
    assert folder.update(_files(store, a="1", b="2"), store) == 2
    assert _tree(folder.path) == {"a/x.txt": "1", "b/x.txt": "2"}


def test_a_new_file_of_the_site_is_shared_with_the_generated_folder(folder: Folder, store: Store, tmp_path: Path) -> None:
    twin = tmp_path / "x.txt"
    twin.write_text("1")
    folder.swap(_files(store, a="1", b="2"), store, {"a/x.txt": str(twin)})
    assert (folder.path / "a/x.txt").samefile(twin)
    assert _tree(folder.path) == {"a/x.txt": "1", "b/x.txt": "2"}


def test_a_folder_may_stand_where_a_file_stood_and_the_other_way_round(folder: Folder, store: Store) -> None:
    as_file = dict(store.keep("as-file_", {"total.csv": b"1"}))
    as_folder = dict(store.keep("as-folder", {"total.csv/index.md": b"2"}))
    for files in (as_file, as_folder, as_file):
        folder.update(files, store)
        assert set(_tree(folder.path)) == set(files)
