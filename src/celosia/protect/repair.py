"""From a pattern that lacks something to one that lacks nothing, and from there to one without a cell too many."""

from collections.abc import Callable

from celosia.protect.evidence import Evidence


def repaired(evidence: Evidence, hidden: frozenset[int]) -> frozenset[int]:
    """A valid pattern that holds this one: what each unmet target needs at least cost is hidden too."""
    while True:
        added = evidence.additions(hidden)
        if not added:
            return hidden
        hidden |= added


def trimmed(evidence: Evidence, hidden: frozenset[int], left: Callable[[], float]) -> frozenset[int]:
    """A valid pattern without the complements that it can do without, the dearest first, as far as the seconds `left` go."""
    system = evidence.system
    spare = sorted(hidden - system.firm, key=lambda variable: (-int(system.cost[variable]), variable))
    for variable in spare:
        if left() > 0 and evidence.is_valid(hidden - {variable}):
            hidden -= {variable}
    return hidden
