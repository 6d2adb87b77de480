"""What the claims of a comparison come to: the figure of each, what can be checked of them, and how far they are apart. Pure.

A figure is a published cell, what published cells give together, or one that its source states. Nothing is averaged, and no
figure is called the right one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from celosia.locales import format_number
from celosia.model import Catalog, Cell, Concept, LangString, Row, Source, SourceLink, Table
from celosia.model.comparison import CellQuery, Claim, Comparison, Relation
from celosia.vocabularies.status import PROTECTED, reader

Origin = Literal["published", "computed", "stated", "protected", "withheld"]
Answer = Literal["yes", "no", "unknown"]
NAMED = re.compile(r"\{([a-z0-9-]+)\}")
"""A figure in a sentence: the id of its claim in braces, or one of the two words below."""
GAPS = ("difference", "ratio")
_MOST_EXACT = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimValue:
    """A claim with its figure, and what the row or the claim says of it. `rows` name each cell that it was made of."""

    claim: Claim
    origin: Origin
    value: float | None
    unit: str | None
    period: str | None
    qualifier: str | None
    confidence: str | None
    as_of: str | None
    sources: tuple[Source, ...]
    link: SourceLink | None
    rows: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What was checked of the claims, and what came out; `about` are the ids of the claims that it is about."""

    code: str
    answer: Answer
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far apart the claims of a row are: the smallest and the largest by their ids, their difference and ratio."""

    row: LangString | None
    low: str
    high: str
    least: float
    most: float
    difference: float
    ratio: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCard:
    """A comparison as another page shows it."""

    id: str
    title: LangString
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPublication:
    """All that the page of a comparison shows. `datasets` pairs the id and the title of each that it rests on."""

    comparison: Comparison
    topic: LangString
    sentence: LangString
    values: tuple[ClaimValue, ...]
    facts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]
    datasets: tuple[tuple[str, LangString], ...]

    @property
    def card(self) -> ComparisonCard:
        """What other pages show of it."""
        return ComparisonCard(id=self.comparison.id, title=self.comparison.title, kind=self.comparison.kind)


def comparison_publication(comparison: Comparison, catalog: Catalog) -> ComparisonPublication:
    """Tell a comparison. Each of its cells is taken to be there: `check` saw to that."""
    values = tuple(claim_value(claim, catalog) for claim in comparison.claims)
    apart = tuple(gaps(values))
    used = dict.fromkeys(cell.dataset for claim in comparison.claims for cell in claim.cells)
    return ComparisonPublication(
        comparison=comparison,
        topic=next(topic.title for topic in catalog.topics if topic.id == comparison.topic),
        sentence=_spoken(comparison.sentence, values, apart),
        values=values,
        facts=facts(comparison, values),
        gaps=apart,
        datasets=tuple((id_, catalog.dataset(id_).title) for id_ in used),
    )


def comparisons(catalog: Catalog) -> tuple[ComparisonPublication, ...]:
    """All comparisons: those that the catalogue puts first, then the others by their ids."""
    told = {comparison.id: comparison_publication(comparison, catalog) for comparison in catalog.comparisons}
    first = dict.fromkeys(catalog.featured)
    return tuple(told[id_] for id_ in (*first, *(id_ for id_ in told if id_ not in first)))


def claim_value(claim: Claim, catalog: Catalog) -> ClaimValue:
    """The figure of a claim, with the words of its row; none where the catalogue publishes none."""
    found = [_Found.of(cell, catalog) for cell in claim.cells]
    value = _value(claim, {id(cell): one for cell, one in zip(claim.cells, found, strict=True)})
    alone = found[0] if claim.cell and found else None
    known = {source.id: source for source in catalog.sources}
    sources = tuple(known[name] for name in dict.fromkeys(one.source for one in found) if name in known)
    period = claim.period or (alone.period if alone else None)
    return ClaimValue(
        claim=claim,
        origin=_origin(claim, found, value),
        value=value,
        unit=claim.unit or (found[0].unit if found else None),
        period=period,
        qualifier=claim.qualifier or (alone.qualifier if alone else None),
        confidence=claim.confidence or (alone.confidence if alone else None),
        as_of=claim.as_of or (sources[0].date if sources else None),
        sources=sources,
        link=claim.source,
        rows=tuple((cell.dataset, cell.table, cell.measure) for cell in claim.cells),
    )


def facts(comparison: Comparison, values: tuple[ClaimValue, ...]) -> tuple[Fact, ...]:
    """What is checked of every comparison, and what its own relations ask."""
    return (
        Fact(code="same-unit", answer=_same(one.unit for one in values)),
        Fact(code="same-period", answer=_same(one.period for one in values)),
        Fact(code="same-definition", answer=_same(one.claim.counts.es for one in values)),
        Fact(code="same-system", answer=_same(one.claim.system for one in values)),
        *_copies(values),
        *(_relation(relation, values) for relation in comparison.relations),
    )


def gaps(values: tuple[ClaimValue, ...]) -> Iterator[Gap]:
    """For each row with two figures of one unit or more: the difference of the largest and the smallest, and their ratio."""
    rows: dict[str, list[ClaimValue]] = {}
    for one in values:
        rows.setdefault(one.claim.row.es if one.claim.row else "", []).append(one)
    for ones in rows.values():
        shown = sorted((one for one in ones if one.value is not None), key=lambda one: one.value or 0)
        if len(shown) > 1 and len({one.unit for one in ones}) == 1:
            yield _gap(shown[0], shown[-1])


def with_value(values: Iterable[ClaimValue]) -> Mapping[str, float]:
    """The figures by the ids of their claims."""
    return {one.claim.id: one.value for one in values if one.value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The cell that a query leads to, with what its row says of it."""

    value: Cell
    is_protected: bool
    unit: str | None
    period: str | None
    qualifier: str | None
    confidence: str | None
    source: str | None

    @classmethod
    def of(cls, query: CellQuery, catalog: Catalog) -> "_Found":
        table = catalog.dataset(query.dataset).table(query.table)
        kept = [(table.index(name), value) for name, value in query.where]
        row = next(row for row in table.rows if all(str(row[place]) == value for place, value in kept))
        column = table.column(query.measure)
        return cls(
            value=row[table.index(query.measure)],
            is_protected=reader(table, column)(row) is PROTECTED,
            unit=column.unit,
            period=_said(table, row, "time-period"),
            qualifier=_said(table, row, "qualifier"),
            confidence=_said(table, row, "confidence"),
            source=_said(table, row, "source"),
        )

    @property
    def figure(self) -> float | None:
        """The cell as a number; none where it has none."""
        return float(self.value) if isinstance(self.value, int | float) else None


def _said(table: Table, row: Row, concept: Concept) -> str | None:
    column = table.with_concept(concept)
    cell = None if column is None else row[table.index(column.name)]
    return None if cell is None else str(cell)


def _value(claim: Claim, found: Mapping[int, _Found]) -> float | None:
    if claim.value is not None:
        return claim.value
    if claim.cell:
        return found[id(claim.cell)].figure
    terms = [(found[id(cell)].figure, sign) for cells, sign in ((claim.plus, 1), (claim.minus, -1)) for cell in cells]
    if not terms or any(figure is None for figure, _ in terms):
        return None
    return sum((figure or 0) * sign for figure, sign in terms)


def _origin(claim: Claim, found: list[_Found], value: float | None) -> Origin:
    if any(one.is_protected for one in found):
        return "protected"
    if value is None:
        return "withheld"
    if claim.value is not None:
        return "stated"
    return "published" if claim.cell else "computed"


def _same(parts: Iterable[str | None]) -> Answer:
    """Whether all are the same; not known where one is not said."""
    found = set(parts)
    if len(found - {None}) > 1:
        return "no"
    return "unknown" if None in found else "yes"


def _copies(values: tuple[ClaimValue, ...]) -> Iterator[Fact]:
    """Figures of several documents that are the same to the unit, for the same period: one may be taken from the other."""
    known = [one for one in values if one.value is not None and one.origin != "computed"]
    pairs = [
        (first.claim.id, second.claim.id)
        for first, second in combinations(known, 2)
        if (first.value, first.unit, first.period) == (second.value, second.unit, second.period)
        and (first.sources, first.link) != (second.sources, second.link)
    ]
    yield Fact(
        code="copies", answer="yes" if pairs else "no", about=tuple(dict.fromkeys(id_ for pair in pairs for id_ in pair))
    )


def _relation(relation: Relation, values: tuple[ClaimValue, ...]) -> Fact:
    known = with_value(values)
    about = (relation.first, relation.second)
    if not all(id_ in known for id_ in about):
        return Fact(code=relation.kind, answer="unknown", about=about)
    return Fact(code=relation.kind, answer="yes" if known[about[0]] == known[about[1]] else "no", about=about)


def _gap(low: ClaimValue, high: ClaimValue) -> Gap:
    least, most = low.value or 0, high.value or 0
    ratio = most / least if least else None
    return Gap(
        row=low.claim.row,
        low=low.claim.id,
        high=high.claim.id,
        least=least,
        most=most,
        difference=round(most - least, 4),
        ratio=None if ratio is None else round(ratio, 2 if ratio < _MOST_EXACT else 1),
        unit=low.unit,
    )


def _spoken(text: LangString, values: tuple[ClaimValue, ...], apart: tuple[Gap, ...]) -> LangString:
    """The sentence with the figures that it names."""
    known: dict[str, float | None] = dict(with_value(values))
    if len(apart) == 1:
        known |= {"difference": apart[0].difference, "ratio": apart[0].ratio}

    def said(text: str, lang: str) -> str:
        return NAMED.sub(lambda match: _figure(known.get(match[1]), lang), text)

    return LangString(es=said(text.es, "es"), en=said(text.en, "en") if text.en else None)


def _figure(value: float | None, lang: str) -> str:
    return "…" if value is None else format_number(value, lang)
