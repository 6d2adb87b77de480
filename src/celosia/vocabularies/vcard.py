"""Contact cards as vCard 3.0 (RFC 2426), which every telephone takes: the same bytes for the same contacts. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from celosia.vocabularies.contentline import content, escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalAddress:
    """Where a public office is (`ADR`)."""

    street: str
    locality: str
    region: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """A `VCARD`. `uid` never changes; `numbers` as they are dialled; `revised`: the day of the data, never the clock's."""

    uid: str
    name: str
    numbers: tuple[str, ...]
    emails: tuple[str, ...]
    address: PostalAddress | None
    note: str
    revised: date


def vcards(cards: Iterable[ContactCard], product: str) -> bytes:
    """The cards, one after the other in one file."""
    return content(line for card in cards for line in _lines(card, product))


def _lines(card: ContactCard, product: str) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"PRODID:{escaped(product)}", f"UID:{escaped(card.uid)}")
    yield f"FN:{escaped(card.name)}"
    yield f"N:{escaped(card.name)};;;;"
    yield from (f"TEL;TYPE=WORK,VOICE:{escaped(number)}" for number in card.numbers)
    yield from (f"EMAIL;TYPE=INTERNET:{escaped(email)}" for email in card.emails)
    if card.address:
        parts = (card.address.street, card.address.locality, card.address.region, "", card.address.country)
        yield f"ADR;TYPE=WORK:;;{';'.join(map(escaped, parts))}"
    if card.note:
        yield f"NOTE:{escaped(card.note)}"
    yield from (f"REV:{card.revised.isoformat()}", "END:VCARD")
