"""Every planted leak of arithmetic is found, and nothing in sixty safe families. (The site's bytes: the seal's tests.)"""

from pathlib import Path

import pytest
from harmless import SAFE, protected
from leaks import LEAKS
from planting import Catalogue, codes_found


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


def test_the_leaks_are_as_many_as_promised_and_so_are_the_safe_families() -> None:
    assert len(LEAKS) >= 50
    assert len(SAFE) + len(tuple(protected())) >= 60
