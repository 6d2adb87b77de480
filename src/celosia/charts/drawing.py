"""What is drawn: a declared chart with its rows, and all else that the drawing depends on. Pure."""

from dataclasses import dataclass

from celosia.model import Break, Chart, Table, Territory


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One chart in one language; `table` was already reduced by `chart_table`, `folder` is where its files go."""

    chart: Chart
    table: Table
    breaks: tuple[Break, ...]
    territories: tuple[Territory, ...]
    lang: str
    folder: str
