"""What `celosia protect` costs on a million synthetic records: seconds, and the largest its memory ever was."""

import csv
import shutil
import sys
from pathlib import Path
from random import Random

from benchmarks.measure import Cost, measured

LIMIT = 500.0
_PROVINCES = tuple(f"p{number:02}" for number in range(24))
_KINDS = tuple(f"k{number}" for number in range(6))
_SEXES = ("mujer", "varon", "otro")
_YEARS = tuple(str(year) for year in range(2015, 2025))

_CATALOG = """\
title: Catálogo sintético para medir
description: Nadie está contado aquí.
publisher: {name: Institución Inventada, url: https://institucion.example/}
url: https://catalogo.example/
languages: [es, en]
license: {name: CC-BY-4.0, title: Creative Commons Atribución 4.0 Internacional, path: https://creativecommons.org/licenses/by/4.0/}
help_lines: []
exit_url: https://tiempo.example/
"""
_PLAN = """\
unit: persons
date: 2026-01-15
population: sinteticas
source: {path: registros.csv, kind: microdata}
dimensions:
  periodo: {time: year, total: total}
  provincia: {total: total, codes: {%s}}
  explotacion: {total: total, sensitive: true, codes: {%s}}
  genero: {total: total, codes: {%s}}
tables:
  - {dataset: sinteticas, table: por-provincia, measure: personas, dimensions: {provincia: provincia, periodo: fecha}}
  - {dataset: sinteticas, table: por-explotacion, measure: personas, dimensions: {explotacion: explotacion, periodo: fecha}}
  - {dataset: sinteticas, table: por-genero, measure: personas, dimensions: {genero: genero, periodo: fecha}}
"""


def protect_records(folder: Path, count: int = 1_000_000) -> Cost:
    """The cost of a whole run, from the file of records to the safe tables."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "protection").mkdir(parents=True)
    (folder / "catalog.yaml").write_text(_CATALOG, encoding="utf-8")
    codes = (", ".join(f"{code}: {code}" for code in of) for of in (_PROVINCES, _KINDS, _SEXES))
    (folder / "protection/sinteticas.yaml").write_text(_PLAN % tuple(codes), encoding="utf-8")
    _write(folder / "registros.csv", count)
    command = ["protect", "sinteticas", "--root", str(folder)]
    return measured([*_CELOSIA, *command], folder / "log.txt")


_CELOSIA = (sys.executable, "-m", "celosia")


def _write(path: Path, count: int) -> None:
    """Records of people who do not exist: some provinces and some kinds are rare, as they are."""
    chance = Random(1)
    weights = [1 / (rank + 1) ** 3 for rank in range(len(_PROVINCES))]
    provinces = chance.choices(_PROVINCES, weights, k=count)
    kinds = chance.choices(_KINDS, (60, 25, 10, 4.99, 0.009, 0.001), k=count)
    sexes = chance.choices(_SEXES, (70, 29, 1), k=count)
    years = chance.choices(_YEARS, k=count)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("fecha", "provincia", "explotacion", "genero"))
        writer.writerows((f"{year}-05", *rest) for year, *rest in zip(years, provinces, kinds, sexes, strict=True))
