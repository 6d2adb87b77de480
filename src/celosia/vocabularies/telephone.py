"""Telephone numbers as a `tel:` link dials them (RFC 3966). Pure.

A number of a place gets its country's code (E.164), so that it can be dialled from anywhere. A short number and a toll-free
one exist in their country only: they stay as they are. So does what the plan of its country does not explain.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from celosia.model import HelpLine

_WRITTEN = re.compile(r"\+?[\d\s().-]{2,24}")
_NOT_DIALLED = re.compile(r"[^\d+]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A country's numbering: its code, the lengths of its numbers without the 0 before them, and what works only within it."""

    code: str
    lengths: tuple[int, ...]
    inner: re.Pattern[str]


_PLANS: Mapping[str, _Plan] = {
    "AR": _Plan(code="54", lengths=(10,), inner=re.compile(r"0?(?:600|800|810|822)\d{7}")),
    "PE": _Plan(code="51", lengths=(8, 9), inner=re.compile(r"0?80[01]\d{5}")),
}


def dialled(written: str, country: str) -> str | None:
    """What a telephone dials for a number as somebody wrote it; nothing where it is no number.

    >>> dialled("(0387) 4225227", "AR"), dialled("145", "AR"), dialled("0800 222 3425", "AR"), dialled("(01) 311-0300", "PE")
    ('+543874225227', '145', '08002223425', '+5113110300')
    >>> dialled("0800-00-205", "PE"), dialled("+54 9 387 000-0000", "PE"), dialled("4225227", "AR"), dialled("ask for it", "AR")
    ('080000205', '+5493870000000', '4225227', None)
    """
    if not _WRITTEN.fullmatch(written):
        return None
    digits = _NOT_DIALLED.sub("", written)
    plan = _PLANS.get(country)
    own = digits.removeprefix("0")
    if plan is None or digits.startswith("+") or len(own) not in plan.lengths or plan.inner.fullmatch(digits):
        return digits
    return f"+{plan.code}{own}"


def dialled_line(line: HelpLine) -> str:
    """What a telephone dials for a help line; where there are words beside it, all of it."""
    return dialled(line.number, line.country) or line.number.replace(" ", "")


def is_of_a_place(written: str) -> bool:
    """Whether a number is of a telephone that stands somewhere: neither short nor toll-free.

    >>> [is_of_a_place(number) for number in ("(0387) 4225227", "084 234567", "145", "0800 222 3425", "0800-00-205", "002")]
    [True, True, False, False, False, False]
    """
    digits = _NOT_DIALLED.sub("", written)
    return len(digits) >= _PLACED and not any(plan.inner.fullmatch(digits) for plan in _PLANS.values())


_PLACED = 6
"""The least digits of a number that is no short one."""
