"""What leads to a person without being a document: a mailbox, a name, a day, a point on the map, a record's number. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from celosia.check.lexicon import mailbox, names_person
from celosia.check.seen import FEWEST, SHARE, Seen, Sighting
from celosia.model import Role

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_DAY = re.compile(
    r"(?P<start>(?:19|20)\d\d-\d\d-\d\d)(?:/(?P=start)|[T ][\d:.+Z-]+)?"
    r"|[0-3]?\d[/.-][01]?\d[/.-](?:19|20)?\d\d(?: [\d:]+)?|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
)
_POINT = re.compile(r"[^\d-]*+-?\d{1,3}+[.,]\d{4,}+[°º NSO]*[,; ]\s*+-?\d{1,3}+[.,]\d{4,}+\D*")
_DECIMALS = re.compile(r"-?1?\d{1,2}\.\d{4,}")
_DEGREES = frozenset({"°", "º", "grados", "degrees", "deg", "graus"})
_HALF_TURN = 180
_NUMBERED = frozenset({"integer", "string"})
_SEQUENCE = 10
_YEARS = range(1900, 2101)
_NOT_NUMBERED = frozenset({"time-period", "ref-area", "url", "telephone"})


def traces(seen: Seen, *, directory: bool) -> Iterator[Sighting]:
    """What the cells of a column show, in a table of any kind."""
    if seen.column.type == "string":
        yield from _mails(seen, directory=directory)
        row = seen.mostly(names_person)
        if row is not None:
            yield "personal-names", row, ""
    if not directory and not seen.is_bound:
        row = _point(seen)
        if row is not None:
            yield "fine-coordinates", row, ""


def traces_of_records(seen: Seen) -> Iterator[Sighting]:
    """What shows that the rows of a table about people are persons, cases or reports one by one."""
    if seen.is_bound or seen.column.role is Role.MEASURE:
        return
    day = seen.mostly(is_day)
    if day is not None:
        yield "full-date", day, ""
    elif not seen.own_id:
        row = seen.mostly(_UUID.fullmatch)
        if row is not None or _is_sequence(seen):
            yield "record-identifier", seen.cells[0][0] if row is None else row, ""


def is_day(text: str) -> bool:
    """Whether a text is one day, in any of the ways that people write it.

    >>> is_day("2024-03-05"), is_day("5/3/2024"), is_day("2024-03-05/2024-03-05")
    (True, True, True)
    >>> is_day("2024-03"), is_day("2024-03-05/2024-04-05")
    (False, False)
    """
    return _DAY.fullmatch(text) is not None


def _mails(seen: Seen, *, directory: bool) -> Iterator[Sighting]:
    """One is enough; of an institution's, which anybody may write to, a share of the column. An address of a page is none."""
    written = ((row, text) for row, text in seen.cells if "@" in text and "://" not in text)
    found = [(row, mailbox(match[1])) for row, text in written for match in _MAIL.finditer(text)]
    if directory:
        yield from (("personal-mailbox", row, "") for row, whose in found if whose == "personal")
        return
    row = next((row for row, whose in found if whose != "official"), None)
    if row is not None:
        yield "email-address", row, ""
    elif len(found) >= max(FEWEST, SHARE * len(seen.cells)):
        yield "email-address", found[0][0], ""


def _point(seen: Seen) -> int | None:
    """Pairs of coordinates, or degrees with four decimals or more: some ten metres."""
    column = seen.column
    if column.role is Role.MEASURE and (column.unit or "").lower() not in _DEGREES:
        return None
    if column.type == "string":
        pair = seen.mostly(_POINT.fullmatch)
        if pair is not None:
            return pair
    return seen.mostly(lambda text: _DECIMALS.fullmatch(text) and abs(float(text)) <= _HALF_TURN)


def _is_sequence(seen: Seen) -> bool:
    """Whether the cells number the rows one after the other; years do not."""
    column = seen.column
    if column.type not in _NUMBERED or column.concept in _NOT_NUMBERED or len(seen.cells) < _SEQUENCE:
        return False
    if not all(text.isdecimal() for _, text in seen.cells):
        return False
    numbers = [int(text) for _, text in seen.cells]
    return numbers[0] not in _YEARS and all(after == before + 1 for before, after in pairwise(numbers))
