"""Which file of the generated folder stands where in the site, and what each page is made of. Pure."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from celosia.model import LANGUAGES, Made
from celosia.website.mkdocs import html_path

PREFIXES = {"es": "", "en": "en/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """A page to be: its language, its Markdown file below `docs/<lang>/`, and the hash of all that it is made of."""

    lang: str
    page: str
    key: str

    @property
    def path(self) -> str:
        """Where its HTML stands in the site."""
        return PREFIXES[self.lang] + html_path(self.page)


def page_sources(files: Mapping[str, Made], version: str) -> tuple[PageSource, ...]:
    """Every page of the folder. `version` stands for the templates, the configuration and the tools."""
    shared = theme_version(files, version)
    return tuple(
        PageSource(lang=lang, page=page, key=_hash([shared, path, made.sha256, *_fragments(files, lang, page)]))
        for path, made in files.items()
        for lang, page in _page(path)
    )


def theme_version(files: Mapping[str, Made], version: str) -> str:
    """The hash of what every page is made with: all of the theme but the fragments, each of which is one page's."""
    shared = (
        f"{path} {made.sha256}"
        for path, made in files.items()
        if path.startswith("theme/") and not path.startswith("theme/fragments/")
    )
    return _hash([version, *sorted(shared)])


def served(files: Iterable[str]) -> Mapping[str, str]:
    """The files that are served as they are: their path in the site, and in the generated folder."""
    return {
        PREFIXES[lang] + path.removeprefix(f"docs/{lang}/"): path
        for path in files
        for lang in LANGUAGES
        if path.startswith(f"docs/{lang}/") and not path.endswith(".md")
    }


def _page(path: str) -> Iterable[tuple[str, str]]:
    return (
        (lang, path.removeprefix(f"docs/{lang}/"))
        for lang in LANGUAGES
        if path.startswith(f"docs/{lang}/") and path.endswith(".md")
    )


def _fragments(files: Mapping[str, Made], lang: str, page: str) -> Iterable[str]:
    """The hashes of what a page includes: what it shows, and what it says to machines."""
    path = f"theme/fragments/{lang}/{html_path(page)}"
    included = (path, path.removesuffix("index.html") + "head.html")
    return (files[one].sha256 if one in files else "" for one in included)


def _hash(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
