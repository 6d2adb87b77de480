"""What can be proven about a hidden cell from what is published: the arithmetic of families of tables. Pure."""

from celosia.disclosure.family import Equation, Family, Key, Knowledge
from celosia.disclosure.line import Line, System
from celosia.disclosure.rule import counted, counts, is_crossed, is_hidden, is_inexact, population, rows_of, threshold, waived
from celosia.disclosure.sheet import Entry, Sheet, Spot
from celosia.disclosure.tables import PublishedFamily, families, published, systems

__all__ = [
    "Entry",
    "Equation",
    "Family",
    "Key",
    "Knowledge",
    "Line",
    "PublishedFamily",
    "Sheet",
    "Spot",
    "System",
    "counted",
    "counts",
    "families",
    "is_crossed",
    "is_hidden",
    "is_inexact",
    "population",
    "published",
    "rows_of",
    "systems",
    "threshold",
    "waived",
]
