"""The last gate: the finished site, read as a whole, before anybody can see it. Findings out."""

from collections.abc import Mapping

from celosia.model import Report
from celosia.seal.facts import Facts, facts_of
from celosia.seal.links import check_references

__all__ = ["Facts", "facts_of", "seal"]


def seal(pages: Mapping[str, Facts], paths: frozenset[str], base: str) -> Report:
    """Everything that must hold of the whole site, and cannot be known of one page."""
    return Report.of(check_references(pages, paths, base))
