"""A server for the person who writes: this machine only, and the page renews itself when the site was built again."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_WATCHED = (
    "catalog.yaml",
    "catalog.en.yaml",
    "datasets",
    "agreements",
    "commitments",
    "events",
    "synonyms.yaml",
    "docs",
    "brand",
    "mkdocs.yml",
    "mkdocs.en.yml",
)
_RELOAD = b"""(function () {
  var seen;
  setInterval(function () {
    fetch('/__version').then(function (r) { return r.text(); }).then(function (v) {
      if (seen && v !== seen) location.reload();
      seen = v;
    }).catch(function () {});
  }, 700);
})();"""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, each page with the script that asks whether the site was built again."""

    version = "0"

    def do_GET(self) -> None:
        """Serve a file, the reload script, or the version of the site."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if self.path == "/__version":
            self._send(_Handler.version.encode(), "text/plain")
        elif self.path == "/__reload.js":
            self._send(_RELOAD, "text/javascript")
        elif page.suffix == ".html" and page.is_file() and (not path.is_dir() or self.path.endswith("/")):
            body = page.read_bytes().replace(b"</body>", b'<script src="/__reload.js"></script></body>')
            self._send(body, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def _send(self, body: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def serve(root: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Build, serve `root/site` on 127.0.0.1, and build again when a file changes; until interrupted."""
    rebuild()
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}/  (Ctrl+C)")
    try:
        for moment in _changes(root):
            rebuild()
            _Handler.version = moment
    except KeyboardInterrupt:
        server.shutdown()


def _changes(root: Path) -> Iterator[str]:
    """A new text each time that something which the site is made of was changed."""
    seen = _state(root)
    while True:
        time.sleep(0.5)
        now = _state(root)
        if now != seen:
            seen = now
            yield str(hash(now))


def _state(root: Path) -> tuple[tuple[str, int], ...]:
    sources = [root / name for name in _WATCHED] + [Path(__file__).parent]
    files = (file for source in sources for file in ([source] if source.is_file() else source.rglob("*")))
    return tuple(sorted((str(file), file.stat().st_mtime_ns) for file in files if file.is_file() and file.suffix != ".pyc"))
