"""The charts of a dataset that declares none. Pure."""

from celosia.model import Chart, Dataset, LangString, PeriodOfTime, Role, Table
from celosia.model.chart import ChartKind

_LINE_YEARS = 3


def default_charts(dataset: Dataset) -> tuple[Chart, ...]:
    """One chart for each table of statistics that has a measure: a line where it has three whole years, or else bars.

    Its words only name what is drawn: nobody has looked at the figures to say what they show.
    """
    if dataset.kind != "statistics":
        return ()
    return tuple(chart for table in dataset.tables for chart in _charts(table))


def _charts(table: Table) -> tuple[Chart, ...]:
    measures = table.with_role(Role.MEASURE)
    dimensions = tuple(column for column in table.with_role(Role.DIMENSION) if column.concept != "time-period")
    time = table.with_concept("time-period")
    if not measures or not (time or dimensions):
        return ()
    years = {period.year for period in table.periods() if period.is_full_year}
    if time and len(years) >= _LINE_YEARS and not any(period.is_cumulative for period in table.periods()):
        kind: ChartKind = "line"
        axis = (time.name, *(column.name for column in dimensions[:1]))
    else:
        kind, axis = "bars", ((dimensions[0] if dimensions else time).name,)  # type: ignore[union-attr]  # one of the two is there
    return (
        Chart(
            name=table.name,
            kind=kind,
            table=table.name,
            measure=measures[0].name,
            dimensions=axis,
            title=table.title,
            description=_description(table, measures[0].title),
        ),
    )


def _description(table: Table, measure: LangString) -> LangString:
    periods: tuple[PeriodOfTime, ...] = table.periods()
    if not periods:
        return measure
    first, last = min(period.start.year for period in periods), max(period.end.year for period in periods)
    years = str(first) if first == last else f"{first}\u2013{last}"
    return LangString(es=f"{measure.es}, {years}.", en=f"{measure.text('en')}, {years}." if measure.en else None)
