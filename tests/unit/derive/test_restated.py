"""A figure that its source revised later stands beside the first one, and the page of changes shows both. All is invented."""

from dataclasses import replace

import pytest
from unit.exporters.catalogs import column, dataset, table

from celosia.derive import difference
from celosia.derive.restated import First, restated
from celosia.model import Role
from celosia.render.address import Address
from celosia.render.views.changes import Step, revisions
from celosia.render.views.reading import Reading

COLUMNS = (
    column("id", "string", concept="identifier"),
    column("periodo", "string", role=Role.DIMENSION, concept="time-period"),
    column("sistema", "string", role=Role.DIMENSION),
    column("personas", "integer", role=Role.MEASURE, unit="persons"),
    column("calificador", "string", concept="qualifier"),
)
FIRST = ("f-1", "2019", "uno", 476, "exacto")
OTHER = ("f-2", "2019", "dos", 765, "exacto")
REVISED = ("f-9", "2019", "uno", 1266, "revisado")


def state(*rows, version="1.0.0"):
    one = replace(table(COLUMNS, rows, name="total"), primary_key=("id",))
    return replace(dataset(version=version), tables=(one,))


def test_the_figure_that_it_revises_is_found_by_what_it_is_about():
    found = restated(state(FIRST, OTHER), state(FIRST, OTHER, REVISED))
    assert found == {("total", (("id", "f-9"),), "personas"): First(key=(("id", "f-1"),), value=476)}


@pytest.mark.parametrize(
    "rows",
    [
        (FIRST, (*REVISED[:4], "exacto")),
        (FIRST, ("f-9", "2018", "uno", 1266, "revisado")),
        (FIRST, ("f-9", "2019", "dos", 1266, "revisado")),
    ],
)
def test_what_says_nothing_of_the_first_one_revises_nothing(rows):
    assert restated(state(FIRST), state(*rows)) == {}


def test_two_first_ones_are_none():
    two = (FIRST, ("f-3", "2019", "uno", 480, "exacto"))
    assert restated(state(*two), state(*two, REVISED)) == {}


def test_a_page_and_a_feed_tell_both_and_where_the_first_one_is():
    older, newer = state(FIRST, OTHER), state(FIRST, OTHER, REVISED, version="1.1.0")
    step = Step(difference=difference(older, newer), older=older, newer=newer)
    (line,) = revisions(step, Reading.of(Address(lang="en", path="datasets/x/changes/")))
    assert (line.what, line.old, line.new) == ("revised; the first one stays", "476 (f-1)", "1,266")
    assert not step.difference.revised()
