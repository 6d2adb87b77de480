"""The last gate: what would be published, in the hands of an attacker who shares no code with the search for patterns. Pure."""

from celosia.disclosure import Knowledge
from celosia.disclosure.attack import attack
from celosia.disclosure.exposure import Exposure
from celosia.protect.case import Case


def exposures(case: Case, hidden: frozenset[int]) -> tuple[Exposure, ...]:
    """What the attacker finds. Nothing is the only answer that opens the gate."""
    known = knowledge(case, hidden)
    return attack(known, case.k, insider=case.policy.insider, truth=case.confidential.values, budget=case.budget)


def knowledge(case: Case, hidden: frozenset[int]) -> Knowledge:
    """What everybody knows once all but `hidden` is published; margins that no table shows are known to nobody."""
    confidential = case.confidential
    unknown = (hidden | case.unseen) - confidential.impossible
    least = 1 if case.policy.zeros == "shown" else 0
    return Knowledge(
        family=confidential.family,
        values=tuple(None if cell in unknown else value for cell, value in enumerate(confidential.values)),
        lower=tuple(least if cell in hidden else 0 for cell in range(len(confidential.values))),
        upper=(None,) * len(confidential.values),
        latent=case.unseen,
    )
