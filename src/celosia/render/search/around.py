"""What can be found besides: contacts, norms, words that are explained, sources, and the pages that people wrote. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from celosia.derive import Publication
from celosia.model import HelpLine, Page, PeriodOfTime, Source
from celosia.model.glossary import Entry as Explained
from celosia.render.menu import paths, written
from celosia.render.search.entry import Entry, entry
from celosia.render.views.contact import Contact, contacts
from celosia.render.views.facet import years
from celosia.render.views.norms import NormView, norms_view
from celosia.render.views.reading import Reading
from celosia.render.views.text import Text, spanish, stated, told

_EXPLAINED, _SOURCE, _PAGE, _CONTACT = 0.5, 0.5, 0.8, 0.8
_HIDDEN = ("", "search/")


def other_entries(publication: Publication, reading: Reading) -> Iterator[Entry]:
    """Everything that has no page of its own, and the written pages."""
    if publication.directory:
        yield from (_line(line, reading) for line in publication.site.help_lines)
        yield from (_contact(contact) for contact in contacts(publication.directory, publication.modified, reading))
    if publication.norms:
        yield from (_norm(norm) for norm in norms_view(publication.norms, {}, reading).norms)
    for path in paths(publication, reading.lang):
        if path not in _HIDDEN:
            yield _page(written(publication, path, reading.lang))
    groups = publication.glossary.groups if publication.glossary else ()
    yield from (_explained(one, reading) for group in groups for one in group.entries)
    yield from (_source(source, reading) for source in publication.sources)


def _line(line: HelpLine, reading: Reading) -> Entry:
    """A help line; it stands on the page of the directory."""
    country = reading.territory(line.country).text
    title = f"{reading.word('Help lines')}: {line.number} ({country})"
    return entry("info", stated(title), "info/index.html", line.note.text(reading.lang), (line.label.text(reading.lang),))


def _contact(contact: Contact) -> Entry:
    """A contact of the help directory, by its name, its place and what it offers."""
    text = f"{contact.place.text} · {contact.kind.text}"
    facts = (fact.text.text for fact in contact.facts)
    phones = (phone.text for phone in contact.phones)
    return replace(entry("info", contact.name, f"info/index.html#{contact.id}", text, phones, facts), worth=_CONTACT)


def _norm(norm: NormView) -> Entry:
    """A norm, by its number and what it is about."""
    facts = (fact.text.text for fact in norm.facts)
    return entry("norms", norm.name, f"norms/index.html#{norm.id}", norm.title.text, (), facts)


def _page(page: Page) -> Entry:
    """A written page, by its title and description."""
    title = Text(text=page.neutral_title or page.title)
    return replace(entry("pages", title, f"{page.path}index.html", page.description, (page.title,)), worth=_PAGE)


def _explained(one: Explained, reading: Reading) -> Entry:
    """A word of the glossary, by the forms in which it is written."""
    lang = reading.lang
    forms = (form for spoken, form in one.term.forms if spoken == lang)
    url = f"glossary/index.html#{one.term.id}"
    return replace(entry("glossary", told(one.name, lang), url, one.meaning.text.text(lang), forms), worth=_EXPLAINED)


def _source(source: Source, reading: Reading) -> Entry:
    """A source, by its title and who published it."""
    text = " · ".join(part for part in (source.publisher, source.kind, _day(source, reading)) if part)
    title = spanish(source.title, reading.lang)
    return replace(entry("sources", title, f"sources/index.html#{source.id}", text, years(_period(source))), worth=_SOURCE)


def _day(source: Source, reading: Reading) -> str:
    return reading.period(source.date) if source.date else ""


def _period(source: Source) -> PeriodOfTime | None:
    return PeriodOfTime.parse(source.date) if source.date else None
