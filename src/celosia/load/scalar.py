"""The single values that files hold: dates, periods, addresses, names … each with the code of its finding. Pure."""

import re
from datetime import date
from urllib.parse import urlsplit

from celosia.load.shape import Scalar, Text, UnfitError
from celosia.model import PeriodOfTime

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_POPULATION = re.compile(r"[a-z0-9]+(?:[-._]+[a-z0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}")
_KEYWORD = re.compile(r"[\w .-]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LONGEST_NAME = 100
_LONGEST_URL = 2000
_LONGEST_PATTERN = 200


def _matched(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or not pattern.fullmatch(value):
        raise UnfitError
    return value


def _date(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and len(value) == len("2026-01-15"):
        return date.fromisoformat(value)
    raise UnfitError


def _period(value: object) -> PeriodOfTime:
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise UnfitError
    return PeriodOfTime.parse(str(value))


def _url(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_URL or not value.isprintable() or re.search(r'[\s<>"\\]', value):
        raise UnfitError
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise UnfitError
    return value


def _cell(value: object) -> str:
    """Text of a value that a column may hold, however YAML read it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str | int | float | date):
        raise UnfitError
    return str(value)


def _cells(value: object) -> tuple[str, ...]:
    return tuple(_cell(part) for part in (value if isinstance(value, list) else [value]))


def _pattern(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_PATTERN:
        raise UnfitError
    try:
        re.compile(value)
    except re.error as error:
        raise UnfitError from error
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UnfitError
    return value


def _threshold(value: object) -> int | None:
    """A least count that may be shown; `none` for a unit without one."""
    return None if value == "none" else _whole(value)


def _whole(value: object) -> int:
    number = _integer(value)
    if number < 1:
        raise UnfitError
    return number


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        raise UnfitError
    return float(value)


def _figure(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnfitError
    return float(value)


def _limit(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise UnfitError
    return value.isoformat() if isinstance(value, date) else value


def _keys(value: object) -> tuple[str, ...]:
    return tuple(_matched(_FIELD, part) for part in (value if isinstance(value, list) else [value]))


def _limits(value: object) -> tuple[object, ...]:
    if not isinstance(value, list) or not value:
        raise UnfitError
    return tuple(_limit(part) for part in value)


ID = Scalar(read=lambda value: _matched(_ID, value), code="bad-id", blank="")
POPULATION = Scalar(read=lambda value: _matched(_POPULATION, value), code="bad-id", blank="")
FIELD = Scalar(read=lambda value: _matched(_FIELD, value), code="bad-field-name", blank="")
FIELDS = Scalar(read=_keys, code="bad-field-name", blank=())
VERSION = Scalar(read=lambda value: _matched(_VERSION, value), code="bad-version", blank="")
KEYWORD = Scalar(read=lambda value: _matched(_KEYWORD, value), code="bad-keyword", blank="")
EMAIL = Scalar(read=lambda value: _matched(_EMAIL, value), code="bad-email", blank=None)
DATE = Scalar(read=_date, code="bad-date", blank=date.min)
PERIOD = Scalar(read=_period, code="bad-period")
PERIOD_TEXT = Scalar(read=lambda value: _period(value).text, code="bad-period", blank="")
URL = Scalar(read=_url, code="bad-url", blank="")
CELL = Scalar(read=_cell, code="not-a-cell", blank="")
CELLS = Scalar(read=_cells, code="not-a-cell", blank=())
PATTERN = Scalar(read=_pattern, code="bad-pattern")
BOOLEAN = Scalar(read=_boolean, code="not-a-boolean")
INTEGER = Scalar(read=_integer, code="not-an-integer")
THRESHOLD = Scalar(read=_threshold, code="bad-threshold")
WHOLE = Scalar(read=_whole, code="not-a-whole-number", blank=1)
FIGURE = Scalar(read=_figure, code="bad-results", blank=0.0)
SHARE = Scalar(read=_share, code="not-a-share", blank=1.0)
LIMIT = Scalar(read=_limit, code="not-a-limit")
LIMITS = Scalar(read=_limits, code="not-a-list-of-values")
TITLE = Text(most=100)
LINE = Text(most=500)
PROSE = Text()
CODE = Text(most=20)
