"""The reference catalogue, built for an address on this machine and served there with Range, as tools want it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from conformance.kit import CACHE, PORT, ROOT

_NOT_THE_CATALOGUE = shutil.ignore_patterns(
    ".*", "build", "site", "src", "tests", "tools", "benchmarks", "node_modules", "__pycache__", "*.egg-info", "project"
)

_SERVER = Path(__file__).parent / "reading" / "file_server.py"

_KEPT = (".celosia", "build", "site")
"""What a build makes, and knows again by its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """The finished site: its folder, and where it is read (without a slash at the end, as the kit wants it)."""

    folder: Path
    base: str

    def pages(self) -> tuple[str, ...]:
        """The path of each page, "" for the home page; not the page for errors, which has no address of its own."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("index.html"))
        return tuple(sorted(path.removesuffix("index.html") for path in found))


@contextmanager
def serving(server: Path) -> Iterator[Served]:
    """The site at its address until the end; `server` is the Python that has RangeHTTPServer."""
    site = built(CACHE / "catalogue", f"http://127.0.0.1:{PORT}/")
    with file_server(server, site, PORT) as base:
        yield Served(folder=site, base=base)


@contextmanager
def file_server(server: Path, folder: Path, port: int) -> Iterator[str]:
    """A folder on this machine, with Range: where it is read, until the end."""
    base = f"http://127.0.0.1:{port}"
    command = [str(server), str(_SERVER), str(port)]
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(base, running)
        yield base
    finally:
        running.terminate()
        running.wait()


def built(copy: Path, url: str) -> Path:
    """`build.py` in a copy of the catalogue, which keeps its cache from one run to the next."""
    copy.mkdir(parents=True, exist_ok=True)
    for old in copy.iterdir():
        if old.name not in _KEPT:
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    for entry in ROOT.iterdir():
        if entry.name not in _NOT_THE_CATALOGUE(str(ROOT), [entry.name]):
            _copied(entry, copy / entry.name)
    environment = os.environ | {"CELOSIA_SITE_URL": url, "PYTHONPATH": str(ROOT / "src"), "SOURCE_DATE_EPOCH": _epoch()}
    made = subprocess.run([sys.executable, "build.py"], cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return copy / "site"


def _copied(entry: Path, copy: Path) -> None:
    if entry.is_dir():
        shutil.copytree(entry, copy, ignore=_NOT_THE_CATALOGUE)
    else:
        shutil.copy2(entry, copy)


def _epoch() -> str:
    """The clock of the build: the commit's date, as `celosia build` takes it."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()


def _wait(base: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert running.poll() is None, f"the server at {base} ended: is the port taken? CONFORMANCE_PORT chooses another"
        try:
            urlopen(f"{base}/sitemap.xml", timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    msg = f"nothing answers at {base}"
    raise AssertionError(msg)
