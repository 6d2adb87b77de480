"""What the glossary is told, and the terms to which the texts of all pages lead. Pure."""

from dataclasses import dataclass

from celosia.derive.system import Grounds, grounds, norm_titles
from celosia.model import Catalog, EntryGroup, Term

GLOSSARY = "glossary/"
"""The page of the glossary, which a person writes and the terms follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryPublication:
    """All that the glossary shows below its first sentence."""

    groups: tuple[EntryGroup, ...]
    grounds: Grounds


def glossary(catalog: Catalog) -> GlossaryPublication | None:
    """The terms with what they rest on; none where there are no terms."""
    if not catalog.glossary:
        return None
    said = (entry.meaning for group in catalog.glossary for entry in group.entries)
    return GlossaryPublication(groups=catalog.glossary, grounds=grounds(said, catalog, norm_titles(catalog)))


def terms(catalog: Catalog) -> tuple[Term, ...]:
    """Every term of the glossary."""
    return tuple(entry.term for group in catalog.glossary for entry in group.entries)
