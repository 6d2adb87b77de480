"""A workbook, opened as a ZIP of XML: cells, and everywhere else that a spreadsheet program keeps what it does not show. Pure.

Office Open XML (ECMA-376): only the parts and elements that our own workbooks are made of may be there; a pivot cache, a
comment, a defined name or a formula with its last result is a copy of figures that nobody looks at.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from celosia.seal.content import Content, Grid, Passage, Raw
from celosia.seal.readers.archive import read_archive
from celosia.seal.readers.markup import tree

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml|xl/(?:workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml|xl/worksheets/sheet\d+\.xml|xl/metadata\.xml"
)
_ELEMENTS = frozenset({
    "worksheet", "sheetPr", "tabColor", "pageSetUpPr", "dimension", "sheetViews", "sheetView", "pane", "selection",
    "sheetFormatPr", "cols", "col", "sheetData", "row", "c", "v", "autoFilter", "ignoredErrors", "ignoredError", "pageMargins",
    "pageSetup", "mergeCells", "mergeCell", "printOptions", "is", "t",
})  # fmt: skip
_AROUND = ("xl/workbook", "xl/theme", "xl/_rels", "_rels", "[Content_Types]")
"""Parts without cells: the same in every workbook, but for the names of its sheets. (`_workbook` looks at formats.)"""
_RANGE = re.compile(r"'?[^'!]+'?!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?")
_FILTER = "_xlnm._FilterDatabase"
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


def read_xlsx(body: bytes) -> Content:
    """The first sheet as a table, the others and the properties as texts."""
    container = read_archive(body)
    members = dict(container.members)
    strings = _strings(members)
    trees = {name: tree(members[name]) for name in _sheets(members)}
    used = {int(cell.findtext("v") or 0) for sheet in trees.values() for cell in sheet.iter("c") if cell.get("t") == "s"}
    grids = tuple(_grid(name, sheet, strings) for name, sheet in trees.items())
    parts = (
        *container.parts,
        *(f"member {name}" for name in members if not _PARTS.fullmatch(name)),
        *(part for sheet in trees.values() for part in _parts(sheet)),
        *_workbook(members),
        *(("unused shared string",) if used != set(range(len(strings))) else ()),
    )
    texts = (passage for name in members if name.startswith("docProps/") for passage in _texts(name, members[name]))
    rest = (Passage(part=name, text=members[name].decode()) for name in members if name.startswith(_AROUND))
    return Content(passages=(*texts, *rest, *_words(grids[1:])), grids=grids[:1], parts=tuple(dict.fromkeys(parts)))


def _sheets(members: Mapping[str, bytes]) -> list[str]:
    """The worksheets, in the order of their numbers."""
    numbered = {int(match[1]): name for name in members if (match := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name))}
    return [numbered[number] for number in sorted(numbered)]


def _strings(members: Mapping[str, bytes]) -> list[str]:
    shared = members.get("xl/sharedStrings.xml")
    if shared is None:
        return []
    return ["".join(part.text or "" for part in item.iter("t")) for item in tree(shared).iter("si")]


def _grid(name: str, sheet: ET.Element, strings: list[str]) -> Grid:
    placed = {
        (int(match[2]), _column(match[1])): cell
        for cell in sheet.iter("c")
        if (match := _REFERENCE.fullmatch(cell.get("r", "")))
    }
    values = {place: _value(cell, strings) for place, cell in placed.items()}
    filled = [place for place, value in values.items() if value is not None]
    width = max((position for _, position in filled), default=-1) + 1
    height = max((number for number, _ in filled), default=0) + 1
    rows = [tuple(values.get((number, position)) for position in range(width)) for number in range(1, height)]
    looks = [tuple(_look(placed.get((number, position))) for position in range(width)) for number in range(1, height)]
    names = tuple(str(value or "") for value in rows[0]) if rows else ()
    return Grid(part=name.rpartition("/")[2], names=names, rows=tuple(rows[1:]), looks=tuple(looks[1:]))


def _look(cell: ET.Element | None) -> str:
    """All that a cell has but its place and its value."""
    if cell is None:
        return ""
    return repr(sorted((key, value) for key, value in cell.attrib.items() if key != "r"))


def _value(cell: ET.Element, strings: list[str]) -> Raw:
    kind, written = cell.get("t", "n"), cell.findtext("v")
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter("t"))
    if written is None:
        return None
    if kind == "s":
        return strings[int(written)]
    if kind == "b":
        return written == "1"
    return float(written) if kind == "n" else written


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parts(sheet: ET.Element) -> Iterator[str]:
    """Elements that our sheets have not, rows and columns that are not shown, cells that repeat."""
    for element in sheet.iter():
        name = element.tag
        if name not in _ELEMENTS:
            yield f"element {name}"
        if name in ("row", "col") and (
            element.get("hidden") in ("1", "true") or element.get("ht") == "0" or element.get("width") == "0"
        ):
            yield f"hidden {name}"
    places = [cell.get("r") for cell in sheet.iter("c")]
    if None in places or len(set(places)) != len(places):
        yield "repeated cell"


def _workbook(members: Mapping[str, bytes]) -> Iterator[str]:
    book = tree(members["xl/workbook.xml"])
    if any(sheet.get("state", "visible") != "visible" for sheet in book.iter("sheet")):
        yield "hidden sheet"
    if any(one.get("name") != _FILTER or not _RANGE.fullmatch(one.text or "") for one in book.iter("definedName")):
        yield "defined name"
    if any(one.get("TargetMode") for name in members if name.endswith(".rels") for one in tree(members[name]).iter()):
        yield "outward link"
    if any(re.search("[1-9]", one.get("formatCode", "")) for one in tree(members["xl/styles.xml"]).iter("numFmt")):
        yield "number format"
    if any(re.search(r"\d", one.get("name", "")) for one in tree(members["xl/styles.xml"]).iter("cellStyle")):
        yield "style name"
    if len(list(book.iter("sheet"))) != len(_sheets(members)):
        yield "sheet that the workbook does not list"


def _texts(name: str, body: bytes) -> Iterator[Passage]:
    for element in tree(body).iter():
        kind = element.tag
        if element.text and element.text.strip() and kind not in ("i4", "AppVersion"):
            yield Passage(part=f"{name} {kind}", text=element.text)


def _words(grids: tuple[Grid, ...]) -> Iterator[Passage]:
    """The sheets that are to be read: each cell, with the row that a program shows."""
    for grid in grids:
        for number, row in enumerate((grid.names, *grid.rows), 1):
            yield from (Passage(part=grid.part, text=str(cell), row=number) for cell in row if cell not in (None, ""))
