"""What `celosia audit` tells of each published table: how much it hides, and how much of that can be found out. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from celosia.check.audit import audit, contradictions
from celosia.check.place import spot
from celosia.check.total import remainders
from celosia.disclosure.line import System
from celosia.disclosure.sheet import Spot
from celosia.disclosure.tables import PublishedFamily, published
from celosia.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A table: the cells that it hides, and those of them that are not proven safe."""

    path: str
    hidden: int
    unsafe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was found in the tables of one population. `family` is ready for whoever wants the intervals."""

    population: str
    tables: tuple[Inspected, ...]
    findings: tuple[Finding, ...]
    family: PublishedFamily


def inspect(of_population: System) -> Inspection:
    """Attack all that a population hides, and look at what it shows together with it."""
    family = published(of_population)
    attacked = audit(family) if family.knowledge.hidden else ()
    findings = (*contradictions(of_population), *attacked)
    spots = [found for cell in of_population.cells for found in cell.hidden if found.release is None]
    return Inspection(
        population=of_population.population, tables=tuple(_inspected(spots, findings)), findings=findings, family=family
    )


def visible(of_population: System) -> tuple[Finding, ...]:
    """Small counts in view, and those that a total less its parts leaves: for files that no descriptor speaks of."""
    shown = tuple(
        Finding(code="small-count", where=spot(entry.spot), details=(("unit", sheet.unit), ("k", str(sheet.k))))
        for sheet in of_population.sheets
        for entry in sheet.entries
        if sheet.k is not None and entry.value is not None and 0 < entry.value < sheet.k
    )
    return (*shown, *remainders(of_population))


def _inspected(spots: Iterable[Spot], findings: Iterable[Finding]) -> Iterable[Inspected]:
    hidden = Counter(found.path for found in spots)
    unsafe = {(finding.where.path, finding.where.row, finding.where.column) for finding in findings}
    exposed = Counter(path for path, _, _ in unsafe)
    for path in sorted(hidden):
        yield Inspected(path=path, hidden=hidden[path], unsafe=exposed[path])
