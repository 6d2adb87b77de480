"""The codes of a planned table: leaves, what they add up to, and which of them have rows. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from celosia.disclosure.family import Key
from celosia.errors import ProtectionRefusedError
from celosia.model import Finding, Place, Report
from celosia.model.plan import Plan, PlannedDimension, PlannedTable
from celosia.protect.calendar import filled, merged
from celosia.protect.source import Codes, SourceTable, Texts

Node = str | None
"""A code, or none for all codes of the dimension together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One dimension in one table: `leaves` are the finest codes, `parts` what each node is the sum of.

    `nodes` are all codes with none for the total; `rows` those that stand in the published table.
    """

    dimension: PlannedDimension
    leaves: tuple[str, ...]
    parts: Mapping[Node, tuple[str, ...]]
    nodes: tuple[Node, ...]
    rows: tuple[Node, ...]

    def up(self, leaf: str) -> tuple[Node, ...]:
        """The nodes that a leaf counts in: itself, its parents, the total."""
        parent = {part: node for node, parts in self.parts.items() for part in parts}
        way: list[Node] = [leaf]
        while way[-1] in parent:
            way.append(parent[way[-1]])
        return tuple(way)


def reshaped(source: SourceTable, table: PlannedTable, plan: Plan) -> SourceTable:
    """The same counts with fewer dimensions, with parents in place of codes, or over longer periods, as `table` says."""
    own = [name for name, _ in source.planned.dimensions]
    kept = [own.index(name) for name, _ in table.dimensions]
    recodings = [_recoding(source, plan.dimension(own[position]), position, table, plan) for position in kept]
    counts: dict[Codes, int] = {}
    told: dict[Codes, tuple[Texts, ...]] = {}
    for codes, count in source.counts.items():
        shorter = tuple(
            recoding.get(codes[position], codes[position]) for recoding, position in zip(recodings, kept, strict=True)
        )
        counts[shorter] = counts.get(shorter, 0) + count
        told[shorter] = (*told.get(shorter, ()), *source.told.get(codes, ()))
    return SourceTable(planned=table, counts=counts, told=told)


def axes(source: SourceTable, plan: Plan) -> tuple[Axis, ...]:
    """The dimensions of a table, in its order."""
    return tuple(_axis(source, plan.dimension(name), position) for position, (name, _) in enumerate(source.planned.dimensions))


def key(table: PlannedTable, nodes: tuple[Node, ...]) -> Key:
    """Who is counted: the codes of a row and the table's fixed ones, without the totals."""
    own = ((name, node) for (name, _), node in zip(table.dimensions, nodes, strict=True) if node is not None)
    return tuple(sorted((*own, *table.fixed)))


def crosses(axes: tuple[Axis, ...]) -> Iterator[tuple[Node, ...]]:
    """Every combination of nodes."""
    return product(*(axis.nodes for axis in axes))


def rows(axes: tuple[Axis, ...]) -> Iterator[tuple[Node, ...]]:
    """Every combination that has a row in the published table, in its order."""
    return product(*(axis.rows for axis in axes))


def _recoding(
    source: SourceTable, dimension: PlannedDimension, position: int, table: PlannedTable, plan: Plan
) -> Mapping[str, str]:
    if dimension.time and table.merge:
        recoding = merged({codes[position] for codes in source.counts}, table.merge)
        if recoding is None:
            where = Place(path=plan.path, table=f"{table.dataset}/{table.name}")
            raise ProtectionRefusedError(Report.of([Finding(code="plan-merge", where=where)]))
        return recoding
    return dict(dimension.parents) if dimension.name in table.collapse else {}


def _axis(source: SourceTable, dimension: PlannedDimension, position: int) -> Axis:
    table = source.planned
    if dimension.time:
        found = {codes[position] for codes in source.counts}
        periods = filled(found, "stated" if table.merge else dimension.time)
        return Axis(dimension=dimension, leaves=periods, parts={}, nodes=periods, rows=periods)
    parents = dict(dimension.parents)
    collapsed = dimension.name in table.collapse
    leaves = tuple(dict.fromkeys(parents.get(leaf, leaf) if collapsed else leaf for leaf in dimension.leaves))
    codes = _with_parents(leaves, parents)
    parts: dict[Node, tuple[str, ...]] = {}
    for code in codes:
        above = parents.get(code)
        parts[above] = (*parts.get(above, ()), code)
    shown = (*codes, dimension.total) if dimension.total else codes
    nodes: tuple[Node, ...] = (*codes, None)
    rows = tuple(None if code == dimension.total else code for code in shown)
    return Axis(dimension=dimension, leaves=leaves, parts=parts, nodes=nodes, rows=rows)


def _with_parents(leaves: tuple[str, ...], parents: Mapping[str, str]) -> tuple[str, ...]:
    codes = list(leaves)
    for code in codes:
        if code in parents and parents[code] not in codes:
            codes.append(parents[code])
    return tuple(codes)
