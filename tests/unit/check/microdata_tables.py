"""Invented tables for the search for microdata: nobody in them exists."""

from dataclasses import replace

from unit.exporters.catalogs import COUNTS, column, dataset, table

from celosia.check.microdata import microdata
from celosia.model import Code, LangString, Role

ID = column("id", "string", concept="identifier")
PERIOD = column("periodo", "string", role=Role.DIMENSION, concept="time-period")
PERSONS = column("personas", "integer", role=Role.MEASURE, unit="persons")
CALLS = column("llamados", "integer", role=Role.MEASURE, unit="calls")
MAN, WOMAN = "varon", "mujer"


def coded(name, *values, **changes):
    """A dimension with its code list."""
    codes = tuple(Code(value=value, label=LangString(es=f"Etiqueta {value}", en=f"Label {value}")) for value in values)
    return column(name, "string", role=Role.DIMENSION, codes=codes, **changes)


GENDER = coded("genero", MAN, WOMAN)


def counted(columns, rows, *, kind="statistics", unit="persons", **changes):
    """A dataset with one table, of that kind and unit."""
    counts = replace(COUNTS, unit=unit)
    own = table((ID, *columns), [(f"x-{number}", *row) for number, row in enumerate(rows)], primary_key=("id",))
    return dataset(own, kind=kind, counts=counts, **changes)


def beside(name, values, type_="string", **changes):
    """A table that counts by period, with one more column that holds these values."""
    kind, unit = changes.pop("kind", "statistics"), changes.pop("unit", "persons")
    count = column("cantidad", "integer", role=Role.MEASURE, unit=unit)
    more = column(name, type_, **changes)
    rows = [("2020", 100 + number, value) for number, value in enumerate(values)]
    return counted((PERIOD, count, more), rows, kind=kind, unit=unit)


def codes(described):
    """The codes of what is found."""
    return {finding.code for finding in microdata(described)}
