"""What can be proven about a hidden cell from what is published: the arithmetic of families of tables. Pure."""

from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure, Verdict
from celosia.disclosure.family import Equation, Family, Key, Knowledge
from celosia.disclosure.line import Line, System
from celosia.disclosure.proof import Proof, prove
from celosia.disclosure.rule import counted, counts, is_crossed, is_hidden, is_inexact, population, rows_of, threshold, waived
from celosia.disclosure.sheet import Entry, Sheet, Spot
from celosia.disclosure.tables import PublishedFamily, families, published, systems

__all__ = [
    "Entry",
    "Equation",
    "Exposure",
    "Family",
    "Key",
    "Knowledge",
    "Line",
    "Proof",
    "PublishedFamily",
    "Sheet",
    "Spot",
    "System",
    "Verdict",
    "attack",
    "counted",
    "counts",
    "families",
    "is_crossed",
    "is_hidden",
    "is_inexact",
    "population",
    "prove",
    "published",
    "rows_of",
    "systems",
    "threshold",
    "waived",
]
