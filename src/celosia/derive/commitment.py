"""What this catalogue can verify of each promise: computed from its tables, told beside what each side says. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from celosia.derive.published import (
    BreakdownYears,
    Freshness,
    after,
    breakdown_years,
    figure,
    first_year,
    freshness,
    last_checked,
    last_day,
)
from celosia.model import Agreement, Catalog, Dataset, LangString
from celosia.model.commitment import Claim, Commitment, Event, EventFigure, Evidence, Milestone, Rows

Verdict = Literal["found", "part", "before", "none", "beyond"]
ContradictionKind = Literal["nothing-published", "nothing-after-due", "breakdown-missing"]
GapKind = Literal["never", "overdue", "old", "unchecked", "meetings", "nothing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceShown:
    """A piece of evidence with what it names: `title` is the dataset's, the agreement's or the event's; `table` a table's."""

    evidence: Evidence
    title: LangString | None
    table: LangString | None
    frozen: bool
    fresh: Freshness | None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A source says that something is complete, and the catalogue does not find it."""

    claim: Claim
    kind: ContradictionKind
    milestone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The dates of a rhythm: how many fell due in the promise's own time, and the next one after the catalogue's day.

    `after_end`: the next lies after the end of the promise, so nobody has promised it any more.
    """

    months: int
    due: tuple[date, ...]
    next: date
    after_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing or overdue, and can be asked for. `what` names it; `since` is the day after which."""

    kind: GapKind
    milestone: str
    what: LangString
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneTold:
    """A milestone with all that was computed for it. `due` is the day by which it was promised, where one was."""

    milestone: Milestone
    start: date
    due: date | None
    evidence: tuple[EvidenceShown, ...]
    breakdowns: tuple[BreakdownYears, ...]
    verdict: Verdict
    contradictions: tuple[Contradiction, ...]
    checked: Freshness | None
    events: tuple[Event, ...]
    expected: Expected | None

    @property
    def overdue(self) -> tuple[EvidenceShown, ...]:
        """The evidence whose next update is late."""
        return tuple(one for one in self.evidence if one.fresh and one.fresh.overdue)

    @property
    def never(self) -> tuple[BreakdownYears, ...]:
        """The required breakdowns that were never published."""
        return tuple(one for one in self.breakdowns if one.is_never)

    @property
    def lacks_check(self) -> bool:
        """Whether its entries should bear the date of a check and none does, or the last one is too old."""
        return self.milestone.checked is not None and (self.checked is None or bool(self.checked.overdue))


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPublication:
    """All that a commitment's page shows. `today` is the catalogue's day."""

    commitment: Commitment
    milestones: tuple[MilestoneTold, ...]
    today: date

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Those of all its milestones."""
        return tuple(one for told in self.milestones for one in told.contradictions)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPublication:
    """An event with the figures that sources give of it: none where a figure is hidden."""

    event: Event
    figures: tuple[tuple[EventFigure, float | None], ...]


def gaps(told: MilestoneTold) -> tuple[Gap, ...]:
    """What of a milestone is missing or overdue: nothing of a promise that public data could not show."""
    if not told.milestone.public:
        return ()
    return tuple(_gaps(told))


def commitments(catalog: Catalog) -> tuple[CommitmentPublication, ...]:
    """Each commitment with what can be verified of it."""
    return tuple(
        CommitmentPublication(
            commitment=commitment,
            milestones=tuple(_milestone(commitment, milestone, catalog) for milestone in commitment.milestones),
            today=catalog.modified,
        )
        for commitment in catalog.commitments
    )


def events(catalog: Catalog) -> tuple[EventPublication, ...]:
    """The events, newest first, each with its figures."""
    ordered = sorted(catalog.events, key=lambda event: (event.date.end, event.id), reverse=True)
    return tuple(
        EventPublication(event=event, figures=tuple((one, _figure(catalog, one)) for one in event.figures)) for event in ordered
    )


def _gaps(told: MilestoneTold) -> Iterator[Gap]:
    number, start = told.milestone.number, told.start
    for one in told.never:
        yield Gap(kind="never", milestone=number, what=one.title, since=start)
    for late in told.evidence:
        if late.fresh and late.fresh.overdue:
            yield Gap(kind="overdue", milestone=number, what=late.evidence.of, since=late.fresh.last)
        elif late.fresh and late.fresh.due is None and told.due and late.fresh.last <= told.due:
            yield Gap(kind="old", milestone=number, what=late.evidence.of, since=late.fresh.last)
    if told.lacks_check:
        since = told.checked.last if told.checked else start
        yield Gap(kind="unchecked", milestone=number, what=told.milestone.promise, since=since)
    if told.verdict == "none":
        kind: GapKind = "meetings" if told.milestone.meets else "nothing"
        yield Gap(kind=kind, milestone=number, what=told.milestone.promise, since=start)


def _figure(catalog: Catalog, one: EventFigure) -> float | None:
    return figure(catalog, Rows(dataset=one.dataset, table=one.table, where=one.where), one.measure)


def _milestone(commitment: Commitment, milestone: Milestone, catalog: Catalog) -> MilestoneTold:
    months = milestone.rhythm.months if milestone.rhythm else None
    day = last_checked(catalog, milestone.checked) if milestone.checked else None
    evidence = tuple(_evidence(one, months, catalog) for one in milestone.evidence)
    breakdowns = tuple(_breakdowns(commitment, milestone, catalog))
    met = tuple(event for event in catalog.events if _answers(event, commitment, milestone))
    due = None if milestone.permanent else (milestone.end or commitment.period).end
    found = MilestoneTold(
        milestone=milestone,
        start=(milestone.start or commitment.period).start,
        due=due,
        evidence=evidence,
        breakdowns=breakdowns,
        verdict="beyond",
        contradictions=(),
        checked=freshness(day, months, catalog.modified) if day else None,
        events=met,
        expected=_expected(commitment, milestone, met, catalog.modified),
    )
    return _judged(found, commitment.claims, catalog.modified)


def _judged(found: MilestoneTold, claims: tuple[Claim, ...], today: date) -> MilestoneTold:
    """With the verdict and the contradictions, which follow from all the rest."""
    contradictions = tuple(_contradictions(found, (*claims, *found.milestone.claims), today))
    return replace(found, verdict=_verdict(found), contradictions=contradictions)


def _verdict(found: MilestoneTold) -> Verdict:
    if not found.milestone.public:
        return "beyond"
    if not found.evidence and not found.events:
        return "none"
    if found.evidence and all(one.fresh and one.fresh.last < found.start for one in found.evidence):
        return "before"
    return "part" if found.overdue or found.never or found.lacks_check else "found"


def _contradictions(found: MilestoneTold, claims: tuple[Claim, ...], today: date) -> Iterator[Contradiction]:
    """What is said to be complete after its day, and is not found here; promises without a day have no such day."""
    if found.due is None or found.due >= today or not found.milestone.public:
        return
    for claim in claims:
        kind = _contradiction(found, found.due)
        if claim.code == "complete" and kind:
            yield Contradiction(claim=claim, kind=kind, milestone=found.milestone.number)


def _contradiction(found: MilestoneTold, due: date) -> ContradictionKind | None:
    if not found.evidence and not found.events:
        return "nothing-published"
    dated = [one.fresh.last for one in found.evidence if one.fresh]
    if dated and max(dated) <= due:
        return "nothing-after-due"
    return "breakdown-missing" if found.never else None


def _breakdowns(commitment: Commitment, milestone: Milestone, catalog: Catalog) -> Iterator[BreakdownYears]:
    first = first_year(milestone.breakdowns, catalog)
    years = range(first or commitment.period.start.year, catalog.modified.year + 1)
    return (breakdown_years(breakdown, years, catalog) for breakdown in milestone.breakdowns)


def _evidence(evidence: Evidence, months: int | None, catalog: Catalog) -> EvidenceShown:
    dataset = _named(catalog.datasets, evidence.dataset)
    table = next((one for one in dataset.tables if one.name == evidence.table), None) if dataset else None
    last = last_day(dataset, evidence.table, evidence.where) if dataset else None
    return EvidenceShown(
        evidence=evidence,
        title=_title(evidence, catalog, dataset),
        table=table.title if table else None,
        frozen=any(one.dataset.id == evidence.dataset and one.dataset.version == evidence.version for one in catalog.versions),
        fresh=freshness(last, months, catalog.modified) if last else None,
        count=len(catalog.agreements) if evidence.collection else 0,
    )


def _title(evidence: Evidence, catalog: Catalog, dataset: Dataset | None) -> LangString | None:
    if dataset:
        return dataset.title
    agreement: Agreement | None = next((one for one in catalog.agreements if one.id == evidence.agreement), None)
    event = next((one for one in catalog.events if one.id == evidence.event), None)
    return agreement.title if agreement else event.title if event else None


def _named(datasets: tuple[Dataset, ...], name: str | None) -> Dataset | None:
    return next((dataset for dataset in datasets if dataset.id == name), None)


def _answers(event: Event, commitment: Commitment, milestone: Milestone) -> bool:
    """Whether an event is of the kind that the milestone promises, and its source says that it was for it."""
    return event.kind == milestone.meets and (commitment.id, milestone.number) in event.answers


def _expected(commitment: Commitment, milestone: Milestone, met: tuple[Event, ...], today: date) -> Expected | None:
    """The dates on which a rhythm of events fell due, from the last day of its stated start."""
    if milestone.meets is None or milestone.rhythm is None:
        return None
    months, end = milestone.rhythm.months, (milestone.end or commitment.period).end
    start = milestone.start.end if milestone.start else _first_year_end(commitment)
    day = max((event.date.end for event in met), default=start)
    following, due = after(start, months), []
    while following <= end:
        due.append(following)
        following = after(following, months)
    coming = after(day, months)
    while coming <= today:
        coming = after(coming, months)
    return Expected(months=months, due=tuple(due), next=coming, after_end=coming > end and not milestone.permanent)


def _first_year_end(commitment: Commitment) -> date:
    """The last day of the year in which the commitment begins: nothing is called late for a start that is not stated."""
    return date(commitment.period.start.year, 12, 31)
