"""A second opinion: what the auditing of G-Confid, which nobody here has written, says of some of our publications."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice

from benchmarks.disclosure.attack_model import open_knowledge
from benchmarks.disclosure.g_confid import audit, given_away
from benchmarks.disclosure.instance import KINDS, Instance, instances
from benchmarks.disclosure.publication import publish

_SHARE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What was said, and what of it should not have been."""

    words: str
    faults: tuple[str, ...] = ()


def ask() -> Opinion:
    """Intervals of an eighth of the publications, by linear programs, under the last model that its attackers have."""
    if find_spec("gconfid") is None:
        return Opinion(words="G-Confid is not installed (pip install '.[peers]'): no second opinion")
    families = cells = 0
    faults = []
    for instance in _sample():
        publication = publish(instance)
        if publication.refused:
            continue
        stage = publication.stages[-1]
        _, known = list(open_knowledge(instance, stage))[-1]
        found = audit(known, stage.values)
        families, cells = families + 1, cells + len(found)
        if wrong := given_away(found, instance.k):
            faults.append(f"G-Confid finds {wrong} cells in {instance.kind}, {instance.name}")
    words = f"G-Confid's auditing of {families} families, {cells} hidden cells: {len(faults)} families give a cell away"
    return Opinion(words=words, faults=tuple(faults))


def _sample() -> Iterator[Instance]:
    return (instance for kind in KINDS for instance in islice(instances(kind), kind.count // _SHARE))
