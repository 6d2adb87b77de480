"""What was lost, for everybody to read: how many figures are hidden in each table, and at which level they can be had. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from celosia.protect.public import Publication, PublicTable

_PARENTS = " (parents)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One table: its figures, how many are hidden, and the levels at which every figure is shown."""

    table: str
    cells: int
    hidden: int
    levels: tuple[tuple[str, ...], ...]

    @property
    def share(self) -> float:
        """The hidden share, in percent."""
        return 100 * self.hidden / max(1, self.cells)


def losses(publication: Publication) -> tuple[Loss, ...]:
    """The loss of each table, in the order of the plan."""
    shown, hidden = _levels(publication)
    above = _above(publication)
    return tuple(
        Loss(table=table.id, cells=len(table.rows), hidden=table.hidden, levels=tuple(_whole(table, shown - hidden, above)))
        for table in publication.tables
    )


def note(publication: Publication, release: str) -> bytes:
    """The note as YAML. It says nothing about single figures."""
    plan = publication.plan
    lines = [
        "# Written by celosia protect. What protection took away; which figures were small is written nowhere.",
        f"population: {plan.population}",
        f"unit: {plan.unit}",
        f'release: "{release}"',
        f"date: {plan.date.isoformat()}",
        f"method: {plan.method}",
        "tables:",
    ]
    for loss in losses(publication):
        levels = ", ".join(f"[{', '.join(level)}]" for level in loss.levels)
        lines += [
            f"  - table: {loss.table}",
            f"    figures: {loss.cells}",
            f"    hidden: {loss.hidden}",
            f"    percent: {loss.share:.1f}",
            f"    whole_at: [{levels}]",
        ]
    return ("\n".join(lines) + "\n").encode()


def _levels(publication: Publication) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The levels at which figures are published, and those at which some are hidden."""
    shown, hidden = set(), set()
    above = _above(publication)
    for table in publication.tables:
        for row in table.rows:
            level = frozenset(_step(name, code, table, above) for name, code in row.key)
            shown.add(level)
            if row.value is None:
                hidden.add(level)
    return shown, hidden


def _whole(table: PublicTable, levels: set[frozenset[str]], above: frozenset[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The finest levels of a table at which nothing is hidden: its dimensions, and «(parents)» where by parents only."""
    own = [name for name, _ in table.planned.dimensions]
    fixed = frozenset(f"{name}={code}" for name, code in table.planned.fixed)
    steps = [(name, f"{name}{_PARENTS}") if any(name == parent for parent, _ in above) else (name,) for name in own]
    found: list[frozenset[str]] = []
    for size in range(len(own), -1, -1):
        for chosen in combinations(steps, size):
            for names in product(*chosen):
                level = frozenset(names)
                if level | fixed in levels and not any(_plain(level) <= _plain(finer) for finer in found):
                    found.append(level)
                    yield names or ("total",)


def _above(publication: Publication) -> frozenset[tuple[str, str]]:
    """The codes that are above others."""
    return frozenset((part.name, code) for part in publication.plan.dimensions for _, code in part.parents)


def _step(name: str, code: str, table: PublicTable, above: frozenset[tuple[str, str]]) -> str:
    if (name, code) in table.planned.fixed:
        return f"{name}={code}"
    return f"{name}{_PARENTS}" if (name, code) in above else name


def _plain(level: frozenset[str]) -> frozenset[str]:
    return frozenset(name.removesuffix(_PARENTS) for name in level)
