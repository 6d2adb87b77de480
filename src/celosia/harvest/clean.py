"""Foreign words as plain text: no HTML, no template, no Markdown, nothing hidden. What they say stays. Pure."""

import html
import re
import unicodedata

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff]")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>?")
_SCRIPT = re.compile(r"\b(javascript|vbscript|data)\s*:", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#\d|#x[\dA-Fa-f]|[A-Za-z]{2,31};)")
_BRACES = re.compile(r"([{}%#])(?=[{}%#])")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}\s+", re.MULTILINE)
_MARKS = (("](", "] ("), ("][", "] ["), ("![", "! ["), ("**", ""), ("`", "'"), ("~~~", "~ ~ ~"))
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANK = re.compile(r"\n\s*\n\s*")
_ROUNDS = 4


def plain(text: str) -> str:
    """The text without anything that a page or a program could take for more than text.

    >>> plain("<p>Causas&nbsp;de <b>2018</b>:</p> {{ x }} [v](javascript:alert(1))")
    'Causas de 2018: { { x } } [v] (javascript alert(1))'
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    for _ in range(_ROUNDS):
        before, text = text, _TAG.sub(" ", _INLINE.sub("", html.unescape(text)))
        if text == before:
            break
    return _neat(_harmless(text))


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def shortened(text: str, limit: int) -> str:
    """At most so many characters, cut between words.

    >>> shortened("una frase larga", 12)
    'una frase …'
    """
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip()[: limit - 2] + " …"


def is_same(before: str, after: str) -> bool:
    """Whether nothing but white space was changed."""
    return "".join(unicodedata.normalize("NFC", before).split()) == "".join(after.split())


def _harmless(text: str) -> str:
    text = _SCRIPT.sub(r"\1 ", _HIDDEN.sub(" ", text))
    text = _ENTITY.sub("& ", re.sub(r"<(?=[A-Za-z/!?])", "< ", text))
    text = _HEADING.sub("", _BRACES.sub(r"\1 ", text))
    for mark, instead in _MARKS:
        text = text.replace(mark, instead)
    return text


def _neat(text: str) -> str:
    text = _BLANK.sub("\n\n", _SPACES.sub(" ", text))
    return "\n".join(part.strip() for part in text.split("\n")).strip()
