"""One resource of a dataset: its columns from the descriptor, its rows from the file beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Any

from celosia.load.cell import cells
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.overlay import Words
from celosia.load.readers import READERS
from celosia.load.readers.csv import records
from celosia.model import Code, Column, Finding, Place, Role, Row, Table
from celosia.model.nearest import nearest, shown

_LARGEST = 50 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What was in the file: `body` is empty where it could not be read, and then there are findings.

    No `rows` where the header is not the declared one: nobody knows which column a cell is of.
    """

    body: bytes = b""
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()


def table(folder: Folder, home: str, words: Words) -> tuple[Table, tuple[Finding, ...]]:
    """The table that a resource describes, in the dataset's folder `home`."""
    node = words.node
    schema = words.within("schema")
    columns = tuple(_column(field) for field in schema.each("fields"))
    missing = schema.node["missingValues"]
    missing = ("",) if missing is None else missing
    read = _rows(folder, home, node, columns, missing)
    built = Table(
        name=node["name"],
        path=node["path"],
        title=words.of("title"),
        description=words.maybe("description"),
        columns=columns,
        rows=read.rows,
        body=read.body,
        primary_key=schema.node["primaryKey"] or (),
        missing_values=missing,
    )
    return built, (*read.findings, *_keys(built, home))


def _column(words: Words) -> Column:
    node = words.node
    return Column(
        name=node["name"],
        type=node["type"],
        title=words.of("title"),
        role=Role(node["role"]),
        description=words.maybe("description"),
        concept=node["concept"],
        unit=node["unit"],
        codes=tuple(Code(value=code.node["value"], label=code.of("label")) for code in words.each("categories")),
        total_code=node["totalCode"],
        constraints=_constraints(node["constraints"]),
        parents=tuple((code["value"], code["parent"]) for code in node["categories"] or () if code["parent"] is not None),
        sensitive=bool(node["sensitive"]),
    )


def _constraints(node: Mapping[str, Any] | None) -> tuple[tuple[str, object], ...]:
    return tuple((name, value) for name, value in (node or {}).items() if value is not None)


def _keys(built: Table, home: str) -> Iterator[Finding]:
    names = [column.name for column in built.columns]
    where = Place(path=f"{home}/datapackage.yaml", table=built.name)
    for name in built.primary_key:
        if name not in names:
            details = (("name", shown(name)), ("nearest", nearest(name, names)))
            yield Finding(code="unknown-column", where=where, details=details)


def _rows(folder: Folder, home: str, node: Mapping[str, Any], columns: tuple[Column, ...], missing: tuple[str, ...]) -> Rows:
    path = PurePosixPath(node["path"])
    where = Place(path=f"{home}/datapackage.yaml", table=node["name"] or None)
    if not node["path"]:
        return Rows()
    if (
        path.is_absolute()
        or ".." in path.parts
        or "\\" in node["path"]
        or "://" in node["path"]
        or path.parts[:1] == ("releases",)
    ):
        return Rows(findings=(Finding(code="unsafe-path", where=where),))
    if path.suffix not in READERS or not str(path).isprintable():
        details = (("expected", ", ".join(READERS)),)
        return Rows(findings=(Finding(code="unknown-format", where=where, details=details),))
    body = folder.read(f"{home}/{path}", _LARGEST)
    converted = body if isinstance(body, Finding) else READERS[path.suffix](body, f"{home}/{path}")
    if isinstance(converted, Finding):
        return Rows(findings=(converted,))
    return _typed(converted, Place(path=f"{home}/{path}", table=node["name"]), columns, missing)


def _typed(body: bytes, where: Place, columns: tuple[Column, ...], missing: tuple[str, ...]) -> Rows:
    lines, findings = records(body, where.path)
    if not lines:
        return Rows(findings=findings)
    header, *rest = lines
    if header != [column.name for column in columns]:
        return Rows(body=body, findings=findings)
    numbered = [(number, line) for number, line in enumerate(rest, 2) if line]
    numbers = [number for number, _ in numbered]
    texts = list(zip_longest(*(line for _, line in numbered), fillvalue=""))
    texts += [("",) * len(numbers)] * (len(columns) - len(texts))
    typed = [(column, *cells(values, column, missing)) for column, values in zip(columns, texts, strict=False)]
    faults = (_fault(where, column, numbers[position]) for column, _, faulty in typed for position in faulty)
    rows = tuple(zip(*(values for _, values, _ in typed), strict=True))
    return Rows(body=body, rows=rows, findings=(*findings, *faults))


def _fault(where: Place, column: Column, row: int) -> Finding:
    place = Place(path=where.path, table=where.table, row=row, column=column.name)
    return Finding(code="not-of-type", where=place, details=(("type", column.type),))
