"""Numbers, dates and periods as they are read in each language."""

from datetime import date

import pytest

from celosia.locales import format_date, format_number, format_period


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [
        (0, "0", "0"),
        (1187, "1\u202f187", "1,187"),
        (12.5, "12,5", "12.5"),
        (1234567.25, "1\u202f234\u202f567,25", "1,234,567.25"),
        (3.0, "3", "3"),
    ],
)
def test_a_number(value: float, es: str, en: str) -> None:
    assert (format_number(value, "es"), format_number(value, "en")) == (es, en)


@pytest.mark.parametrize(
    ("text", "es", "en"),
    [
        ("2019", "2019", "2019"),
        ("2009/2014", "2009–2014", "2009–2014"),
        ("2023-01/2023-10", "ene–oct 2023", "Jan–Oct 2023"),
        ("2014-01", "ene 2014", "Jan 2014"),
        ("2008-04/2014-05", "abr 2008 – may 2014", "Apr 2008 – May 2014"),
        ("2020-03-20/2020-08-31", "20 mar 2020 – 31 ago 2020", "20 Mar 2020 – 31 Aug 2020"),
        ("2020/2023-10", "2020 – oct 2023", "2020 – Oct 2023"),
        ("2018-05-08", "8 may 2018", "8 May 2018"),
    ],
)
def test_a_period(text: str, es: str, en: str) -> None:
    assert (format_period(text, "es"), format_period(text, "en")) == (es, en)


def test_a_day() -> None:
    assert format_date(date(2026, 11, 21), "es") == "21 de noviembre de 2026"
    assert format_date(date(2026, 11, 21), "en") == "November 21, 2026"
