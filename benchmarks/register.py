"""The invented register of sources that every generated dataset cites."""

from typing import Any

SOURCES = "fuentes-sinteticas"
SOURCE_IDS = ("s1", "s2", "s3")

_COLUMNS = (
    ("id", "Identificador", "Identifier", "identifier"),
    ("titulo", "Título", "Title", None),
    ("editor", "Editor", "Publisher", None),
    ("tipo", "Tipo", "Kind", None),
    ("fecha", "Fecha", "Date", None),
    ("url", "Dirección", "Address", "url"),
)
_COUNTS = {
    "what": ("Una unidad es una fuente inventada.", "One unit is an invented source."),
    "event": ("Se agrega con el catálogo.", "Added with the catalogue."),
    "recorder": ("Institución inventada.", "Invented institution."),
    "definition": ("Definición inventada.", "Invented definition."),
    "includes": ("Fuentes inventadas.", "Invented sources."),
    "excludes": ("Todo lo que existe.", "All that exists."),
    "period_rule": ("Sin período.", "No period."),
}


def register_files() -> dict[str, Any]:
    """The files of the dataset of sources."""
    address = "https://fuente.example/"
    rows = (f"{name},Informe inventado {name},Oficina inventada,informe,2021,{address}{name}\n" for name in SOURCE_IDS)
    return {
        "datapackage.yaml": _descriptor(),
        "datapackage.en.yaml": _translation(),
        "changes.yaml": CHANGES,
        "fuentes.csv": ",".join(name for name, *_ in _COLUMNS) + "\n" + "".join(rows),
    }


CHANGES = [
    {
        "version": "1.0.0",
        "date": "2026-01-01",
        "type": "new-data",
        "note": {"es": "Primera publicación sintética.", "en": "First synthetic release."},
    }
]


def frame(id: str, title: str) -> dict[str, Any]:  # noqa: A002 - the field's word
    """What every generated descriptor starts with."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": id,
        "title": title,
        "version": "1.0.0",
        "created": "2026-01-01T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Atribución 4.0 Internacional",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [
            {"title": "Institución inventada", "roles": ["publisher"]},
            {"title": "Oficina inventada", "roles": ["creator"]},
        ],
        "sources": [{"title": "Informe inventado", "path": "https://fuente.example/s1"}],
    }


def resource(name: str, title: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    """A table of a generated descriptor."""
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": title,
        "description": f"{title}: cifras inventadas.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": ["id"], "missingValues": [""]},
    }


def _descriptor() -> dict[str, Any]:
    fields = [
        {
            "name": name,
            "type": "string",
            "title": title,
            "description": f"{title} de la fuente inventada",
            "role": "attribute",
            **({"concept": concept} if concept else {}),
            "constraints": {"required": True},
        }
        for name, title, _, concept in _COLUMNS
    ]
    return {
        **frame(SOURCES, "Fuentes sintéticas"),
        "description": "Registro sintético de fuentes: no describe a ninguna persona, institución ni norma que exista.",
        "keywords": ["datos sinteticos"],
        "celosia": {
            "kind": "register",
            "summary": "Una lista inventada para medir.",
            "issued": "2026-01-01",
            "modified": "2026-01-01",
            "spatial": ["AR"],
            "themes": ["JUST"],
            "frequency": "IRREG",
            "counts": {"unit": "documents", **{key: texts[0] for key, texts in _COUNTS.items()}},
        },
        "resources": [resource("fuentes", "Fuentes", fields)],
    }


def _translation() -> dict[str, Any]:
    fields = [
        {"name": name, "title": title, "description": f"{title} of the invented source"} for name, _, title, _ in _COLUMNS
    ]
    return {
        "title": "Synthetic sources",
        "description": "Synthetic register of sources: it describes no person, institution or norm that exists.",
        "keywords": ["synthetic data"],
        "celosia": {
            "summary": "A list invented to measure with.",
            "counts": {key: texts[1] for key, texts in _COUNTS.items()},
        },
        "resources": [{"name": "fuentes", "title": "Sources", "description": "Invented figures.", "fields": fields}],
    }
