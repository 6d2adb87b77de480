"""The site: pages rendered where they changed, the whole looked at, then put in place at once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from celosia.errors import SiteRefusedError
from celosia.model import LANGUAGES, Finding, Made, Report
from celosia.pipeline import Built
from celosia.publish import Folder, Store, Workshop
from celosia.publish.code import code_version
from celosia.seal import facts_of, seal
from celosia.website.assembly import PREFIXES, PageSource, page_sources, served, theme_version
from celosia.website.mkdocs import CONFIGS, ERROR_PAGE, TOOLS, Batch, html_path, render_pages, stylesheet, stylesheet_body
from celosia.website.promise import broken, members_of, with_aliases
from celosia.website.raw import raw_facts, raw_pages, told_facts
from celosia.website.reading import leaks

__all__ = ["Assembled", "Finished", "assemble", "make_site", "members_of", "stylesheet"]

_BATCH = 500
_PAGE, _FACTS = "page.html", "facts.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How many pages were rendered anew, how many files of the site differ from before, and how many it has.

    `report` has the warnings that only the whole site can give, `site` is every file of it.
    """

    rendered: int
    written: int
    files: int
    report: Report = field(default_factory=Report)
    site: Mapping[str, Made] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The site that would stand: every file by its path, which of them are pages of it, and the record of each page.

    `served`: the files that come from the generated folder as they are, by their path in the site.
    """

    files: Mapping[str, Made]
    served: Mapping[str, str]
    pages: Mapping[str, Mapping[str, Made]]
    rendered: int


def assemble(root: Path, built: Built, workshop: Workshop) -> Assembled:
    """Render what changed and say what the whole site is. Nothing is looked at, and nothing put in place."""
    files = built.published.files
    sources = (*page_sources(files, _version(root)), *_error_pages(files, root))
    made, rendered = _render(root, sources, workshop)
    pages = {path: record[_PAGE] for path, record in made.items()}
    as_they_are = served(files)
    site = {**{path: files[source] for path, source in as_they_are.items()}, **pages, **_theme(made)}
    return Assembled(files=site, served=as_they_are, pages=made, rendered=rendered)


def make_site(root: Path, built: Built, folder: Folder, workshop: Workshop) -> Finished:
    """Render what changed, look at the whole, and put it in place.

    `SiteRefusedError` where a link leads nowhere, a figure about persons is told that no table publishes, or an address that
    was published would break.
    """
    whole = assemble(root, built, workshop)
    with workshop.progress.stage("seal", len(whole.pages)) as counter:
        report = _looked_at(built, whole, workshop)
        counter.tell(len(whole.pages))
    site = with_aliases(built.publication.permanence, whole.files)
    with workshop.progress.stage("site", len(site)) as counter:
        twins = {path: f"{root}/build/{source}" for path, source in whole.served.items()}
        written = folder.swap(site, workshop.store, twins)
        counter.tell(len(site))
    return Finished(rendered=whole.rendered, written=written, files=len(site), report=report, site=site)


def _looked_at(built: Built, whole: Assembled, workshop: Workshop) -> Report:
    """The warnings. `SiteRefusedError` where there is more."""
    linked = _linked(built, whole, workshop.store)
    promised = broken(built.publication.permanence, whole.files, whole.pages, workshop.store)
    report = Report.of((*linked, *leaks(built.publication, whole.files, workshop), *promised))
    if report.errors:
        raise SiteRefusedError(report)
    return report


def _linked(built: Built, whole: Assembled, store: Store) -> tuple[Finding, ...]:
    """What leads nowhere; nothing is asked again where pages with the same links stand among the same files."""
    facts = {path: record[_FACTS] for path, record in whole.pages.items()}
    facts |= {path: raw_facts(whole.files[path], store) for path in raw_pages(whole.served)}
    base = urlsplit(built.publication.site.url).path or "/"
    told = sorted((path, made.sha256) for path, made in facts.items())
    key = sha256(repr((code_version("celosia.seal"), base, sorted(whole.files), told)).encode()).hexdigest()
    if store.recall(key) is not None:
        return ()
    report = seal({path: told_facts(made, store) for path, made in facts.items()}, frozenset(whole.files), base)
    if not report.findings:
        store.keep(key, {})
    return report.findings


def _version(root: Path) -> str:
    return "\n".join(
        (*TOOLS, code_version(__name__), *((root / name).read_text(encoding="utf-8") for name in CONFIGS.values()))
    )


def _error_pages(files: Mapping[str, Made], root: Path) -> tuple[PageSource, ...]:
    """The page for errors of each language comes with the theme, not from a file of the folder."""
    key = theme_version(files, _version(root))
    return tuple(PageSource(lang=lang, page="404.md", key=f"{key[:-2]}{lang}") for lang in LANGUAGES)


def _render(root: Path, sources: tuple[PageSource, ...], workshop: Workshop) -> tuple[Mapping[str, Mapping[str, Made]], int]:
    """What was made of each page, by its path in the site, and how many pages were rendered for it."""
    known = {source: workshop.store.recall(source.key) for source in sources}
    new = [source for source, record in known.items() if record is None]
    batches = [batch for lang in LANGUAGES for batch in _batches([source for source in new if source.lang == lang])]
    with workshop.progress.stage("pages", len(new)) as counter:
        orders = [(root, batch, workshop.store) for batch in batches]
        for done in workshop.run(_perform, orders, worth=3):
            counter.tell(done)
    return {source.path: record or _recall(workshop.store, source) for source, record in known.items()}, len(new)


def _batches(sources: list[PageSource]) -> Iterator[tuple[PageSource, ...]]:
    for start in range(0, len(sources), _BATCH):
        yield tuple(sources[start : start + _BATCH])


def _perform(order: tuple[Path, tuple[PageSource, ...], Store]) -> int:
    root, sources, store = order
    lang = sources[0].lang
    pages = tuple(source.page for source in sources if html_path(source.page) != ERROR_PAGE)
    html = render_pages(Batch(root=root, lang=lang, docs=root / "build" / "docs" / lang, pages=pages))
    for source in sources:
        body = html[html_path(source.page)]
        kept = {_PAGE: body, _FACTS: json.dumps(asdict(facts_of(body))).encode()}
        if html_path(source.page) == ERROR_PAGE and not PREFIXES[lang]:
            kept[stylesheet()] = stylesheet_body(root)
        store.keep(source.key, kept)
    return len(sources)


def _recall(store: Store, source: PageSource) -> Mapping[str, Made]:
    record = store.recall(source.key)
    if record is None:
        msg = f"{source.path} was rendered and is gone from the cache"
        raise LookupError(msg)
    return record


def _theme(made: Mapping[str, Mapping[str, Made]]) -> Mapping[str, Made]:
    return {path: one for path, one in made[ERROR_PAGE].items() if path not in (_PAGE, _FACTS)}
