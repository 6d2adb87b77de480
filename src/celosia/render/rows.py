"""The rows of a table as HTML: the innermost loop of the site, hence a function: a macro costs ten times it. Pure."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from celosia.render.atoms import rel
from celosia.render.views.cell import Cell

Line = tuple[str, tuple[Cell, ...]]


def rows(lines: Iterable[Line]) -> Markup:
    r"""Each row with its anchor ("" where it has none); the first cell of a row is its header.

    >>> rows([("", (Cell(text="Salta"), Cell(text="1 < 2", kind="number", value="1")))])
    Markup('<tr>\n<th scope="row">Salta</th>\n<td class="number" data-v="1">1 &lt; 2</td>\n</tr>\n')
    """
    return Markup("".join(_row(anchor, cells) for anchor, cells in lines))  # noqa: S704 - each text in it is escaped below


def _row(anchor: str, cells: tuple[Cell, ...]) -> str:
    opening = f'<tr id="{escape(anchor)}">' if anchor else "<tr>"
    first, *others = cells
    header = f'<th scope="row"{_attributes(first)}>{_inside(first)}</th>'
    return "\n".join((opening, header, *map(_cell, others), "</tr>\n"))


def _cell(cell: Cell) -> str:
    kind = f' class="{cell.kind}"' if cell.kind != "text" else ""
    return f"<td{kind}{_attributes(cell)}>{_inside(cell)}</td>"


def _attributes(cell: Cell) -> str:
    value = f' data-v="{escape(cell.value)}"' if cell.value else ""
    return f'{value} lang="{cell.lang}"' if cell.lang else value


def _inside(cell: Cell) -> str:
    mark = f' <span class="mark">{escape(cell.mark)}</span>' if cell.mark else ""
    if cell.href:
        return f'<a href="{escape(cell.href)}"{rel(cell.href)}>{escape(cell.text)}</a>{mark}'
    return f"<code>{escape(cell.text)}</code>{mark}" if cell.kind == "code" else f"{escape(cell.text)}{mark}"
