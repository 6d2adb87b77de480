"""The atoms of a page: a text that knows its language, a fact, a link. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from celosia.model import LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words to show; `lang` is set where they are not in the page's language (WCAG 2.2 SC 3.1.2)."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label of the interface with what is known; `href` where it leads somewhere."""

    label: str
    text: Text
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere, or nowhere where there is no `href`; `note` is said beside them."""

    text: Text
    href: str | None
    note: str | None = None


def told(text: LangString, lang: str) -> Text:
    """A text of the catalogue in the page's language, or in Spanish and saying so."""
    return Text(text=text.text(lang), lang=None if text.lang(lang) == lang else text.lang(lang))


def spanish(text: str, lang: str) -> Text:
    """A text that the catalogue has in Spanish only: names of institutions, titles of sources, notes."""
    return Text(text=text, lang=None if lang == "es" else "es")


def stated(text: str) -> Text:
    """Words of the interface, already in the page's language."""
    return Text(text=text)


def outward(url: str) -> str | None:
    """An address that a page may link to. Not a plain `http` one: whoever is on the same network could read it."""
    return url if url.startswith("https://") else None


def reference(title: str, url: str, lang: str) -> Link:
    """A document elsewhere: a link and the site that it leads to, or the whole address where it is not linked to."""
    href = outward(url)
    return Link(text=spanish(title, lang), href=href, note=urlsplit(href).hostname if href else url)
