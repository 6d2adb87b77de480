"""The closed vocabularies of the catalogue as messages of gettext: a code in, English words out. Pure."""

from collections.abc import Callable, Mapping

from celosia.locales import N_, format_number, gettext
from celosia.model import LangString
from celosia.vocabularies.unit import UNITS

__all__ = [
    "BREAKING",
    "CHANGES",
    "CONFIDENCES",
    "FREQUENCIES",
    "KINDS",
    "MATCHES",
    "N_",
    "ROLES",
    "STATUSES",
    "THEMES",
    "TYPES",
    "UNITS",
    "both",
    "count",
    "size",
    "word",
]

_KILOBYTE, _MEGABYTE = 1_000, 1_000_000

KINDS: Mapping[str, str] = {
    "statistics": N_("Statistics"),
    "directory": N_("Directory"),
    "register": N_("Register"),
    "linked": N_("Files that stay with their publisher"),
    "national": N_("National"),
    "international": N_("International"),
}

STATUSES: Mapping[str, str] = {
    "in-force": N_("In force"),
    "approved": N_("Approved"),
    "signed": N_("Signed"),
    "in-progress": N_("In progress"),
    "ended": N_("Ended"),
    "unknown": N_("Not known"),
}

CHANGES: Mapping[str, str] = {
    "new-data": N_("New data"),
    "revision": N_("Revision"),
    "correction": N_("Correction"),
    "method-change": N_("Change of method"),
    "withdrawal": N_("Withdrawal"),
}

BREAKING = frozenset({"method-change"})

CONFIDENCES: Mapping[str, str] = {
    "alta": N_("High: an official source, or one that quotes it"),
    "media": N_("Medium: a secondary source"),
    "baja": N_("Low: not confirmed"),
}

ROLES: Mapping[str, str] = {
    "dimension": N_("Classifies"),
    "measure": N_("Figure"),
    "attribute": N_("Explains the row"),
}

TYPES: Mapping[str, str] = {
    "string": N_("text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "date": N_("date"),
    "boolean": N_("yes or no"),
    "year": N_("year"),
}

MATCHES: Mapping[str, str] = {
    "same-name": N_("The same name: it is not the same area"),
    "within": N_("It lies within this territory"),
    "several": N_("Several places of this territory together"),
    "none": N_("It is of no single territory"),
}

FREQUENCIES: Mapping[str, str] = {
    "ANNUAL": N_("Every year"),
    "ANNUAL_2": N_("Twice a year"),
    "ANNUAL_3": N_("Three times a year"),
    "BIENNIAL": N_("Every two years"),
    "TRIENNIAL": N_("Every three years"),
    "QUARTERLY": N_("Every quarter"),
    "BIMONTHLY": N_("Every two months"),
    "MONTHLY": N_("Every month"),
    "WEEKLY": N_("Every week"),
    "DAILY": N_("Every day"),
    "CONT": N_("Continuous"),
    "IRREG": N_("Without a fixed date"),
    "NEVER": N_("Not updated any more"),
    "NOT_PLANNED": N_("No update planned"),
    "UNKNOWN": N_("Not known"),
    "OTHER": N_("Other"),
}

THEMES: Mapping[str, str] = {
    "AGRI": N_("Agriculture, fisheries, forestry and food"),
    "ECON": N_("Economy and finance"),
    "EDUC": N_("Education, culture and sport"),
    "ENER": N_("Energy"),
    "ENVI": N_("Environment"),
    "GOVE": N_("Government and public sector"),
    "HEAL": N_("Health"),
    "INTR": N_("International issues"),
    "JUST": N_("Justice, legal system and public safety"),
    "REGI": N_("Regions and cities"),
    "SOCI": N_("Population and society"),
    "TECH": N_("Science and technology"),
    "TRAN": N_("Transport"),
}


def word(vocabulary: Mapping[str, str], code: str, lang: str) -> str:
    """The word for a code, or the code itself where the vocabulary has none."""
    return gettext(lang)(vocabulary.get(code, code))


def both(message: str, **values: object) -> LangString:
    """A message as a text of the catalogue, for what data says in every language (a chart's title)."""
    return LangString(es=gettext("es")(message).format(**values), en=message.format(**values))


def count(number: int, forms: tuple[str, str], lang: str) -> str:
    """A number with its noun: `forms` are the messages for one and for more, the second with `{n}`."""
    _: Callable[[str], str] = gettext(lang)
    return _(forms[0]) if number == 1 else _(forms[1]).format(n=format_number(number, lang))


def size(octets: int, lang: str) -> str:
    """The size of a file as people say it (1 kB is 1,000 bytes).

    >>> size(1_234_567, "en"), size(450, "es")
    ('1.2 MB', '450 B')
    """
    if octets < _KILOBYTE:
        return f"{octets} B"
    if octets < _MEGABYTE:
        return f"{format_number(round(octets / _KILOBYTE), lang)} kB"
    return f"{format_number(round(octets / _MEGABYTE, 1), lang)} MB"
