"""Each page is keyed by all that it is made of, and by nothing else."""

from celosia.model import Made
from celosia.website.assembly import page_sources, served

FILES = {
    "docs/es/index.md": "md-es",
    "docs/en/index.md": "md-en",
    "docs/es/a/index.md": "md-a",
    "docs/es/a/t.csv": "csv",
    "theme/main.html": "main",
    "theme/fragments/es/a/index.html": "fragment-a",
}


def _made(**changed: str) -> dict[str, Made]:
    texts = FILES | {path.replace("__", "/").replace("_DOT_", "."): text for path, text in changed.items()}
    return {path: Made(size=1, sha256=text) for path, text in texts.items()}


def _keys(files: dict[str, Made], version: str = "v1") -> dict[str, str]:
    return {source.path: source.key for source in page_sources(files, version)}


def _differ(first: dict[str, str], second: dict[str, str]) -> set[str]:
    return {path for path in first if first[path] != second[path]}


def test_pages_stand_where_their_language_says() -> None:
    assert set(_keys(_made())) == {"index.html", "en/index.html", "a/index.html"}
    assert served(_made()) == {"a/t.csv": "docs/es/a/t.csv"}


def test_a_fragment_changes_its_page_alone() -> None:
    assert _differ(_keys(_made()), _keys(_made(theme__fragments__es__a__index_DOT_html="new"))) == {"a/index.html"}


def test_a_template_or_a_tool_changes_every_page() -> None:
    every = {"index.html", "en/index.html", "a/index.html"}
    assert _differ(_keys(_made()), _keys(_made(theme__main_DOT_html="new"))) == every
    assert _differ(_keys(_made()), _keys(_made(), "v2")) == every
