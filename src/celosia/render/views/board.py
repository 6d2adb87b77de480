"""What the board of commitments shows: each commitment, and every milestone with its state, by facets. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive.commitment import CommitmentPublication, MilestoneTold
from celosia.locales import format_date
from celosia.model import Made
from celosia.render.promised import VERDICTS
from celosia.render.views.commitment import Row, answer, when
from celosia.render.views.download import Download, checksums, file
from celosia.render.views.facet import Card, Facet, facet
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, Text, stated, told
from celosia.render.views.verified import anchor, reasons
from celosia.render.words import N_

_FILES = (("csv", N_("for spreadsheets and programs")), ("json", N_("for web developers")))
_FACETS = (
    ("commitment", N_("Commitment")),
    ("country", N_("Country")),
    ("verified", N_("What this catalogue can verify")),
    ("late", N_("Delay")),
)
_LATE, _NOT_LATE = N_("With something overdue"), N_("With nothing overdue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A milestone on the board: `tokens` pairs each facet's name with its value."""

    row: Row
    commitment: Link
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The commitments, the milestones with the totals by state, the files, and the list that they are from."""

    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]
    totals: tuple[tuple[str, str, str], ...]
    total: str
    entries: tuple[Entry, ...]
    files: tuple[Download, ...]
    checksums: tuple[tuple[str, str], ...]
    feed: str
    register: Link | None
    today: str


def board_view(
    publications: tuple[CommitmentPublication, ...], register: int, reading: Reading, made: Mapping[str, Made]
) -> BoardView:
    """The view of the board. `register`: how many commitments the list holds that these are from."""
    pairs = [(publication, one) for publication in publications for one in publication.milestones]
    tags = [_tags(publication, one, reading) for publication, one in pairs]
    facets = (facet(name, reading.word(label), (tag[name] for tag in tags)) for name, label in _FACETS)
    files = tuple(file(f"commitments/commitments.{name}", (name.upper(), purpose), reading, made) for name, purpose in _FILES)
    counts: Counter[str] = Counter(one.verdict for _, one in pairs)
    return BoardView(
        cards=tuple(_card(publication, reading) for publication in publications),
        facets=tuple(one for one in facets if one),
        totals=tuple((code, reading.word(label), str(counts[code])) for code, label in VERDICTS.items() if counts[code]),
        total=str(len(pairs)),
        entries=tuple(_entry(pair, tag, reading) for pair, tag in zip(pairs, tags, strict=True)),
        files=files,
        checksums=checksums(files),
        feed=reading.address.own("commitments/feed.xml"),
        register=_register(register, reading) if register else None,
        today=format_date(publications[0].today, reading.lang),
    )


def _register(number: int, reading: Reading) -> Link:
    message = reading.word("Browse the {n} commitments of both countries before the Open Government Partnership")
    return Link(text=stated(message.format(n=number)), href=reading.address.page("commitments/all/"))


def _tags(publication: CommitmentPublication, one: MilestoneTold, reading: Reading) -> Mapping[str, Mapping[str, Text]]:
    commitment = publication.commitment
    late = "yes" if one.overdue or one.lacks_check else "no"
    return {
        "commitment": {commitment.id: stated(commitment.code)},
        "country": {commitment.country: reading.territory(commitment.country)},
        "verified": {one.verdict: stated(reading.word(VERDICTS[one.verdict]))},
        "late": {late: stated(reading.word(_LATE if late == "yes" else _NOT_LATE))},
    }


def _entry(
    pair: tuple[CommitmentPublication, MilestoneTold], tags: Mapping[str, Mapping[str, Text]], reading: Reading
) -> Entry:
    publication, one = pair
    commitment, milestone = publication.commitment, one.milestone
    href = reading.address.page(f"commitments/{commitment.id}/", anchor(milestone.number))
    return Entry(
        row=Row(
            id="",
            number=milestone.number,
            promise=told(milestone.promise, reading.lang),
            owners=tuple(told(owner, reading.lang) for owner in milestone.owners),
            when=when(one, reading),
            evidence=(),
            verdict=one.verdict,
            verdict_word=reading.word(VERDICTS[one.verdict]),
            reasons=reasons(one, reading),
            note=None,
        ),
        commitment=Link(
            text=stated(f"{commitment.code} · {reading.word('milestone {number}').format(number=milestone.number)}"), href=href
        ),
        tokens=tuple((name, " ".join(values)) for name, values in tags.items()),
    )


def _card(publication: CommitmentPublication, reading: Reading) -> Card:
    commitment, lang = publication.commitment, reading.lang
    return Card(
        title=told(commitment.title, lang),
        href=reading.address.page(f"commitments/{commitment.id}/"),
        kicker=f"{commitment.code} · {reading.territory(commitment.country).text} · {reading.period(commitment.period.text)}",
        summary=stated(answer(publication, reading)),
        notes=(),
        status=None,
        status_word="",
        tokens=(),
    )
