"""Sixty safe families: nobody can be found in them, and whoever cries wolf is believed no more. Nobody is counted in them."""

from collections.abc import Iterator

from benchmarks.families import Shape, generate_family
from leaks import ledger, one, sheet
from planting import HIDDEN, Catalogue, Planted, Sheet

from celosia.disclosure.family import Key
from celosia.protect.pattern import find_pattern
from celosia.protect.problem import Problem, default_costs

_BLOCK = """
    total total 640
    total mujer 170
    total varon 160
    total trans 150
    total otro 160
    norte total 160
    norte mujer [c]
    norte varon [c]
    norte trans [c]
    norte otro [c]
    sur total 160
    sur mujer [c]
    sur varon [c]
    sur trans [c]
    sur otro [c]
    este total 160
    este mujer [c]
    este varon [c]
    este trans [c]
    este otro [c]
    oeste total 160
    oeste mujer [c]
    oeste varon [c]
    oeste trans [c]
    oeste otro [c]
"""
_FOUR_HIDDEN = "2020 total 200\n2020 mujer 120\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]\n2020 sin-dato [c]"
_REGIONS = {"provincia": {"n1": "norte", "n2": "norte", "n3": "norte", "s1": "sur", "s2": "sur"}}


def _waiver(**where: str) -> dict[str, object]:
    return {
        "table": "tabla",
        "measure": "personas",
        "where": where,
        "reason": "El Estado inventado ya publicó esta cifra sintética.",
        "signed_by": "Persona Inventada",
        "date": "2026-01-15",
        "source": "https://fuente.example/informe",
    }


SAFE: dict[str, Catalogue] = {
    "two units: persons and cases": one(
        sheet("periodo provincia", "2020 total 140\n2020 norte 80\n2020 sur 60", name="personas"),
        sheet("periodo provincia", "2020 total 137\n2020 norte 77\n2020 sur 60", name="causas", unit="cases", measure="causas"),
    ),
    "two units in one column's name": one(
        sheet("periodo provincia", "2020 total 140\n2020 norte 80\n2020 sur 60", name="a", measure="cantidad"),
        sheet("periodo provincia", "2020 norte 75\n2020 sur 56", name="b", unit="cases", measure="cantidad"),
    ),
    "two systems that are never linked": Catalogue(
        datasets=(
            Planted(sheets=(sheet("periodo provincia", "2020 total 140\n2020 norte 80\n2020 sur 60"),)),
            Planted(id="siembra-otra", sheets=(sheet("periodo provincia", "2020 total 137\n2020 norte 78\n2020 sur 59"),)),
        )
    ),
    "two systems, one of which hides": Catalogue(
        datasets=(
            Planted(sheets=(sheet("periodo genero", _FOUR_HIDDEN),)),
            Planted(
                id="siembra-otra",
                sheets=(sheet("periodo genero", "2020 mujer 119\n2020 varon 30\n2020 trans 25\n2020 otro 20"),),
            ),
        )
    ),
    "populations told apart within a dataset": one(
        sheet("periodo genero", _FOUR_HIDDEN, name="a"),
        sheet("periodo genero", "2020 mujer 119\n2020 varon 30\n2020 trans 25\n2020 otro 20", name="b"),
        disclosure={"populations": {"a": "una", "b": "otra"}},
    ),
    "measures told apart within a dataset": one(
        sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon 60", name="a", measure="rescatadas"),
        sheet("periodo genero", "2020 total 138\n2020 mujer 79\n2020 varon 59", name="b", measure="asistidas"),
    ),
    "competing sources": one(
        sheet(
            "periodo genero",
            "2020 total 140 @f1\n2020 mujer 90 @f1\n2020 varon 50 @f1\n"
            "2020 total 143 @f2\n2020 mujer 92 @f2\n2020 varon 51 @f2",
        )
    ),
    "competing sources of one total": one(sheet("periodo", "2020 140 @f1\n2020 143 @f2\n2021 150 @f1")),
    "a source that gives the total only": one(
        sheet("periodo genero", "2020 total 144 @f2\n2020 total 140 @f1\n2020 mujer 90 @f1\n2020 varon 50 @f1")
    ),
    "partial years": one(sheet("periodo", "2020 140\n2021 150\n2022-01/2022-06 147")),
    "a half beside a year that has no other half": one(
        sheet("periodo", "2020 140\n2021 150", name="anual"),
        sheet("periodo", "2020-01/2020-06 60", name="semestral"),
    ),
    "a half of another year": one(
        sheet("periodo", "2020 140", name="anual"),
        sheet("periodo", "2021-01/2021-06 137", name="semestral"),
    ),
    "gaps: years that nobody reports": one(sheet("periodo", "2015 140\n2018 150\n2021 160")),
    "gaps: a year without its months": one(
        sheet("periodo", "2020 260\n2021 270", name="anual"),
        sheet("periodo", "2021-01 90\n2021-02 100", name="mensual"),
    ),
    "an inexact total": one(sheet("periodo genero", "2020 total 140 ~más_de\n2020 mujer 80\n2020 varon 56")),
    "inexact parts": one(sheet("periodo genero", "2020 total 140\n2020 mujer 80 ~aprox\n2020 varon 56 ~aprox")),
    "an inexact total beside hidden cells": one(
        sheet("periodo genero", "2020 total 200 ~casi\n2020 mujer 195\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]")
    ),
    "visible zeros": one(sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon 60\n2020 trans 0")),
    "nobody at all": one(sheet("periodo genero", "2020 total 0\n2020 mujer 0\n2020 varon 0")),
    "a line that adds up": one(sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon 60")),
    "a large remainder": one(sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon 45")),
    "exactly the threshold": one(sheet("periodo genero", "2020 total 20\n2020 mujer 10\n2020 varon 10")),
    "exactly the threshold of cases": one(
        sheet("periodo provincia", "2020 total 10\n2020 norte 5\n2020 sur 5", unit="cases", measure="causas")
    ),
    "a directory of institutions": one(
        sheet("provincia", "norte 1\nsur 2\neste 1", unit="institutions", measure="instituciones"), kind="directory"
    ),
    "few institutions a province": one(
        sheet("periodo provincia", "2020 norte 1\n2020 sur 3", unit="institutions", measure="sedes")
    ),
    "few trainings": one(sheet("periodo provincia", "2020 total 5\n2020 norte 2\n2020 sur 3", unit="events", measure="cursos")),
    "few calls without a word of victims": one(
        sheet("periodo provincia", "2020 total 7\n2020 norte 3\n2020 sur 4", unit="calls", measure="llamadas")
    ),
    "few documents": one(sheet("periodo", "2020 1\n2021 3", unit="documents", measure="normas")),
    "few judgments": one(sheet("periodo", "2020 2\n2021 4", unit="judgments", measure="sentencias")),
    "money": one(sheet("periodo provincia", "2020 norte 3\n2020 sur 7", unit="ARS", measure="monto")),
    "days": one(sheet("periodo", "2020 3\n2021 7", unit="days", measure="demora")),
    "shares without their whole": one(
        sheet("periodo genero", "2020 mujer 96.5\n2020 varon 3.5", unit="%", measure="porcentaje")
    ),
    "whole shares beside a large whole": one(
        sheet("periodo", "2020 14000", name="conteo"),
        sheet("periodo genero", "2020 mujer 60\n2020 varon 40", name="parte", unit="%", measure="porcentaje"),
    ),
    "rates": one(sheet("periodo provincia", "2020 norte 0.4\n2020 sur 1.2", unit="per 100 000", measure="tasa")),
    "all inside is hidden": one(sheet("provincia genero", _BLOCK)),
    "four hidden cells of eighty persons": one(sheet("periodo genero", _FOUR_HIDDEN)),
    "a hidden total and its hidden parts": one(
        sheet("periodo genero", "2020 total [c]\n2020 mujer 120\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]")
    ),
    "hidden cells that no line ties": one(
        sheet("periodo genero", "2020 mujer 120\n2020 varon [c]\n2021 mujer 130\n2021 varon [c]")
    ),
    "a hidden year among years": one(sheet("periodo", "2019 110\n2020 [c]\n2021 130")),
    "a figure that is not there": one(sheet("periodo genero", "2020 mujer 80\n2020 varon O\n2021 mujer 90\n2021 varon 60")),
    "a figure that nobody collected": one(sheet("periodo genero", "2020 mujer 80\n2020 varon L\n2021 mujer 90\n2021 varon 60")),
    "areas that add up": one(sheet("provincia", "norte 150\nn1 50\nn2 60\nn3 40\nsur 100\ns1 60\ns2 40", parents=_REGIONS)),
    "areas of which not all are shown": one(
        sheet("provincia", "norte 150\nn1 50\nn2 60\nsur 100\ns1 60\ns2 40", parents=_REGIONS)
    ),
    "bands that follow each other": one(
        sheet("periodo edad", "2020 0-17 80\n2020 18-29 64\n2020 30-59 90", name="una"),
        sheet("periodo edad", "2020 0-12 40\n2020 13-17 40\n2020 18-59 154", name="otra"),
    ),
    "bands that cut each other by many": one(
        sheet("periodo edad", "2020 0-17 80\n2020 18-30 84\n2020 31-59 90", name="una"),
        sheet("periodo edad", "2020 0-17 80\n2020 18-25 60\n2020 26-59 114", name="otra"),
    ),
    "the same table twice": one(
        sheet("periodo genero", "2020 mujer 80\n2020 varon 60", name="una"),
        sheet("periodo genero", "2020 mujer 80\n2020 varon 60", name="otra"),
    ),
    "the same hidden cells in two tables": one(
        sheet("periodo genero", _FOUR_HIDDEN, name="una"), sheet("periodo genero", _FOUR_HIDDEN, name="otra")
    ),
    "a sensitive attribute in many categories": one(
        sheet("provincia explotacion*", "norte sexual 60\nnorte laboral 40\nsur sexual 50\nsur laboral 40")
    ),
    "a single category that tells nothing": one(sheet("provincia genero", "norte mujer 60\nsur mujer 50")),
    "an earlier release, unchanged": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon 60"),)),),
        releases=ledger("1 mujer 2020 . 90\n1 varon 2020 . 60"),
    ),
    "an earlier release, and a year more": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon 60\n2021 mujer 95\n2021 varon 61"),)),),
        releases=ledger("1 mujer 2020 . 90\n1 varon 2020 . 60"),
    ),
    "an earlier release that hid the same": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo genero", _FOUR_HIDDEN),)),),
        releases=ledger(
            "1 . 2020 . 200\n1 mujer 2020 . 120\n1 varon 2020 . [c]\n"
            "1 trans 2020 . [c]\n1 otro 2020 . [c]\n1 sin-dato 2020 . [c]"
        ),
    ),
    "a large revision": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo genero", "2020 mujer 140\n2020 varon 90"),)),),
        releases=ledger("1 mujer 2020 . 90\n1 varon 2020 . 60"),
    ),
    "a release of another population": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo genero", _FOUR_HIDDEN),)),),
        releases={"otra.personas": ledger("1 varon 2020 . 27\n1 trans 2020 . 21")["siembra.personas"]},
    ),
    "a count that the State has published": one(
        sheet("periodo genero", "2020 mujer 80\n2020 varon 6"), waivers=[_waiver(periodo="2020", genero="varon")]
    ),
    "numbers that count nobody, in prose": one(
        sheet("periodo", "2020 140\n2021 150"),
        summary="La línea 145 atiende las 24 horas; la Ley 26.364 se reformó en 2012 y rige en 3 países inventados.",
    ),
    "shares in prose": one(
        sheet("periodo", "2020 140\n2021 150"),
        summary="En 2020 fueron 140 personas, 6 % menos que en 2021, cuando fueron 150 personas en la serie sintética.",
    ),
    "a large count in prose": one(
        sheet("periodo genero", "2020 mujer 80\n2020 varon 60"),
        summary="En 2020 se contaron 140 personas en la serie sintética.",
    ),
    "dates and articles on a page": Catalogue(
        datasets=(Planted(sheets=(sheet("periodo", "2020 140\n2021 150"),)),),
        pages={"metodos-sinteticos": "El artículo 2 del Protocolo se revisó el 3 de mayo de 2020, en 4 reuniones sintéticas."},
    ),
}


def protected() -> Iterator[tuple[str, Catalogue]]:
    """Families that the tool itself has protected, as a publisher would show them."""
    shapes: tuple[tuple[Shape, tuple[int, ...]], ...] = (
        ((6, 5), ()),
        ((8, 5), ()),
        ((7, 6), ()),
        ((9, 4), (0,)),
        ((4, 4, 4), ()),
    )
    for number, (shape, hierarchy) in enumerate(shapes):
        yield f"protected by the tool, {'×'.join(map(str, shape))}, seed {number}", _protected(shape, hierarchy, number)


def _protected(shape: Shape, hierarchy: tuple[int, ...], seed: int) -> Catalogue:
    family, values = generate_family(shape, seed, hierarchy=hierarchy, mean=20)
    small = frozenset(cell for cell, value in enumerate(values) if 0 < value < 10)
    pattern = find_pattern(
        Problem(family=family, values=values, primary=small, cost=default_costs(family, values), k=10, budget=10)
    )
    names = [f"d{place}" for place in range(len(shape))]
    lines = [
        " ".join((*_codes(key, names), HIDDEN if cell in pattern.hidden else str(value)))
        for cell, (key, value) in enumerate(zip(family.keys, values, strict=True))
    ]
    parents = {
        name: {part: code for line in family.equations for code, part in _steps(family.keys, line.total, line.parts, name)}
        for name in names
    }
    table = Sheet(name="tabla", dimensions=" ".join(names), lines="\n".join(lines), parents=parents)
    return Catalogue(datasets=(Planted(sheets=(table,)),))


def _codes(key: Key, names: list[str]) -> list[str]:
    own = dict(key)
    return [own.get(name, "total") for name in names]


def _steps(keys: tuple[Key, ...], total: int, parts: tuple[int, ...], name: str) -> Iterator[tuple[str, str]]:
    """Each code of a dimension that another code of it contains."""
    whole = dict(keys[total]).get(name)
    for part in parts:
        code = dict(keys[part]).get(name)
        if whole is not None and code is not None and code != whole:
            yield whole, code
