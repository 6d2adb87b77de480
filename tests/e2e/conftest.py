"""The real site, served on loopback under a deep folder, in real Chromium; nothing leaves the machine."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
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


@dataclass
class Visitor:
    """A page, what it asked of others, and what the console said."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> "Visitor":
        self.page.goto(self.base + path, wait_until="load")
        return self


@pytest.fixture(scope="session")
def site() -> Path:
    assert (SITE / "index.html").is_file(), "no site/: type `make site` first"
    return SITE


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
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


def all_pages() -> list[str]:
    return sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html"))


def kinds_of_page() -> list[str]:
    """One page of each kind, in both languages, and the dataset that has most charts."""
    kinds = ["index.html", "datasets/index.html", "agreements/index.html", "info/index.html", "norms/index.html",
             "sources/index.html", "methods/index.html", "glossary/index.html", "about/index.html", "privacy/index.html",
             "search/index.html", "datasets/ar-victimas-rescatadas/index.html", "datasets/pe-victimas/index.html",
             "agreements/protocolo-palermo-2000/index.html"]  # fmt: skip
    return [*kinds, *(f"en/{kind}" for kind in kinds), "404.html"]
