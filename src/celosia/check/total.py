"""Totals beside their parts: parts never exceed them, and what they leave is never a small count. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from celosia.check.place import spot
from celosia.disclosure.line import Line, System
from celosia.disclosure.sheet import Spot
from celosia.disclosure.tables import systems
from celosia.model import Dataset, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A total in view, and what those of its parts that have the same source leave of it."""

    line: Line
    remainder: int
    k: int | None


def totals(dataset: Dataset) -> Iterator[Finding]:
    """Within the same other dimensions and source; lines with a hidden part are left to the audit.

    An inexact total («más de 100») proves nothing, so it is left alone.
    """
    for of_population in systems((dataset,)):
        yield from remainders(of_population)


def remainders(of_population: System) -> Iterator[Finding]:
    """The same, of one population."""
    for found in _sums(of_population):
        where = spot(_nearest(of_population, found.line))
        dimension = ("dimension", found.line.dimension)
        if found.remainder < 0:
            yield Finding(code="parts-exceed-total", where=where, details=(dimension,))
        elif found.k is not None and 0 < found.remainder < found.k:
            yield Finding(code="small-remainder", where=where, details=(dimension, ("k", str(found.k))))


def _nearest(of_population: System, line: Line) -> Spot:
    """Where the total stands: beside its parts if it does, else in the first table that shows it."""
    spots = of_population.cells[line.total].shown
    name = of_population.sheets[line.sheet].name
    return next((found for found in spots if name.endswith(f"/{found.table}")), spots[0])


def _sums(of_population: System) -> Iterator[Sum]:
    for line in of_population.lines:
        sheet = of_population.sheets[line.sheet]
        total = of_population.cells[line.total]
        implied = any(not (of_population.cells[part].shown or of_population.cells[part].hidden) for part in line.parts)
        if line.dimension == sheet.time or total.value is None or implied:
            continue
        for source in sorted(total.sources, key=str):
            parts = [of_population.cells[part] for part in line.parts if source in of_population.cells[part].sources]
            known = [part.value for part in parts if part.value is not None]
            if parts and len(known) == len(parts):
                yield Sum(line=line, remainder=total.value - sum(known), k=sheet.k)
