"""A folder of CSV files that somebody else published, read with a mapping that says what their columns mean.

The mapping is the file of docs/project/how-to/audit-published-tables.md. Nothing of the files is written anywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from celosia.disclosure.sheet import Entry, Sheet, Spot
from celosia.disclosure.span import canonical
from celosia.load.document import document
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.readers.csv import records
from celosia.load.scalar import BOOLEAN, CELL, CELLS, INTEGER, THRESHOLD, WHOLE
from celosia.load.shape import Choice, Entries, Many, Maybe, Record, Text
from celosia.model import Finding, Place
from celosia.model.counted import UNITS
from celosia.model.nearest import nearest, shown

_NAME = Text(most=200)
_LARGEST = 50 * MEGABYTE
_DIMENSION = Record(
    optional={"as": _NAME, "total": CELLS, "time": BOOLEAN, "parents": Entries(of=CELL), "codes": Entries(of=CELL)}
)
_FILE = Record(
    required={"path": Text(most=500), "measures": Entries(of=Entries(of=CELL)), "dimensions": Entries(of=_DIMENSION)},
    optional={
        "population": _NAME,
        "delimiter": Choice(values=(",", ";", "\t", "|")),
        "encoding": Choice(values=("utf-8", "latin-1")),
        "thousands": Choice(values=(".", ",", " ", "\u00a0")),
        "where": Entries(of=CELLS),
    },
)
_MAPPING = Record(
    required={
        "unit": Choice(values=UNITS),
        "k": THRESHOLD,
        "hidden": Entries(of=Maybe(of=Record(optional={"least": INTEGER, "most": INTEGER}))),
        "files": Many(of=_FILE, least=1),
    },
    optional={"insider": WHOLE},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The tables as an attacker reads them, those that count the same together; and what could not be read."""

    populations: tuple[tuple[Sheet, ...], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file of the mapping, its lines, and where their columns stand."""

    mapping: Mapping[str, Any]
    node: Mapping[str, Any]
    header: Sequence[str]
    lines: Sequence[Sequence[str]]

    @property
    def path(self) -> str:
        return str(self.node["path"])

    def at(self, line: Sequence[str], column: str) -> str:
        return line[self.header.index(column)].strip()


def load_mapping(mapping: Path, folder: Path) -> Mapped:
    """Read the mapping and its files, which are below `folder`. Faults are told, and what is wrong is left out."""
    read = document(Folder.at(mapping.parent), mapping.name, _MAPPING)
    if not read.readable:
        return Mapped(populations=(), findings=read.findings)
    findings, sheets = list(read.findings), []
    for node in read.value["files"]:
        opened = _open(Folder.at(folder), read.value, node)
        if isinstance(opened, _File):
            made = list(_sheets(opened))
            sheets += [sheet for sheet, _ in made]
            findings += [finding for _, found in made for finding in found]
        else:
            findings += opened
    names = dict.fromkeys(sheet.population for sheet in sheets)
    populations = tuple(tuple(sheet for sheet in sheets if sheet.population == name) for name in names)
    return Mapped(populations=populations, findings=tuple(findings))


def _open(folder: Folder, mapping: Mapping[str, Any], node: Mapping[str, Any]) -> _File | list[Finding]:
    body = folder.read(node["path"], _LARGEST)
    if isinstance(body, Finding):
        return [body]
    if node["encoding"] == "latin-1":
        body = body.decode("latin-1").encode()
    lines, findings = records(body.removeprefix(b"\xef\xbb\xbf"), node["path"], node["delimiter"] or ",")
    if not lines:
        return list(findings)
    header = [name.strip() for name in lines[0]]
    file = _File(mapping=mapping, node=node, header=header, lines=[line for line in lines[1:] if any(line)])
    unknown = [name for name in (*node["measures"], *node["dimensions"], *(node["where"] or ())) if name not in header]
    return [_unknown(file, name) for name in unknown] or file


def _unknown(file: _File, name: str) -> Finding:
    near = nearest(name, file.header)
    details = (("name", shown(name)), *((("nearest", shown(near)),) if near else ()))
    return Finding(code="unknown-column-named", where=Place(path=file.path), details=details)


def _sheets(file: _File) -> Iterator[tuple[Sheet, list[Finding]]]:
    """All measures of a file that count the same, as one table."""
    mapping, node = file.mapping, file.node
    entries: list[Entry] = []
    findings: list[Finding] = []
    for number, line in enumerate(file.lines):
        if len(line) == len(file.header) and _is_kept(file, line):
            for measure, fixed in node["measures"].items():
                spot = Spot(path=file.path, table=Path(file.path).stem, row=number, column=measure)
                entry = _entry(file, line, fixed, spot)
                if entry is None:
                    where = Place(path=spot.path, row=number + 2, column=measure)
                    findings.append(Finding(code="unread-cell", where=where))
                else:
                    entries.append(entry)
    names = {name: dimension["as"] or name for name, dimension in node["dimensions"].items()}
    parents = [(names[name], *pair) for name, part in node["dimensions"].items() for pair in (part["parents"] or {}).items()]
    yield (
        Sheet(
            name=file.path,
            population=node["population"] or "",
            unit=mapping["unit"],
            k=mapping["k"],
            entries=tuple(entries),
            time=next((names[name] for name, part in node["dimensions"].items() if part["time"]), None),
            parents=tuple(parents),
            insider=mapping["insider"] or 1,
        ),
        findings,
    )


def _is_kept(file: _File, line: Sequence[str]) -> bool:
    return all(file.at(line, column) in values for column, values in (file.node["where"] or {}).items())


def _entry(file: _File, line: Sequence[str], fixed: Mapping[str, str], spot: Spot) -> Entry | None:
    """A figure, a mark that the mapping knows, or an empty cell that says nothing; none where it is something else."""
    text = file.at(line, spot.column)
    marks = file.mapping["hidden"]
    key = _key(file, line, fixed)
    if text in marks:
        legend = marks[text] or {"least": None, "most": None}
        return Entry(key=key, spot=spot, value=None, hidden=True, lower=legend["least"] or 0, upper=legend["most"])
    if not text:
        return Entry(key=key, spot=spot, value=None)
    digits = text.replace(file.node["thousands"], "") if file.node["thousands"] else text
    return Entry(key=key, spot=spot, value=int(digits)) if digits.isdecimal() else None


def _key(file: _File, line: Sequence[str], fixed: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    pairs = dict(fixed)
    for name, dimension in file.node["dimensions"].items():
        text = file.at(line, name)
        code = (dimension["codes"] or {}).get(text, text)
        if code and code not in (dimension["total"] or ()) and text not in (dimension["total"] or ()):
            pairs[dimension["as"] or name] = canonical(code) if dimension["time"] else code
    return tuple(sorted(pairs.items()))
