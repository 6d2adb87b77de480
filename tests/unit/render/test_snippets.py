"""Code that people copy runs, reads the cells as the schema says, and refuses a file that is not the cited one."""

import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pandas as pd
import pytest
from unit.exporters.catalogs import column, table

from celosia.load import load
from celosia.model import Role, Table
from celosia.render.snippets import Remote, python_code, r_code, record_python_code

BASE = Path(__file__).resolve().parents[2] / "failures/base"
CODES = table(
    (
        column("provincia", "string", role=Role.DIMENSION),
        column("país", "string", role=Role.DIMENSION),
        column("anio", "year", role=Role.DIMENSION),
        column("monto", "integer", role=Role.MEASURE),
        column("tasa", "number", role=Role.MEASURE),
        column("firme", "boolean"),
        column("dia", "date"),
    ),
    (),
    name="codigos",
    body="provincia,país,anio,monto,tasa,firme,dia\n02,NA,2019,3000000000,0.5,true,2019-05-01\n006,AR,2020,s/d,,false,\n".encode(),
    missing_values=("", "s/d"),
)
TABLES = (table(), *(one for dataset in load(BASE, {}).catalog.datasets for one in dataset.tables))


@contextmanager
def served(bodies: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server of these files."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(bodies[self.path])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
            """Nothing: a test says only what fails."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def remote(one: Table, address: str) -> Remote:
    """A table at an address, with the hash that it must have."""
    digest = sha256(one.body).hexdigest()
    return Remote(url=f"{address}{one.name}.csv", sha256=digest, columns=one.columns, missing_values=one.missing_values)


def read(code: str) -> pd.DataFrame:
    """What the code reads."""
    told: dict[str, object] = {}
    exec(compile(code, "<copied>", "exec"), told)
    assert isinstance(told["table"], pd.DataFrame)
    return told["table"]


@pytest.mark.parametrize("lang", ["es", "en"])
@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_python_reads_every_table(one: Table, lang: str) -> None:
    with served({f"/{one.name}.csv": one.body}) as address:
        frame = read(python_code(remote(one, address), lang))
    assert list(frame.columns) == [column.name for column in one.columns]
    assert len(frame) == len(one.rows)
    for own in one.columns:
        if own.type == "string":
            assert [None if pd.isna(cell) else cell for cell in frame[own.name]] == list(one.values(own.name))


def test_python_keeps_what_others_guess_away() -> None:
    with served({"/codigos.csv": CODES.body}) as address:
        frame = read(python_code(remote(CODES, address), "es"))
    assert list(frame["provincia"]) == ["02", "006"]
    assert list(frame["país"]) == ["NA", "AR"]
    assert frame["monto"].tolist() == [3_000_000_000, pd.NA]
    assert frame["firme"].tolist() == [True, False]
    assert frame["dia"][0] == pd.Timestamp("2019-05-01")


def test_python_refuses_another_file() -> None:
    with served({"/codigos.csv": CODES.body + b"x"}) as address, pytest.raises(SystemExit, match="no es el archivo"):
        read(python_code(remote(CODES, address), "es"))


GOLDEN = """url <- "https://catalogo.example/codigos.csv"
sha256 <- "0000"

file <- tempfile(fileext = ".csv")
download.file(url, file, mode = "wb", quiet = TRUE)
found <- if (exists("sha256sum", asNamespace("tools"))) {
  unname(tools::sha256sum(file))
} else {
  digest::digest(file, "sha256", file = TRUE)
}
if (found != sha256) stop("This is not the file that was cited")

table <- read.csv(
  file,
  colClasses = c(
    "provincia" = "character",
    "país" = "character",
    "anio" = "integer",
    "monto" = "numeric",
    "tasa" = "numeric",
    "firme" = "logical",
    "dia" = "Date"
  ),
  na.strings = c("", "s/d"),
  encoding = "UTF-8",
  check.names = FALSE
)"""


def test_r_is_what_ran_when_it_was_written() -> None:
    told = replace(remote(CODES, "https://catalogo.example/"), sha256="0000")
    assert r_code(told, "en") == GOLDEN


_R_CHECK = (
    '\nstopifnot(identical(table$provincia, c("02", "006")), identical(table[["país"]], c("NA", "AR")), '
    "table$monto[1] == 3e9, is.na(table$monto[2]), identical(table$firme, c(TRUE, FALSE)), "
    'table$dia[1] == as.Date("2019-05-01"))\n'
)


def _r(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    script = folder / "copied.R"
    script.write_text(code, encoding="utf-8")
    rscript = str(shutil.which("Rscript"))
    environment = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run([rscript, str(script)], capture_output=True, text=True, timeout=60, check=False, env=environment)


needs_r = pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")


@needs_r
def test_r_reads_the_cells_as_they_are(tmp_path: Path) -> None:
    with served({"/codigos.csv": CODES.body}) as address:
        done = _r(r_code(remote(CODES, address), "es") + _R_CHECK, tmp_path)
    assert done.returncode == 0, done.stderr


@needs_r
def test_r_refuses_another_file(tmp_path: Path) -> None:
    with served({"/codigos.csv": CODES.body + b"x"}) as address:
        done = _r(r_code(remote(CODES, address), "es"), tmp_path)
    assert done.returncode != 0
    assert "no es el archivo" in done.stderr


def test_a_record_is_read_and_a_changed_one_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    old, new = b'{"status": "signed"}', b'{"status": "in force"}'
    with served({"/record.json": old}) as address:
        kept = _record(address, old)
        assert (kept, capsys.readouterr().out) == ({"status": "signed"}, "")
    with served({"/record.json": new}) as address:
        assert _record(address, old) == {"status": "in force"}
        assert "changed since it was cited" in capsys.readouterr().out


def _record(address: str, cited: bytes) -> object:
    names: dict[str, object] = {}
    exec(record_python_code(f"{address}record.json", sha256(cited).hexdigest(), "en"), names)
    return names["record"]
