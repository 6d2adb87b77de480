"""Synthetic families of counts, stated as one would on paper."""

from collections.abc import Mapping

from celosia.disclosure import Equation, Family, Knowledge


def stated(
    *lines: str,
    shown: Mapping[str, int],
    lower: int = 0,
    upper: Mapping[str, int] | None = None,
    latent: str = "",
) -> Knowledge:
    """What is known of cells that lines like `total = a + b` tie: the values that are `shown`, and bounds on the others.

    Cells stand in the order of their names.
    """
    sums = [line.replace("+", " ").split("=") for line in lines]
    names = sorted({name for left, right in sums for name in (left.strip(), *right.split())} | shown.keys())
    place = {name: position for position, name in enumerate(names)}
    equations = [
        Equation(total=place[left.strip()], parts=tuple(place[name] for name in right.split()), line=line)
        for line, (left, right) in zip(lines, sums, strict=True)
    ]
    keys = tuple((("cell", name),) for name in names)
    return Knowledge(
        family=Family(unit="persons", population="synthetic", keys=keys, equations=tuple(equations)),
        values=tuple(shown.get(name) for name in names),
        lower=(lower,) * len(names),
        upper=tuple((upper or {}).get(name) for name in names),
        latent=frozenset(place[name] for name in latent.split()),
    )


def cell(knowledge: Knowledge, name: str) -> int:
    """The position of a cell."""
    return knowledge.family.keys.index((("cell", name),))
