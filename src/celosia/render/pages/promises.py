"""The days of a commitment as a table and a chart over it: what was promised by when, and until when the data go. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from celosia.charts import chart_table
from celosia.derive.commitment import CommitmentPublication
from celosia.model import Chart, Code, Column, LangString, Role, Table
from celosia.render.views.figure import Drawn
from celosia.render.words import N_, both

_TITLE = N_("What was promised of {code}, and until when the data go")
_DESCRIPTION = N_(
    "Each mark is a day: when a milestone was due, when what was found of it ends, when a source asserts a status."
)
_LANES = {
    "due": N_("Due by the promise"),
    "data": N_("Last day of the data found"),
    "event": N_("Events found"),
    "claim": N_("Statuses that a source dates"),
}


def timeline(told: CommitmentPublication) -> Drawn | None:
    """The timeline of a commitment; none where nothing of it has a day."""
    rows = sorted(set(_rows(told)))
    if not rows:
        return None
    table = _table(told, tuple(rows))
    chart = Chart(
        name="timeline",
        kind="timeline",
        table="timeline",
        measure="what",
        dimensions=("fecha", "lane"),
        title=both(_TITLE, code=told.commitment.code),
        description=both(_DESCRIPTION),
    )
    folder = f"commitments/{told.commitment.id}/charts/"
    return Drawn(chart=chart, table=replace(chart_table(chart, table), title=table.title), folder=folder)


def _rows(told: CommitmentPublication) -> Iterator[tuple[str, str, str]]:
    for one in told.milestones:
        if one.due:
            yield one.due.isoformat(), one.milestone.number, "due"
        for shown in one.evidence:
            if shown.fresh:
                yield shown.fresh.last.isoformat(), one.milestone.number, "data"
        for event in one.events:
            yield event.date.text, one.milestone.number, "event"
    for number, claim in enumerate(told.commitment.claims):
        if claim.as_at:
            yield claim.as_at.text, f"claim-{number}", "claim"


def _table(told: CommitmentPublication, rows: tuple[tuple[str, str, str], ...]) -> Table:
    milestones = tuple(_code(one.milestone.number, _milestone(one.milestone.number)) for one in told.milestones)
    claims = tuple(_code(f"claim-{number}", claim.text) for number, claim in enumerate(told.commitment.claims))
    lanes = tuple(_code(name, both(message)) for name, message in _LANES.items())
    return Table(
        name="timeline",
        path="timeline.csv",
        title=both(N_("Days of the commitment")),
        columns=(
            _column("fecha", both(N_("Day")), ()),
            _column("what", both(N_("Milestone or status")), (*milestones, *claims)),
            _column("lane", both(N_("What happened")), lanes),
        ),
        rows=rows,
        body=b"",
    )


def _milestone(number: str) -> LangString:
    return both(N_("milestone {number}"), number=number)


def _code(value: str, label: LangString) -> Code:
    return Code(value=value, label=label)


def _column(name: str, title: LangString, codes: tuple[Code, ...]) -> Column:
    return Column(name=name, type="string", title=title, role=Role.DIMENSION, codes=codes)
