"""The real site, served on loopback under a deep folder, in real Chromium; nothing leaves the machine."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright
from visiting import SITE, Visitor

PREFIX = "/obs/trata/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class _Handler(SimpleHTTPRequestHandler):
    """The site below PREFIX, with the strict policy as a header too."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX) if path.startswith(PREFIX) else "/no/such/place")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _AtRoot(_Handler):
    """The site at the root; what is not there gets the page for errors."""

    def translate_path(self, path: str) -> str:
        found = SimpleHTTPRequestHandler.translate_path(self, path)
        return found if Path(found).exists() else SimpleHTTPRequestHandler.translate_path(self, "/404.html")


@pytest.fixture(scope="session")
def site() -> Path:
    assert (SITE / "index.html").is_file(), "no site/: type `make site` first"
    return SITE


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The site below a deep folder: where no page may count on standing at the root."""
    yield from _served(partial(_Handler, directory=str(site)), PREFIX)


@pytest.fixture(scope="session")
def root_base(site: Path) -> Iterator[str]:
    """The site at the address that it was built for, where the page for errors finds its way from any depth."""
    yield from _served(partial(_AtRoot, directory=str(site)), "/")


def _served(handler: Callable[..., SimpleHTTPRequestHandler], prefix: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chrome = os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert chrome, "no Chromium: type `sudo apt-get install chromium fonts-liberation`"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chrome, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Callable[..., Visitor]]:
    """Open a path with the options of a browser context; by default at 1280 × 900, light, with JavaScript."""
    contexts: list[BrowserContext] = []

    def _visit(path: str, *, at: str | None = None, **options: object) -> Visitor:
        options = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"} | options
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(8000)
        visitor = Visitor(page=context.new_page(), base=at or base)
        context.route("**/*", lambda route: _keep_home(route, visitor))
        visitor.page.on("console", lambda said: visitor.complaints.append(said.text) if said.type == "error" else None)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        return visitor.open(path)

    yield _visit
    for context in contexts:
        context.close()


def _keep_home(route: Route, visitor: Visitor) -> None:
    url = route.request.url
    if url.startswith((visitor.base, "data:", "blob:", "file:", "about:")):
        route.continue_()
    else:
        visitor.outside.append(url)
        route.fulfill(status=200, content_type="text/html", body="<title>weather</title>")
