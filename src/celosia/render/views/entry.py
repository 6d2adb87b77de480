"""What the search knows of a page: its title, a sentence, and the words by which people look for it. Pure."""

from dataclasses import dataclass

from celosia.derive import DatasetCard
from celosia.model import Agreement, LangString, Page, Table
from celosia.render.views.contact import Contact
from celosia.render.views.norms import NormView
from celosia.render.views.reading import Reading
from celosia.render.words import KINDS, STATUSES, THEMES, UNITS, word


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`text` is shown and searched, `keywords` only searched."""

    title: str
    url: str
    section: str
    text: str
    keywords: str


def dataset_entry(card: DatasetCard, tables: tuple[Table, ...], reading: Reading) -> Entry:
    """A dataset, by its words, those of its columns and codes, and the places that its rows speak of."""
    lang = reading.lang
    words = (
        *(keyword.text(lang) for keyword in card.keywords),
        *(column.text(lang) for column in card.columns),
        *(code.label.text(lang) for table in tables for column in table.columns for code in column.codes),
        *(reading.territory(code).text for code in (*card.spatial, *_areas(tables))),
        *(word(THEMES, code, lang) for code in card.themes),
        word(UNITS, card.unit, lang),
        card.creator,
    )
    return Entry(
        title=card.title.text(lang),
        url=reading.address.page(f"datasets/{card.id}/"),
        section="datasets",
        text=card.summary.text(lang),
        keywords=_joined(words),
    )


def agreement_entry(agreement: Agreement, reading: Reading) -> Entry:
    """An agreement, by its parties, its countries and its subject."""
    lang = reading.lang
    parties = ", ".join(party.name.text(lang) for party in agreement.parties)
    words = (
        *(reading.territory(code).text for code in agreement.countries),
        agreement.subject.text(lang),
        word(KINDS, agreement.kind, lang),
        word(STATUSES, agreement.status.code, lang),
        *(approval.text for approval in agreement.approvals),
        _LABEL.text(lang),
    )
    return Entry(
        title=agreement.title.text(lang),
        url=reading.address.page(f"agreements/{agreement.id}/"),
        section="agreements",
        text=f"{agreement.instrument.text(lang)}: {parties}" if parties else agreement.instrument.text(lang),
        keywords=_joined(words),
    )


def page_entry(page: Page) -> Entry:
    """A written page, by its title and description."""
    return Entry(title=page.title, url=f"{page.path}index.html", section="pages", text=page.description, keywords="")


def contact_entry(contact: Contact) -> Entry:
    """A contact of the help directory, by its name and its place."""
    return Entry(
        title=contact.name.text,
        url=f"info/index.html#{contact.id}",
        section="info",
        text=f"{contact.place.text} · {contact.kind.text}",
        keywords="",
    )


def norm_entry(norm: NormView) -> Entry:
    """A norm, by its number and what it is about."""
    return Entry(
        title=norm.name.text,
        url=f"norms/index.html#{norm.id}",
        section="norms",
        text=norm.title.text,
        keywords=" ".join(fact.text.text for fact in norm.facts),
    )


_LABEL = LangString(es="convenio acuerdo tratado", en="agreement convention treaty")


def _areas(tables: tuple[Table, ...]) -> tuple[str, ...]:
    """The codes of the territories that the rows name, each once."""
    columns = ((table, table.with_concept("ref-area")) for table in tables)
    return tuple(
        dict.fromkeys(str(value) for table, column in columns if column for value in table.values(column.name) if value)
    )


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(part for word_ in words for part in word_.split()))
