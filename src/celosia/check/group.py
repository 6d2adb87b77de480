"""What a group tells of each of its members (rule R4), and crosses too fine for people (rule R5). Pure."""

from collections import defaultdict
from collections.abc import Iterator

from celosia.check.place import descriptor, spot
from celosia.disclosure.family import Key
from celosia.disclosure.line import System
from celosia.disclosure.rule import counts, threshold
from celosia.disclosure.sheet import Entry, Sheet
from celosia.disclosure.tables import systems
from celosia.model import Cell, Dataset, Finding, Role, Table

_PROTECTED = ("persons", "households")
_CATEGORIES = 2


def groups(dataset: Dataset) -> Iterator[Finding]:
    """No line of a sensitive attribute has all its people, or all but one, in a single category."""
    for of_population in systems((dataset,)):
        totals = {cell.key: cell.value for cell in of_population.cells if not cell.claim}
        for sheet in _guarded(of_population):
            for dimension in sorted(sheet.sensitive):
                for rest, parts in sorted(_lines(sheet, dimension)):
                    tells = _telling(parts, totals.get(rest))
                    if tells:
                        yield Finding(code="group-disclosure", where=spot(tells.spot), details=(("dimension", dimension),))


def crosses(dataset: Dataset) -> Iterator[Finding]:
    """No table of people crosses more dimensions than the policy allows."""
    most = dataset.policy.dimensions
    for table in dataset.tables:
        guarded = any(unit in _PROTECTED and threshold(dataset, table, unit) is not None for _, unit in counts(table))
        found = _crossed(table) if guarded else 0
        if found > most:
            details = (("found", str(found)), ("most", str(most)))
            yield Finding(code="too-many-dimensions", where=descriptor(dataset, table), details=details)


def _guarded(of_population: System) -> tuple[Sheet, ...]:
    return tuple(sheet for sheet in of_population.sheets if sheet.k is not None and sheet.unit in _PROTECTED)


def _lines(sheet: Sheet, dimension: str) -> Iterator[tuple[Key, tuple[Entry, ...]]]:
    """The entries that differ in one dimension only, where the table has more than one category of it."""
    found: dict[tuple[Key, str], list[Entry]] = defaultdict(list)
    codes = set()
    for entry in sheet.entries:
        own = dict(entry.key)
        if dimension in own:
            codes.add(own.pop(dimension))
            found[tuple(sorted(own.items())), str(entry.source)].append(entry)
    if len(codes) >= _CATEGORIES:
        yield from ((rest, tuple(parts)) for (rest, _), parts in found.items())


def _telling(parts: tuple[Entry, ...], total: int | None) -> Entry | None:
    """The part that has everybody, or everybody but one. Lines with something hidden are left to the audit."""
    known = [part.value for part in parts if part.value is not None]
    if len(known) < len(parts) or (total is None and len(parts) < _CATEGORIES):
        return None
    largest = max(parts, key=lambda part: part.value or 0)
    whole = max(total or 0, sum(known))
    return largest if largest.value and whole - largest.value <= 1 else None


def _crossed(table: Table) -> int:
    """The dimensions of which some line has two categories, all else being equal."""
    dimensions = table.with_role(Role.DIMENSION)
    positions = {column.name: table.index(column.name) for column in dimensions}
    found = 0
    for dimension in dimensions:
        seen: dict[tuple[Cell, ...], set[Cell]] = defaultdict(set)
        for row in table.rows:
            rest = tuple(row[position] for name, position in positions.items() if name != dimension.name)
            seen[rest].add(row[positions[dimension.name]])
        found += any(len(codes - {None, dimension.total_code}) >= _CATEGORIES for codes in seen.values())
    return found
