"""The page of a comparison, with its drawing: each claim a row, none of them the right one. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.charts import Drawing, chart_table, draw
from celosia.derive import ComparisonPublication, Publication
from celosia.derive.comparison import ClaimValue
from celosia.model import Cell, Chart, Code, Column, LangString, Made, Page, Role, Site, Source, Table, Territory, Unit
from celosia.render.address import Address, folder
from celosia.render.comparing import COMPARED
from celosia.render.heads import Place, page_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.views.comparison import comparison_view
from celosia.render.views.figure import Drawn
from celosia.render.views.reading import Reading
from celosia.render.words import N_, both, word

_DESCRIPTION = N_(
    "Each point is what one source says, with its period. No figure is an average, and none is called the right one."
)
_FEWEST, _MOST_TERMS = 2, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """All that the page of a comparison shows, in one language. `crosswalk`: the id and title of its country's."""

    publication: ComparisonPublication
    site: Site
    territories: tuple[Territory, ...]
    drawn: Drawn | None
    crosswalk: tuple[str, LangString] | None
    lang: str


def comparison_units(publication: Publication) -> Iterable[Unit]:
    """For each comparison its drawing and its page, in each language."""
    site = own_site(publication.site)
    walks = {one.crosswalk.country: (one.crosswalk.id, one.crosswalk.title) for one in publication.crosswalks}
    for told in publication.comparisons:
        country = told.comparison.country
        drawn = _drawn(told)
        for lang in publication.site.languages:
            drawings = (_drawing(told, drawn, lang),) if drawn else ()
            yield from drawings
            page = ComparisonPage(
                publication=told,
                site=site,
                territories=tuple(one for one in publication.territories if one.code == country),
                drawn=drawn,
                crosswalk=walks.get(country),
                lang=lang,
            )
            name = f"page:{lang}:comparisons/{told.comparison.id}/"
            yield Unit(name=name, function=comparison_page, arguments=(page,), needs=tuple(unit.name for unit in drawings))


def comparison_page(page: ComparisonPage, made: Mapping[str, Made] | None = None) -> Mapping[str, bytes]:
    """The two files of a comparison's page."""
    told = page.publication
    address = Address(lang=page.lang, path=f"comparisons/{told.comparison.id}/")
    reading = Reading.of(address, page.territories, _sources(told))
    view = comparison_view(told, page.drawn, page.crosswalk, reading, made or {})
    document = titled(told.comparison.title, told.sentence, address, updated=told.comparison.date)
    said = Page(path=address.path, lang=page.lang, title=document.title, description=document.description, body="")
    return document_files(
        document, "comparison", view, page_head(said, Place(site=page.site, address=address)), page.site.terms
    )


def _sources(told: ComparisonPublication) -> tuple[Source, ...]:
    return tuple({source.id: source for one in told.values for source in one.sources}.values())


def _drawing(told: ComparisonPublication, drawn: Drawn, lang: str) -> Unit:
    drawing = Drawing(
        chart=drawn.chart, table=drawn.table, breaks=(), territories=(), lang=lang, folder=f"{folder(lang)}{drawn.folder}"
    )
    return Unit(name=f"chart:comparisons:{told.comparison.id}:{lang}", function=draw, arguments=(drawing,))


def _drawn(told: ComparisonPublication) -> Drawn | None:
    """The drawing of the claims whose figure the tables give; none where there are not two of them."""
    shown = tuple(one for one in told.values if _is_drawn(one))
    if len(shown) < _FEWEST:
        return None
    chart = Chart(
        name="claims",
        kind="dot-range",
        table="claims",
        measure="figure",
        dimensions=("claim",),
        title=told.comparison.title,
        description=both(_DESCRIPTION),
    )
    table = _table(shown)
    kept = replace(chart_table(chart, table), title=told.comparison.title)
    return Drawn(chart=chart, table=kept, folder=f"comparisons/{told.comparison.id}/charts/")


def _is_drawn(one: ClaimValue) -> bool:
    """Whether tables give its figure: what a source alone states, or a long sum, stands in the table of claims only."""
    return one.value is not None and bool(one.period) and 0 < len(one.rows) <= _MOST_TERMS


def _table(shown: tuple[ClaimValue, ...]) -> Table:
    units = {one.unit for one in shown}
    return Table(
        name="claims",
        path="claims.csv",
        title=both(N_("Claims")),
        columns=(
            Column(
                name="claim",
                type="string",
                title=both(N_("Who says it")),
                role=Role.DIMENSION,
                codes=tuple(Code(value=one.claim.id, label=_label(one, mixed=len(units) > 1)) for one in shown),
            ),
            Column(name="period", type="string", title=both(N_("Period")), role=Role.DIMENSION, concept="time-period"),
            Column(
                name="figure",
                type="number",
                title=both(N_("Figure")),
                role=Role.MEASURE,
                unit=units.pop() if len(units) == 1 else None,
            ),
            Column(name="qualifier", type="string", title=both(N_("Qualifier")), role=Role.ATTRIBUTE, concept="qualifier"),
            Column(name="source", type="string", title=both(N_("Source")), role=Role.ATTRIBUTE, concept="source"),
        ),
        rows=tuple(_row(one) for one in shown),
        body=b"",
    )


def _row(one: ClaimValue) -> tuple[Cell, ...]:
    value = float(one.value or 0)
    figure: Cell = int(value) if value.is_integer() else value
    return (one.claim.id, one.period, figure, one.qualifier, one.sources[0].id if one.sources else None)


def _label(one: ClaimValue, *, mixed: bool) -> LangString:
    """Who says it, of whom where the comparison is of several groups, and in what unit where they differ."""

    def said(lang: str) -> str:
        row = one.claim.row.text(lang) if one.claim.row else ""
        unit = word(COMPARED, one.unit or "", lang) if mixed else ""
        return " · ".join(part for part in (one.claim.name.text(lang), row, unit) if part)

    return LangString(es=said("es"), en=said("en"))
