"""Files that stay with whoever publishes them, as a dataset's page tells of them. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from celosia.locales import format_date
from celosia.model import Dataset, LinkedFile
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Link, Text, outward, spanish, stated, told
from celosia.render.words import N_, size

UNSTATED = N_("Not stated by the publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFileView:
    """A file that is not copied here; its address is shown, and linked to only where a link is private."""

    source: Link
    format: str
    facts: str
    description: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedView:
    """Where the files of a dataset are; `hosts` are the sites that they are on, `whole` where nothing of it is here."""

    hosts: str
    files: tuple[LinkedFileView, ...]
    whole: bool


def linked_view(dataset: Dataset, reading: Reading) -> LinkedView | None:
    """The view of a dataset's links; none where it has none and is not one of links."""
    if not dataset.links and dataset.kind != "linked":
        return None
    hosts = dict.fromkeys(urlsplit(file.url).hostname or "" for file in dataset.links)
    return LinkedView(
        hosts=", ".join(hosts), files=tuple(_file(file, reading) for file in dataset.links), whole=not dataset.tables
    )


def origin_facts(dataset: Dataset, reading: Reading) -> tuple[Fact, ...]:
    """What the publisher of a linked dataset says of it besides what every dataset has."""
    origin, _ = dataset.origin, reading.word
    if origin is None:
        return ()
    contact = " · ".join(part for part in (origin.contact.name, origin.contact.email) if part) if origin.contact else ""
    page = origin.landing_page or ""
    facts = (
        Fact(label=_("Identifier at its publisher"), text=stated(origin.identifier or "")),
        Fact(label=_("Page of its publisher"), text=stated(page), href=outward(page)),
        Fact(label=_("Whom to ask"), text=spanish(contact, reading.lang)),
    )
    return tuple(fact for fact in facts if fact.text.text)


def known(dataset: Dataset, name: str, text: Text, reading: Reading) -> Text:
    """The text of a property, or that its publisher does not state it."""
    return text if dataset.states(name) else stated(reading.word(UNSTATED))


def _file(file: LinkedFile, reading: Reading) -> LinkedFileView:
    href = outward(file.url)
    day = file.modified or file.issued
    facts = (
        format_date(day, reading.lang) if day else "",
        size(file.size, reading.lang) if file.size else "",
    )
    return LinkedFileView(
        source=Link(text=told(file.title, reading.lang), href=href, note=urlsplit(href).hostname if href else file.url),
        format=file.format or "",
        facts=" · ".join(fact for fact in facts if fact),
        description=told(file.description, reading.lang) if file.description else None,
    )
