"""Everything that a decision about one family needs: the plan, the rules, what is true, what was published before."""

from dataclasses import dataclass

from celosia.model import Catalog, Policy
from celosia.model.plan import Plan
from celosia.protect.confidential import ConfidentialFamily
from celosia.protect.earlier import Earlier


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Case:
    """One family to protect. `k` is none where the unit has no threshold, `budget` the seconds for finding a pattern."""

    plan: Plan
    policy: Policy
    k: int | None
    confidential: ConfidentialFamily
    earlier: Earlier
    budget: float

    @property
    def unseen(self) -> frozenset[int]:
        """The positions of margins that no table shows, nor ever showed."""
        return self.confidential.latent - self.earlier.fixed


def policy(plan: Plan, catalog: Catalog) -> Policy:
    """The rules for a plan: its dataset's where it writes one dataset of the catalogue, else the catalogue's."""
    names = {table.dataset for table in plan.tables}
    own = [dataset.policy for dataset in catalog.datasets if dataset.id in names]
    return own[0] if len(own) == 1 == len(names) else catalog.policy
