"""The families of published tables: what an attacker has in hand, from today's tables and from every earlier release. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from celosia.disclosure.family import Equation, Family, Key, Knowledge
from celosia.disclosure.line import Line, System, system
from celosia.disclosure.share import shares
from celosia.disclosure.sheet import Sheet, Spot, released, sheets
from celosia.disclosure.told import told_totals
from celosia.model import Dataset, Release


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFamily:
    """All that is public of one population, ready to be attacked.

    `spots` tell where each cell of `knowledge` stands (nowhere, where nobody published it), `words` how people call it. `k` is
    the largest threshold of its tables, none where only exact knowledge is a fault.
    """

    knowledge: Knowledge
    k: int | None
    insider: int
    spots: tuple[tuple[Spot, ...], ...]
    words: tuple[str, ...]


def systems(
    datasets: Iterable[Dataset], releases: Sequence[Release] = (), frozen: Iterable[Dataset] = ()
) -> tuple[System, ...]:
    """The cells and lines of each population, in the order of their names.

    `frozen` are datasets as they were in earlier versions, which stand published for ever: whoever attacks has them too.
    """
    populations: dict[tuple[str, str], list[tuple[Dataset, Sheet]]] = defaultdict(list)
    past: dict[tuple[str, str], list[Sheet]] = defaultdict(list)
    guarded: dict[str, set[str]] = defaultdict(set)
    for dataset in datasets:
        for sheet in sheets(dataset):
            populations[sheet.population, sheet.unit].append((dataset, sheet))
            if sheet.k is not None:
                guarded[dataset.id].add(sheet.population)
    for dataset in frozen:
        for sheet in sheets(dataset):
            past[sheet.population, sheet.unit].append(_as_of(dataset, sheet))
            populations[sheet.population, sheet.unit] += []
    return tuple(
        _system(now, releases, past[name], guarded) for name, now in sorted(populations.items(), key=lambda told: told[0])
    )


def _system(
    now: Sequence[tuple[Dataset, Sheet]],
    releases: Sequence[Release],
    past: Sequence[Sheet],
    guarded: Mapping[str, Collection[str]],
) -> System:
    """One population: its tables, its past, what sentences tell of its totals and percentages of its parts.

    A population that is not counted any more has only its past.
    """
    tables = [sheet for _, sheet in now]
    like = (*tables, *past)[0]
    kin = tuple({dataset.id: dataset for dataset, _ in now}.values())
    hides = any(entry.hidden for sheet in (*tables, *past) for entry in sheet.entries)
    told = [told_totals(dataset, like) for dataset in kin] if hides else []
    ledger = tuple(_earlier(like, releases))
    return system(
        (*tables, *(sheet for sheet in told if sheet and sheet.entries), *ledger, *_new(past, (*tables, *ledger))),
        tuple(share for dataset in kin for share in shares(dataset)),
        only=all(len(guarded[dataset.id]) == 1 for dataset in kin) and like.k is not None,
    )


def _as_of(dataset: Dataset, sheet: Sheet) -> Sheet:
    """A sheet of a frozen version: where it stands, and that it is not of today."""
    name, home = f"{dataset.id}@{dataset.version}", f"datasets/{dataset.id}/releases/{dataset.version}/"
    return replace(
        sheet,
        release=name,
        entries=tuple(
            replace(entry, spot=replace(entry.spot, path=home + entry.spot.path.rpartition("/")[2], release=name))
            for entry in sheet.entries
        ),
    )


def _new(past: Iterable[Sheet], known: Iterable[Sheet]) -> Iterator[Sheet]:
    """The earlier sheets that say anything that the others, and those before them, do not."""
    said = {(sheet.name, _content(sheet)) for sheet in known}
    for sheet in past:
        if (sheet.name, _content(sheet)) not in said:
            said.add((sheet.name, _content(sheet)))
            yield sheet


def _content(sheet: Sheet) -> frozenset[tuple[Key, int | None, bool, int, int | None]]:
    return frozenset((entry.key, entry.value, entry.hidden, entry.lower, entry.upper) for entry in sheet.entries)


def families(datasets: Iterable[Dataset], releases: Sequence[Release] = ()) -> tuple[PublishedFamily, ...]:
    """The families in which something is hidden or implied; where all is shown there is nothing to find out."""
    made = (published(of_population) for of_population in systems(datasets, releases))
    return tuple(family for family in made if family.knowledge.hidden)


def published(of_population: System) -> PublishedFamily:
    """What is known of the cells that hidden ones hang together with; a cell shown anywhere is known everywhere."""
    cells = of_population.cells
    kept = tuple(line for line in of_population.lines if _matters(line, of_population))
    needed = {position for line in kept for position in (line.total, *line.parts)}
    needed |= {
        position for position, cell in enumerate(cells) if cell.value is None and (cell.hidden or cell.upper is not None)
    }
    order = sorted(needed)
    position = {cell: number for number, cell in enumerate(order)}
    inside = [cells[cell] for cell in order]
    limits = [cell.k for cell in inside if cell.value is None and cell.k is not None]
    family = Family(
        unit=of_population.unit,
        population=of_population.population,
        keys=tuple((*cell.key, ("", cell.claim)) if cell.claim else cell.key for cell in inside),
        equations=tuple(
            Equation(total=position[line.total], parts=tuple(position[part] for part in line.parts), line=line.words)
            for line in kept
        ),
    )
    return PublishedFamily(
        knowledge=Knowledge(
            family=family,
            values=tuple(cell.value for cell in inside),
            lower=tuple(cell.lower for cell in inside),
            upper=tuple(cell.upper for cell in inside),
            latent=frozenset(number for number, cell in enumerate(inside) if not cell.hidden),
        ),
        k=max(limits, default=None),
        insider=max((sheet.insider for sheet in of_population.sheets), default=1),
        spots=tuple(cell.hidden or cell.shown for cell in inside),
        words=tuple(", ".join(f"{name} {code}" for name, code in cell.key) for cell in inside),
    )


def _matters(line: Line, of_population: System) -> bool:
    """Whether a line speaks of an unknown cell, and is no mix of claims that contradict each other."""
    cells = of_population.cells
    known = [cells[part].value for part in line.parts]
    total = cells[line.total].value
    if None not in {total, *known}:
        return False
    sources = {source for part in (line.total, *line.parts) for source in cells[part].sources if cells[part].value is not None}
    return total is None or sum(value for value in known if value is not None) <= total or len(sources) <= 1


def _earlier(like: Sheet, releases: Sequence[Release]) -> Iterator[Sheet]:
    for release in releases:
        if release.population == like.population:
            yield from released(release, like)
