"""The Markdown of a page: what a person would write, with foreign text made harmless. Pure."""

import html
import json
import re
from collections.abc import Mapping

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SPACE = re.compile(r"[ \t\r\n]+")  # not the thin spaces inside numbers, which must not break
_MARKS = re.compile(r"([\\`*_{}\[\]#!|~])")
_NUMBERED = re.compile(r"^(\d+)\.")
_PAGE_LINK = re.compile(r"(\]\((?!\w+:|//)[^()\s]*?)\.md(#[^()\s]*)?(?=[)\s])")


def front_matter(fields: Mapping[str, str]) -> str:
    """The head of a Markdown file: YAML, each value quoted (a JSON string is one of YAML's). Empty ones are left out."""
    lines = (f"{name}: {_quoted(value)}" for name, value in fields.items() if value)
    return "---\n" + "\n".join(lines) + "\n---\n"


def plain(text: str) -> str:
    r"""A text as one paragraph of Markdown that reads exactly so: nothing in it is markup, HTML or a template.

    >>> plain("<b>1. *x*</b> {{ y }}")
    '&lt;b&gt;1. \\*x\\*&lt;/b&gt; &#123;&#123; y &#125;&#125;'
    """
    line = html.escape(_SPACE.sub(" ", _CONTROL.sub("", text)).strip(), quote=False)
    line = _NUMBERED.sub(r"\1&#46;", _MARKS.sub(_entity, line))
    return line if not line or line[0].isalnum() or line[0] in "&\\" else f"&#{ord(line[0])};{line[1:]}"


def page_links(body: str) -> str:
    """Links between written pages point at what they will be: `x/index.md` at `x/index.html`.

    MkDocs would do it too, but only where it sees all pages, and we may show it just those that changed.

    >>> page_links("[métodos](../methods/index.md#series)")
    '[métodos](../methods/index.html#series)'
    """
    return _PAGE_LINK.sub(r"\1.html\2", body)


def _entity(match: re.Match[str]) -> str:
    mark = match[1]
    return f"&#{ord(mark)};" if mark in "{}|~" else f"\\{mark}"


def _quoted(text: str) -> str:
    return json.dumps(_CONTROL.sub("", text), ensure_ascii=False)
