"""Downloads: what a file of a table may hold besides that table, planted and found. Every figure is invented."""

import io
import struct
import zipfile

import pyarrow as pa
import pytest
from leaking import BASE, Built, archive, member, reordered, swap
from pyarrow import parquet

from celosia.seal import scan
from celosia.seal.order import check_order

CSV, JSON, XLSX, PARQUET = (f"{BASE}por-region.{ending}" for ending in ("csv", "json", "xlsx", "parquet"))
ZIP = f"{BASE}ejemplo-marcas.zip"
ROWS = "explore/ejemplo-marcas/por-region/rows.js"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
SECRET = "7 personas del Norte"


def _rewritten(change):
    """A Parquet file written anew from a changed Arrow table."""

    def plant(body):
        target = io.BytesIO()
        parquet.write_table(change(parquet.read_table(io.BytesIO(body))), target, compression="zstd")
        return target.getvalue()

    return plant


def _filled(table):
    column = table.column("asistidas").to_pylist()
    values = [7 if value is None else value for value in column]
    return table.set_column(
        table.schema.get_field_index("asistidas"), table.schema.field("asistidas"), pa.array(values, pa.int64())
    )


def _told(key, text):
    return lambda table: table.replace_schema_metadata({**(table.schema.metadata or {}), key: text})


def _unused_word(table):
    words = table.column("region").to_pylist()
    dictionary = pa.DictionaryArray.from_arrays([0] * len(words), [words[0], SECRET])
    position = table.schema.get_field_index("region")
    indices = pa.array([sorted(set(words)).index(word) for word in words], pa.int32())
    coded = pa.DictionaryArray.from_arrays(indices, pa.array([*sorted(set(words)), dictionary.dictionary[1].as_py()]))
    return table.set_column(position, "region", coded)


def _lower_minimum(body):
    """The least value in the footer's statistics alone: the cells stay as they are."""
    footer = len(body) - 8 - int.from_bytes(body[-8:-4], "little")
    old, new = struct.pack("<q", 70), struct.pack("<q", 7)
    assert old in body[footer:]
    return body[:footer] + body[footer:].replace(old, new)


def _loose_bytes(body):
    footer = len(body) - 8 - int.from_bytes(body[-8:-4], "little")
    return body[:footer] + SECRET.encode() + body[footer:]


def _commented(body):
    source = zipfile.ZipFile(io.BytesIO(body))
    return archive({entry.filename: source.read(entry) for entry in source.infolist()}, comment=SECRET.encode())


def _with_extra(body):
    source = zipfile.ZipFile(io.BytesIO(body))
    field = struct.pack("<HH", 0x7070, 8) + b"norte: 7"
    return archive({entry.filename: source.read(entry) for entry in source.infolist()}, extra=field)


def _between(body):
    """Bytes before the central directory, with its offset mended."""
    start = body.rindex(b"PK\x05\x06")
    directory = int.from_bytes(body[start + 16 : start + 20], "little")
    hidden = SECRET.encode()
    end = body[start : start + 16] + struct.pack("<I", directory + len(hidden)) + body[start + 20 :]
    return body[:directory] + hidden + body[directory:start] + end


LEAKS = {
    "csv cell": (CSV, swap("r-2,2020,norte,,", "r-2,2020,norte,7,"), "leak-cell"),
    "csv other figure": (CSV, swap("r-5,2020,oeste,150", "r-5,2020,oeste,151"), "leak-cell"),
    "csv column": (CSV, lambda body: body.replace(b"\n", b",7\n"), "leak-rows"),
    "csv row": (CSV, lambda body: body + b"r-99,2020,norte,7,A,F,f1,alta\n", "leak-rows"),
    "csv quoted gap": (CSV, swap("r-2,2020,norte,,", 'r-2,2020,norte,"",'), "leak-part"),
    "csv gap with a space": (CSV, swap("r-2,2020,norte,,", "r-2,2020,norte, ,"), "leak-difference"),
    "json cell": (JSON, swap('"norte", "asistidas": null', '"norte", "asistidas": 7'), "leak-cell"),
    "json key": (JSON, swap('"norte", "asistidas": null', '"norte", "asistidas": null, "n": 7', 99), "leak-unreadable"),
    "json repeated key": (JSON, swap('"norte", "asistidas": null', '"norte", "asistidas": 7, "asistidas": null'), "leak-part"),
    "json key order": (
        JSON,
        swap('"region": "norte", "asistidas": null', '"asistidas": null, "region": "norte"'),
        "leak-unreadable",
    ),
    "json text": (JSON, swap('"version":', f'"remark": "{SECRET}", "version":'), "leak-figure"),
    "json number": (JSON, swap('"version":', '"personas_norte": 7, "version":'), "leak-figure"),
    "script cell": (ROWS, swap('"norte", "asistidas": null', '"norte", "asistidas": 7'), "leak-cell"),
    "script other figure": (ROWS, swap('"oeste", "asistidas": 150', '"oeste", "asistidas": 151'), "leak-cell"),
    "script status": (
        ROWS,
        swap('"asistidas": null, "asistidas.OBS_STATUS": "Q"', '"asistidas": null, "asistidas.OBS_STATUS": "O"'),
        "leak-difference",
    ),
    "script key": (ROWS, swap('"asistidas": null', '"asistidas": null, "n": 7', 99), "leak-unreadable"),
    "script text": (ROWS, swap('"version":', f'"remark": "{SECRET}", "version":'), "leak-figure"),
    "script number": (ROWS, swap('"version":', '"personas_norte": 7, "version":'), "leak-figure"),
    "script remark": (ROWS, lambda body: body + f"// {SECRET}\n".encode(), "leak-rows"),
    "script of no table": ("explore/ejemplo-marcas/otra/rows.js", lambda _: b'window.X={"n":[]};', "leak-file"),
    "page to explore": (
        "explore/ejemplo-marcas/por-region/index.html",
        swap("<option value=", f'<option title="{SECRET}" value='),
        "leak-figure",
    ),
    "xlsx cell": (XLSX, member(SHEET, swap('<c r="D3" s="2" t="s">', '<c r="D3" s="2">')), "leak-cell"),
    "xlsx cached sum": (
        XLSX,
        member(SHEET, swap("</row></sheetData>", '<c r="J15"><f>SUM(D3:D5)</f><v>27</v></c></row></sheetData>')),
        "leak-part",
    ),
    "xlsx hidden row": (XLSX, member(SHEET, swap('<row r="3"', '<row hidden="1" r="3"')), "leak-part"),
    "xlsx hidden column": (XLSX, member(SHEET, swap('<col min="4"', '<col hidden="1" min="4"')), "leak-part"),
    "xlsx hidden sheet": (
        XLSX,
        member(BOOK, swap('<sheet name="Notas"', '<sheet state="veryHidden" name="Notas"')),
        "leak-part",
    ),
    "xlsx defined name": (
        XLSX,
        member(BOOK, swap("</definedNames>", '<definedName name="norte">7</definedName></definedNames>')),
        "leak-part",
    ),
    "xlsx shared string": (XLSX, member(STRINGS, swap("</sst>", "<si><t>norte 7</t></si></sst>")), "leak-part"),
    "xlsx property": (
        XLSX,
        member("docProps/core.xml", swap("</cp:coreProperties>", f"<cp:keywords>{SECRET}</cp:keywords></cp:coreProperties>")),
        "leak-figure",
    ),
    "xlsx comments": (XLSX, member("xl/comments1.xml", lambda _: b"<comments/>"), "leak-part"),
    "xlsx custom properties": (XLSX, member("docProps/custom.xml", lambda _: b"<Properties/>"), "leak-part"),
    "xlsx pivot cache": (XLSX, member("xl/pivotCache/pivotCacheRecords1.xml", lambda _: b"<x/>"), "leak-part"),
    "xlsx conditional format": (
        XLSX,
        member(SHEET, swap("<pageMargins", '<conditionalFormatting sqref="D3"/><pageMargins')),
        "leak-part",
    ),
    "xlsx sheet name": (XLSX, member(BOOK, swap('name="Notas"', f'name="{SECRET}"')), "leak-figure"),
    "xlsx number format": (
        XLSX,
        member(
            "xl/styles.xml",
            swap("<fonts", '<numFmts count="1"><numFmt numFmtId="170" formatCode="&quot;7&quot;"/></numFmts><fonts'),
        ),
        "leak-part",
    ),
    "xlsx outward link": (
        XLSX,
        member(
            "_rels/.rels",
            swap(
                "</Relationships>", '<Relationship Id="x" TargetMode="External" Target="https://x.example/7"/></Relationships>'
            ),
        ),
        "leak-part",
    ),
    "xlsx style": (XLSX, member(SHEET, swap('<c r="D3" s="2"', '<c r="D3" s="1"')), "leak-difference"),
    "xlsx note": (XLSX, member(STRINGS, swap("<t>Oficina Inventada de Estadística.</t>", f"<t>{SECRET}.</t>")), "leak-figure"),
    "parquet cell": (PARQUET, _rewritten(_filled), "leak-cell"),
    "parquet statistics": (PARQUET, _lower_minimum, "leak-part"),
    "parquet dictionary": (PARQUET, _rewritten(_unused_word), "leak-part"),
    "parquet metadata": (PARQUET, _rewritten(_told(b"remark", SECRET)), "leak-figure"),
    "parquet index of pandas": (
        PARQUET,
        _rewritten(_told(b"pandas", '{"index_columns": ["7 personas"], "columns": [], "column_indexes": []}')),
        "leak-figure",
    ),
    "descriptor number": (f"{BASE}datapackage.json", swap('"version":', '"n": 7, "version":'), "leak-figure"),
    "parquet bytes": (PARQUET, _loose_bytes, "leak-part"),
    "zip member": (ZIP, member("data/completa.csv", lambda _: b"region,personas\nnorte,7\n"), "leak-file"),
    "zip cell": (ZIP, member("data/por-region.csv", swap("r-2,2020,norte,,", "r-2,2020,norte,7,")), "leak-cell"),
    "zip text": (ZIP, member("LEEME.txt", lambda body: body + f"\n{SECRET}\n".encode()), "leak-figure"),
    "zip descriptor": (ZIP, member("datapackage.json", swap("Por año y región", SECRET)), "leak-figure"),
    "zip comment": (ZIP, _commented, "leak-part"),
    "zip extra field": (ZIP, _with_extra, "leak-part"),
    "zip bytes": (ZIP, _between, "leak-part"),
    "file": (f"{BASE}completa.csv", lambda _: b"region,personas\nnorte,7\n", "leak-file"),
    "file name": (f"{BASE}7-personas-norte.csv", lambda _: b"a\n1\n", "leak-name"),
    "file that nobody can read": (f"{BASE}por-region.sav", lambda _: b"$FL2", "leak-unreadable"),
    "damaged file": (PARQUET, lambda body: body[:-1], "leak-unreadable"),
}


def test_a_sound_dataset_is_silent(built: Built) -> None:
    own = {path: body for path, body in built.files.items() if path.removeprefix("en/").startswith(BASE)}
    assert scan(built.published, own) == ()


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_in_a_download_is_found_where_it_is(name: str, built: Built) -> None:
    path, plant, code = LEAKS[name]
    found = [finding for finding in built.found(path, plant) if finding.code != "leak-hash"]
    assert code in {finding.code for finding in found}
    assert {finding.where.path for finding in found} == {path}


def test_a_finding_names_the_row_and_the_column(built: Built) -> None:
    (found,) = (one for one in built.found(CSV, LEAKS["csv cell"][1]) if one.code == "leak-cell")
    assert (found.where.table, found.where.row, found.where.column) == ("por-region", 3, "asistidas")


@pytest.mark.parametrize("name", LEAKS)
def test_no_finding_quotes_a_figure(name: str, built: Built) -> None:
    path, plant, _ = LEAKS[name]
    assert not [one for one in built.found(path, plant) if any("7 personas" in text for _, text in one.details)]


def test_a_file_that_changed_does_not_match_its_published_checksum(built: Built) -> None:
    codes = {(one.code, one.where.path) for one in built.found(CSV, LEAKS["csv cell"][1])}
    assert {("leak-hash", f"{tree}{BASE}index.html") for tree in ("", "en/")} <= codes


def test_an_order_by_the_hidden_figures_is_found(built: Built) -> None:
    """As if the hidden regions of each year stood from the greatest to the smallest."""
    rank = {"total": 0, "oeste": 1, "este": 2, "centro": 3, "sur": 4, "costa": 5, "norte": 6}
    published = reordered(built.published, "por-region", lambda row: (str(row[1]), rank[str(row[2])]))
    found = [one for table in published.dataset.tables for one in check_order(table, table.name)]
    assert [(one.code, one.where.table) for one in found] == [("leak-order", "por-region")]


@pytest.mark.parametrize(
    "key",
    [
        lambda row: (str(row[1]), str(row[2])),
        lambda row: (str(row[2]), str(row[1])),
        lambda row: (-int(str(row[1])), str(row[2])),
        lambda row: (str(row[1]), str(row[2]) != "total", str(row[2])),
    ],
)
def test_an_order_by_codes_is_silent(key: object, built: Built) -> None:
    published = reordered(built.published, "por-region", key)  # type: ignore[arg-type]
    assert not [one for table in published.dataset.tables for one in check_order(table, table.name)]


def test_an_order_of_its_own_that_is_the_same_everywhere_and_no_order_of_sizes_is_silent(built: Built) -> None:
    rank = {"total": 0, "costa": 1, "norte": 2, "oeste": 3, "sur": 4, "centro": 5, "este": 6}
    published = reordered(built.published, "por-region", lambda row: (str(row[1]), rank[str(row[2])]))
    assert not [one for table in published.dataset.tables for one in check_order(table, table.name)]


def test_an_order_that_changes_from_year_to_year_is_found(built: Built) -> None:
    ranks = {"2020": ("total", "costa", "norte", "oeste", "sur", "centro", "este")}
    ranks["2021"] = ("total", "costa", "sur", "oeste", "norte", "centro", "este")
    published = reordered(built.published, "por-region", lambda row: (str(row[1]), ranks[str(row[1])].index(str(row[2]))))
    assert [one.code for table in published.dataset.tables for one in check_order(table, table.name)] == ["leak-order"]
