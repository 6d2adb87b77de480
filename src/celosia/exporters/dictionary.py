"""The data dictionary of a table: each column and each code, in both languages. Pure."""

from celosia.locales import gettext
from celosia.model import LANGUAGES, Code, Column, LangString, Table
from celosia.vocabularies.status import about_codes


def dictionary(table: Table) -> tuple[tuple[str, ...], ...]:
    """A heading, then a row for each column, each followed by a row for each of its codes."""
    rows = [_heading()]
    for column in table.columns:
        rows += [_described(column), *(_coded(column, code) for code in column.codes)]
    return tuple(rows)


def both(message: str) -> str:
    """A word of the interface in both languages, where there is room for one heading only."""
    spanish, english = (gettext(lang)(message) for lang in LANGUAGES)
    return spanish if spanish == english else f"{spanish} / {english}"


def _heading() -> tuple[str, ...]:
    texts = (both(message) for message in ("Column", "Code", "Type", "Unit"))
    titles = (f"{gettext(lang)('Title')} ({lang})" for lang in LANGUAGES)
    descriptions = (f"{gettext(lang)('Description')} ({lang})" for lang in LANGUAGES)
    return (*texts, *titles, *descriptions)


def _described(column: Column) -> tuple[str, ...]:
    unit = both(column.unit) if column.unit else ""
    return (column.name, "", column.type, unit, *_pair(column.title), *_pair(column.description or about_codes(column)))


def _coded(column: Column, code: Code) -> tuple[str, ...]:
    return (column.name, code.value, "", "", *_pair(code.label), "", "")


def _pair(text: LangString | None) -> tuple[str, str]:
    return (text.es, text.en or "") if text else ("", "")
