"""What a catalogue's texts said is remembered, and never instead of what they say now."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from building import replace

from celosia.load import Memory, load, memory

BASE = Path(__file__).parents[2] / "failures" / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "catalogue"))


@pytest.fixture
def read(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Loads with what the last call left; gives the catalogue, and the texts that were read as YAML for it."""

    def _read():
        asked: list[str] = []
        with monkeypatch.context() as patch:
            patch.setattr(memory, "parse", lambda text: asked.append(text) or parse(text))
            kept = Memory.at(tmp_path / "cache" / "texts.json")
            loading = load(root, {}, kept)
            kept.keep()
        return loading, asked

    parse = memory.parse
    return _read


def test_what_is_remembered_is_what_was_read(root, read):
    plain = load(root, {})
    first, asked = read()
    again, asked_again = read()
    assert first == again == plain
    assert asked
    assert asked_again == []


def test_a_text_that_changed_is_read_and_no_other(root, read):
    read()
    replace(root / "datasets/ejemplo-casos/datapackage.yaml", "publisher", "Publisher")
    loading, asked = read()
    assert loading == load(root, {})
    assert asked == [(root / "datasets/ejemplo-casos/datapackage.yaml").read_text(encoding="utf-8")]


@pytest.mark.parametrize("damage", [lambda body: body[:-20], lambda body: body.replace(b"true", b"fals"), lambda _: b""])
def test_what_was_altered_is_forgotten(root, read, tmp_path, damage):
    _, asked = read()
    kept = tmp_path / "cache" / "texts.json"
    body = damage(kept.read_bytes())
    assert body != kept.read_bytes()
    kept.write_bytes(body)
    loading, asked_again = read()
    assert loading == load(root, {})
    assert len(asked_again) == len(asked)


def test_what_is_no_longer_asked_is_forgotten(root, read, tmp_path):
    read()
    before = (tmp_path / "cache" / "texts.json").stat().st_size
    shutil.rmtree(root / "datasets/ejemplo-casos")
    read()
    assert (tmp_path / "cache" / "texts.json").stat().st_size < before


def test_dates_and_texts_like_dates_are_kept_apart(tmp_path):
    text = "{day: 2026-01-15, text: '2026-01-15', kind: {date: 2026-01-15}, none: ~, share: 1.5, many: [1, NO]}"
    for _ in range(2):
        kept = Memory.at(tmp_path / "texts.json")
        day = date(2026, 1, 15)
        told = {"day": day, "text": "2026-01-15", "kind": {"date": day}, "none": None, "share": 1.5, "many": [1, "NO"]}
        assert kept.parse(text) == told
        kept.keep()
    assert kept.known
