"""Typed views into HTML: the only importer of jinja2. Foreign text is escaped here, where it enters the page. Pure."""

import re
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from celosia.locales import gettext
from celosia.render.atoms import ATOMS, say
from celosia.render.rows import rows
from celosia.render.views.text import Text

_OPEN = "{% raw %}"
_CLOSE = "{% endraw %}"
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SPECIAL = re.compile(r"[{}%#<>&]")


def fragment(template: str, lang: str, view: object, tell: Callable[[Text], Markup] = say) -> bytes:
    """A page's fragment: the template filled with the view, in a form that the site's own templates include as it is.

    `tell` says a text of its prose; it may lead from the words in it to what they mean.
    No brace of the page survives as a brace (HTML reads `&#123;` as one, in text and in attributes alike), so nothing in
    it is a template and nothing can end the raw block.
    """
    body = _environment(lang).get_template(f"pages/{template}.html").render(view=view, tell=tell)
    return raw(harmless(body))


def standalone(template: str, lang: str, view: object) -> bytes:
    """A page that nothing of the site goes around: served as it is, read by no other template."""
    return _environment(lang).get_template(f"pages/{template}.html").render(view=view, tell=say).encode()


def raw(text: str) -> bytes:
    """A text as a template that says it. It must hold nothing that could end the raw block."""
    return f"{_OPEN}{text}{_CLOSE}".encode()


def unwrapped(source: str) -> str:
    """What a fragment says, without asking a template engine."""
    return source.removeprefix(_OPEN).removesuffix(_CLOSE)


def escaped_braces(literal: str) -> str:
    r"""A JSON text whose strings hold nothing that a template or HTML could take for its own; it reads the same.

    >>> escaped_braces('{"a": "{% x %}"}')
    '{"a": "\\u007b\\u0025 x \\u0025\\u007d"}'
    """
    return _STRING.sub(lambda match: _SPECIAL.sub(lambda mark: f"\\u{ord(mark[0]):04x}", match[0]), literal)


def harmless(text: str) -> str:
    """HTML without a brace in it."""
    return text.replace("{", "&#123;").replace("}", "&#125;")


@cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("celosia.render"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= ATOMS | {"rows": rows}
    environment.globals["_"] = gettext(lang)
    environment.globals["lang"] = lang
    return environment
