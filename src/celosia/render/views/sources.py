"""What the page of sources shows: each source under its id, and the datasets that take figures from it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.model import LangString, Source
from celosia.render.views.facet import Facet, facet, token
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, reference, spanish, told


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source; `host` is the site that its link leads to."""

    id: str
    link: Link
    publisher: Text
    kind: Text
    date: str | None
    datasets: tuple[Link, ...]
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """The list of sources below the words of its page."""

    sources: tuple[SourceView, ...]
    facets: tuple[Facet, ...]

    @property
    def unlinked(self) -> bool:
        """Whether there is a source that is named without a link."""
        return any(source.link.href is None for source in self.sources)


def sources_view(
    sources: tuple[Source, ...], uses: Mapping[str, tuple[tuple[str, LangString], ...]], reading: Reading
) -> SourcesView:
    """The view of the list of sources; `uses` gives the id and title of the datasets that use each."""
    kinds = facet("kind", reading.word("Kind"), ({token(source.kind): _told(source.kind, reading)} for source in sources))
    return SourcesView(
        sources=tuple(_source(source, uses.get(source.id, ()), reading) for source in sources),
        facets=(kinds,) if kinds else (),
    )


def _source(source: Source, datasets: tuple[tuple[str, LangString], ...], reading: Reading) -> SourceView:
    return SourceView(
        id=source.id,
        link=reference(source.title, source.url, reading.lang),
        publisher=_told(source.publisher, reading),
        kind=_told(source.kind, reading),
        date=reading.period(source.date) if source.date else None,
        datasets=tuple(
            Link(text=told(title, reading.lang), href=reading.address.page(f"datasets/{id_}/")) for id_, title in datasets
        ),
        tokens=(("kind", token(source.kind)),),
    )


def _told(text: str, reading: Reading) -> Text:
    return spanish(text, reading.lang)
