"""What the search knows of a page: its title, a sentence, and the words by which people look for it. Pure."""

from dataclasses import dataclass

from celosia.derive import DatasetCard
from celosia.model import Agreement, LangString, Page
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


def card_entry(card: DatasetCard, reading: Reading) -> Entry:
    """A dataset, by its words and those of its columns and codes."""
    lang = reading.lang
    words = (
        *(keyword.text(lang) for keyword in card.keywords),
        *(column.text(lang) for column in card.columns),
        *(reading.territory(code).text for code in card.spatial),
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


_LABEL = LangString(es="convenio acuerdo tratado", en="agreement convention treaty")


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(word for word in words if word))
