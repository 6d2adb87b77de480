"""The figures of the home page: each is the cell of its row with its period and source, and a changed row changes it.

The reference catalogue, its files read here without any of our code.
"""

import html
import re

import pytest
import yaml
from unit.altering import with_cell
from unit.committed import ROOT, rows_of
from unit.render.publications import page

from celosia.derive import derive
from celosia.locales import format_number

FIGURES = yaml.safe_load((ROOT / "catalog.yaml").read_text(encoding="utf-8"))["key_figures"]
OTHER = 987_654


def _row(figure):
    """The row of a key figure, as its file has it."""
    (row,) = rows_of(figure["dataset"], figure["table"], figure["where"])
    return row


def _cards(catalog, lang):
    return re.findall(r'<li class="number-card">.*?</li>', page(derive(catalog), f"{lang}:"), re.DOTALL)


def _numbers(catalog, lang):
    return [html.unescape(re.search(r"<strong>([^<]*)</strong>", card)[1]) for card in _cards(catalog, lang)]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_figure_is_the_cell_of_its_row(catalog, lang):
    assert _numbers(catalog, lang) == [format_number(float(_row(one)[one["measure"]]), lang) for one in FIGURES]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_figure_has_its_year_its_source_and_the_way_to_its_table(catalog, lang):
    for card, figure in zip(_cards(catalog, lang), FIGURES, strict=True):
        row = _row(figure)
        assert re.search(r"\d{4}", row["periodo"])[0] in card
        assert f'sources/index.html#{row["fuente"]}"' in card
        assert f'datasets/{figure["dataset"]}/index.html"' in card


@pytest.mark.parametrize("number", range(len(FIGURES)))
def test_a_changed_row_changes_its_figure_and_no_other(catalog, number):
    changed = with_cell(catalog, catalog.key_figures[number], OTHER)
    before, after = _numbers(catalog, "es"), _numbers(changed, "es")
    assert after == [*before[:number], format_number(OTHER, "es"), *before[number + 1 :]]
