"""Documents of persons by their numbers: CUIL, CUIT, DNI, CUI, RUC, CBU, passports. Pure; the only importer of python-stdnum.

Judged by the share of a column's cells, not by single hits: 1 in 11 numbers of eleven digits has a right check digit by luck.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from stdnum.ar import cbu, cuit, dni
from stdnum.pe import cui, ruc

from celosia.check.seen import FEWEST, SHARE, Seen, Sighting
from celosia.check.trace import is_day
from celosia.model import Role

_MOSTLY = 0.5
_FEWEST_BARE = 5

_CUIL = re.compile(r"(?<![\d-])(?:20|23|24|27)[- ]?\d{2}\.?\d{3}\.?\d{3}[- ]?\d(?![\d-])")
_RUC = re.compile(r"(?<!\d)1[0567]\d{9}(?!\d)")
_CBU = re.compile(r"(?<!\d)\d{8}[- ]?\d{14}(?!\d)")
_LONG = re.compile(r"\d[\d .-]{9}")
_DNI = re.compile(r"\d{1,2}\.?\d{3}\.?\d{3}")
_CUI = re.compile(r"\d{8}[- ]?[\dA-Ka-k]")
_PASSPORT = re.compile(r"[A-Z]{1,3}[- ]?\d{6,8}")

_ELSEWHERE = frozenset({"url", "telephone"})
_NOT_DOCUMENTS = frozenset({"time-period", "ref-area"})
_NOT_NUMBERS = frozenset({"date", "year", "boolean"})

Find = Callable[[Seen], int | None]


def documents(seen: Seen, *, directory: bool) -> Iterator[Sighting]:
    """At most one kind for a column: the surest. A directory may give an institution's account and numbers to call."""
    column = seen.column
    if column.concept in _ELSEWHERE or column.type in _NOT_NUMBERS:
        return
    if any(_LONG.search(text) for _, text in seen.cells):
        for kind, find in _CHECKED.items():
            row = None if directory and kind == "CBU" else find(seen)
            if row is not None:
                yield "identity-number", row, kind
                return
    reached = directory and "contact" in seen.kinds
    if not (seen.is_bound or reached or column.role is Role.MEASURE or column.concept in _NOT_DOCUMENTS):
        for kind, find in _UNCHECKED.items():
            row = find(seen) if seen.is_near_unique else None
            if row is not None and seen.mostly(is_day) is None:
                yield "identity-number", row, kind
                return


def _checked(pattern: re.Pattern[str], is_valid: Callable[[str], bool], *, sure: bool = False) -> Find:
    """One written out, or in a sentence, is enough; bare digits may be luck, so they must be many or hardly repeated."""

    def find(seen: Seen) -> int | None:
        bare = []
        for row, text in seen.cells:
            if any(is_valid(match[0]) for match in pattern.finditer(text)):
                if sure or not (text.isdecimal() or seen.column.role is Role.MEASURE):
                    return row
                bare.append(row)
        told = len(bare) >= SHARE * len(seen.cells) or (seen.is_near_unique and not seen.is_bound)
        return bare[0] if told and len(bare) >= FEWEST else None

    return find


_CHECKED: Mapping[str, Find] = {
    "CUIT/CUIL": _checked(_CUIL, cuit.is_valid),
    "CBU": _checked(_CBU, cbu.is_valid, sure=True),
    "RUC": _checked(_RUC, ruc.is_valid),
}
"""Numbers with check digits. Of CUIT and RUC only those of natural persons: an institution's finds nobody."""


def _dni(seen: Seen) -> int | None:
    """No check digit: half of the column, and a column of some length."""
    if len(seen.cells) < _FEWEST_BARE:
        return None
    return seen.mostly(lambda text: _DNI.fullmatch(text) and dni.is_valid(text), _MOSTLY)


def _cui(seen: Seen) -> int | None:
    return seen.mostly(lambda text: _CUI.fullmatch(text) and cui.is_valid(text))


def _passport(seen: Seen) -> int | None:
    return seen.mostly(_PASSPORT.fullmatch)


_UNCHECKED: Mapping[str, Find] = {"DNI": _dni, "CUI": _cui, "pasaporte/passport": _passport}
"""Numbers that many things look like: only in a column with hardly a repetition, which is of no list and measures nothing."""
