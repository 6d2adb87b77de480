"""Numbers as people write them, in either language, with every way to read them. Pure."""

import re
from dataclasses import dataclass

_GAP = re.compile("(?<=\\d)[\u00a0\u202f\u2009](?=\\d{3}(?!\\d))")
_PLAIN_GAP = re.compile(r"(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d])")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)(?:\s?%)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: what it may mean («1.200» is 1200, or 1.2), its decimals, and where it stands."""

    values: tuple[float, ...]
    decimals: int
    is_percentage: bool
    start: int
    end: int


def joined(text: str) -> str:
    """The text with its thousands together: «1 229» is one number.

    >>> joined("1 229 y 1\u202f307")
    '1229 y 1307'
    """
    text = _GAP.sub("", text) if not text.isascii() else text
    return _PLAIN_GAP.sub(lambda match: match[0].replace(" ", ""), text) if " " in text else text


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a joined text.

    >>> [one.values for one in numbers("de 1.229 a 12,5 %")]
    [(1229.0, 1.229), (12.5,)]
    """
    return tuple(_number(match) for match in _NUMBER.finditer(text))


def _number(match: re.Match[str]) -> Number:
    written = match[0].rstrip("% \u202f\u00a0")
    decimals = len(re.split(r"[.,]", written)[-1]) if re.search(r"[.,]", written) else 0
    grouped = _GROUPED.fullmatch(written) is not None
    readings = [written.replace(".", "").replace(",", "")] if grouped or decimals == 0 else []
    if re.fullmatch(r"\d+[.,]\d+", written):
        readings.append(written.replace(",", "."))
    return Number(
        values=tuple(float(reading) for reading in readings),
        decimals=decimals,
        is_percentage="%" in match[0],
        start=match.start(),
        end=match.end(),
    )
