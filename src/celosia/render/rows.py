"""The rows of a table as HTML: the innermost loop of the site, hence a function: a macro costs ten times it. Pure."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from markupsafe import Markup, escape

from celosia.render.atoms import rel
from celosia.render.views.cell import Cell

Line = tuple[str, tuple[Cell, ...]]


def rows(lines: Iterable[Line], labels: Sequence[str] = ()) -> Markup:
    r"""Each row with its anchor ("" where it has none); the first cell of a row is its header.

    `labels` are the headings of the other cells, for a table whose rows are cards on a narrow screen.

    >>> rows([("", (Cell(text="Salta"), Cell(text="1 < 2", kind="number", value="1")))])
    Markup('<tr>\n<th scope="row">Salta</th>\n<td class="number" data-v="1">1 &lt; 2</td>\n</tr>\n')
    """
    return Markup("".join(_row(anchor, cells, labels) for anchor, cells in lines))  # noqa: S704 - each text in it is escaped below


def _row(anchor: str, cells: tuple[Cell, ...], labels: Sequence[str]) -> str:
    opening = f'<tr id="{escape(anchor)}">' if anchor else "<tr>"
    first, *others = cells
    header = f'<th scope="row"{_attributes(first)}>{_inside(first)}</th>'
    return "\n".join((opening, header, *map(_cell, others, labels or repeat("")), "</tr>\n"))


def _cell(cell: Cell, label: str) -> str:
    kind = f' class="{cell.kind}"' if cell.kind != "text" else ""
    named = f' data-label="{escape(label)}"' if label and cell.text else ""
    return f"<td{kind}{named}{_attributes(cell)}>{_inside(cell)}</td>"


def _attributes(cell: Cell) -> str:
    value = f' data-v="{escape(cell.value)}"' if cell.value else ""
    return f'{value} lang="{cell.lang}"' if cell.lang else value


def _inside(cell: Cell) -> str:
    mark = f' <span class="mark">{escape(cell.mark)}</span>' if cell.mark else ""
    if cell.href:
        return f'<a href="{escape(cell.href)}"{rel(cell.href)}>{escape(cell.text)}</a>{mark}'
    return f"<code>{escape(cell.text)}</code>{mark}" if cell.kind == "code" else f"{escape(cell.text)}{mark}"
