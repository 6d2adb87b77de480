"""Every check of the kit, by itself, on the whole reference catalogue: what other people's validators say of it."""

import ast
import re

import pytest
from conformance import kit
from conformance.kit import Check
from conformance.results import Book
from conformance.serving import Served

_PARTS = {"metadata": kit.METADATA, "files": kit.FILES, "pages": kit.PAGES}
_CHECKS = [pytest.param(check, id=f"{part}-{check.id}") for part, checks in _PARTS.items() for check in checks]
_BEST = 390


def test_every_check_of_the_kit_is_asked_somewhere() -> None:
    known = "|".join(check.lines for checks in (*_PARTS.values(), (kit.ACCESSIBILITY,)) for check in checks)
    assert not [name for name in kit.kinds() - set(kit.ELSEWHERE) if not re.fullmatch(known, name)]


@pytest.mark.parametrize("check", _CHECKS)
def test_the_kit_passes(check: Check, served: Served, book: Book, subtests: pytest.Subtests) -> None:
    lines = kit.run(check.lines, served.folder, served.base)
    failed = sum(not line.passed for line in lines)
    book.found(check.id, check.tool, kit.version(check.tool, check.place), len(lines), failed)
    assert lines, f"the site has nothing for {check.id} to judge"
    for line in lines:
        with subtests.test(line.name):
            assert line.passed, line.said[-6000:]


def test_metadata_score_by_the_mqa_methodology(served: Served, book: Book) -> None:
    (line,) = kit.run("mqa_405", served.folder, served.base)
    dimensions, total = re.findall(r"^(\{.*\}) TOTAL ([\d.]+)/405", line.said, re.MULTILINE)[0]
    book.scored("mqa", {"points": float(total), "of": 405, **ast.literal_eval(dimensions)})
    assert float(total) >= _BEST, line.said


def test_metadata_indicators_of_the_national_profile(served: Served, book: Book) -> None:
    (line,) = kit.run("data_json_ar", served.folder, served.base)
    status, errors, indicators = re.findall(r"^status (\w+) errors (\d+) (\{.*\})$", line.said, re.MULTILINE)[0]
    book.scored("perfil", {"errors": int(errors), **ast.literal_eval(indicators)})
    assert (status, errors) == ("OK", "0"), line.said
    assert "warning" not in line.said, line.said
