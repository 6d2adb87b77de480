"""The words, numbers and dates of the interface, in each language. Reads only the package's own catalogues."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date as babel_date
from babel.messages.pofile import read_po

from celosia.model import PeriodOfTime

_YEAR, _YEAR_MONTH = len("2026"), len("2026-11")
_THIN_SPACE = "\u202f"
_MARKS = {"es": (_THIN_SPACE, ","), "en": (",", ".")}
_MONTHS = {
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for translation where it is written; it is translated where it is shown."""
    return message


def gettext(lang: str) -> Callable[[str], str]:
    """The translator of a language: English words in, that language's words out (English itself where unknown)."""
    words = _catalog(lang)
    return lambda message: words.get(message) or message


def format_number(value: float, lang: str) -> str:
    """A number as it is read in that language: 1 187,5 in Spanish (U+202F), 1,187.5 in English.

    >>> format_number(1187, "en"), format_number(12.5, "es")
    ('1,187', '12,5')
    """
    thousands, decimal = _MARKS[lang]
    whole, _, fraction = f"{value:,}".partition(".")
    if fraction in ("", "0"):
        return whole.replace(",", thousands)
    return whole.replace(",", thousands) + decimal + fraction


@lru_cache(maxsize=4096)
def format_date(day: date, lang: str) -> str:
    """A day in words: 21 de noviembre de 2026, November 21, 2026."""
    return babel_date(day, format="long", locale=lang)


@lru_cache(maxsize=4096)
def format_country(code: str, lang: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2), or its code where it is none.

    >>> format_country("BR", "es"), format_country("XX-1", "es")
    ('Brasil', 'XX-1')
    """
    return str(Locale(lang).territories.get(code, code))


def format_period(text: str, lang: str, *, short: bool = False) -> str:
    """A period in words; `short` leaves the year out of a part of one year (for the labels of a yearly axis).

    >>> format_period("2023-01/2023-10", "es"), format_period("2023-01/2023-10", "en", short=True)
    ('ene–oct 2023', 'Jan–Oct')
    """
    period = PeriodOfTime.parse(text)
    first, _, last = text.partition("/")
    last = last or first
    if len(first) == len(last) == _YEAR:
        return first if first == last else f"{first}–{last}"
    if period.year and len(first) == len(last) == _YEAR_MONTH:
        months = _month(first, lang) if first == last else f"{_month(first, lang)}–{_month(last, lang)}"
        return months if short else f"{months} {period.year}"
    ends = (_instant(first, lang), _instant(last, lang))
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} – {ends[1]}"


def _month(text: str, lang: str) -> str:
    return _MONTHS[lang][int(text[5:7]) - 1]


def _instant(text: str, lang: str) -> str:
    parts = text.split("-")
    month = [_month(text, lang)] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []  # noqa: PLR2004 - year, month, day
    return " ".join(day + month + [parts[0]])


@cache
def _catalog(lang: str) -> Mapping[str, str]:
    path = files("celosia.locales").joinpath(f"{lang}.po")
    if not path.is_file():
        return {}
    messages = read_po(BytesIO(path.read_bytes()))
    return {str(message.id): str(message.string) for message in messages if message.id and message.string}
