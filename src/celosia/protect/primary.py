"""Which cells would point at somebody by themselves: small counts (rule R2) and lines all in one category (R4). Pure."""

from collections.abc import Iterator

from celosia.model.plan import Plan
from celosia.protect.confidential import ConfidentialFamily


def primaries(confidential: ConfidentialFamily, plan: Plan, k: int) -> frozenset[int]:
    """The positions of cells that must be hidden, margins that no table shows included."""
    small = (cell for cell, value in enumerate(confidential.values) if 0 < value < k)
    return frozenset((*small, *_alone(confidential, plan))) - confidential.impossible


def _alone(confidential: ConfidentialFamily, plan: Plan) -> Iterator[int]:
    """Cells of a sensitive dimension that hold all of their total, or all but one: who is in the total is in the cell."""
    sensitive = {dimension.name: dimension for dimension in plan.dimensions if dimension.sensitive}
    keys, values = confidential.family.keys, confidential.values
    for equation in confidential.family.equations:
        whole = dict(keys[equation.total])
        for part in equation.parts if len(equation.parts) > 1 else ():
            told = [(name, code) for name, code in keys[part] if whole.get(name) != code and name in sensitive]
            if (
                told
                and all(code not in sensitive[name].unknown for name, code in told)
                and _holds(values, equation.total, part)
            ):
                yield part


def _holds(values: tuple[int, ...], total: int, part: int) -> bool:
    return values[total] > 0 and values[part] >= max(1, values[total] - 1)
