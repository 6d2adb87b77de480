"""The last gate: the finished site, read as a whole, before anybody can see it. Findings out.

`seal` looks at what pages refer to; `scan_site` (and its parts, `scan` and `scan_page`) at what every file tells of persons.
"""

from collections.abc import Mapping

from celosia.model import Report
from celosia.seal.facts import Facts, facts_of
from celosia.seal.leaks import Published, scan, scan_page
from celosia.seal.links import check_references
from celosia.seal.permanence import Standing, addresses, aliases, check_promises, notices
from celosia.seal.site import Divided, Folder, divide, listings, scan_site, told_everywhere, withdrawn_hashes
from celosia.seal.told import Told

__all__ = [
    "Divided",
    "Facts",
    "Folder",
    "Published",
    "Standing",
    "Told",
    "addresses",
    "aliases",
    "check_promises",
    "divide",
    "facts_of",
    "listings",
    "notices",
    "scan",
    "scan_page",
    "scan_site",
    "seal",
    "told_everywhere",
    "withdrawn_hashes",
]


def seal(pages: Mapping[str, Facts], paths: frozenset[str], base: str) -> Report:
    """Everything that must hold of the whole site, and cannot be known of one page."""
    return Report.of(check_references(pages, paths, base))
