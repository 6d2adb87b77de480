"""The catalogue itself: catalog.yaml, its translation, and the two things that the environment may say."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from celosia.load.descriptor import license_of
from celosia.load.document import Document
from celosia.load.overlay import Words
from celosia.load.scalar import URL
from celosia.model import Agent, Dataset, Finding, HelpLine, Place, Series, Site, Source, Territory
from celosia.model.catalog import KeyFigure, Topic

_SOURCE_COLUMNS = ("id", "titulo", "editor", "tipo", "fecha", "url")


def site(told: Words, environment: Mapping[str, str]) -> Site:
    """What every page shares. A wrong environment variable counts as absent here; `environment_findings` tells of it."""
    node = told.node
    agent = node["publisher"]
    return Site(
        title=told.of("title"),
        description=told.of("description"),
        publisher=Agent(name=agent["name"], url=agent["url"], email=agent["email"], type=agent["type"]),
        url=_url(environment) or _with_slash(node["url"]),
        languages=node["languages"],
        license=license_of(node["license"]),
        help_lines=tuple(_help_line(line) for line in told.each("help_lines")),
        exit_url=node["exit_url"],
        issues_url=node["issues_url"],
        norms=node["norms"],
        directory=node["directory"],
        sources=node["sources"],
        series=tuple(_series(part) for part in told.each("series")),
    )


def modified(datasets: tuple[Dataset, ...], environment: Mapping[str, str]) -> date:
    """The day of the build: SOURCE_DATE_EPOCH, or else the newest day that a dataset was changed."""
    return _epoch(environment) or max((dataset.modified for dataset in datasets), default=date.min)


def key_figures(told: Words) -> tuple[KeyFigure, ...]:
    """The figures of the home page, in its order."""
    return tuple(_key_figure(figure) for figure in told.each("key_figures"))


def territories(told: Words) -> tuple[Territory, ...]:
    """The areas that the catalogue speaks of, in its order."""
    return tuple(
        Territory(
            code=part.node["code"],
            name=part.of("name"),
            parent=part.node["parent"],
            short=part.node["short"],
            column=part.node["column"],
            row=part.node["row"],
        )
        for part in told.each("territories")
    )


def topics(told: Words) -> tuple[Topic, ...]:
    """What comparisons are about, in the order of the catalogue."""
    return tuple(Topic(id=part.node["name"], title=part.of("title")) for part in told.each("topics"))


def environment_findings(environment: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the environment variables that a build reads."""
    if environment.get("CELOSIA_SITE_URL") and _url(environment) is None:
        yield Finding(code="bad-site-url", where=Place(path="CELOSIA_SITE_URL"))
    if environment.get("SOURCE_DATE_EPOCH") and _epoch(environment) is None:
        yield Finding(code="bad-epoch", where=Place(path="SOURCE_DATE_EPOCH"))


def sources(main: Document, datasets: tuple[Dataset, ...]) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """The rows of the table `fuentes` of the dataset that catalog.yaml names."""
    named = next((dataset for dataset in datasets if dataset.id == main.value["sources"]), None)
    table = next((table for table in named.tables if table.name == "fuentes"), None) if named else None
    if named is None or table is None:
        missing = () if named is None else (_lacks(f"datasets/{named.id}/datapackage.yaml", "fuentes"),)
        return (), missing
    columns = {column.name for column in table.columns}
    lacking = tuple(name for name in _SOURCE_COLUMNS if name not in columns)
    if lacking:
        return (), tuple(_lacks(f"datasets/{named.id}/datapackage.yaml", f"fuentes.{name}") for name in lacking)
    return tuple(_source(record) for record in table.records() if record["id"] is not None), ()


def _lacks(path: str, name: str) -> Finding:
    return Finding(code="sources-table", where=Place(path=path), details=(("name", name),))


def _source(record: Mapping[str, object]) -> Source:
    year = record["fecha"]
    return Source(
        id=str(record["id"]),
        title=str(record["titulo"] or ""),
        publisher=str(record["editor"] or ""),
        kind=str(record["tipo"] or ""),
        date=None if year is None else str(year),
        url=str(record["url"] or ""),
    )


def _help_line(told: Words) -> HelpLine:
    node = told.node
    return HelpLine(
        country=node["country"],
        number=node["number"],
        label=told.of("label"),
        note=told.of("note"),
        source=node["source"],
        checked=node["checked"],
    )


def _series(told: Words) -> Series:
    return Series(id=told.node["name"], title=told.of("title"), description=told.of("description"))


def _key_figure(told: Words) -> KeyFigure:
    node = told.node
    return KeyFigure(
        dataset=node["dataset"],
        table=node["table"],
        measure=node["measure"],
        where=tuple(node["where"].items()),
        label=told.of("label"),
    )


def _url(environment: Mapping[str, str]) -> str | None:
    url = environment.get("CELOSIA_SITE_URL")
    try:
        return _with_slash(str(URL.read(url))) if url else None
    except ValueError:
        return None


def _with_slash(url: str) -> str:
    return url if url.endswith("/") or not url else f"{url}/"


def _epoch(environment: Mapping[str, str]) -> date | None:
    text = environment.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(text), UTC).date() if text else None
    except (ValueError, OverflowError, OSError):
        return None
