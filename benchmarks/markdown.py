"""Our pages as a person would have written them for plain MkDocs: what stands in `<main>`, word for word, in Markdown. Pure."""

import re
from html.parser import HTMLParser

_BEFORE = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "dt": "**"}
_AFTER = {"dt": "**"}
_BLOCKS = {*_BEFORE, "aside", "caption", "dd", "details", "div", "dl", "figcaption", "figure", "ol", "p", "picture", "section"}
_BLOCKS |= {"summary", "ul"}
_SKIPPED = {"button", "form", "nav", "noscript", "script"}
_SPECIAL = re.compile(r"([\\`*_\[\]|])")


def markdown(page: str) -> str:
    """The Markdown of a page of HTML."""
    writer = _Writer()
    writer.feed(page[page.index("<main") : page.index("</main>")])
    writer.close()
    return writer.text


class _Writer(HTMLParser):
    """Headings, paragraphs, lists, tables, links and pictures; everything else is its words."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._rows: list[list[str]] = []
        self._targets: list[str] = []
        self._frame = ("", "")
        self._skipping = 0

    @property
    def text(self) -> str:
        """All that was written."""
        self._flush()
        return "\n\n".join(self._blocks) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._skipping += tag in _SKIPPED
        if self._skipping:
            return
        if tag in _BLOCKS and not self._rows:
            self._flush()
            self._frame = _BEFORE.get(tag, ""), _AFTER.get(tag, "")
        elif tag == "tr":
            self._flush()
            self._rows.append([])
        elif tag == "a":
            self._targets.append(given.get("href", ""))
            self._words.append("[")
        elif tag == "img":
            self._words.append(f"![{_escaped(given.get('alt', ''))}]({given['src']})")

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= tag in _SKIPPED
        elif tag in ("td", "th"):
            self._rows[-1].append(self._taken())
        elif tag == "table":
            self._blocks.append(_table(self._rows))
            self._rows = []
        elif tag == "a":
            self._words.append(f"]({self._targets.pop()})")
        elif tag in _BLOCKS and not self._rows:
            self._flush()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._words.append(_escaped(data))

    def _taken(self) -> str:
        words = " ".join("".join(self._words).split())
        self._words = []
        return words

    def _flush(self) -> None:
        words = self._taken()
        if words:
            self._blocks.append(self._frame[0] + words + self._frame[1])
        self._frame = ("", "")


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words).replace("<", "&lt;")


def _table(rows: list[list[str]]) -> str:
    head, *body = rows
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body))
