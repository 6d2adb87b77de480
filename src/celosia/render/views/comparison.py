"""What the page of a comparison shows: the claims as a table, how far apart they are, and what was checked. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from celosia.derive import ComparisonPublication
from celosia.derive.comparison import ClaimValue, Fact, Gap
from celosia.locales import format_date, format_number
from celosia.model import LangString, Made
from celosia.render.atoms import sign
from celosia.render.comparing import ANSWERS, CLASSES, COMPARED, MEANINGS, QUALIFIERS
from celosia.render.views.figure import Drawn, Figure, figure
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact as Line
from celosia.render.views.text import Link, Text, outward, reference, spanish, told
from celosia.render.words import N_, word
from celosia.vocabularies.status import PROTECTED

_ORIGINS: Mapping[str, str] = {
    "computed": N_("our own sum or subtraction of published figures"),
    "stated": N_("said by its source; in no table of this catalogue"),
    "withheld": N_("not published by this catalogue"),
    "protected": N_("protected: it would make people recognisable"),
}
_CHECKS: Mapping[str, str] = {
    "same-unit": N_("Do they count the same unit?"),
    "same-period": N_("Are they of the same period?"),
    "same-definition": N_("Do they say the same of whom they count?"),
    "same-system": N_("Are they of the same system?"),
    "copies": N_("Are there equal figures in different documents, one perhaps taken from the other?"),
    "parts": N_("Do the parts equal the total?"),
    "difference": N_("Does the stated difference equal the difference?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A line of the table. `value` is the figure in words or what stands in its place, `marks` what must be minded."""

    id: str
    name: Text
    value: str
    is_figure: bool
    marks: tuple[str, ...]
    unit: str
    period: str
    as_of: str
    counts: Text
    sources: tuple[Link, ...]
    data: tuple[Link, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What was asked, and the answer in a word; `about` names the claims where it is not about all."""

    question: str
    answer: str
    code: str
    about: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """How far apart, in words: between whom, the difference, the ratio."""

    row: Text | None
    low: Text
    high: Text
    difference: str
    unit: str
    ratio: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The whole page below its sentence."""

    kind: str
    meaning: str
    facts: tuple[Line, ...]
    figure: Figure | None
    claims: tuple[ClaimView, ...]
    gaps: tuple[GapView, ...]
    checks: tuple[CheckView, ...]
    explanation: Text
    author: Text
    day: str
    needed: tuple[Text, ...]
    datasets: tuple[Link, ...]
    crosswalk: Link | None
    every: str


def comparison_view(
    publication: ComparisonPublication,
    drawn: Drawn | None,
    crosswalk: tuple[str, LangString] | None,
    reading: Reading,
    made: Mapping[str, Made],
) -> ComparisonView:
    """The view of a comparison."""
    comparison, lang = publication.comparison, reading.lang
    names = {one.claim.id: told(one.claim.name, lang) for one in publication.values}
    return ComparisonView(
        kind=word(CLASSES, comparison.kind, lang),
        meaning=reading.word(MEANINGS[comparison.kind]),
        facts=(
            Line(label=reading.word("Country"), text=reading.territory(comparison.country)),
            Line(label=reading.word("Topic"), text=told(publication.topic, lang)),
        ),
        figure=figure(drawn, reading, made) if drawn else None,
        claims=tuple(_claim(one, publication, reading) for one in publication.values),
        gaps=tuple(_gap(gap, names, reading) for gap in publication.gaps),
        checks=tuple(_check(fact, names, reading) for fact in publication.facts),
        explanation=told(comparison.explanation, lang),
        author=spanish(comparison.author, lang),
        day=format_date(comparison.date, lang),
        needed=tuple(told(text, lang) for text in comparison.needed),
        datasets=tuple(
            Link(text=told(title, lang), href=reading.address.page(f"datasets/{id_}/")) for id_, title in publication.datasets
        ),
        crosswalk=_crosswalk(crosswalk, reading),
        every=reading.address.page("comparisons/"),
    )


def _claim(one: ClaimValue, publication: ComparisonPublication, reading: Reading) -> ClaimView:
    lang, titles = reading.lang, dict(publication.datasets)
    name = told(one.claim.name, lang)
    row = one.claim.row
    return ClaimView(
        id=one.claim.id,
        name=Text(text=f"{name.text} · {row.text(lang)}", lang=name.lang) if row else name,
        value=_value(one, reading),
        is_figure=one.value is not None,
        marks=_marks(one, reading),
        unit=word(COMPARED, one.unit or "", lang),
        period=reading.period(one.period) if one.period else reading.word("not stated"),
        as_of=reading.period(one.as_of) if one.as_of else reading.word("not stated"),
        counts=told(one.claim.counts, lang),
        sources=_sources(one, reading),
        data=tuple(
            Link(text=told(titles[id_], lang), href=reading.address.page(f"datasets/{id_}/", f"table-{table}"))
            for id_, table in dict.fromkeys((id_, table) for id_, table, _ in one.rows)
        ),
        note=told(one.claim.note, lang) if one.claim.note else None,
    )


def _value(one: ClaimValue, reading: Reading) -> str:
    if one.value is not None:
        return format_number(one.value, reading.lang)
    return sign(PROTECTED, reading.lang) if one.origin == "protected" else reading.word(_ORIGINS["withheld"])


def _marks(one: ClaimValue, reading: Reading) -> tuple[str, ...]:
    exact = one.qualifier in (None, "", "exacto")
    marks = (
        None if exact else QUALIFIERS.get(one.qualifier or "", one.qualifier or ""),
        _ORIGINS.get(one.origin) if one.value is not None else None,
        N_("not confirmed by another source") if one.confidence == "baja" else None,
    )
    return tuple(reading.word(mark) for mark in marks if mark)


def _sources(one: ClaimValue, reading: Reading) -> tuple[Link, ...]:
    """Each source: its row in the table of sources, and its own page."""
    links: list[Link] = []
    for source in one.sources:
        href = outward(source.url)
        links.append(
            Link(
                text=spanish(source.title or source.publisher, reading.lang),
                href=href or reading.address.page("sources/", source.id),
                note=urlsplit(href).hostname if href else source.publisher,
            )
        )
    if one.link:
        links.append(reference(one.link.title, one.link.url, reading.lang))
    return tuple(links)


def _check(fact: Fact, names: Mapping[str, Text], reading: Reading) -> CheckView:
    return CheckView(
        question=reading.word(_CHECKS[fact.code]),
        answer=word(ANSWERS, fact.answer, reading.lang),
        code=fact.answer,
        about=tuple(names[id_] for id_ in fact.about if id_ in names),
    )


def _gap(gap: Gap, names: Mapping[str, Text], reading: Reading) -> GapView:
    lang = reading.lang
    unit = word(COMPARED, gap.unit or "", lang) if gap.unit != "%" else reading.word("percentage points")
    most, least, apart = (format_number(one, lang) for one in (gap.most, gap.least, gap.difference))
    return GapView(
        row=told(gap.row, lang) if gap.row else None,
        low=names[gap.low],
        high=names[gap.high],
        difference=f"{most} − {least} = {apart}",
        unit=unit,
        ratio=None if gap.ratio is None else format_number(gap.ratio, lang),
    )


def _crosswalk(crosswalk: tuple[str, LangString] | None, reading: Reading) -> Link | None:
    if crosswalk is None:
        return None
    id_, title = crosswalk
    return Link(text=told(title, reading.lang), href=reading.address.page(f"comparisons/{id_}/"))
