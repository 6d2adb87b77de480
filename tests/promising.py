"""An invented catalogue with a promise to keep: a dataset released, every address recorded, all of it committed."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
from building import GENERATED, a_catalogue, replace, tree

from celosia.cli import main

CASES = "datasets/ejemplo-casos"
FROZEN = f"{CASES}/releases/1.1.0"
LEDGER = "permanence/ledger.csv"
GENDER = """id,periodo,genero,personas,fuente,confianza,nota
g-1,2020,total,864197532,f1,media,
g-2,2020,mujer,617283945,f1,media,Nota retirada Quetzal
g-3,2020,varon,246913587,f1,media,
g-4,2021,total,975308642,f2,alta,
g-5,2021,mujer,728394615,f2,alta,
g-6,2021,varon,246914027,f2,alta,
"""
"""The table that is withdrawn in tests: its figures are so odd that they are nowhere else."""
WITHDRAWN_VALUES = ("617283945", "246913587", "728394615", "246914027", "Quetzal")
"""What is in that table and nowhere else."""
DAY, NEXT, LATER = "2026-03-01", "2026-03-02", "2026-03-03"


def a_promise(root: Path) -> Path:
    """The catalogue, built, recorded and committed. It counts documents, so that what it says is not judged as persons are."""
    a_catalogue(root)
    replace(root / CASES / "datapackage.yaml", "unit: persons", "unit: documents")
    (root / CASES / "por-genero.csv").write_text(GENDER, encoding="utf-8")
    total = (root / CASES / "total.csv").read_text(encoding="utf-8")
    total = total.replace(",120,", ",864197532,").replace(",130,", ",975308642,")
    (root / CASES / "total.csv").write_text(total, encoding="utf-8")
    for lang in ("es", "en"):
        (root / f"docs/{lang}/guia").mkdir()
        text = f"---\ntitle: Guía {lang}\ndescription: Página inventada\n---\n# Guía {lang}\n\nTexto inventado.\n"
        (root / f"docs/{lang}/guia/index.md").write_text(text, encoding="utf-8")
    (root / ".gitignore").write_text("".join(f"/{name}/\n" for name in GENERATED), encoding="utf-8")
    assert run(root, "release", "ejemplo-casos", "--date", DAY) == 0
    assert run(root, "record", "--date", DAY) == 0
    git(root, "init", "-q")
    commit(root)
    return root


def a_copy(root: Path, copy: Path) -> Path:
    """A copy, cache and site included, so that what did not change need not be made again."""
    return Path(shutil.copytree(root, copy, symlinks=True))


def run(root: Path, command: str, *words: str) -> int:
    """A command, in this process."""
    return main([command, "--root", str(root), "--lang", "en", "--format", "text", "--processes", "1", *words])


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x")


def git(root: Path, *words: str) -> None:
    subprocess.run(("git", "-C", str(root), *words), check=True, capture_output=True)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file as it is, and as programs read it: what is in a ZIP or workbook, a Parquet file's cells, a PNG's parts."""
    return {name: part for path, body in tree(folder).items() for name, part in _opened(path, body)}


def spellings(number: str) -> tuple[bytes, ...]:
    """A number of nine digits as it may be written: bare, or in groups."""
    parts = (number[:3], number[3:6], number[6:])
    return (number.encode(), *(mark.join(parts).encode() for mark in ("\u202f", "\u00a0", ",", ".", " ")))


def _opened(path: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    yield path, body
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for name in archive.namelist():
                yield from _opened(f"{path}/{name}", archive.read(name))
    elif body.startswith(b"PAR1"):
        table = pyarrow.parquet.read_table(io.BytesIO(body))
        yield f"{path}#cells", f"{table.to_pydict()} {table.schema.metadata}".encode()
    elif body.startswith(b"\x89PNG"):
        yield f"{path}#chunks", b"\n".join(_chunks(body))


def _chunks(body: bytes) -> Iterator[bytes]:
    """The parts of a PNG, those that are compressed also as they were before."""
    place = 8
    while place < len(body):
        size, kind = struct.unpack(">I4s", body[place : place + 8])
        part = body[place + 8 : place + 8 + size]
        yield part
        if kind in (b"zTXt", b"iTXt") and b"\0x\x9c" in part:
            yield zlib.decompress(part[part.index(b"\0x\x9c") + 1 :])
        place += size + 12
