"""A page of the search on a slow telephone: its processor and its network held back, and where the time of an answer went.

The files come compressed from this machine. `Telephone.slower` is how many times slower the processor is; `NETWORK` is what
Lighthouse takes for a telephone's: 150 ms there and back, 1.6 megabits a second.
"""

import gzip
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Page, sync_playwright

NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 96_000}
_KINDS = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
_WATCHED = """window.ran = {};
document.addEventListener('load', event => { if (event.target.src) window.ran[event.target.src] = performance.now(); }, true);
"""
_TIMED = """([words, pause]) => new Promise(done => {
  const field = document.querySelector('#buscador input'), status = document.querySelector('#buscador [role=status]');
  const keys = pause ? Array.from(words, (_, n) => words.slice(0, n + 1)) : [words];
  let start = 0;
  const seen = new MutationObserver(() => {
    if (!start || !status.textContent) return;
    seen.disconnect();
    const end = performance.now();
    const parts = performance.getEntriesByType('resource').filter(one => one.name.includes('/assets/search/'));
    done({start, end, parts: parts.map(one => [one.startTime, one.responseEnd, window.ran[one.name] ?? one.responseEnd])});
  });
  seen.observe(status, {childList: true, characterData: true, subtree: true});
  const next = () => {
    field.value = keys.shift();
    if (!keys.length) { status.textContent = ''; start = performance.now(); } else setTimeout(next, pause);
    field.dispatchEvent(new Event('input'));
  };
  next();
})"""

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Milliseconds until an answer was told: while a part was on its way, while one that was there was read, and the rest."""

    loading: float
    reading: float
    rest: float

    @property
    def all(self) -> float:
        """From the key to the answer."""
        return self.loading + self.reading + self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """Where pages are opened."""

    page: Page
    base: str

    def open(self, path: str, *, network: bool = False) -> None:
        """Open a page that knows nothing yet."""
        self._network(slow=False)
        self.page.goto("about:blank")
        self.page.goto(f"{self.base}/{path}")
        self.page.evaluate(_WATCHED)
        self._network(slow=network)

    def _network(self, *, slow: bool) -> None:
        client = self.page.context.new_cdp_session(self.page)
        client.send("Network.enable")
        client.send("Network.setCacheDisabled", {"cacheDisabled": True})
        unbound = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        client.send("Network.emulateNetworkConditions", NETWORK if slow else unbound)

    def ask(self, words: str, *, pause: int = 0) -> Answer:
        """Put the words into the field, at once or key by key; the time counts from the last key."""
        told = self.page.evaluate(_TIMED, [words, pause])
        self.page.wait_for_selector("#resultados:not([aria-busy])", state="attached")
        start, end = told["start"], told["end"]
        on_their_way = [(max(start, asked), min(end, there)) for asked, there, _ in told["parts"]]
        busy = [(max(start, asked), min(end, ran)) for asked, _, ran in told["parts"]]
        loading = _length(on_their_way)
        reading = _length(busy) - loading
        return Answer(loading=loading, reading=reading, rest=end - start - loading - reading)


def _length(stretches: Sequence[Stretch]) -> float:
    """How long at least one of them lasted."""
    total, until = 0.0, float("-inf")
    for start, end in sorted(stretches):
        total += max(0.0, end - max(start, until))
        until = max(until, end)
    return total


@contextmanager
def telephone(files: Mapping[str, bytes], slower: int) -> Iterator[Telephone]:
    """A telephone that finds these files."""
    served = {f"/{name}": gzip.compress(body) for name, body in files.items()}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        yield Telephone(page=page, base=f"http://127.0.0.1:{server.server_port}")
        browser.close()
    server.shutdown()
    server.server_close()


def _handler(served: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Serves the files, compressed."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with the file, if there is one."""
            path = self.path.partition("?")[0]
            body = served.get(path, b"")
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", _KINDS.get(path.rpartition(".")[2], "text/plain"))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
