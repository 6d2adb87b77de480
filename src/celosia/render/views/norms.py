"""What the page of norms shows: the register, and for each norm the agreements that it approves. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import AgreementCard
from celosia.model import Table
from celosia.render.views.cell import Cell
from celosia.render.views.reading import Reading
from celosia.render.views.table import TableView, table_view
from celosia.render.views.text import Link, told


@dataclass(frozen=True, slots=True, kw_only=True)
class NormsView:
    """The register; `approved` holds the agreements of each row, in the order of the rows."""

    table: TableView
    approved: tuple[tuple[Link, ...], ...]

    @property
    def lines(self) -> tuple[tuple[str, tuple[Cell, ...], tuple[Link, ...]], ...]:
        """Each norm: its anchor, its cells, its agreements."""
        return tuple(zip(self.table.anchors, self.table.rows, self.approved, strict=True))


def norms_view(norms: Table, approved: Mapping[str, tuple[AgreementCard, ...]], reading: Reading) -> NormsView:
    """The view of the register of norms."""
    table = table_view(norms, "normas", reading, anchor="")
    links = tuple(tuple(_link(card, reading) for card in approved.get(anchor, ())) for anchor in table.anchors)
    return NormsView(table=table, approved=links)


def _link(card: AgreementCard, reading: Reading) -> Link:
    return Link(text=told(card.title, reading.lang), href=reading.address.page(f"agreements/{card.id}/"))
