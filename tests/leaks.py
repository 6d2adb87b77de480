"""Leaks of arithmetic, each of another kind, planted in small synthetic catalogues. Nobody is counted in them.

Each names the findings of which one at least must be made. Thresholds are the default ones: 10 persons, 5 cases and reports; at
least three hidden cells in a line. What gives a cell away is said in a comment where it takes more than a subtraction.
"""

from planting import Catalogue, Planted, Sheet

EXACT = ("audit-exact",)
UNDER = ("audit-small",)
GIVEN_AWAY = ("audit-exact", "audit-small")
REMAINDER = ("audit-small", "audit-exact", "small-remainder")
SAID = ("small-count-in-text",)


def one(*sheets: Sheet, **said: object) -> Catalogue:
    """A catalogue of one dataset."""
    return Catalogue(datasets=(Planted(sheets=sheets, celosia=said),))


def sheet(dimensions: str, lines: str, name: str = "tabla", **more: object) -> Sheet:
    """A table of persons."""
    return Sheet(name=name, dimensions=dimensions, lines=lines, **more)  # type: ignore[arg-type]


LEDGER = "release,date,table,genero,periodo,provincia,value,status"


def ledger(lines: str) -> dict[str, str]:
    """Earlier releases of the only measure of the only dataset: release, gender, period, province (a dot: all), value."""
    rows = [LEDGER]
    for line in lines.strip().splitlines():
        release, genero, periodo, provincia, value = ("" if word == "." else word for word in line.split())
        hidden = value == "[c]"
        day = f"2025-0{release}-01"
        status = "C" if hidden else "R10" if value.startswith("~") else "F"
        figure = "" if hidden else value.strip("~")
        rows.append(f"{release},{day},siembra/tabla,{genero},{periodo},{provincia},{figure},{status}")
    return {"siembra.personas": "\n".join(rows)}


_MARGIN = sheet(
    "periodo genero",
    """
    2020 total 140
    2020 mujer 121
    2020 varon [c]
    """,
)
_PAIR = """
    2020 total 140
    2020 mujer 121
    2020 varon [c]
    2020 trans [c]
    """
_COLUMN = sheet(
    "provincia genero",
    """
    norte total 140
    norte mujer [c]
    norte varon 60
    sur total 180
    sur mujer 90
    sur varon 90
    total total 320
    total mujer 170
    total varon 150
    """,
)
# (rows) norte: m + v = 9; each under 10
_UNDER = sheet("periodo genero", "2020 total 140\n2020 mujer 131\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]")
_NONE_LEFT = sheet("periodo genero", "2020 total 140\n2020 mujer 140\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]")
_BLOCK = sheet(
    "provincia edad",
    # rows p and q leave 8 and 30 for three cells each: those of p are under 10
    """
    p total 108
    p e1 100
    p e2 [c]
    p e3 [c]
    p e4 [c]
    q total 130
    q e1 100
    q e2 [c]
    q e3 [c]
    q e4 [c]
    r total 150
    r e1 100
    r e2 [c]
    r e3 [c]
    r e4 [c]
    total total 388
    total e1 300
    total e2 28
    total e3 30
    total e4 30
    """,
)
_COLUMNS_IN_TWO = sheet(
    "provincia edad",
    # no line has one hidden cell, but rows p + q less columns e1 + e2 is the cell (q, e3): 20 + 37 − 20 − 25 = 12
    """
    p total 120
    p e1 [c]
    p e2 [c]
    p e3 100
    q total 137
    q e1 [c]
    q e2 [c]
    q e3 [c]
    q e4 100
    r total 150
    r e1 50
    r e2 50
    r e3 [c]
    r e4 [c]
    s total 160
    s e1 60
    s e2 60
    s e3 [c]
    s e4 [c]
    total e1 130
    total e2 135
    """,
)
_CHAIN = (
    sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon [c]", name="por-genero"),
    sheet("periodo genero edad", "2020 varon joven [c]\n2020 varon adulto 46", name="por-genero-edad"),
    sheet(
        "periodo genero edad provincia",
        "2020 varon joven norte [c]\n2020 varon joven sur 11",
        name="por-genero-edad-provincia",
    ),
)
_PROVINCES = {"provincia": {"n1": "norte", "n2": "norte", "s1": "sur", "s2": "sur"}}
_THREE = {"provincia": {"n1": "norte", "n2": "norte", "norte": "pais", "sur": "pais"}}
_BANDS = {"edad": {"0-12": "menores", "13-17": "menores", "18-29": "adultos", "30-59": "adultos"}}

LEAKS: dict[str, tuple[Catalogue, tuple[str, ...]]] = {
    "a row's margin": (one(_MARGIN), EXACT),
    "a column's margin": (one(_COLUMN), EXACT),
    "two hidden cells that are few together": (
        one(sheet("periodo genero", "2020 total 140\n2020 mujer 134\n2020 varon [c]\n2020 trans [c]")),
        UNDER,
    ),
    "three hidden cells that are few together": (one(_UNDER), UNDER),
    "nothing is left for the hidden cells": (one(_NONE_LEFT), EXACT),
    "a hidden total with all its parts": (one(sheet("periodo genero", "2020 total [c]\n2020 mujer 60\n2020 varon 51")), EXACT),
    "the unknown category alone": (
        one(sheet("periodo genero", "2020 total 140\n2020 mujer 70\n2020 varon 55\n2020 sin-dato [c]")),
        EXACT,
    ),
    "a block whose row is few": (one(_BLOCK), UNDER),
    "rows less columns": (one(_COLUMNS_IN_TWO), EXACT),
    "a sibling table shows the parts": (
        one(
            sheet("periodo genero", "2020 mujer 70\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]", name="por-genero"),
            sheet("periodo genero edad", "2020 varon joven 25\n2020 varon adulto 31", name="por-edad"),
        ),
        EXACT,
    ),
    "a sibling table shows the cell": (
        one(
            sheet("periodo genero", "2020 mujer 70\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]", name="uno"),
            sheet("periodo genero", "2020 mujer 70\n2020 varon 16", name="otra"),
        ),
        ("hidden-cell-shown", "audit-exact"),
    ),
    "the total stands in another table": (
        one(
            sheet("periodo", "2020 140", name="total"),
            sheet("periodo genero", "2020 mujer 121\n2020 varon [c]", name="por-genero"),
        ),
        EXACT,
    ),
    "a chain through three tables": (one(*_CHAIN), EXACT),
    "bands 18-25 beside 18-30": (
        one(
            sheet("periodo edad", "2020 0-17 80\n2020 18-30 64\n2020 31-59 90", name="una"),
            sheet("periodo edad", "2020 0-17 80\n2020 18-25 60\n2020 26-59 94", name="otra"),
        ),
        REMAINDER,
    ),
    "a band within a wider one": (
        one(
            sheet("periodo edad", "2020 0-17 80", name="una"),
            sheet("periodo edad", "2020 0-12 73", name="otra"),
        ),
        REMAINDER,
    ),
    "region and province": (
        one(sheet("provincia", "norte 90\nn1 78\nn2 [c]\nsur 100\ns1 60\ns2 40", parents=_PROVINCES)),
        EXACT,
    ),
    "three levels of areas": (
        one(sheet("provincia", "pais 300\nsur 120\nn1 [c]\nn2 160\nnorte [c]", parents=_THREE)),
        EXACT,
    ),
    "a region of one province": (
        one(sheet("provincia", "norte 90\nsur 100\nn1 [c]\ns1 60\ns2 40", parents=_PROVINCES)),
        EXACT,
    ),
    "minors and their bands": (
        one(sheet("edad", "menores 61\nadultos 90\n0-12 50\n13-17 [c]\n18-29 40\n30-59 50", parents=_BANDS)),
        EXACT,
    ),
    "two hierarchies crossed": (
        one(
            sheet(
                "provincia edad",
                # norte·menores less n2·menores is n1·menores, less 0-12 is the hidden cell
                """
                norte menores 100
                n1 0-12 25
                n1 13-17 [c]
                n2 0-12 30
                n2 13-17 31
                """,
                parents=_PROVINCES | _BANDS,
            )
        ),
        EXACT,
    ),
    "months and their year": (
        one(
            sheet("periodo", "2020 260", name="anual"),
            sheet(
                "periodo", "\n".join(f"2020-{month:02} {'[c]' if month == 7 else 22}" for month in range(1, 13)), name="mensual"
            ),
        ),
        EXACT,
    ),
    "halves and their year": (
        one(
            sheet("periodo", "2020 140\n2021 150", name="anual"),
            sheet("periodo", "2020-01/2020-06 122\n2020-07/2020-12 [c]", name="semestral"),
        ),
        EXACT,
    ),
    "years and the period that holds them": (
        one(
            sheet("periodo", "2019/2021 330", name="periodo-entero"),
            sheet("periodo", "2019 110\n2020 [c]\n2021 120", name="anual"),
        ),
        EXACT,
    ),
    "quarters within months": (
        one(
            sheet("periodo", "2020-01/2020-03 75", name="trimestral"),
            sheet("periodo", "2020-01 30\n2020-02 [c]\n2020-03 33", name="mensual"),
        ),
        EXACT,
    ),
    "a remainder that no row has": (
        one(sheet("periodo genero", "2020 total 140\n2020 mujer 80\n2020 varon 56")),
        REMAINDER,
    ),
    "a remainder across two tables": (
        one(
            sheet("periodo", "2020 140", name="total"),
            sheet("periodo genero", "2020 mujer 80\n2020 varon 53", name="por-genero"),
        ),
        REMAINDER,
    ),
    "a visible count under the threshold": (one(sheet("periodo genero", "2020 mujer 80\n2020 varon 7")), ("small-count",)),
    "a visible count of cases": (
        one(sheet("periodo provincia", "2020 norte 80\n2020 sur 3", unit="cases", measure="causas")),
        ("small-count",),
    ),
    "a hidden count of households": (
        one(sheet("periodo provincia", "2020 total 90\n2020 norte 82\n2020 sur [c]", unit="households", measure="hogares")),
        EXACT,
    ),
    "calls crossed with an attribute of victims": (
        one(sheet("periodo explotacion*", "2020 sexual 80\n2020 laboral 6", unit="calls", measure="llamadas")),
        ("small-count",),
    ),
    "everybody of a line in one category": (
        one(sheet("provincia explotacion*", "norte sexual 60\nnorte laboral 0\nsur sexual 50\nsur laboral 40")),
        ("group-disclosure",),
    ),
    "all but one of a line in one category": (
        one(sheet("provincia explotacion*", "norte sexual 60\nnorte laboral 1\nsur sexual 50\nsur laboral 40")),
        ("group-disclosure", "small-count"),
    ),
    "four dimensions of persons": (
        one(
            sheet(
                "provincia genero edad origen",
                "\n".join(f"{a} {b} {c} {d} 60" for a in ("norte", "sur") for b in "mv" for c in "ja" for d in "xy"),
            )
        ),
        ("too-many-dimensions",),
    ),
    "a line with one hidden cell and its hidden total": (
        # two hidden cells are one for who knows the other
        one(sheet("periodo genero", "2020 total [c]\n2020 mujer 60\n2020 varon [c]")),
        ("audit-thin-line", "audit-insider"),
    ),
    "two hidden cells: who knows one knows the other": (
        one(sheet("periodo genero", "2020 total 140\n2020 mujer 90\n2020 varon [c]\n2020 trans [c]")),
        ("audit-thin-line", "audit-insider"),
    ),
    "a visible zero among zeros that are always shown": (
        # 11 persons in three cells, none of them empty: the largest is 9
        Catalogue(
            datasets=(
                Planted(
                    sheets=(
                        sheet(
                            "periodo genero", "2020 total 140\n2020 mujer 129\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]"
                        ),
                    )
                ),
            ),
            policy={"zeros": "shown"},
        ),
        UNDER,
    ),
    "a cell that cannot be": (
        # trans does not apply (M): the others make up the total
        one(sheet("periodo genero", "2020 total 140\n2020 mujer 100\n2020 varon [c]\n2020 trans M")),
        EXACT,
    ),
    "two datasets of the same population": (
        Catalogue(
            datasets=(
                Planted(
                    sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]"),),
                    celosia={"disclosure": {"population": "registro"}},
                ),
                Planted(
                    id="siembra-otra",
                    sheets=(sheet("periodo genero edad", "2020 varon joven 15\n2020 varon adulto 16"),),
                    celosia={"disclosure": {"population": "registro"}},
                ),
            )
        ),
        EXACT,
    ),
    "another column of the same population": (
        one(
            sheet("periodo genero", "2020 mujer 90\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]", name="una"),
            sheet("periodo genero edad", "2020 varon joven 15\n2020 varon adulto 16", name="otra", measure="victimas"),
            disclosure={"populations": {"una": "registro", "otra": "registro"}},
        ),
        EXACT,
    ),
    "a waiver's figure gives another away": (
        Catalogue(
            datasets=(
                Planted(
                    sheets=(sheet("periodo genero", "2020 total 140\n2020 mujer 120\n2020 varon 6\n2020 trans [c]"),),
                    celosia={
                        "waivers": [
                            {
                                "table": "tabla",
                                "measure": "personas",
                                "where": {"periodo": "2020", "genero": "varon"},
                                "reason": "El Estado inventado ya publicó esta cifra sintética.",
                                "signed_by": "Persona Inventada",
                                "date": "2026-01-15",
                                "source": "https://fuente.example/informe",
                            }
                        ]
                    },
                ),
            )
        ),
        EXACT,
    ),
    "a waiver for two persons": (
        Catalogue(
            datasets=(
                Planted(
                    sheets=(sheet("periodo genero", "2020 mujer 120\n2020 varon 2"),),
                    celosia={
                        "waivers": [
                            {
                                "table": "tabla",
                                "measure": "personas",
                                "where": {"periodo": "2020", "genero": "varon"},
                                "reason": "El Estado inventado ya publicó esta cifra sintética.",
                                "signed_by": "Persona Inventada",
                                "date": "2026-01-15",
                                "source": "https://fuente.example/informe",
                            }
                        ]
                    },
                ),
            )
        ),
        ("waiver-too-small", "small-count"),
    ),
    "shown in an earlier release": (
        Catalogue(
            datasets=(
                Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]"),)),
            ),
            releases=ledger("1 mujer 2020 . 90\n1 varon 2020 . 14"),
        ),
        ("hidden-cell-shown", "audit-exact"),
    ),
    "the total of an earlier release": (
        Catalogue(
            datasets=(Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon [c]"),)),),
            releases=ledger("1 . 2020 . 121"),
        ),
        EXACT,
    ),
    "an earlier release showed the parts": (
        Catalogue(
            datasets=(
                Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]"),)),
            ),
            releases=ledger("1 varon 2020 norte 12\n1 varon 2020 sur 15"),
        ),
        EXACT,
    ),
    "all years then and all years now": (
        # the new year is what all years have grown by
        Catalogue(
            datasets=(
                Planted(
                    sheets=(
                        sheet("periodo", "2018/2020 300\n2018/2021 306", name="acumulada"),
                        sheet("periodo", "2018 100\n2019 110\n2020 90", name="anual"),
                    )
                ),
            ),
        ),
        REMAINDER,
    ),
    "sticky marks, and the totals of two releases": (
        Catalogue(
            datasets=(
                Planted(
                    sheets=(
                        sheet(
                            "periodo provincia",
                            "2019 norte [c]\n2020 norte [c]\n2021 norte [c]\n2022 norte [c]\n2019/2022 norte 92",
                        ),
                    )
                ),
            ),
            releases=ledger("1 . 2019 norte [c]\n1 . 2020 norte [c]\n1 . 2021 norte [c]\n1 . 2019/2021 norte 85"),
        ),
        GIVEN_AWAY,
    ),
    "three releases, each harmless beside the one before": (
        Catalogue(
            datasets=(
                Planted(
                    sheets=(
                        sheet(
                            "periodo provincia",
                            "2019 norte [c]\n2020 norte [c]\n2021 norte [c]\n2020/2021 norte 61",
                        ),
                    )
                ),
            ),
            releases=ledger(
                "1 . 2019 norte [c]\n1 . 2020 norte [c]\n1 . 2019/2020 norte 70\n"
                "2 . 2019 norte [c]\n2 . 2020 norte [c]\n2 . 2021 norte [c]\n2 . 2019/2021 norte 98"
            ),
        ),
        EXACT,
    ),
    "a cell once hidden is shown, and tells its neighbour": (
        Catalogue(
            datasets=(Planted(sheets=(sheet("periodo genero", "2020 varon 27"),)),),
            releases=ledger("1 . 2020 . 100\n1 mujer 2020 . 60\n1 varon 2020 . [c]\n1 trans 2020 . [c]"),
        ),
        EXACT,
    ),
    "a figure revised by a few": (
        Catalogue(
            datasets=(Planted(sheets=(sheet("periodo genero", "2020 mujer 93\n2020 varon 60"),)),),
            releases=ledger("1 mujer 2020 . 90\n1 varon 2020 . 60"),
        ),
        ("small-revision",),
    ),
    "rounded then, suppressed now": (
        Catalogue(
            datasets=(
                Planted(sheets=(sheet("periodo genero", "2020 mujer 90\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]"),)),
            ),
            releases=ledger("1 varon 2020 . ~0"),
        ),
        UNDER,
    ),
    "a share with its whole": (
        one(
            sheet(
                "periodo genero", "2020 total 140\n2020 mujer 110\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]", name="conteo"
            ),
            sheet("periodo genero", "2020 varon 5.0", name="porcentaje", unit="%", measure="porcentaje"),
        ),
        GIVEN_AWAY,
    ),
    "a few persons in the summary": (
        one(
            sheet("periodo", "2020 140\n2021 150"),
            summary="En 2020 se registraron 3 mujeres víctimas de trata en la serie sintética.",
        ),
        SAID,
    ),
    "a few persons in words": (
        one(
            sheet("periodo", "2020 140\n2021 150"),
            summary="En 2020 se registraron tres mujeres víctimas en la serie sintética.",
        ),
        SAID,
    ),
    "a few persons in a note": (
        one(sheet("periodo", "2020 140 !incluye_4_niñas_rescatadas\n2021 150")),
        SAID,
    ),
    "a few persons in a table's title": (
        one(sheet("periodo", "2020 140\n2021 150", title="Total, con 2 personas extranjeras")),
        SAID,
    ),
    "a few persons on a page": (
        Catalogue(
            datasets=(Planted(sheets=(sheet("periodo", "2020 140\n2021 150"),)),),
            pages={"metodos-sinteticos": "En la serie inventada hay 4 personas asistidas en 2020."},
        ),
        SAID,
    ),
    "the total is told in prose": (
        one(
            sheet("periodo genero", "2020 mujer 90\n2020 varon [c]"),
            summary="En 2020 se registraron 96 personas en la serie sintética.",
        ),
        GIVEN_AWAY,
    ),
    "published figures contradict each other": (
        one(sheet("periodo genero", "2020 total 100\n2020 mujer 121\n2020 varon [c]\n2020 trans [c]\n2020 otro [c]")),
        ("audit-inconsistent",),
    ),
}
