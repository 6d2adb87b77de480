"""What a page tells those who cite, link or reuse: lasting addresses, citations, embeds, code, how to compare. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from celosia.derive import VersionCard
from celosia.derive.difference_file import changes_path
from celosia.locales import format_date, gettext
from celosia.model import Dataset, Role, Site
from celosia.render.address import step_anchor
from celosia.render.snippets import (
    Picture,
    Remote,
    iframe,
    python_code,
    r_code,
    record_python_code,
    record_r_code,
    static_picture,
)
from celosia.render.views.pinned import Pinned, PinnedChart, PinnedTable
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, stated, told
from celosia.vocabularies.bibliography import CITATION_TYPES
from celosia.vocabularies.citation import Cited, apa, iso690, landing_page

_COMPARABLE = 2
_FRAME = 320
"""The pixels of an embed around its drawing: title, sentence, word of a newer version, source, link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationText:
    """A citation in a style; the day of access is put in by whoever copies it."""

    id: str
    style: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """A chart to be shown elsewhere: its page, and the HTML to copy."""

    id: str
    title: Text
    page: Link
    frame: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeView:
    """A table to be read by code: its address, its hash, the code, and the columns that a spreadsheet must take as text."""

    id: str
    name: str
    title: Text
    href: str
    sha256: str
    python: str
    r: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCode:
    """A record that follows what is known, to be read by code: its address and hash, the code, the feed of its changes."""

    href: str
    sha256: str
    python: str
    r: str
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A release to compare with: its page, and what changed from it to the newest, to read and as CSV (none for the newest)."""

    number: str
    day: str
    page: str
    changes: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseView:
    """The section «Citar, enlazar y reutilizar». What needs a frozen release is empty where there is none."""

    address: str
    version: str
    pinned_address: str
    citations: tuple[CitationText, ...]
    citation_files: tuple[Link, ...]
    embeds: tuple[EmbedView, ...] = ()
    codes: tuple[CodeView, ...] = ()
    versions: tuple[Earlier, ...] = ()
    files: tuple[Link, ...] = ()
    record: RecordCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reused:
    """A dataset with the release that its page pins (none where nothing is frozen), and how each release compares with it."""

    dataset: Dataset
    site: Site
    release: Pinned | None
    versions: tuple[Earlier, ...] = ()


def dataset_reuse(reused: Reused, cited: Cited, reading: Reading) -> ReuseView:
    """The section of a dataset's page, or of the page of one of its versions."""
    release, home = reused.release, landing_page(reused.dataset, reused.site)
    return ReuseView(
        address=home,
        version=release.version if release else "",
        pinned_address=f"{home}v/{release.version}/" if release else "",
        citations=citations(cited, reading),
        citation_files=_citation_files(reading),
        embeds=tuple(_embed(chart, reused, release, reading) for chart in release.charts) if release else (),
        codes=tuple(_code(table, reused, release, reading) for table in release.tables) if release else (),
        versions=reused.versions,
    )


def agreement_reuse(cited: Cited, document: tuple[str, str], reading: Reading) -> ReuseView:
    """The section of an agreement's page: it has no releases, and its data are those of all agreements.

    `document` is the record for programs, as the address below the site's and the SHA-256 that it has now.
    """
    tables = (
        Link(text=stated(name), href=reading.address.root(f"agreements/agreements.{name.lower()}")) for name in ("CSV", "JSON")
    )
    return ReuseView(
        address=cited.url,
        version="",
        pinned_address="",
        citations=citations(cited, reading),
        citation_files=_citation_files(reading),
        files=tuple(tables),
        record=_record(cited.url.partition("agreements/")[0], *document, reading),
    )


def _record(site: str, path: str, sha256: str, reading: Reading) -> RecordCode:
    return RecordCode(
        href=reading.address.root(path),
        sha256=sha256,
        python=record_python_code(f"{site}{path}", sha256, reading.lang),
        r=record_r_code(f"{site}{path}", sha256, reading.lang),
        feed=reading.address.own("agreements/feed.xml"),
    )


def compared(dataset: str, history: tuple[VersionCard, ...], reading: Reading) -> tuple[Earlier, ...]:
    """Each release, newest first, with the way to what changed since; nothing where there is none to compare with."""
    if len(history) < _COMPARABLE:
        return ()
    *older, newest = history
    later = (card.number for card in history[1:])
    earlier = [_earlier(dataset, card, reading) for card in older]
    changed = (
        replace(
            one,
            changes=reading.address.page(f"datasets/{dataset}/changes/", step_anchor(one.number, following)),
            file=reading.address.root(f"datasets/{dataset}/{changes_path(one.number, newest.number, 'csv')}"),
        )
        for one, following in zip(earlier, later, strict=True)
    )
    return tuple(reversed((*changed, _earlier(dataset, newest, reading))))


def citations(cited: Cited, reading: Reading) -> tuple[CitationText, ...]:
    """The citation in each style, without the day of access."""
    return (
        CitationText(id="citation", style=reading.word("APA style"), text=apa(cited)),
        CitationText(id="citation-iso690", style=reading.word("ISO 690 style"), text=iso690(cited)),
    )


def picture(chart: PinnedChart, reused: Reused, release: Pinned, lang: str) -> Picture:
    """A chart of a release as other people's pages show it."""
    site, dataset = reused.site, reused.dataset
    wide, narrow = chart.drawn(lang)
    tree = site.url if lang == "es" else f"{site.url}{lang}/"
    sources = ", ".join(chart.sources) or dataset.creator
    version = gettext(lang)("Version {version}, {day}").format(version=release.version, day=format_date(release.day, lang))
    return Picture(
        page=f"{tree}datasets/{dataset.id}/v/{release.version}/",
        frame=f"{tree}{embed_path(dataset.id, chart.name, release.version)}",
        image=f"{landing_page(dataset, site)}v/{release.version}/{wide.path}",
        title=chart.title.text(lang),
        alternative=wide.alternative,
        credit=f"{sources}; {dataset.publisher}: {dataset.title.text(lang)}. {version}. {dataset.license.name}.",
        width=wide.width,
        height=max(wide.height, narrow.height) + _FRAME,
    )


def embed_path(dataset: str, chart: str, version: str) -> str:
    """Where a chart of a version can be framed, below its language's tree; for ever."""
    return f"embed/{dataset}/{chart}/{version}/"


def _earlier(dataset: str, card: VersionCard, reading: Reading) -> Earlier:
    return Earlier(
        number=card.number,
        day=format_date(card.change.date, reading.lang),
        page=reading.address.page(f"datasets/{dataset}/v/{card.number}/"),
    )


def _embed(chart: PinnedChart, reused: Reused, release: Pinned, reading: Reading) -> EmbedView:
    shown = picture(chart, reused, release, reading.lang)
    path = embed_path(reused.dataset.id, chart.name, release.version)
    return EmbedView(
        id=f"embed-{chart.name}",
        title=told(chart.title, reading.lang),
        page=Link(text=stated(shown.frame), href=reading.address.page(path)),
        frame=iframe(shown),
        picture=static_picture(shown),
    )


def _code(table: PinnedTable, reused: Reused, release: Pinned, reading: Reading) -> CodeView:
    path = f"datasets/{reused.dataset.id}/v/{release.version}/"
    url = f"{reused.site.url}{path}{table.name}.csv"
    remote = Remote(url=url, sha256=table.sha256, columns=table.columns, missing_values=table.missing_values)
    return CodeView(
        id=f"code-{table.name}",
        name=f"{table.name}.csv",
        title=told(table.title, reading.lang),
        href=reading.address.root(f"{path}{table.name}.csv"),
        sha256=table.sha256,
        python=python_code(remote, reading.lang),
        r=r_code(remote, reading.lang),
        texts=tuple(_codes(table)),
    )


def _codes(table: PinnedTable) -> Iterable[str]:
    """The columns in which a spreadsheet could take a code for a number, or a period for a date."""
    return (column.name for column in table.columns if column.type == "string" and column.role is Role.DIMENSION)


def _citation_files(reading: Reading) -> tuple[Link, ...]:
    """Those in the page's own folder, which both languages share."""
    path = reading.address.path
    return tuple(
        Link(text=stated(title), href=reading.address.root(f"{path}{name}")) for name, (title, _) in CITATION_TYPES.items()
    )
