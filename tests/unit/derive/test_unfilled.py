"""Which years a table leaves out; all values are invented."""

import pytest

from celosia.derive.unfilled import years_without
from celosia.model import Column, LangString, Role, Table


def _table(*periods: str) -> Table:
    text = LangString(es="Inventada")
    columns = (
        Column(name="periodo", type="string", title=text, role=Role.DIMENSION, concept="time-period"),
        Column(name="muestras", type="integer", title=text, role=Role.MEASURE),
    )
    rows = tuple((period, 7) for period in periods)
    return Table(name="t", path="t.csv", title=text, columns=columns, rows=rows, body=b"")


WHOLE = _table("2011", "2012", "2019", "2020")


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        (("2011", "2012", "2019", "2020"), ((2013, 2018),)),
        (("2011", "2020"), ((2012, 2019),)),
        (("2012", "2015-01/2015-06", "2019"), ((2011, 2011), (2013, 2014), (2016, 2018), (2020, 2020))),
        (("2019",), ()),
        (("2011", "2008/2014"), ()),
    ],
)
def test_years_without_a_row_are_told_in_runs(periods: tuple[str, ...], gaps: tuple[tuple[int, int], ...]) -> None:
    table = _table(*periods)
    assert years_without(table, (WHOLE, table)) == gaps


def test_a_table_of_many_years_together_widens_no_other() -> None:
    assert years_without(_table("2011", "2012"), (_table("2008/2020"),)) == ()
