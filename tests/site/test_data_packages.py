"""frictionless, which others wrote, accepts every published package: from the folder and over HTTP."""

import warnings
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

SITE = Path(__file__).parents[2] / "site"
PACKAGES = sorted(str(path.relative_to(SITE)) for path in SITE.glob("datasets/*/datapackage.json"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _faults(source: str) -> list[object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate  # noqa: PLC0415 - slow, and warns while it is imported

        return validate(source).flatten(["code", "rowNumber", "fieldName", "type"])


def test_there_are_packages() -> None:
    assert len(PACKAGES) >= 15


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_valid(package: str) -> None:
    assert _faults(str(SITE / package)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_valid_over_http(base: str, package: str) -> None:
    assert _faults(base + package) == []
