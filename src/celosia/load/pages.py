"""The pages that people write (docs/<lang>/**/index.md) and the brand's own files."""

import re
from collections.abc import Iterator

from celosia.load.document import Document, from_text
from celosia.load.folder import MEGABYTE, Folder
from celosia.load.keys import FRONT_MATTER
from celosia.load.text import decode
from celosia.model import LANGUAGES, Finding, Page, Place

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n?(.*)", re.DOTALL | re.MULTILINE)
_BRAND = frozenset({".css", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"})


def pages(folder: Folder) -> Iterator[tuple[Page | None, tuple[Finding, ...]]]:
    """Each page with its findings; `docs/project` is for developers and is not read."""
    for lang in LANGUAGES:
        for path in folder.walk(f"docs/{lang}"):
            if path.endswith("/index.md"):
                yield _page(folder, path, lang)
            else:
                yield None, (Finding(code="unexpected-file", where=Place(path=path), severity="warning"),)


def assets(folder: Folder) -> Iterator[tuple[tuple[str, bytes] | None, tuple[Finding, ...]]]:
    """Each file of `brand/` with its place on the site, and its findings."""
    for path in folder.walk("brand"):
        if not any(path.endswith(suffix) for suffix in _BRAND):
            yield None, (Finding(code="unexpected-file", where=Place(path=path), severity="warning"),)
            continue
        body = folder.read(path, 5 * MEGABYTE)
        yield (None, (body,)) if isinstance(body, Finding) else ((f"assets/{path}", body), ())


def _page(folder: Folder, path: str, lang: str) -> tuple[Page | None, tuple[Finding, ...]]:
    body = folder.read(path, MEGABYTE)
    if isinstance(body, Finding):
        return None, (body,)
    text, findings = decode(body, path)
    match = _FRONT_MATTER.fullmatch(text)
    if match is None:
        return None, findings or (Finding(code="no-front-matter", where=Place(path=path, row=1)),)
    meta = from_text(folder, path, match[1], FRONT_MATTER, first_line=2)
    return _built(meta, match[2].strip("\n") + "\n", lang), (*findings, *meta.findings)


def _built(meta: Document, body: str, lang: str) -> Page:
    node = meta.value
    return Page(
        path=meta.path.removeprefix(f"docs/{lang}/").removesuffix("index.md"),
        lang=lang,
        title=node["title"],
        description=node["description"],
        body=body,
        neutral_title=node["neutral_title"],
        section=node["section"],
    )
