"""What an attacker can prove of the hidden cells, from all tables and all releases together (rules R6 to R8 and R11). Pure.

It believes nobody: neither that a pattern is good because `celosia protect` made it, nor that a cell is safe because the solver
did not say otherwise. What is not proven safe is an error.
"""

from collections.abc import Iterable, Iterator

from celosia.check.kin import Kin
from celosia.check.place import spot
from celosia.disclosure.exposure import Exposure
from celosia.disclosure.line import System
from celosia.disclosure.sheet import Spot
from celosia.disclosure.tables import PublishedFamily, published, systems
from celosia.model import Finding

_CODES = {
    "exact": "audit-exact",
    "under-threshold": "audit-small",
    "insider": "audit-insider",
    "thin-line": "audit-thin-line",
    "inconsistent": "audit-inconsistent",
    "unproven": "audit-unproven",
}
_MOST_LINES = 6


def audits(kin: Kin) -> Iterator[Finding]:
    """What is hidden in one place is in view nowhere and can be found out from nothing; no revision is itself a small count."""
    for of_population in systems(kin.datasets, kin.releases, kin.frozen):
        yield from contradictions(of_population)
        family = published(of_population)
        if family.knowledge.hidden:
            yield from audit(family)


def audit(family: PublishedFamily) -> tuple[Finding, ...]:
    """Each cell that is not proven safe, where it stands, and the lines that give it away."""
    from celosia.disclosure.attack import attack  # noqa: PLC0415 - the solver costs 0.3 s, and most builds prove nothing new

    exposures = attack(family.knowledge, family.k, insider=family.insider)
    return tuple(finding for exposure in exposures for finding in _findings(family, exposure))


def contradictions(of_population: System) -> Iterator[Finding]:
    """What is hidden in one place and in view in another, and revisions that are small counts."""
    yield from _shown_elsewhere(of_population)
    yield from _revised(of_population)


def _shown_elsewhere(of_population: System) -> Iterator[Finding]:
    for found in of_population.cells:
        if found.value is not None:
            for hidden in _of_today(found.hidden):
                yield Finding(code="hidden-cell-shown", where=spot(hidden), details=(("other", _name(found.shown[0])),))


def _revised(of_population: System) -> Iterator[Finding]:
    """Rule: |new − old| from 1 to k−1 is a count of people too."""
    today = {found.key: found for found in of_population.cells if _of_today(found.shown)}
    for earlier in of_population.cells:
        now = today.get(earlier.key)
        if now is None or now is earlier or now.k is None or None in {now.value, earlier.value} or _of_today(earlier.shown):
            continue
        if 0 < abs((now.value or 0) - (earlier.value or 0)) < now.k:
            details = (("other", _name(earlier.shown[0])), ("k", str(now.k)))
            yield Finding(code="small-revision", where=spot(_of_today(now.shown)[0]), details=details)


def _findings(family: PublishedFamily, exposure: Exposure) -> Iterator[Finding]:
    equations = family.knowledge.family.equations
    lines = [equations[number].line for number in exposure.equations]
    told = "; ".join(dict.fromkeys(lines[:_MOST_LINES])) + ("; …" if len(lines) > _MOST_LINES else "")
    for place in family.spots[exposure.cell][:1] or _nearest(family, exposure):
        details = (
            ("cell", family.words[exposure.cell]),
            ("equations", told or place.path),
            ("k", str(family.k or "")),
            ("insider", str(family.insider)),
        )
        yield Finding(code=_CODES[exposure.verdict], where=spot(place), details=details)


def _nearest(family: PublishedFamily, exposure: Exposure) -> Iterable[Spot]:
    """Where a cell that nobody published can be proven: a published one of its lines, or else any."""
    equations = [family.knowledge.family.equations[number] for number in exposure.equations]
    cells = [cell for equation in equations for cell in (equation.total, *equation.parts)]
    return next((family.spots[cell][:1] for cell in [*cells, *range(len(family.spots))] if family.spots[cell]), ())


def _of_today(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(found for found in spots if found.release is None)


def _name(found: Spot) -> str:
    return found.path if found.release is None else f"{found.path} (release {found.release})"
