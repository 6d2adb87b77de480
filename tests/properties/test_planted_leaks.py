"""Every planted leak of arithmetic is found, and nothing in sixty safe families. (The site's bytes: the seal's tests.)"""

from pathlib import Path

import pytest
from foreign import FOREIGN_LEAKS, FOREIGN_SAFE, Files
from harmless import SAFE, protected
from leaks import LEAKS
from planting import LEAKS as LEAKING
from planting import Catalogue, codes_found

from celosia.cli import main


@pytest.mark.parametrize("kind", LEAKS)
def test_a_planted_leak_is_found(kind: str, tmp_path: Path) -> None:
    catalogue, expected = LEAKS[kind]
    found = codes_found(catalogue, tmp_path / "catalogue")
    assert set(found) & set(expected), (kind, found)


@pytest.mark.parametrize(
    ("kind", "catalogue"), [*SAFE.items(), *protected()], ids=lambda part: part if isinstance(part, str) else ""
)
def test_nothing_is_found_where_nothing_is_given_away(kind: str, catalogue: Catalogue, tmp_path: Path) -> None:
    assert codes_found(catalogue, tmp_path / "catalogue") == {}, kind


@pytest.mark.parametrize("kind", FOREIGN_LEAKS)
def test_a_leak_in_the_files_of_others_is_found(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _audited(FOREIGN_LEAKS[kind], tmp_path) == 1, kind
    said = capsys.readouterr().out
    assert any(f"[{code}]" in said for code in LEAKING), said


@pytest.mark.parametrize("kind", FOREIGN_SAFE)
def test_nothing_is_found_in_safe_files_of_others(kind: str, tmp_path: Path) -> None:
    assert _audited(FOREIGN_SAFE[kind], tmp_path) == 0, kind


def test_the_leaks_are_as_many_as_promised_and_so_are_the_safe_families() -> None:
    assert len(LEAKS) + len(FOREIGN_LEAKS) >= 60
    assert len(SAFE) + len(tuple(protected())) + len(FOREIGN_SAFE) >= 60


def _audited(files: Files, folder: Path) -> int:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return main(["audit", "--mapping", str(folder / "mapping.yaml"), str(folder), "--lang", "en"])
