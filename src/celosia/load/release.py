"""The ledger of releases, `releases/<population>.csv`: what was published before, as `celosia protect` wrote it down."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from celosia.load.folder import MEGABYTE, Folder
from celosia.load.readers.csv import records
from celosia.model import Finding, Place, Release, ReleasedCell

_ENDING = ".csv"
_LARGEST = 50 * MEGABYTE
_OWN = ("release", "date", "table", "value", "status")
_HIDDEN = "C"
_STATUS = re.compile(r"F|R([1-9]\d{0,3})")

Line = Mapping[str, str]


def releases(folder: Folder) -> Iterator[tuple[tuple[Release, ...], tuple[Finding, ...]]]:
    """The releases of each file of the ledger, oldest first, and what is wrong with it."""
    for name in folder.names("releases"):
        path = f"releases/{name}"
        if not name.endswith(_ENDING) or folder.is_folder(path):
            yield (), (Finding(code="unexpected-file", where=Place(path=path), severity="warning"),)
            continue
        body = folder.read(path, _LARGEST)
        yield ((), (body,)) if isinstance(body, Finding) else _read(body, path)


def _read(body: bytes, path: str) -> tuple[tuple[Release, ...], tuple[Finding, ...]]:
    lines, findings = records(body, path)
    if not lines:
        return (), findings
    header, *rest = lines
    missing = [name for name in _OWN if name not in header]
    if missing:
        return (), (*findings, Finding(code="bad-ledger", where=Place(path=path, row=1)))
    faulty = tuple(number for number, line in enumerate(rest, 2) if not _fits(line, header))
    told = tuple(Finding(code="bad-ledger", where=Place(path=path, row=number)) for number in faulty)
    good = [dict(zip(header, line, strict=True)) for line in rest if _fits(line, header)]
    population = path.removeprefix("releases/").removesuffix(_ENDING)
    return tuple(_releases(population, good)), (*findings, *told)


def _fits(line: Sequence[str], header: Sequence[str]) -> bool:
    if len(line) != len(header):
        return False
    record = dict(zip(header, line, strict=True))
    try:
        date.fromisoformat(record["date"])
        shown = record["value"] != "" and int(record["value"]) >= 0
    except ValueError:
        return False
    return _STATUS.fullmatch(record["status"]) is not None if shown else record["status"] == _HIDDEN


def _releases(population: str, lines: list[dict[str, str]]) -> Iterator[Release]:
    ordered = sorted(lines, key=lambda line: (line["date"], len(line["release"]), line["release"]))
    for (day, name), of_release in groupby(ordered, key=lambda line: (line["date"], line["release"])):
        cells = tuple(_cell(line) for line in of_release)
        yield Release(population=population, name=name, date=date.fromisoformat(day), cells=cells)


def _cell(line: Line) -> ReleasedCell:
    key = tuple(sorted((name, code) for name, code in line.items() if name not in _OWN and code))
    value = int(line["value"]) if line["value"] else None
    rounded = _STATUS.fullmatch(line["status"])
    return ReleasedCell(table=line["table"], key=key, value=value, base=int(rounded[1]) if rounded and rounded[1] else None)
