"""One cell for each figure, whatever table, source or release it stands in; several where sources contradict each other. Pure.

The same people in the same period are one cell. Where two sources give two figures they are competing claims, and where a
release gave another figure it was revised: such cells are kept apart, and no line mixes them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from celosia.disclosure.family import Key
from celosia.disclosure.sheet import Entry, Sheet, Spot

ClaimKey = tuple[Key, str]
"""A key and whose claim it is: empty where nobody contradicts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is known of one figure from everything published. `claim` tells it from others of the same key."""

    key: Key
    claim: str
    value: int | None
    hidden: tuple[Spot, ...]
    shown: tuple[Spot, ...]
    sources: frozenset[str | None]
    lower: int
    upper: int | None
    k: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Every cell of a population, sorted, and at which one each entry of each sheet stands."""

    cells: tuple[Cell, ...]
    places: tuple[tuple[int, ...], ...]


def claims(sheets: Sequence[Sheet]) -> Claims:
    """The cells of sheets that count the same people; those of earlier releases come after those of today, oldest first."""
    now = [(sheet, entry) for sheet in sheets if sheet.release is None for entry in sheet.entries]
    tagged: dict[ClaimKey, list[tuple[Sheet, Entry]]] = defaultdict(list)
    where: dict[Spot, ClaimKey] = {}
    for sheet, entry, tag in [*_today(now), *_before(sheets, now)]:
        tagged[entry.key, tag].append((sheet, entry))
        where[entry.spot] = entry.key, tag
    ordered = sorted(tagged)
    position = {name: number for number, name in enumerate(ordered)}
    return Claims(
        cells=tuple(_cell(name, tagged[name]) for name in ordered),
        places=tuple(tuple(position[where[entry.spot]] for entry in sheet.entries) for sheet in sheets),
    )


def _today(entries: Iterable[tuple[Sheet, Entry]]) -> Iterator[tuple[Sheet, Entry, str]]:
    by_key: dict[Key, list[tuple[Sheet, Entry]]] = defaultdict(list)
    for sheet, entry in entries:
        by_key[entry.key].append((sheet, entry))
    for same in by_key.values():
        agreed = len(_values(entry for _, entry in same)) <= 1
        for sheet, entry in same:
            yield sheet, entry, "" if agreed else _competing(entry, [other for _, other in same])


def _competing(entry: Entry, same: Iterable[Entry]) -> str:
    """By its source, or by its place where the source contradicts itself."""
    of_source = [other for other in same if other.source == entry.source]
    if len(_values(of_source)) <= 1:
        return f"source {entry.source}"
    return f"{entry.spot.path} {entry.spot.row} {entry.spot.column}"


def _before(sheets: Sequence[Sheet], now: Iterable[tuple[Sheet, Entry]]) -> Iterator[tuple[Sheet, Entry, str]]:
    """An earlier figure is today's where it is the same, or where either is hidden; else it was revised."""
    today: dict[Key, list[tuple[Entry, str]]] = defaultdict(list)
    for _, entry, tag in _today(now):
        today[entry.key].append((entry, tag))
    for release in dict.fromkeys(sheet.release for sheet in sheets if sheet.release is not None):
        of_release = [sheet for sheet in sheets if sheet.release == release]
        names = {_dataset(sheet) for sheet in of_release}
        periods = _periods(sheet for sheet in sheets if sheet.release is None and _dataset(sheet) in names)
        grown = _periods(of_release) != periods
        for sheet in of_release:
            for entry in sheet.entries:
                timeless = grown and sheet.time is not None and sheet.time not in dict(entry.key)
                tag = f"release {release}" if timeless else _earlier(entry, today[entry.key], str(release))
                today[entry.key].append((entry, tag))
                yield sheet, entry, tag


def _dataset(sheet: Sheet) -> str:
    return sheet.name.partition("/")[0]


def _earlier(entry: Entry, known: Sequence[tuple[Entry, str]], release: str) -> str:
    for tag in dict.fromkeys(tag for _, tag in known):
        values = _values(other for other, of in known if of == tag)
        if entry.value is None or values <= {entry.value}:
            return tag
    return f"release {release}" if known else ""


def _periods(sheets: Iterable[Sheet]) -> frozenset[str]:
    return frozenset(code for sheet in sheets for entry in sheet.entries for name, code in entry.key if name == sheet.time)


def _cell(name: ClaimKey, entries: Sequence[tuple[Sheet, Entry]]) -> Cell:
    values = _values(entry for _, entry in entries)
    hidden = [(sheet, entry) for sheet, entry in entries if entry.hidden]
    uppers = [entry.upper for _, entry in hidden if entry.upper is not None]
    limits = [sheet.k for sheet, _ in hidden or entries if sheet.k is not None]
    return Cell(
        key=name[0],
        claim=name[1],
        value=min(values) if values else None,
        hidden=tuple(entry.spot for _, entry in hidden),
        shown=tuple(entry.spot for _, entry in entries if entry.value is not None),
        sources=frozenset(entry.source for _, entry in entries),
        lower=max((entry.lower for _, entry in hidden), default=0),
        upper=min(uppers, default=None),
        k=max(limits, default=None),
    )


def _values(entries: Iterable[Entry]) -> set[int]:
    return {entry.value for entry in entries if entry.value is not None}


def by_key(cells: Sequence[Cell]) -> Mapping[Key, tuple[int, ...]]:
    """The positions of all claims about each key."""
    found: dict[Key, list[int]] = defaultdict(list)
    for position, cell in enumerate(cells):
        found[cell.key].append(position)
    return {key: tuple(positions) for key, positions in found.items()}
