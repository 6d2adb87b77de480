"""What the browser tests share: the site, a visitor of it, and which pages there are."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
FIXED = ("v", "changes", "charts")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


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


def all_pages() -> list[str]:
    return sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html"))


def kind(page: str) -> str:
    """A page's path without the names of things.

    "en/datasets/x/v/1.0.0/index.html" is of the kind "en/datasets/*/v/*".
    """
    lang = "en/" if page.startswith("en/") else ""
    first, *others = page.removeprefix("en/").split("/")[:-1] or [""]
    return lang + "/".join([first, *(part if part in FIXED else "*" for part in others)])


def by_kind(site: Path) -> dict[str, list[Path]]:
    """The pages of each kind, embeds apart: they are frames in somebody else's pages."""
    found: dict[str, list[Path]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if not path.removeprefix("en/").startswith("embed/"):
            found[kind(path)].append(page)
    return found


def kinds() -> list[str]:
    """The longest page of each kind, in Spanish; none where the site is not built."""
    chosen = (max(pages, key=lambda page: page.stat().st_size) for name, pages in by_kind(SITE).items() if name[:3] != "en/")
    return sorted(page.relative_to(SITE).as_posix() for page in chosen)


def kinds_of_page() -> list[str]:
    """One page of each kind, in both languages, and the dataset that has most charts."""
    kinds = ["index.html", "datasets/index.html", "agreements/index.html", "info/index.html", "norms/index.html",
             "sources/index.html", "methods/index.html", "glossary/index.html", "about/index.html", "privacy/index.html",
             "search/index.html", "datasets/ar-victimas-rescatadas/index.html", "datasets/pe-victimas/index.html",
             "agreements/protocolo-palermo-2000/index.html", "explore/ar-victimas-rescatadas/total/index.html",
             "explore/ar-linea-145-orientaciones/por-provincia/index.html"]  # fmt: skip
    return [*kinds, *(f"en/{kind}" for kind in kinds)]
