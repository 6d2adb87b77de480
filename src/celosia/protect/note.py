"""What was lost, for everybody to read: how many figures are hidden in each table, and at which level they can be had. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from celosia.protect.public import Publication, PublicTable


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
    return tuple(
        Loss(table=table.id, cells=len(table.rows), hidden=table.hidden, levels=tuple(_whole(table, shown - hidden)))
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
    """The sets of dimensions at which figures are published, and those at which some are hidden."""
    shown, hidden = set(), set()
    for table in publication.tables:
        fixed = dict(table.planned.fixed)
        for row in table.rows:
            level = frozenset(name for name, _ in row.key if name not in fixed)
            shown.add(level | frozenset(f"{name}={code}" for name, code in fixed.items()))
            if row.value is None:
                hidden.add(level | frozenset(f"{name}={code}" for name, code in fixed.items()))
    return shown, hidden


def _whole(table: PublicTable, levels: set[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """The finest levels at which nothing is hidden, in the words of the table's dimensions."""
    own = [name for name, _ in table.planned.dimensions]
    fixed = frozenset(f"{name}={code}" for name, code in table.planned.fixed)
    found: list[frozenset[str]] = []
    for size in range(len(own), -1, -1):
        for names in combinations(own, size):
            level = frozenset(names)
            if level | fixed in levels and not any(level < finer for finer in found):
                found.append(level)
                yield names or ("total",)
