"""The agreements whose signing date is known, as a table and a chart over it. Pure."""

from dataclasses import replace

from celosia.charts import chart_table
from celosia.model import Agreement, Chart, Code, Column, LangString, Role, Table
from celosia.render.views.figure import Drawn
from celosia.render.words import KINDS, N_, both

_TITLE = N_("{n} of the {total} agreements have a signing date, from {first} to {last}")
_DESCRIPTION = N_(
    "Each mark is an agreement on the date when it was signed or adopted; international and national ones stand apart."
)
_KINDS = ("international", "national")


def timeline(agreements: tuple[Agreement, ...]) -> Drawn | None:
    """The timeline of the agreements with a signing date, one lane for each kind; none where no date is known."""
    dated = sorted((agreement for agreement in agreements if agreement.signed), key=_signed)
    if not dated:
        return None
    table = _table(tuple(dated))
    chart = _chart(tuple(dated), len(agreements))
    return Drawn(chart=chart, table=replace(chart_table(chart, table), title=table.title), folder="agreements/charts/")


def _signed(agreement: Agreement) -> tuple[str, str]:
    return (agreement.signed.text if agreement.signed else "", agreement.id)


def _chart(dated: tuple[Agreement, ...], total: int) -> Chart:
    first, last = (agreement.signed.start.year for agreement in (dated[0], dated[-1]) if agreement.signed)
    number = len(dated)
    return Chart(
        name="timeline",
        kind="timeline",
        table="timeline",
        measure="agreement",
        dimensions=("signed", "kind"),
        title=both(_TITLE, n=number, total=total, first=first, last=last),
        description=both(_DESCRIPTION),
    )


def _table(dated: tuple[Agreement, ...]) -> Table:
    titles = tuple(Code(value=agreement.id, label=agreement.title) for agreement in dated)
    kinds = tuple(Code(value=kind, label=both(KINDS[kind])) for kind in _KINDS)
    return Table(
        name="timeline",
        path="timeline.csv",
        title=both(N_("Agreements with a signing date")),
        columns=(
            replace(_column("signed", both(N_("Signed")), ()), concept="time-period"),
            _column("agreement", both(N_("Agreement")), titles),
            _column("kind", both(N_("Kind")), kinds),
        ),
        rows=tuple((agreement.signed.text, agreement.id, agreement.kind) for agreement in dated if agreement.signed),
        body=b"",
    )


def _column(name: str, title: LangString, codes: tuple[Code, ...]) -> Column:
    return Column(name=name, type="string", title=title, role=Role.DIMENSION, codes=codes)
