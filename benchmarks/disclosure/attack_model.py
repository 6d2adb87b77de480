"""What an attacker may know: the six models against which every publication is judged.

(i) counts are not negative; (ii) a zero is never hidden, where the rules say so; (iii) what the legend says; (iv) an insider
knows one hidden cell; (v) all earlier releases; (vi) structural zeros and totals said elsewhere.
"""

from collections.abc import Iterator
from typing import Literal

from benchmarks.disclosure.instance import Instance
from benchmarks.disclosure.publication import Stage
from celosia.disclosure.family import Knowledge

Model = Literal["i", "ii", "iii", "iv", "v", "vi"]
MODELS: tuple[Model, ...] = ("i", "ii", "iii", "iv", "v", "vi")


def open_knowledge(instance: Instance, stage: Stage) -> Iterator[tuple[Model, Knowledge]]:
    """What somebody from outside knows under each model, the strongest last; an insider knows one hidden cell on top of it.

    The union of the releases (v) is the family itself. Structural zeros (vi) are zeros that everybody sees. A legend (iii) that
    tells k, and that not all hidden cells are small, bounds none of them; where zeros are always shown it says (ii).
    """
    seen = stage.shown
    yield "i", knowledge(stage, seen, 0)
    if instance.zeros == "shown":
        yield "ii", knowledge(stage, seen, 1)
        yield "iii", knowledge(stage, seen, 1)
    if instance.releases > 1:
        yield "v", knowledge(stage, seen, 0)
    if instance.impossible or instance.known:
        yield "vi", knowledge(stage, seen, 0)


def knowledge(stage: Stage, seen: tuple[int | None, ...], least: int) -> Knowledge:
    """What somebody knows who has `seen` some cells and knows the others to be `least` at the least."""
    return Knowledge(
        family=stage.family,
        values=seen,
        lower=tuple(least if value is None else 0 for value in seen),
        upper=(None,) * len(seen),
    )
