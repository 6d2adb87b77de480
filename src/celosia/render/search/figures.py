"""What can be found of the figures: datasets, comparisons, crosswalks, territories, systems. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from celosia.derive import ComparisonPublication, CrosswalkPublication, DatasetCard, DatasetPublication, Publication
from celosia.derive.locality import TerritoryTable
from celosia.derive.system import SystemPublication
from celosia.derive.territory import TerritoryPublication
from celosia.model import Role
from celosia.render.comparing import CLASSES
from celosia.render.pages.changes import LEAD, TITLE
from celosia.render.pages.territory import lead
from celosia.render.search.entry import Entry, areas, entry, labels, spoken
from celosia.render.views.facet import years
from celosia.render.views.reading import Reading
from celosia.render.views.text import stated, told
from celosia.render.words import N_, THEMES, UNITS, word

_APART = N_("Two sources, different figures")
_BESIDE = N_("Several systems side by side")
_PART, _LESS = 0.75, 0.6


def figure_entries(publication: Publication, reading: Reading) -> Iterator[Entry]:
    """Everything that holds figures or says who counts them."""
    for card, one in zip(publication.cards, publication.datasets, strict=True):
        yield dataset_entry(card, one, reading)
        yield from _tables(card, one, reading)
        if one.history:
            yield _changes(card, reading)
    yield from (_comparison(one, reading) for one in publication.comparisons)
    yield from (_crosswalk(one, reading) for one in publication.crosswalks)
    yield from (_territory(one, reading) for one in publication.places)
    yield from (_system(one, reading) for one in publication.systems)


def dataset_entry(card: DatasetCard, publication: DatasetPublication, reading: Reading) -> Entry:
    """A dataset, by its words, those of its columns and codes, and the places and years that its rows speak of."""
    lang, tables = reading.lang, publication.dataset.tables
    names = (
        card.summary.text(lang),
        *spoken(card.keywords, lang),
        *(reading.territory(code).text for code in card.spatial),
        word(UNITS, card.unit, lang),
        *years(card.coverage),
        *(one.short for one in publication.systems),
    )
    mentions = (
        *chain.from_iterable(labels(column, lang) for table in tables for column in table.columns),
        *(reading.territory(code).text for table in tables for code in areas(table)),
        *(word(THEMES, code, lang) for code in card.themes),
        card.creator,
    )
    return entry("datasets", told(card.title, lang), f"datasets/{card.id}/index.html", card.summary.text(lang), names, mentions)


def _tables(card: DatasetCard, publication: DatasetPublication, reading: Reading) -> Iterator[Entry]:
    """Each of several tables: what people look for is a breakdown, and the dataset is where it is found."""
    lang, tables = reading.lang, publication.dataset.tables
    countries = tuple(reading.territory(code).text for code in card.spatial)
    for table in tables if len(tables) > 1 else ():
        dimensions = table.with_role(Role.DIMENSION)
        found = sorted({year for period in table.periods() for year in years(period)})
        names = (*countries, *found, *(column.title.text(lang) for column in dimensions))
        mentions = (
            *chain.from_iterable(labels(column, lang) for column in table.columns),
            *(reading.territory(code).text for code in areas(table)),
            *(one.short for one in publication.systems),
        )
        url = f"datasets/{card.id}/index.html#table-{table.name}"
        told_of = entry("datasets", told(table.title, lang), url, card.title.text(lang), names, mentions)
        yield replace(told_of, worth=_PART)


def _changes(card: DatasetCard, reading: Reading) -> Entry:
    title = reading.word(TITLE).format(title=card.title.text(reading.lang))
    changes = entry("datasets", stated(title), f"datasets/{card.id}/changes/index.html", reading.word(LEAD))
    return replace(changes, worth=_LESS)


def _comparison(one: ComparisonPublication, reading: Reading) -> Entry:
    lang, comparison = reading.lang, one.comparison
    names = (
        one.sentence.text(lang),
        reading.territory(comparison.country).text,
        one.topic.text(lang),
        reading.word(CLASSES[comparison.kind]),
        reading.word(_APART),
    )
    mentions = (
        *(claim.name.text(lang) for claim in comparison.claims),
        *(claim.counts.text(lang) for claim in comparison.claims),
        comparison.explanation.text(lang),
        *spoken(comparison.needed, lang),
    )
    return entry(
        "comparisons",
        told(comparison.title, lang),
        f"comparisons/{comparison.id}/index.html",
        one.sentence.text(lang),
        names,
        mentions,
    )


def _crosswalk(one: CrosswalkPublication, reading: Reading) -> Entry:
    lang, crosswalk = reading.lang, one.crosswalk
    names = (
        reading.territory(crosswalk.country).text,
        *(system.name.text(lang) for system in crosswalk.systems),
        *(part.dimension.title.text(lang) for part in one.dimensions),
        reading.word(_BESIDE),
    )
    mentions = (code.label.text(lang) for part in one.dimensions for code in part.dimension.codes)
    url = f"comparisons/{crosswalk.id}/index.html"
    return entry("comparisons", told(crosswalk.title, lang), url, crosswalk.summary.text(lang), names, mentions)


def _territory(one: TerritoryPublication, reading: Reading) -> Entry:
    lang = reading.lang
    names = (
        one.country.name.text(lang),
        *(part.title.text(lang) for part in one.parts),
        *((reading.word(N_("Help")),) if one.contacts else ()),
        *years(one.span),
    )
    mentions = (
        *(part.what.text(lang) for part in one.parts),
        *chain.from_iterable(_classes(table, lang) for part in one.parts for table in part.tables),
        *(agreement.title.text(lang) for agreement in one.agreements),
    )
    title = told(one.territory.name, lang)
    return entry("territories", title, f"territories/{one.slug}/index.html", lead(one, lang), names, mentions)


def _classes(one: TerritoryTable, lang: str) -> Iterator[str]:
    """The words of the rows of a territory: its own place apart, or each would mention all others."""
    rows = [figure.row for figure in one.figures]
    for column in one.table.columns:
        if column.role is Role.MEASURE:
            yield column.title.text(lang)
        elif column.role is Role.DIMENSION and column.name != one.place:
            place = one.table.index(column.name)
            found = {str(row[place]) for row in rows}
            yield column.title.text(lang)
            yield from (code.label.text(lang) for code in column.codes if code.value in found)


def _system(one: SystemPublication, reading: Reading) -> Entry:
    lang, system = reading.lang, one.system
    names = (
        system.short,
        *((reading.territory(system.country).text,) if system.country else ()),
        *(dataset.title.text(lang) for dataset in one.grounds.datasets),
    )
    groups = (system.runs, system.registers, system.rules, system.since, system.withholds)
    mentions = (statement.text.text(lang) for group in groups for statement in group)
    return entry(
        "systems", told(system.name, lang), f"systems/{system.id}/index.html", system.answer.text(lang), names, mentions
    )
