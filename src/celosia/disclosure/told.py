"""Totals in sentences: «en 2020 fueron 96 personas» tells one, whether or not a table has it (attack model vi). Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from celosia.disclosure.sheet import Entry, Sheet, Spot
from celosia.model import Dataset, LangString, Role

PEOPLE = (
    r"v[ií]ctimas?|personas?|mujer(?:es)?|var[oó]n(?:es)?|hombres?|ni[nñ][oa]s?|adolescentes?|menores|j[oó]venes|detenid[oa]s|"
    r"condenad[oa]s|migrantes?|familias?|hogares|victims?|persons?|people|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|minors?|"
    r"teenagers?|detainees?|migrants?|famil(?:y|ies)|households?"
)
"""Words for who is counted, in both languages."""

_EVERYBODY = r"v[ií]ctimas?|personas?|hogares|victims?|persons?|people|households?"
_SENTENCE = re.compile(r"[.;:](?:\s|$)|\n")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")
_TOTAL = re.compile(
    rf"(?<![\w.,:/+–-])(\d{{1,3}}(?:[. \u00a0\u2009\u202f,]\d{{3}})+|\d+)[ \u00a0\u2009\u202f](?:{_EVERYBODY})\b",
    re.IGNORECASE,
)
_NOT_PROSE = frozenset({"rows", "body", "waivers", "policy", "columns", "reviewed", "record_level"})


def prose(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text that people read in a dataset's descriptor, in both languages, with the way to it (lists from 1)."""
    if isinstance(value, LangString):
        yield from ((way, text) for text in (value.es, value.en) if text)
    elif isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            yield from prose(part, (*way, number))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_PROSE:
                yield from prose(getattr(value, field.name), (*way, field.name))


def told_totals(dataset: Dataset, like: Sheet) -> Sheet | None:
    """The totals of years that sentences of a dataset tell and none of its tables does, as a table of their own.

    A sentence with one year and one count of people is read, no other; where two sentences disagree neither is.
    """
    if like.time is None:
        return None
    known = {
        value for table in dataset.tables for column in table.with_role(Role.MEASURE) for value in table.values(column.name)
    }
    found: dict[str, set[int]] = {}
    for _, text in prose(dataset):
        for sentence in _SENTENCE.split(text):
            years, counts = set(_YEAR.findall(sentence)), _TOTAL.findall(sentence)
            if len(years) == len(counts) == 1:
                found.setdefault(years.pop(), set()).add(int(re.sub(r"\D", "", counts[0])))
    path = f"datasets/{dataset.id}/datapackage.yaml"
    entries = tuple(
        Entry(key=((like.time, year),), spot=Spot(path=path, table="", row=-1, column=year), value=value)
        for year, values in sorted(found.items())
        if len(values) == 1 and not values & known
        for value in values
    )
    return Sheet(name=path, population=like.population, unit=like.unit, k=like.k, entries=entries, time=like.time)
