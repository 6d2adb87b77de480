"""What the page of each system is told: the datasets that come from it, the norms that it goes by, the sources. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from celosia.model import Catalog, Cell, LangString, Source, Statement, System, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemCard:
    """A system as a list, or a dataset's page, shows it."""

    id: str
    name: LangString
    short: str
    country: str | None
    answer: LangString
    datasets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something that a statement rests on and that has its own page: its id and title."""

    id: str
    title: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All that some statements rest on."""

    datasets: tuple[Named, ...]
    agreements: tuple[Named, ...]
    norms: tuple[Named, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemPublication:
    """All that a system's page shows; `commitments` are the ids of those that have a page."""

    system: System
    grounds: Grounds
    commitments: tuple[str, ...] = ()


def systems(catalog: Catalog) -> tuple[SystemPublication, ...]:
    """Each system, in the order of its names."""
    norms = norm_titles(catalog)
    return tuple(_system(system, catalog, norms) for system in catalog.systems)


def grounds(said: Iterable[Statement], catalog: Catalog, norms: Mapping[str, LangString], more: Iterable[str] = ()) -> Grounds:
    """What statements rest on, of a catalogue whose norms are called so; `more` are datasets besides."""
    statements_ = tuple(said)
    sources = {name for one in statements_ for name in one.sources}
    agreements = {name for one in statements_ for name in one.agreements}
    datasets = {*more, *(name for one in statements_ for name in one.datasets)}
    used = {name for one in statements_ for name in one.norms}
    return Grounds(
        datasets=tuple(Named(id=one.id, title=one.title) for one in catalog.datasets if one.id in datasets),
        agreements=tuple(Named(id=one.id, title=one.title) for one in catalog.agreements if one.id in agreements),
        norms=tuple(Named(id=name, title=norms[name]) for name in sorted(used) if name in norms),
        sources=tuple(source for source in catalog.sources if source.id in sources),
    )


def card(system: System) -> SystemCard:
    """What a list says of a system."""
    return SystemCard(
        id=system.id,
        name=system.name,
        short=system.short,
        country=system.country,
        answer=system.answer,
        datasets=len(system.datasets),
    )


def statements(system: System) -> Iterator[Statement]:
    """Every sentence of a system."""
    for group in (system.runs, system.registers, system.rules, system.since, system.withholds):
        yield from group
    yield from (promise.statement for promise in system.promises)


def _system(system: System, catalog: Catalog, norms: Mapping[str, LangString]) -> SystemPublication:
    commitments = {one.id for one in catalog.commitments}
    return SystemPublication(
        system=system,
        grounds=grounds(statements(system), catalog, norms, system.datasets),
        commitments=tuple(sorted({one.commitment.lower() for one in system.promises} & commitments)),
    )


def norm_titles(catalog: Catalog) -> dict[str, LangString]:
    """The norms of the register by kind and number, as people cite them."""
    if not catalog.site.norms:
        return {}
    table: Table = catalog.dataset(catalog.site.norms).tables[0]
    return {str(norm["id"]): _cited(norm) for norm in table.records()}


def _cited(norm: Mapping[str, Cell]) -> LangString:
    words = (str(norm[name]) for name in ("tipo", "numero") if norm.get(name))
    return LangString(es=" ".join(words) or str(norm["id"]))
