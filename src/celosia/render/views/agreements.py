"""What the list of agreements shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.model import Agreement, Made
from celosia.render.views.download import Download, checksums, file
from celosia.render.views.facet import Card, Facet, by_year, facet, token
from celosia.render.views.figure import Drawn, Figure, figure
from celosia.render.views.reading import Reading
from celosia.render.views.table import nothing
from celosia.render.views.text import Text, stated, told
from celosia.render.words import KINDS, N_, STATUSES, word

_FACETS = (
    ("kind", N_("Kind")),
    ("country", N_("Country")),
    ("counterpart", N_("Counterpart")),
    ("subject", N_("Subject")),
    ("year", N_("Year")),
    ("status", N_("Status")),
)

_ANSWER = N_("The sources give {m} of the {n} agreements as in force, and {k} as ended.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsView:
    """The cards of all agreements, their timeline, and the collection as files."""

    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]
    figure: Figure | None
    undated: str | None
    files: tuple[Download, ...]
    checksums: tuple[tuple[str, str], ...]


def agreements_view(
    agreements: tuple[Agreement, ...], drawn: Drawn | None, reading: Reading, made: Mapping[str, Made]
) -> AgreementsView:
    """The view of the list of agreements."""
    tags = [_tags(agreement, reading) for agreement in agreements]
    facets = (facet(name, reading.word(label), (tag[name] for tag in tags)) for name, label in _FACETS)
    files = tuple(file(f"agreements/agreements.{name}", (name.upper(), purpose), reading, made) for name, purpose in _FILES)
    return AgreementsView(
        cards=tuple(_card(agreement, tag, reading) for agreement, tag in zip(agreements, tags, strict=True)),
        facets=tuple(one for one in facets if one),
        figure=figure(drawn, reading, made) if drawn else None,
        undated=_undated(agreements, reading),
        files=files,
        checksums=checksums(files),
    )


def answer(agreements: tuple[Agreement, ...], reading: Reading) -> str:
    """The first sentence of the page: of how many agreements a source says that they bind, or no longer do."""
    codes = [agreement.status.code for agreement in agreements]
    return reading.word(_ANSWER).format(m=codes.count("in-force"), n=len(codes), k=codes.count("ended"))


_FILES = (("csv", N_("for spreadsheets and programs")), ("json", N_("for web developers")))


def _tags(agreement: Agreement, reading: Reading) -> Mapping[str, Mapping[str, Text]]:
    lang = reading.lang
    return {
        "kind": {agreement.kind: stated(word(KINDS, agreement.kind, lang))},
        "country": {code: reading.territory(code) for code in agreement.countries},
        "counterpart": {token(party.name.es): told(party.name, lang) for party in agreement.parties},
        "subject": {token(agreement.subject.es): told(agreement.subject, lang)},
        "year": by_year(agreement.signed),
        "status": {agreement.status.code: stated(word(STATUSES, agreement.status.code, lang))},
    }


def _card(agreement: Agreement, tags: Mapping[str, Mapping[str, Text]], reading: Reading) -> Card:
    lang = reading.lang
    places = " · ".join(text.text for text in tags["country"].values())
    signed = stated(reading.day(agreement.signed)) if agreement.signed else nothing(reading)
    countries = {text.text for text in tags["country"].values()}
    parties = tuple(name for party in agreement.parties if (name := told(party.name, lang)).text not in countries)
    return Card(
        title=told(agreement.title, lang),
        href=reading.address.page(f"agreements/{agreement.id}/"),
        kicker=f"{places} · {word(KINDS, agreement.kind, lang)}",
        summary=None,
        notes=(
            stated(reading.word("signed: {day}").format(day=signed.text)),
            told(agreement.subject, lang),
            *((Text(text=", ".join(party.text for party in parties), lang=parties[0].lang),) if parties else ()),
        ),
        status=agreement.status.code,
        status_word=word(STATUSES, agreement.status.code, lang),
        tokens=tuple((name, " ".join(values)) for name, values in tags.items()),
    )


def _undated(agreements: tuple[Agreement, ...], reading: Reading) -> str | None:
    number = sum(1 for agreement in agreements if agreement.signed is None)
    if not number:
        return None
    message = reading.word("The sources do not state when {n} of the {total} agreements were signed; they are not drawn.")
    return message.format(n=number, total=len(agreements))
