"""The smallest pieces of HTML, made thousands of times a build: functions, since a macro costs ten times a call. Pure."""

from functools import cache
from typing import Protocol

from markupsafe import Markup, escape

from celosia.render.views.text import Text
from celosia.vocabularies.status import Status


class Linked(Protocol):
    """A text that may lead somewhere."""

    @property
    def text(self) -> Text:
        """What it says."""

    @property
    def href(self) -> str | None:
        """Where it leads, if anywhere."""


def say(text: Text) -> Markup:
    """A text, marked with its language where that is not the page's.

    >>> say(Text(text="a < b", lang="es"))
    Markup('<span lang="es">a &lt; b</span>')
    """
    return Markup('<span lang="{}">{}</span>').format(text.lang, text.text) if text.lang else escape(text.text)


def attr(text: Text) -> Markup:
    """The attribute that tells a text's language, where that is not the page's."""
    return Markup(' lang="{}"').format(text.lang) if text.lang else Markup()


def rel(href: str) -> Markup:
    """What keeps an outward link from telling where it was followed."""
    return Markup(' rel="noreferrer noopener"') if href.startswith("http") else Markup()


def link(linked: Linked) -> Markup:
    """A link, or its bare text where it leads nowhere."""
    if not linked.href:
        return say(linked.text)
    return Markup('<a href="{}"{}{}>{}</a>').format(linked.href, attr(linked.text), rel(linked.href), linked.text.text)


@cache
def sign(status: Status, lang: str) -> Markup:
    """The mark of a figure: its letter for the eye, its words for a pointer and for a screen reader."""
    seen = Markup('<abbr class="sign" title="{}" aria-hidden="true">{}</abbr>').format(status.words(lang), status.sign)
    return seen + Markup('<span class="hidden"> {}</span>').format(status.words(lang))


ATOMS = {"say": say, "attr": attr, "rel": rel, "link": link, "fact": link}
