"""A published table as somebody reads it who wants to find a person: each figure with who is counted, shown or hidden. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from celosia.disclosure.family import Key
from celosia.disclosure.rule import counts, is_hidden, is_impossible, is_inexact, population, threshold, total_measure
from celosia.disclosure.span import canonical
from celosia.model import Cell, Column, Dataset, Policy, Release, Role, Row, Table
from celosia.model.counted import Unit

_MEASURE = "measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a figure stands: a file, its table, the position of the row, the column; `release` where it is an earlier one."""

    path: str
    table: str
    row: int
    column: str
    release: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure. `value` is none where it is not shown: `hidden` to protect people, or else simply not there.

    `lower` and `upper` are what the table itself says of a figure that it does not show (a legend «<5», a rounding base).
    """

    key: Key
    spot: Spot
    value: int | None
    hidden: bool = False
    source: str | None = None
    lower: int = 0
    upper: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One measure of one table: whom it counts, its threshold `k`, and what its dimensions are made of.

    `time` is the dimension of periods, `parents` are (dimension, code, parent), `sensitive` the dimensions that tell an
    attribute of victims. `release` names the release of the ledger; none for what is published now.
    """

    name: str
    population: str
    unit: Unit
    k: int | None
    entries: tuple[Entry, ...]
    time: str | None = None
    parents: tuple[tuple[str, str, str], ...] = ()
    sensitive: frozenset[str] = frozenset()
    insider: int = 1
    release: str | None = None


def sheets(dataset: Dataset) -> Iterator[Sheet]:
    """Each measure of a dataset that counts something; measures of a table that add up to another are its categories."""
    for table in dataset.tables:
        measures = tuple(counts(table))
        whole = total_measure(table, measures)
        made = {measure.name: _sheet(dataset, table, measure, unit) for measure, unit in measures}
        if whole is None:
            yield from made.values()
        else:
            yield _widened(whole.name, made)


def released(release: Release, like: Sheet) -> Iterator[Sheet]:
    """The tables of an earlier release, with what `like`, a sheet of the same population, says of dimensions."""
    tables: dict[str, list[Entry]] = {}
    for row, cell in enumerate(release.cells):
        rounded = cell.base is not None and cell.value is not None
        lower, upper = _around(cell.value or 0, cell.base or 0) if rounded else (0, None)
        entry = Entry(
            key=tuple((name, canonical(code) if name == like.time else code) for name, code in cell.key),
            spot=Spot(
                path=f"releases/{release.population}.csv", table=cell.table, row=row, column="value", release=release.name
            ),
            value=None if rounded else cell.value,
            hidden=cell.value is None or rounded,
            lower=lower,
            upper=upper,
        )
        tables.setdefault(cell.table, []).append(entry)
    for name, entries in sorted(tables.items()):
        yield Sheet(
            name=name,
            population=release.population,
            unit=like.unit,
            k=like.k,
            entries=tuple(entries),
            time=like.time,
            parents=like.parents,
            insider=like.insider,
            release=release.name,
        )


def key_of(table: Table, row: Row) -> Key:
    """Who is counted in a row: its codes without those of totals, and periods in their shortest form."""
    pairs = []
    for column, value in zip(table.columns, row, strict=True):
        if column.role is Role.DIMENSION and value is not None and _text(value) != column.total_code:
            text = _text(value)
            pairs.append((column.name, canonical(text) if column.concept == "time-period" else text))
    return tuple(sorted(pairs))


def _widened(whole: str, made: Mapping[str, Sheet]) -> Sheet:
    """The measures of a wide table as one, each of the others a category of the whole."""
    parts = (
        replace(entry, key=tuple(sorted((*entry.key, (_MEASURE, name)))))
        for name, sheet in made.items()
        for entry in (sheet.entries if name != whole else ())
    )
    return replace(made[whole], entries=(*made[whole].entries, *parts))


def _sheet(dataset: Dataset, table: Table, measure: Column, unit: Unit) -> Sheet:
    time = table.with_concept("time-period")
    dimensions = table.with_role(Role.DIMENSION)
    k = threshold(dataset, table, unit)
    return Sheet(
        name=f"{dataset.id}/{table.name}",
        population=population(dataset, table, measure),
        unit=unit,
        k=k if dataset.policy.rounding is None else None,
        entries=tuple(_entries(dataset, table, measure, k)),
        time=time.name if time else None,
        parents=tuple((column.name, code, parent) for column in dimensions for code, parent in _parents(table, column)),
        sensitive=frozenset(column.name for column in dimensions if column.sensitive),
        insider=dataset.policy.insider if dataset.policy.rounding is None else 1,
    )


def _entries(dataset: Dataset, table: Table, measure: Column, k: int | None) -> Iterator[Entry]:
    position, source = table.index(measure.name), table.with_concept("source")
    base = dataset.policy.rounding if k is not None else None
    for number, row in enumerate(table.rows):
        value = row[position]
        if is_inexact(table, number) or (isinstance(value, float) and not value.is_integer()):
            continue
        shown = int(value) if isinstance(value, int | float) else 0 if is_impossible(table, number) else None
        rounded = base is not None and shown is not None
        hidden = rounded or is_hidden(table, number, measure)
        lower, upper = _around(shown or 0, base or 1) if rounded else (_least(dataset.policy) if hidden else 0, None)
        yield Entry(
            key=key_of(table, row),
            spot=Spot(path=f"datasets/{dataset.id}/{table.path}", table=table.name, row=number, column=measure.name),
            value=None if rounded else shown,
            hidden=hidden,
            source=None if source is None else _text(row[table.index(source.name)]),
            lower=lower,
            upper=upper,
        )


def _least(policy: Policy) -> int:
    """What a reader knows of any hidden figure: that it is no zero, where zeros are always shown (rule R3)."""
    return 1 if policy.zeros == "shown" else 0


def _around(value: int, base: int) -> tuple[int, int]:
    """What a figure rounded to a multiple of `base` may have been."""
    return max(0, value - base + 1), value + base - 1


def _parents(table: Table, column: Column) -> Iterator[tuple[str, str]]:
    """The declared steps; for areas also the country of each ISO 3166-2 code where it is in the column itself."""
    yield from column.parents
    if column.concept == "ref-area":
        declared = {code for code, _ in column.parents}
        codes = {_text(value) for value in table.values(column.name) if value is not None}
        for code in sorted(codes - declared):
            country, dash, _ = code.partition("-")
            if dash and country != column.total_code:
                yield code, country


def _text(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
