"""The contacts of the directory as cards for a telephone: one each, and one file with all lines of all countries. Pure.

A telephone may be looked through: what a card is called, its file and its note are neutral, and never say what the number
is for. Its reader may call it something else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from celosia.locales import format_date
from celosia.model import HelpLine, Site
from celosia.render.address import folder
from celosia.render.views.contact import Contact
from celosia.render.views.directory import LINES
from celosia.render.views.home import line_card
from celosia.render.views.reading import Reading
from celosia.render.words import N_
from celosia.vocabularies.telephone import dialled_line
from celosia.vocabularies.vcard import ContactCard, PostalAddress, vcards

_PRODUCT = "-//Celosía//Celosía//ES"
_CALLED = N_("Information {number} · {place}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """What every card shares: the site that it comes from, the day of the data, and the language and names of places."""

    site: Site
    revised: date
    reading: Reading


def card_files(lines: tuple[HelpLine, ...], contacts: tuple[Contact, ...], deck: Deck) -> Mapping[str, bytes]:
    """The files, beside the page of the directory in its language."""
    ours = [(line_card(line), _of_line(line, deck)) for line in lines]
    theirs = [(contact, _of_contact(contact, deck)) for contact in contacts if contact.card]
    every = _once((*(card for _, card in ours), *(card for contact, card in theirs if contact.area is None)))
    named = {LINES: every} | {name: [card] for name, card in ours} | {contact.card: [card] for contact, card in theirs}
    return {f"{folder(deck.reading.lang)}info/{name}": vcards(cards, _PRODUCT) for name, cards in named.items() if cards}


def _once(cards: Iterable[ContactCard]) -> tuple[ContactCard, ...]:
    """Of two with one name, the first: a line of every page may be in the directory too."""
    first: dict[str, ContactCard] = {}
    for card in cards:
        first.setdefault(card.name, card)
    return tuple(first.values())


def _of_line(line: HelpLine, deck: Deck) -> ContactCard:
    lang = deck.reading.lang
    read = deck.reading.word("Source read on {day}").format(day=format_date(line.checked, lang))
    return ContactCard(
        uid=_uid(line_card(line), deck),
        name=_name(line.number, deck.reading.territory(line.country).text, deck.reading),
        numbers=(dialled_line(line),),
        emails=(),
        address=None,
        note=f"{line.note.text(lang)}. {read}.",
        revised=line.checked,
    )


def _of_contact(contact: Contact, deck: Deck) -> ContactCard:
    country = deck.reading.territory(contact.country).text
    place = contact.place.text if contact.area else country
    return ContactCard(
        uid=_uid(contact.id, deck),
        name=_name(contact.phones[0].text if contact.phones else "", place, deck.reading),
        numbers=tuple(phone.number for phone in contact.phones if phone.number),
        emails=contact.emails,
        address=_address(contact, "" if place == country else place, country),
        note=" ".join(f"{words}." for words in _note(contact, deck.reading)),
        revised=deck.revised,
    )


def _name(number: str, place: str, reading: Reading) -> str:
    """What the telephone calls it.

    >>> from celosia.render.address import Address
    >>> _name("145", "Argentina", Reading(address=Address(lang="en", path="info/")))
    'Information 145 · Argentina'
    """
    return " ".join(reading.word(_CALLED).format(number=number, place=place).split())


def _address(contact: Contact, region: str, country: str) -> PostalAddress | None:
    if not contact.street:
        return None
    return PostalAddress(street=contact.street, locality=contact.locality, region=region, country=country)


def _note(contact: Contact, reading: Reading) -> Iterator[str]:
    """Its hours, and whether it was checked."""
    if contact.hours:
        yield contact.hours
    checked = contact.checked
    yield reading.word("Checked on {day}").format(day=checked.day) if checked else reading.word("Not checked")


def _uid(name: str, deck: Deck) -> str:
    return f"{name.removesuffix('.vcf')}-{deck.reading.lang}@{deck.site.host}"
