"""What a page shows with which a table is explored: what there is to choose, and the words of its codes. Pure.

The page's own script draws the chart and fills the table, from the rows in a file beside the page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from celosia.exporters.explore import ROWS, explore_path
from celosia.model import Cell, Column, Dataset, Made, Role, Table
from celosia.render.views.cell import worded
from celosia.render.views.download import TableDownloads, table_downloads
from celosia.render.views.facet import Option
from celosia.render.views.outline import Outline, in_time, is_worded, varied
from celosia.render.views.reading import Reading
from celosia.render.views.table import LONGEST, heading, rule, same_everywhere, split
from celosia.render.views.text import Fact, Link, Text, stated, told
from celosia.render.words import N_, UNITS, count, word
from celosia.vocabularies.status import PROTECTED, ZERO_MEANING, ZERO_WORD, Status, has_zero, statuses_in

_ROWS = (N_("1 row"), N_("{n} rows"))
_MEASURE, _BREAKDOWN = "value-of", "group-by"
"""Names that no column can have: those have no hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: `name` is its parameter in the address, `chosen` what is shown first ("" is all of it).

    `total`: the option that stands for all the others together, where the rows have one.
    """

    name: str
    label: Text
    options: tuple[Option, ...]
    chosen: str
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column of the table: `name` is its name in the rows, `measure` whether it holds figures, `lang` that of its texts."""

    name: str
    title: Text
    unit: str | None
    measure: bool
    lang: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a code says: `href` where it leads, `more` what is told of it besides."""

    code: str
    text: Text
    href: str | None
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossed:
    """The words of a column's codes."""

    name: str
    title: Text
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreView:
    """The whole page below its title. `time` is the column of periods; `periods` are the first and the last that are shown."""

    dataset: Link
    length: str
    time: str
    measures: Choice
    breakdown: Choice
    periods: tuple[Choice, ...]
    filters: tuple[Choice, ...]
    heads: tuple[Head, ...]
    common: tuple[Fact, ...]
    marks: tuple[tuple[Status, str], ...]
    zero: str
    rule: Link | None
    glossed: tuple[Glossed, ...]
    breaks: tuple[Fact, ...]
    anchor: str
    files: TableDownloads
    rows: str
    script: str


def explore_view(dataset: Dataset, outline: Outline, reading: Reading, made: Mapping[str, Made]) -> ExploreView:
    """The view of a table, from its outline and from the files that were made of it."""
    table, home = outline.table, f"datasets/{dataset.id}/"
    columns, common = split(table, reading.lang)
    choices = varied(table)
    marks = statuses_in(table)
    time = table.with_concept("time-period")
    return ExploreView(
        dataset=Link(text=told(dataset.title, reading.lang), href=reading.address.page(home)),
        length=count(outline.rows, _ROWS, reading.lang),
        time=time.name if time else "",
        measures=_measures(table, reading),
        breakdown=_breakdown(outline, reading),
        periods=_periods(outline, reading),
        filters=tuple(_filters(outline, reading)),
        heads=tuple(_head(column, reading) for column in columns if column.concept != "identifier"),
        common=tuple(same_everywhere(table, column, reading) for column in common),
        marks=tuple((status, status.explained(reading.lang)) for status in marks),
        zero=f"{reading.word(ZERO_WORD)}: {reading.word(ZERO_MEANING)}" if marks and has_zero(table) else "",
        rule=rule(reading) if PROTECTED in marks else None,
        glossed=tuple(_glossed(column, table, reading) for column in _coded(columns, common, choices)),
        breaks=tuple(Fact(label=one.at, text=told(one.label, reading.lang)) for one in dataset.counts.breaks) if time else (),
        anchor=reading.address.page(home, f"{table.name}-") if outline.rows <= LONGEST else "",
        files=table_downloads(table, home, reading, made),
        rows=reading.address.root(f"{explore_path(dataset.id, table.name)}{ROWS}"),
        script=reading.address.root("assets/explorar.js"),
    )


def _measures(table: Table, reading: Reading) -> Choice:
    columns = table.with_role(Role.MEASURE)
    options = tuple(Option(value=column.name, label=_named(column, reading)) for column in columns)
    return Choice(name=_MEASURE, label=stated(reading.word("Figure")), options=options, chosen=columns[0].name)


def _named(column: Column, reading: Reading) -> Text:
    """The title of a measure with its unit: «Víctimas (personas)»."""
    title = told(column.title, reading.lang)
    unit = word(UNITS, column.unit, reading.lang) if column.unit else ""
    return Text(text=f"{title.text} ({unit})" if unit else title.text, lang=title.lang)


def _breakdown(outline: Outline, reading: Reading) -> Choice:
    options = tuple(Option(value=one.name, label=told(one.title, reading.lang)) for one in varied(outline.table))
    return Choice(name=_BREAKDOWN, label=stated(reading.word("Break down by")), options=options, chosen=outline.breakdown)


def _periods(outline: Outline, reading: Reading) -> tuple[Choice, ...]:
    """From when and until when; none where there is one period only."""
    time = outline.table.with_concept("time-period")
    every = in_time(outline.table.values(time.name)) if time else ()
    if time is None or len(every) < 2:  # noqa: PLR2004 - one period is no choice
        return ()
    options = tuple(_option(time, period, reading, marked=not _is_monthly(every)) for period in every)
    ends = ((N_("From"), "from"), (N_("Until"), "to"))
    return tuple(
        Choice(name=f"{time.name}-{end}", label=stated(reading.word(label)), options=options, chosen=chosen)
        for (label, end), chosen in zip(ends, outline.periods, strict=True)
    )


def _filters(outline: Outline, reading: Reading) -> Iterator[Choice]:
    """Each dimension besides time: all of it where it is the breakdown or has no total, else its total."""
    for column in varied(outline.table):
        if column.concept != "time-period":
            options = tuple(_option(column, cell, reading) for cell in _codes(column, outline.table))
            total = next((one.value for one in options if one.value == column.total_code), "")
            chosen = "" if column.name == outline.breakdown else total
            label = told(column.title, reading.lang)
            yield Choice(name=column.name, label=label, options=options, chosen=chosen, total=total)


def _is_monthly(periods: tuple[str, ...]) -> bool:
    """Whether each period is one month: then a month is no part, but the whole."""
    return all(len(period) == len("2020-01") for period in periods)


def _option(column: Column, cell: Cell, reading: Reading, *, marked: bool = True) -> Option:
    if cell is None:
        return Option(value=code_of(cell), label=stated(reading.word("not stated")))
    spoken = worded(column, cell, reading)
    text = f"{spoken.text} ({spoken.mark})" if spoken.mark and marked else spoken.text
    return Option(value=code_of(cell), label=Text(text=text, lang=spoken.lang))


def _codes(column: Column, table: Table) -> tuple[Cell, ...]:
    """The codes that occur: periods by time, others as they are declared, what is declared nowhere last."""
    cells = dict.fromkeys(table.values(column.name))
    if column.concept == "time-period":
        return in_time(cells)
    declared = {code.value: place for place, code in enumerate(column.codes)}
    return tuple(sorted(cells, key=lambda cell: (cell is None, declared.get(str(cell), len(declared)))))


def code_of(cell: Cell) -> str:
    """A cell as the text that a script makes of it.

    >>> code_of(True), code_of(2018.0), code_of(None)
    ('true', '2018', 'null')
    """
    if cell is None:
        return "null"
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _head(column: Column, reading: Reading) -> Head:
    head = heading(column, reading)
    lang = "en" if column.name.endswith("_en") else "es"
    plain = column.role is Role.ATTRIBUTE and not is_worded(column)
    return Head(
        name=column.name,
        title=head.title,
        unit=head.unit,
        measure=column.role is Role.MEASURE,
        lang=lang if plain and lang != reading.lang else None,
    )


def _coded(columns: tuple[Column, ...], common: tuple[Column, ...], choices: tuple[Column, ...]) -> Iterator[Column]:
    """The columns whose codes no choice tells in words; the source even where it is the same in every row."""
    yield from (column for column in columns if is_worded(column) and column not in choices)
    yield from (column for column in common if column.concept == "source")


def _glossed(column: Column, table: Table, reading: Reading) -> Glossed:
    words = (_word(column, cell, reading) for cell in _codes(column, table) if cell is not None)
    return Glossed(name=column.name, title=told(column.title, reading.lang), words=tuple(words))


def _word(column: Column, cell: Cell, reading: Reading) -> Word:
    spoken = worded(column, cell, reading)
    source = reading.sources.get(str(cell)) if column.concept == "source" else None
    text = Text(text=spoken.text, lang=spoken.lang)
    more = source.title if source else spoken.mark or ""
    return Word(code=code_of(cell), text=text, href=spoken.href, more=more)
