"""What is copied goes the way of our own tables: declared, checked, or only linked to. All figures are invented."""

import functools
import http.server
import json
import threading
from datetime import date

import pytest
from building import build, tree

from celosia.errors import CatalogRefusedError
from celosia.harvest import Order, harvest
from celosia.harvest.fetching import file_of
from celosia.load import load
from celosia.load.yaml import parse

DAY = date(2026, 1, 15)
LICENSE = [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
PERIOD = {"name": "anio", "type": "year", "title": "Año", "role": "dimension", "concept": "time-period"}
CODE = {
    "name": "codigo", "type": "string", "title": "Código", "role": "dimension",
    "categories": [{"value": "02", "label": "Capital"}, {"value": "06", "label": "Provincia"}],
}  # fmt: skip
COUNT = {"name": "victimas", "type": "integer", "title": "Víctimas", "role": "measure", "unit": "persons"}
ROWS = "Año;Código;Víctimas\n2019;02;120\n2019;06;340\n2020;02;130\n2020;06;350\n"
PLAIN = "anio,codigo,victimas\n2019,02,120\n2019,06,340\n2020,02,130\n2020,06,350\n"


def _package(*fields, **changes):
    resource = {
        "name": "por-codigo", "path": "datos/por codigo.csv", "title": "Por código", "format": "csv",
        "schema": {"fields": list(fields), "primaryKey": ["anio", "codigo"]},
    }  # fmt: skip
    told = {"name": "invento", "title": "Invento", "description": "Todo es inventado.", "licenses": LICENSE}
    return {**told, "resources": [resource], **changes}


@pytest.fixture
def theirs(tmp_path):
    folder = tmp_path / "origen"
    (folder / "datos").mkdir(parents=True)
    return folder


def _import(theirs, package, rows=ROWS, *, copy=True):
    (theirs / "datos/por codigo.csv").write_bytes(rows.encode("latin-1"))
    (theirs / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return _again(theirs, str(theirs / "datapackage.json"), copy=copy)


def _again(theirs, source, *, copy=True):
    root = theirs.parent / "catalogo"
    root.mkdir(exist_ok=True)
    return harvest(Order(source=source, root=root, day=DAY, copy=copy))


def _ours(theirs):
    return theirs.parent / "catalogo"


def _dataset(theirs):
    (dataset,) = load(_ours(theirs), {}).catalog.datasets
    return dataset


def _found(done, code):
    return [dict(finding.details) for finding in done.report.findings if finding.code == code]


def _bytes(theirs):
    return b"".join(path.read_bytes() for path in _ours(theirs).rglob("*") if path.is_file())


def test_a_declared_table_is_copied_to_equal_values_and_builds(theirs, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    done = _import(theirs, _package(PERIOD, CODE, COUNT))
    (table,) = _dataset(theirs).tables
    assert not _found(done, "harvest-no-address")
    assert table.body.decode() == PLAIN
    assert table.rows == ((2019, "02", 120), (2019, "06", 340), (2020, "02", 130), (2020, "06", 350))
    build(_ours(theirs))
    assert (_ours(theirs) / "site/datasets/invento/por-codigo.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert "340" in (_ours(theirs) / "site/datasets/invento/index.html").read_text(encoding="utf-8")


def test_the_same_again_writes_nothing_and_new_rows_are_a_new_version(theirs):
    package = _package(PERIOD, CODE, COUNT)
    _import(theirs, package)
    before = tree(_ours(theirs))
    assert _import(theirs, package).states == {"same": 1}
    changed = {name for name, body in tree(_ours(theirs)).items() if before.get(name) != body}
    assert changed <= {"import-report.md", "import-report.json"}
    assert _import(theirs, package, ROWS + "2021;02;140\n").states == {"refreshed": 1}
    assert _dataset(theirs).tables[0].body.decode() == PLAIN + "2021,02,140\n"
    assert (_dataset(theirs).version, len(_dataset(theirs).changes)) == ("1.1.0", 2)


def test_links_alone_take_no_copy_back(theirs):
    package = _package(PERIOD, CODE, COUNT)
    _import(theirs, package)
    _import(theirs, {**package, "title": "Otro título"}, copy=False)
    assert _dataset(theirs).title.es == "Otro título"
    assert _dataset(theirs).tables[0].body.decode() == PLAIN


def test_a_copy_that_a_person_changed_stays(theirs):
    package = _package(PERIOD, CODE, COUNT)
    _import(theirs, package)
    path = _ours(theirs) / "datasets/invento/por-codigo.csv"
    path.write_text(PLAIN.replace("340", "341"), encoding="utf-8")
    done = _import(theirs, package, ROWS + "2021;02;140\n")
    assert path.read_text(encoding="utf-8") == PLAIN.replace("340", "341")
    assert "datasets/invento/por-codigo.csv" in {one.where.path for one in done.report.findings if one.code == "harvest-kept"}


REFUSED = [
    ("small-count", (PERIOD, CODE, COUNT), ROWS.replace("120", "3")),
    ("personal-header", ({**PERIOD, "name": "nombre_y_apellido", "title": "Nombre", "type": "string"}, CODE, COUNT),
     ROWS.replace("Año", "Nombre y apellido")),
    ("no-count-measure", (PERIOD, CODE, {**COUNT, "role": "attribute"}), ROWS),
    ("no-code-list", (PERIOD, {"name": "codigo", "type": "string", "title": "Código", "role": "dimension"}, COUNT), ROWS),
    ("missing-column", (PERIOD, CODE, COUNT, {**COUNT, "name": "otra"}), ROWS),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fields", "rows"), REFUSED, ids=[code for code, *_ in REFUSED])
def test_a_table_that_does_not_stand_the_checks_leaves_no_byte(theirs, code, fields, rows):
    keys = {"schema": {"fields": list(fields)}}
    package = _package()
    package["resources"][0].update(keys)
    done = _import(theirs, package, rows.replace("350", "35791"))
    assert code in _found(done, "harvest-not-copied")[0]["found"]
    assert _dataset(theirs).tables == ()
    assert b"35791" not in _bytes(theirs)


def test_without_a_licence_nothing_is_published_again(theirs):
    done = _import(theirs, _package(PERIOD, CODE, COUNT, licenses=[{"title": "Propia"}]))
    assert _found(done, "harvest-not-licensed")
    assert _dataset(theirs).tables == ()


def test_what_nobody_declared_is_drafted_without_a_value(theirs):
    bare = [{"name": name, "type": "string"} for name in ("Año", "Código", "Víctimas")]
    done = _import(theirs, _package(*bare), ROWS.replace("340", "34567"))
    draft = _found(done, "harvest-undeclared-columns")[0]["draft"]
    (node,) = parse((_ours(theirs) / draft).read_text(encoding="utf-8"))
    fields = [(field["name"], field["type"], field["role"]) for field in node["schema"]["fields"]]
    assert fields == [("ano", "integer", None), ("codigo", "string", None), ("victimas", "integer", None)]
    assert b"34567" not in _bytes(theirs)


@pytest.fixture
def portal(theirs):
    """A site of the same folder, on this machine."""
    handler = functools.partial(_Quiet, directory=str(theirs))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path.startswith("/lleva?"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?")[2])
            self.end_headers()
        else:
            super().do_GET()


def _declare(theirs, *fields):
    path = _ours(theirs) / "datasets/invento/datapackage.yaml"
    resource = {"name": "casos-csv", "path": "casos-csv.csv", "title": "Casos", "schema": {"fields": list(fields)}}
    path.write_text(path.read_text(encoding="utf-8") + "resources: " + json.dumps([resource]) + "\n", encoding="utf-8")


def _portal(theirs, portal, rows):
    (theirs / "casos.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    told = {
        "identifier": "invento", "title": "Invento", "description": "Inventado.", "license": "CC-BY-4.0",
        "distribution": [{"identifier": "1", "title": "Casos", "format": "CSV", "downloadURL": f"{portal}/casos.csv"}],
    }  # fmt: skip
    catalog = {"title": "Portal", "description": "Inventado.", "dataset": [told]}
    (theirs / "data.json").write_text(json.dumps(catalog), encoding="utf-8")
    return f"{portal}/data.json"


def test_a_person_declares_a_table_of_a_portal_and_it_is_fetched(theirs, portal):
    source = _portal(theirs, portal, ROWS)
    assert _found(_again(theirs, source), "harvest-undeclared-columns")
    _declare(theirs, {**PERIOD, "name": "ano"}, CODE, COUNT)
    _again(theirs, source)
    dataset = _dataset(theirs)
    assert dataset.tables[0].rows[0] == (2019, "02", 120)
    assert dataset.links[0].url == f"{portal}/casos.csv"
    assert _again(theirs, source).states == {"same": 1}


def test_a_table_that_a_person_declared_and_that_may_not_be_published_stops_the_import(theirs, portal):
    source = _portal(theirs, portal, ROWS.replace("130", "2"))
    _again(theirs, source)
    _declare(theirs, {**PERIOD, "name": "ano"}, CODE, COUNT)
    before = tree(_ours(theirs))
    with pytest.raises(CatalogRefusedError) as refused:
        _again(theirs, source)
    assert "small-count" in {finding.code for finding in refused.value.report.findings}
    assert tree(_ours(theirs)) == before


def test_a_source_makes_this_machine_ask_nothing_of_its_own_network(theirs, portal):
    (theirs / "casos.csv").write_text(ROWS, encoding="utf-8")
    (theirs.parent / "secreto.csv").write_text(ROWS, encoding="utf-8")
    assert file_of(f"{portal}/casos.csv", f"{portal}/data.json") == ROWS.encode()
    assert file_of(f"{portal}/casos.csv", str(theirs / "data.json")) is None
    assert file_of(f"{portal}/casos.csv", "https://datos.gob.ar/data.json") is None
    assert file_of("../secreto.csv", str(theirs / "data.json")) is None
    assert file_of("file:///etc/passwd", str(theirs / "data.json")) is None
    assert file_of(f"{portal}/lleva?/casos.csv", f"{portal}/data.json") == ROWS.encode()
    other = portal.replace("127.0.0.1", "localhost")
    assert not isinstance(file_of(f"{portal}/lleva?{other}/casos.csv", f"{portal}/data.json"), bytes)
