"""A protection plan: protection/<name>.yaml as docs/project/reference/protection-plan.md declares it, and its findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from celosia.load.document import Document, document
from celosia.load.folder import Folder
from celosia.load.scalar import BOOLEAN, CELL, CELLS, DATE, FIELD, ID, INTEGER
from celosia.load.shape import Choice, Entries, Many, Record, Text
from celosia.model import Finding
from celosia.model.counted import UNITS
from celosia.model.nearest import nearest, shown
from celosia.model.plan import (
    Granularity,
    Merge,
    Method,
    Plan,
    PlannedDimension,
    PlannedSource,
    PlannedTable,
    SourceKind,
    Split,
)  # fmt: skip

_RESERVED = ("release", "date", "table", "value", "status")
_TEXT = Text(most=200)
_CODE = Text(most=100)

_SOURCE = Record(
    required={"path": Text(most=500), "kind": Choice(values=get_args(SourceKind))},
    optional={
        "count": _TEXT,
        "where": Entries(of=CELLS),
        "delimiter": Choice(values=(",", ";", "\t", "|")),
        "encoding": Choice(values=("utf-8", "latin-1")),
    },
)
_DIMENSION = Record(
    optional={
        "codes": Entries(of=CELL),
        "default": _CODE,
        "total": _CODE,
        "parents": Entries(of=CELL),
        "unknown": CELLS,
        "sensitive": BOOLEAN,
        "time": Choice(values=get_args(Granularity)),
    }
)
_TABLE = Record(
    required={"dataset": ID, "table": ID, "measure": FIELD, "dimensions": Entries(of=_TEXT)},
    optional={
        "where": Entries(of=CELLS),
        "split": Record(required={"column": _TEXT, "separator": Text(most=10), "into": Many(of=_TEXT, least=1)}),
        "fixed": Entries(of=CELL),
        "collapse": CELLS,
        "merge": Choice(values=get_args(Merge)),
        "impossible": Many(of=Entries(of=CELL)),
        "attributes": Entries(of=CELL),
        "stated": BOOLEAN,
        "publish": BOOLEAN,
    },
)
PLAN = Record(
    required={
        "unit": Choice(values=UNITS),
        "date": DATE,
        "source": _SOURCE,
        "dimensions": Entries(of=_DIMENSION),
        "tables": Many(of=_TABLE, least=1),
    },
    optional={"population": _CODE, "crossed": BOOLEAN, "threshold": INTEGER, "method": Choice(values=get_args(Method))},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """What was read; no plan where there are findings."""

    plan: Plan | None
    findings: tuple[Finding, ...]


def load_plan(root: Path, name: str) -> Planning:
    """Read `protection/<name>.yaml` in a catalogue's folder. Never raises for a fault in it."""
    main = document(Folder.at(root), f"protection/{name}.yaml", PLAN)
    if main.findings or not main.readable:
        return Planning(plan=None, findings=main.findings)
    plan = _plan(name, main.value)
    findings = tuple(_faults(plan, main))
    return Planning(plan=None if findings else plan, findings=findings)


def _plan(name: str, node: Mapping[str, Any]) -> Plan:
    tables = tuple(_table(part) for part in node["tables"])
    return Plan(
        name=name,
        population=node["population"] or f"{tables[0].dataset}.{tables[0].measure}",
        unit=node["unit"],
        date=node["date"],
        method=node["method"] or "suppression",
        source=_source(node["source"]),
        dimensions=tuple(_dimension(key, part) for key, part in node["dimensions"].items()),
        tables=tables,
        crossed=bool(node["crossed"]),
        threshold=node["threshold"] or 0,
    )


def _source(node: Mapping[str, Any]) -> PlannedSource:
    return PlannedSource(
        path=node["path"],
        kind=node["kind"],
        count=node["count"],
        where=_pairs(node["where"]),
        delimiter=node["delimiter"] or ",",
        encoding=node["encoding"] or "utf-8",
    )


def _dimension(name: str, node: Mapping[str, Any]) -> PlannedDimension:
    return PlannedDimension(
        name=name,
        codes=_pairs(node["codes"]),
        default=node["default"],
        total=node["total"],
        parents=_pairs(node["parents"]),
        unknown=node["unknown"] or (),
        sensitive=bool(node["sensitive"]),
        time=node["time"],
    )


def _table(node: Mapping[str, Any]) -> PlannedTable:
    split = node["split"]
    return PlannedTable(
        dataset=node["dataset"],
        name=node["table"],
        measure=node["measure"],
        dimensions=_pairs(node["dimensions"]),
        where=_pairs(node["where"]),
        split=split and Split(column=split["column"], separator=split["separator"], into=split["into"]),
        fixed=_pairs(node["fixed"]),
        collapse=node["collapse"] or (),
        merge=node["merge"],
        impossible=tuple(tuple(part.items()) for part in node["impossible"] or ()),
        attributes=_pairs(node["attributes"]),
        stated=bool(node["stated"]),
        publish=node["publish"] is not False,
    )


def _pairs(node: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    return tuple((node or {}).items())


def _faults(plan: Plan, main: Document) -> Iterator[Finding]:
    if (plan.source.kind == "counts") != (plan.source.count is not None):
        yield main.finding("plan-count", "source.count")
    if len([dimension for dimension in plan.dimensions if dimension.time]) > 1:
        yield main.finding("plan-times", "dimensions")
    if not main.value["population"] and len({(table.dataset, table.measure) for table in plan.tables}) > 1:
        yield main.finding("plan-population", "population")
    for dimension in plan.dimensions:
        yield from _dimension_faults(dimension, main)
    for number, table in enumerate(plan.tables, 1):
        yield from _table_faults(plan, table, main, f"tables[{number}]")
    for (dataset, name), times in Counter((table.dataset, table.name) for table in plan.tables).items():
        if times > 1:
            yield main.finding("repeated-name", "tables", ("name", f"{dataset}/{name}"))


def _dimension_faults(dimension: PlannedDimension, main: Document) -> Iterator[Finding]:
    key = f"dimensions.{shown(dimension.name)}"
    try:
        FIELD.read(dimension.name)
    except ValueError:
        yield main.finding("bad-field-name", key)
    if dimension.name in _RESERVED:
        yield main.finding("plan-reserved-name", key, ("name", dimension.name))
    if not dimension.time and not dimension.leaves:
        yield main.finding("plan-no-codes", key)
    nodes = {*dimension.leaves, *(code for pair in dimension.parents for code in pair)}
    if dimension.total in nodes or _is_circular(dict(dimension.parents)):
        yield main.finding("plan-code-twice", key)
    known = (*dimension.leaves, *(parent for _, parent in dimension.parents))
    written = (*(code for code, _ in dimension.parents), *dimension.unknown)
    yield from _unknown(main, f"{key}.parents", written, known if not dimension.time else written)


def _is_circular(parents: Mapping[str, str]) -> bool:
    for start in parents:
        code, steps = start, 0
        while code in parents:
            code, steps = parents[code], steps + 1
            if steps > len(parents):
                return True
    return False


def _table_faults(plan: Plan, table: PlannedTable, main: Document, key: str) -> Iterator[Finding]:
    names = [dimension.name for dimension in plan.dimensions]
    own = [name for name, _ in table.dimensions]
    for part, written, known in (
        ("dimensions", own, names),
        ("fixed", [name for name, _ in table.fixed], [name for name in names if name not in own]),
        ("collapse", table.collapse, own),
        ("impossible", [name for cross in table.impossible for name, _ in cross], own),
    ):
        yield from _unknown(main, f"{key}.{part}", written, known)
    yield from _unknown(main, f"{key}.attributes", table.told if plan.source.kind == "microdata" else (), ("key",))
    for name, code in table.fixed:
        if name in names and not plan.dimension(name).time:
            yield from _unknown(main, f"{key}.fixed.{name}", [code], plan.dimension(name).leaves)


def _unknown(main: Document, key: str, written: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    known = tuple(known)
    for name in written:
        if name not in known:
            near = nearest(name, known)
            details = (("name", shown(name)), ("expected", ", ".join(known[:40])), *((("nearest", near),) if near else ()))
            yield main.finding("plan-unknown-name", key, *details)
