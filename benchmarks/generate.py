"""Invented catalogues of N datasets to measure with: a seed always gives the same files, a dataset the same at any N."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Any

import yaml

from benchmarks.agreement import agreement
from benchmarks.dataset import CHANGED_YEAR, dataset_files
from benchmarks.register import SOURCES, register_files

ROOT = Path(__file__).resolve().parents[1]
CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
EPOCH = "1767225600"
"""The only clock of the builds: 2026-01-01."""

_TITLES = {"es": "Catálogo sintético para medir", "en": "Synthetic catalogue to measure with"}
_TEXTS = {
    "es": "Catálogo sintético para medir el tiempo de la construcción. Todas sus cifras y acuerdos son inventados.",
    "en": "Synthetic catalogue that measures the time of a build. All its figures and agreements are invented.",
}
_PAGES = {
    "about": ("Acerca de", "About"),
    "methods": ("Métodos", "Methods"),
    "glossary": ("Glosario", "Glossary"),
    "privacy": ("Información", "Information"),
}


def generate(folder: Path, count: int, seed: int = 1) -> None:
    """Write a catalogue of `count` datasets, each with an agreement, that `celosia check` accepts."""
    write(folder / "catalog.yaml", _catalog())
    write(folder / "catalog.en.yaml", _catalog_en())
    _place(folder / "datasets" / SOURCES, register_files())
    for number in range(1, count + 1):
        chance = Random(f"{seed}:{number}")
        _place(folder / "datasets" / dataset_id(number), dataset_files(dataset_id(number), chance))
        write(folder / "agreements" / f"{agreement_id(number)}.yaml", agreement(agreement_id(number), chance))
    for lang in _TITLES:
        for slug, titles in _PAGES.items():
            write(folder / "docs" / lang / slug / "index.md", _page(lang, titles[lang == "en"]))
    for config in CONFIGS:
        copyfile(ROOT / config, folder / config)


def change_one_cell(folder: Path) -> None:
    """Add one to one figure of the first dataset, on which no sum, title or other page depends."""
    table = folder / "datasets" / dataset_id(1) / "total.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    row = next(number for number, line in enumerate(lines) if f",{CHANGED_YEAR}," in line)
    cells = lines[row].split(",")
    lines[row] = ",".join((*cells[:2], str(int(cells[2]) + 1), *cells[3:]))
    write(table, "\n".join(lines) + "\n")


def dataset_id(number: int) -> str:
    """The id of a dataset."""
    return f"sintetico-{number:04}"


def agreement_id(number: int) -> str:
    """The id of an agreement."""
    return f"acuerdo-sintetico-{number:04}"


def write(path: Path, content: str | Mapping[str, Any] | list[Any]) -> None:
    """Write a text, or a value as YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content if isinstance(content, str) else _yaml(content), encoding="utf-8")


def _yaml(value: Mapping[str, Any] | list[Any]) -> str:
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def _place(folder: Path, files: Mapping[str, Any]) -> None:
    for name, content in files.items():
        write(folder / name, content)


def _page(lang: str, title: str) -> str:
    body = _TEXTS[lang]
    return f"---\ntitle: {title}\ndescription: {body}\n---\n\n# {title}\n\n{body}\n"


def _catalog() -> dict[str, Any]:
    return {
        "title": _TITLES["es"],
        "description": _TEXTS["es"],
        "publisher": {"name": "Institución inventada", "url": "https://institucion.example/"},
        "url": "https://catalogo.example/",
        "languages": ["es", "en"],
        "license": {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Atribución 4.0 Internacional",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        },
        "help_lines": [
            {
                "country": "AR",
                "number": "000",
                "label": "Argentina",
                "note": "Número inventado",
                "source": "https://fuente.example/ayuda",
                "checked": "2026-01-01",
            }
        ],
        "exit_url": "https://tiempo.example/",
        "sources": SOURCES,
        "key_figures": [
            {
                "dataset": dataset_id(1),
                "table": "total",
                "measure": "llamadas",
                "where": {"periodo": "2020"},
                "label": "Llamadas inventadas del primer conjunto",
            }
        ],
        "territories": [{"code": "AR", "name": "Argentina"}],
    }


def _catalog_en() -> dict[str, Any]:
    return {
        "title": _TITLES["en"],
        "description": _TEXTS["en"],
        "help_lines": [{"number": "000", "label": "Argentina", "note": "Invented number"}],
        "key_figures": [{"label": "Invented calls of the first dataset"}],
        "territories": [{"code": "AR", "name": "Argentina"}],
    }
