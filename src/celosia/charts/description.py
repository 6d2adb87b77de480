"""The alternative text of a chart. Pure."""

from celosia.model import Break, Chart, Table, Territory


def describe(chart: Chart, table: Table, lang: str, *, breaks: tuple[Break, ...] = (), territories: tuple[Territory, ...] = ()) -> str:
    """What the drawing shows."""
    return chart.description.text(lang)
