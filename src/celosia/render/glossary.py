"""Words of the glossary in the text of a page: the first time that each stands there, it leads to what it means. Pure."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from celosia.derive.glossary import GLOSSARY
from celosia.model import Term
from celosia.render.address import Address
from celosia.render.atoms import say
from celosia.render.views.text import Text

_LINE = re.compile(r"^(?:#{1,6} |\||<|    |\t)")
_FENCE = re.compile(r"^(?:```|~~~)")
_APART = re.compile(r"(!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])|`[^`]*`|<[^>]*>|https?://\S+)")
_WRITTEN = re.compile(rf"{GLOSSARY}index\.(?:md|html)#([\w-]+)")


class Explaining:
    """The terms that a page has still to lead to: each is led to once, where it first stands in prose."""

    def __init__(self, terms: tuple[Term, ...], address: Address) -> None:
        """No term is led to from the glossary itself."""
        known = terms if address.path != GLOSSARY else ()
        self._pattern, self._names = _known(known, address.lang)
        self._left = set(self._names.values())
        self._glossary = address.page(GLOSSARY)

    def tell(self, text: Text) -> Markup:
        """A text of the catalogue as HTML: `say`, with its links."""
        if text.lang or not self._left:
            return say(text)
        return Markup("").join(
            Markup('<a href="{}#{}">{}</a>').format(self._glossary, name, part) if name else escape(part)
            for part, name in self._parts(text.text)
        )

    def markdown(self, body: str) -> str:
        """The Markdown of a page with its links: none in headings, tables, code, links and HTML."""
        if not self._left:
            return body
        self._left -= set(_WRITTEN.findall(body))
        fenced, lines = False, []
        for line in body.split("\n"):
            fenced ^= bool(_FENCE.match(line))
            lines.append(line if fenced or _LINE.match(line) else self._line(line))
        return "\n".join(lines)

    def _line(self, line: str) -> str:
        told = _APART.split(line)
        told[::2] = (
            "".join(f"[{part}]({self._glossary}#{name})" if name else part for part, name in self._parts(text))
            for text in told[::2]
        )
        return "".join(told)

    def _parts(self, text: str) -> list[tuple[str, str]]:
        """The text in parts, each with the term that it leads to, if any."""
        parts, end = [], 0
        for found in self._pattern.finditer(text):
            name = self._names[_folded(found[0])]
            if name in self._left:
                self._left.discard(name)
                parts += [(text[end : found.start()], ""), (found[0], name)]
                end = found.end()
        return [*parts, (text[end:], "")]


@lru_cache(maxsize=16)
def _known(terms: tuple[Term, ...], lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the forms of a language, the longest first, and the term of each."""
    names = {_folded(form): term.id for term in terms for of, form in term.forms if of == lang}
    forms = sorted((form for term in terms for of, form in term.forms if of == lang), key=len, reverse=True)
    pattern = "|".join(_spelled(form) for form in forms)
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])" if forms else r"(?!)"), names


def _spelled(form: str) -> str:
    """A form as it may be written: with a capital at the start of a sentence, across any space; names exactly as they are."""
    words = r"\s+".join(map(re.escape, form.split()))
    return words if form[0].isupper() else f"[{form[0].lower()}{form[0].upper()}]{words[1:]}"


def _folded(form: str) -> str:
    return " ".join(form.split()).lower()
