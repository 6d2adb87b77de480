"""A commitment: what was promised, by whom, until when; what is shown for it; and what each side says of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString
from celosia.model.period import PeriodOfTime

Asserter = Literal["state", "irm", "cso", "ogp", "organisation"]
ClaimCode = Literal[
    "active", "inactive", "pending-review", "not-started", "limited", "substantial", "complete", "did-not-change", "marginal",
    "major",
]  # fmt: skip
EventKind = Literal["meeting", "training", "other"]
Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says of a commitment or a milestone: never ours. `as_at` is none where the source gives no date."""

    asserter: Asserter
    code: ClaimCode
    text: LangString
    as_at: PeriodOfTime | None
    source: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reviewer noted, in our words, with its source."""

    asserter: Asserter
    text: LangString
    source: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table of a dataset, or those of its rows that have these values."""

    dataset: str
    table: str
    where: Where = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that is shown for a milestone: a version of a dataset (or rows of it), an agreement, an event, a document.

    `collection` names all agreements of the catalogue. `date` is the day as at which it is shown.
    """

    date: date
    of: LangString
    dataset: str | None = None
    version: str | None = None
    table: str | None = None
    where: Where = ()
    agreement: str | None = None
    event: str | None = None
    link: SourceLink | None = None
    collection: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A breakdown that a milestone requires, and the tables that answer it: none where no table does."""

    name: str
    title: LangString
    tables: tuple[Rows, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every how many months something was promised; `milestone` is the one that says so, where this one does not itself."""

    months: int
    milestone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One promise. `public`: whether public data could show it at all. `meets`: the kind of event that it promises."""

    number: str
    promise: LangString
    owners: tuple[LangString, ...]
    start: PeriodOfTime | None
    end: PeriodOfTime | None
    evidence: tuple[Evidence, ...]
    permanent: bool = False
    public: bool = True
    rhythm: Rhythm | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    claims: tuple[Claim, ...] = ()
    meets: EventKind | None = None
    checked: tuple[str, str, str] | None = None
    note: LangString | None = None
    authority: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """By which law one may ask for what is missing, and from whom. The letter is in Spanish, as it is filed."""

    law: LangString
    authority: LangString
    url: str | None = None
    note: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commitment of a State, or of those who run a project. `register`: its row in a dataset of this catalogue."""

    id: str
    code: str
    title: LangString
    summary: LangString
    programme: LangString
    country: str
    period: PeriodOfTime
    owners: tuple[LangString, ...]
    supporters: tuple[LangString, ...]
    milestones: tuple[Milestone, ...]
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]
    sources: tuple[SourceLink, ...]
    request: Request | None = None
    register: Rows | None = None
    note: LangString | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigure:
    """A published figure that a source gives of an event: one cell of one table."""

    dataset: str
    table: str
    measure: str
    where: Where
    label: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting or a training that a source states; `answers` are (commitment, milestone) pairs that it bears on."""

    id: str
    kind: EventKind
    title: LangString
    country: str
    date: PeriodOfTime
    organisers: tuple[LangString, ...]
    participants: tuple[LangString, ...]
    answers: tuple[tuple[str, str], ...]
    documents: tuple[SourceLink, ...]
    sources: tuple[SourceLink, ...]
    figures: tuple[EventFigure, ...] = ()
    note: LangString | None = None
