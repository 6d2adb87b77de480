"""The family of a plan with its true values: every cell of every table, every margin, every line. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from celosia.disclosure.family import Equation, Family, Key
from celosia.errors import ProtectionRefusedError
from celosia.model import Finding, Place, Report
from celosia.model.plan import Plan
from celosia.protect import calendar
from celosia.protect.lattice import Axis, Node, axes, crosses, key, rows
from celosia.protect.source import SourceTable

Line = tuple[Key, tuple[Key, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ConfidentialTable:
    """A table to publish: the position in the family of each of its rows, with the codes that the row shows."""

    source: SourceTable
    rows: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ConfidentialFamily:
    """All that is true. `values` are by the positions of `family.keys`; `impossible` are structural zeros."""

    family: Family
    values: tuple[int, ...]
    tables: tuple[ConfidentialTable, ...]
    impossible: frozenset[int]

    @property
    def published(self) -> frozenset[int]:
        """The positions that have a row in a table."""
        return frozenset(position for table in self.tables for _, position in table.rows)

    @property
    def latent(self) -> frozenset[int]:
        """The positions that have none: margins that the arithmetic implies."""
        return frozenset(range(len(self.values))) - self.published


def confidential(plan: Plan, sources: Iterable[SourceTable]) -> ConfidentialFamily:
    """The family of these tables. `ProtectionRefusedError` where two of them contradict each other."""
    sources = tuple(sources)
    counts: dict[Key, int] = {}
    lines: dict[Line, str] = {}
    for source in sources:
        own = axes(source, plan)
        for cross, count in _sums(source, own).items():
            cell = key(source.planned, cross)
            if counts.setdefault(cell, count) != count:
                _refuse("source-contradicts", plan, source)
        lines.update(dict.fromkeys(_lines(source, own), source.planned.name))
    lines.update(dict.fromkeys(_period_lines(plan, counts), plan.time or ""))
    for total, parts in lines:
        for part in (total, *parts):
            counts.setdefault(part, _rest(counts, total, parts))
    _require_sums(plan, counts, lines)
    return _family(plan, sources, counts, lines)


def _sums(source: SourceTable, own: tuple[Axis, ...]) -> Mapping[tuple[Node, ...], int]:
    """The count of every cross of the lattice, zeros included; only of those that the source states where it states some."""
    if source.planned.stated:
        return {codes: count for codes, count in source.counts.items()}  # noqa: C416 - tells that a code may be absent
    sums = dict.fromkeys(crosses(own), 0)
    ways = [{leaf: axis.up(leaf) if axis.parts else (leaf,) for leaf in axis.leaves} for axis in own]
    for codes, count in source.counts.items():
        for cross in product(*(way[code] for way, code in zip(ways, codes, strict=True))):
            sums[cross] += count
    return sums


def _lines(source: SourceTable, own: tuple[Axis, ...]) -> Iterator[Line]:
    """Each total of the lattice with its parts, one dimension at a time."""
    for position, axis in enumerate(own if not source.planned.stated else ()):
        others = [other.nodes for other in own[:position]], [other.nodes for other in own[position + 1 :]]
        for before in product(*others[0]):
            for after in product(*others[1]):
                for whole, parts in axis.parts.items():
                    cells = (key(source.planned, (*before, node, *after)) for node in (whole, *parts))
                    total, *rest = cells
                    yield total, tuple(rest)


def _period_lines(plan: Plan, counts: Mapping[Key, int]) -> Iterator[Line]:
    """Each period with the shorter ones that make it up, for everything else equal."""
    if plan.time is None:
        return
    groups: dict[Key, set[str]] = {}
    for cell in counts:
        period = dict(cell).get(plan.time)
        if period is not None:
            groups.setdefault(_without(cell, plan.time), set()).add(period)
    for rest, periods in groups.items():
        for whole, parts in calendar.lines(periods):
            yield _with(rest, plan.time, whole), tuple(_with(rest, plan.time, part) for part in parts)


def _rest(counts: Mapping[Key, int], total: Key, parts: tuple[Key, ...]) -> int:
    """What the known parts leave of a total."""
    return counts[total] - sum(counts.get(part, 0) for part in parts)


def _require_sums(plan: Plan, counts: Mapping[Key, int], lines: Iterable[Line]) -> None:
    for total, parts in lines:
        if counts[total] != sum(counts[part] for part in parts) or any(counts[part] < 0 for part in parts):
            details = (("line", line_name(total)),)
            finding = Finding(code="source-does-not-add-up", where=Place(path=plan.path), details=details)
            raise ProtectionRefusedError(Report.of([finding]))


def line_name(cell: Key) -> str:
    """A total as people read it: codes of the plan, never a value.

    >>> line_name((("edad", "0-a-17"), ("periodo", "2024")))
    'edad = 0-a-17, periodo = 2024'
    """
    return ", ".join(f"{name} = {code}" for name, code in cell) or "total"


def _family(
    plan: Plan, sources: tuple[SourceTable, ...], counts: Mapping[Key, int], lines: Mapping[Line, str]
) -> ConfidentialFamily:
    keys = tuple(sorted(counts))
    position = {cell: number for number, cell in enumerate(keys)}
    equations = tuple(
        Equation(total=position[total], parts=tuple(position[part] for part in parts), line=line_name(total))
        for total, parts in sorted(lines)
    )
    family = Family(unit=plan.unit, population=plan.population, keys=keys, equations=equations)
    impossible = frozenset(cell for source in sources for cell in _impossible(source, position))
    tables = tuple(_table(source, plan, position) for source in sources if source.planned.publish)
    values = tuple(counts[cell] for cell in keys)
    if any(values[cell] for cell in impossible):
        raise ProtectionRefusedError(Report.of([Finding(code="plan-impossible", where=Place(path=plan.path))]))
    return ConfidentialFamily(family=family, values=values, tables=tables, impossible=impossible)


def _impossible(source: SourceTable, position: Mapping[Key, int]) -> Iterator[int]:
    crosses = [frozenset(cross) for cross in source.planned.impossible]
    for cell, number in position.items() if crosses else ():
        if any(cross <= frozenset(cell) for cross in crosses):
            yield number


def _table(source: SourceTable, plan: Plan, position: Mapping[Key, int]) -> ConfidentialTable:
    own = axes(source, plan)
    shown = tuple(
        (
            tuple(axis.dimension.total or "" if node is None else node for axis, node in zip(own, nodes, strict=True)),
            position[cell],
        )
        for nodes in rows(own)
        if not source.planned.stated or nodes in source.counts
        for cell in (key(source.planned, nodes),)
    )
    return ConfidentialTable(source=source, rows=shown)


def _without(cell: Key, name: str) -> Key:
    return tuple(pair for pair in cell if pair[0] != name)


def _with(cell: Key, name: str, code: str) -> Key:
    return tuple(sorted((*cell, (name, code))))


def _refuse(code: str, plan: Plan, source: SourceTable) -> None:
    where = Place(path=plan.path, table=f"{source.planned.dataset}/{source.planned.name}")
    raise ProtectionRefusedError(Report.of([Finding(code=code, where=where)]))
