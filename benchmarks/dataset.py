"""An invented dataset: two tables of about twenty rows, a line and stacked columns, complete in both languages."""

from collections.abc import Iterator
from random import Random
from typing import Any

from benchmarks.register import CHANGES, SOURCE_IDS, frame, resource

CHANGED_YEAR = 2005
"""A year of which only the table `total` speaks."""

_YEARS = range(2001, 2021)
_SPLIT_YEARS = range(2016, 2021)
_WAYS = {"telefono": ("Teléfono", "Telephone"), "formulario": ("Formulario", "Form"), "visita": ("Visita", "Visit")}
_THEMES = ("AGRI", "ECON", "EDUC", "ENVI", "GOVE", "HEAL", "JUST", "REGI", "SOCI", "TECH", "TRAN")
_COUNTS = {
    "what": ("Una unidad es una llamada inventada.", "One unit is an invented call."),
    "event": ("Se cuenta cuando la oficina inventada la registra.", "Counted when the invented office records it."),
    "recorder": ("Oficina inventada de estadística.", "Invented office of statistics."),
    "definition": ("Definición inventada de una norma inventada.", "Invented definition of an invented norm."),
    "includes": ("Todas las llamadas inventadas.", "All invented calls."),
    "excludes": ("Las llamadas que existieron.", "Calls that took place."),
    "period_rule": ("El año en que se la registró.", "The year in which it was recorded."),
}
_FIELDS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "id": ("Identificador", "Identifier", {"role": "attribute", "concept": "identifier"}),
    "periodo": ("Período", "Period", {"role": "dimension", "concept": "time-period"}),
    "via": ("Vía", "Way", {"role": "dimension", "totalCode": "total"}),
    "llamadas": ("Llamadas", "Calls", {"role": "measure", "unit": "calls"}),
    "calificador": ("Calificador", "Qualifier", {"role": "attribute", "concept": "qualifier"}),
    "obs_status": ("Estado de la observación", "Observation status", {"role": "attribute", "concept": "obs-status"}),
    "conf_status": ("Confidencialidad", "Confidentiality", {"role": "attribute", "concept": "conf-status"}),
    "fuente": ("Fuente", "Source", {"role": "attribute", "concept": "source"}),
    "confianza": ("Confianza", "Confidence", {"role": "attribute", "concept": "confidence"}),
    "nota": ("Nota", "Note", {"role": "attribute", "concept": "comment"}),
}
_CODES = {
    "via": {"total": ("Total", "Total"), **_WAYS},
    "calificador": {"exacto": ("Exacto", "Exact"), "aprox": ("Aproximado", "Approximate")},
    "obs_status": {"A": ("Normal", "Normal"), "P": ("Provisorio", "Provisional")},
    "conf_status": {"F": ("Libre", "Free")},
    "confianza": {"alta": ("Alta", "High"), "media": ("Media", "Medium")},
}
_OPTIONAL = ("calificador", "nota")
_TABLES = {
    "total": (("Total por año", "Total by year"), tuple(name for name in _FIELDS if name != "via")),
    "por-via": (("Por año y vía", "By year and way"), tuple(_FIELDS)),
}


def dataset_files(id: str, chance: Random) -> dict[str, Any]:  # noqa: A002 - the field's word
    """The files of a dataset, by name."""
    split = {year: {way: chance.randint(10, 900) for way in _WAYS} for year in _SPLIT_YEARS}
    totals = {year: sum(split[year].values()) if year in split else chance.randint(30, 2700) for year in _YEARS}
    theme = chance.choice(_THEMES)
    return {
        "datapackage.yaml": _descriptor(id, totals[2020], theme),
        "datapackage.en.yaml": _translation(id, totals[2020]),
        "changes.yaml": CHANGES,
        "total.csv": _csv("total", _total_rows(totals, chance)),
        "por-via.csv": _csv("por-via", _split_rows(split, chance)),
    }


def _total_rows(totals: dict[int, int], chance: Random) -> Iterator[tuple[object, ...]]:
    for number, (year, calls) in enumerate(totals.items(), 1):
        note = "Cifra inventada" if number % 7 == 0 else ""
        yield f"t-{number}", year, calls, "exacto", "A", "F", chance.choice(SOURCE_IDS), "alta", note


def _split_rows(split: dict[int, dict[str, int]], chance: Random) -> Iterator[tuple[object, ...]]:
    number = 0
    for year, ways in split.items():
        source = chance.choice(SOURCE_IDS)
        for way, calls in {"total": sum(ways.values()), **ways}.items():
            number += 1
            yield f"v-{number}", year, way, calls, "exacto", "A", "F", source, "media", ""


def _csv(name: str, rows: Iterator[tuple[object, ...]]) -> str:
    lines = (",".join(str(cell) for cell in row) for row in rows)
    return "\n".join((",".join(_TABLES[name][1]), *lines)) + "\n"


def _descriptor(id: str, last: int, theme: str) -> dict[str, Any]:  # noqa: A002
    number = id.rpartition("-")[2]
    return {
        **frame(id, f"Conjunto sintético {number}"),
        "description": (
            f"Serie sintética {number}, hecha para medir el tiempo de la construcción. No describe a ninguna persona ni a "
            "ningún hecho: las cifras salen de un generador de números. "
            "Se publica con dos tablas, dos gráficos y un acuerdo, como un conjunto de datos verdadero."
        ),
        "keywords": ["datos sinteticos", f"serie {number}"],
        "celosia": {
            "kind": "statistics",
            "summary": f"En 2020 el conjunto sintético {number} registró {last} llamadas inventadas.",
            "issued": "2026-01-01",
            "modified": "2026-01-01",
            "spatial": ["AR"],
            "themes": [theme],
            "frequency": "ANNUAL",
            "counts": {"unit": "calls", **{key: texts[0] for key, texts in _COUNTS.items()}},
            "charts": [
                {"name": "por-anio", "kind": "line", "table": "total", **_drawn("periodo"), **_told(number)["por-anio"][0]},
                {
                    "name": "por-via", "kind": "stacked-bars", "table": "por-via", **_drawn("periodo", "via"),
                    "where": {"via": list(_WAYS)}, **_told(number)["por-via"][0],
                },
            ],
        },
        "resources": [
            resource(name, titles[0], [_field(column) for column in columns]) for name, (titles, columns) in _TABLES.items()
        ],
    }  # fmt: skip


def _drawn(*dimensions: str) -> dict[str, Any]:
    return {"measure": "llamadas", "dimensions": list(dimensions)}


def _told(number: str) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """The title and the sentence of each chart, in Spanish and in English."""
    return {
        "por-anio": (
            {
                "title": f"Las llamadas inventadas del conjunto {number} cambian cada año",
                "description": "Llamadas inventadas por año, de 2001 a 2020.",
            },
            {
                "title": f"The invented calls of dataset {number} change every year",
                "description": "Invented calls by year, from 2001 to 2020.",
            },
        ),
        "por-via": (
            {
                "title": f"Las tres vías inventadas del conjunto {number} se reparten las llamadas",
                "description": "Llamadas inventadas por año y vía, de 2016 a 2020.",
            },
            {
                "title": f"The three invented ways of dataset {number} share the calls",
                "description": "Invented calls by year and way, from 2016 to 2020.",
            },
        ),
    }


def _field(name: str) -> dict[str, Any]:
    title, _, told = _FIELDS[name]
    constraints: dict[str, Any] = {} if name in _OPTIONAL else {"required": True}
    categories = {}
    if name == "llamadas":
        constraints["minimum"] = 0
    if name in _CODES:
        constraints["enum"] = list(_CODES[name])
        categories = {"categories": [{"value": value, "label": label} for value, (label, _) in _CODES[name].items()]}
    return {
        "name": name,
        "type": "integer" if name == "llamadas" else "string",
        "title": title,
        "description": f"{title} de la fila inventada",
        **told,
        "constraints": constraints,
        **categories,
    }


def _translation(id: str, last: int) -> dict[str, Any]:  # noqa: A002
    number = id.rpartition("-")[2]
    return {
        "title": f"Synthetic dataset {number}",
        "description": (
            f"Synthetic series {number}, made to measure the time of a build. It describes no person and no event: the "
            "figures come from a generator of numbers. It has two tables, two charts and an agreement, as a true dataset has."
        ),
        "keywords": ["synthetic data", f"series {number}"],
        "celosia": {
            "summary": f"In 2020 the synthetic dataset {number} recorded {last} invented calls.",
            "counts": {key: texts[1] for key, texts in _COUNTS.items()},
            "charts": [{"name": name, **texts[1]} for name, texts in _told(number).items()],
        },
        "resources": [
            {
                "name": name,
                "title": titles[1],
                "description": f"{titles[1]}: invented figures.",
                "fields": [_field_en(column) for column in columns],
            }
            for name, (titles, columns) in _TABLES.items()
        ],
    }


def _field_en(name: str) -> dict[str, Any]:
    title = _FIELDS[name][1]
    categories = [{"value": value, "label": label} for value, (_, label) in _CODES.get(name, {}).items()]
    told = {"name": name, "title": title, "description": f"{title} of the invented row"}
    return {**told, "categories": categories} if categories else told
