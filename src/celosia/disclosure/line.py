"""Every sum that holds among the published figures of a population: margins, hierarchies, periods, bands. Pure.

A line is made for each table by itself: its categories make up its total, wherever that total stands. Two tables with other
categories of the same thing are two lines with one total.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from celosia.disclosure.claim import Cell, by_key, claims
from celosia.disclosure.cut import cuts
from celosia.disclosure.family import Key
from celosia.disclosure.share import Share, bounded
from celosia.disclosure.sheet import Sheet
from celosia.disclosure.span import Band, apart, bands, tiles, within
from celosia.model.counted import Unit

_FEWEST = 2
_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`total` = Σ `parts`, as positions in `System.cells`; the parts stand in `sheet`, by `dimension`. `words` name it."""

    total: int
    parts: tuple[int, ...]
    sheet: int
    dimension: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """All cells of a population and all lines among them. Cells without a spot are implied: nobody published them."""

    population: str
    unit: Unit
    sheets: tuple[Sheet, ...]
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]


Group = Mapping[str, tuple[int, ...]]
"""The cells of a sheet that differ in one dimension only: its codes, and the claims about each."""


def system(sheets: Sequence[Sheet], told: Sequence[Share] = (), *, only: bool = False) -> System:
    """The cells and lines of sheets that count the same people in the same unit, with what percentages say of them.

    `only`: the percentages can be of no other population.
    """
    known = claims(sheets)
    cells = list(known.cells)
    lines = list(_Lines.of(sheets, known.cells, known.places).all())
    lines += _cuts(sheets, cells)
    return System(
        population=sheets[0].population,
        unit=sheets[0].unit,
        sheets=tuple(sheets),
        cells=bounded(cells, told, sheets[0].population, only=only) if told else tuple(cells),
        lines=tuple({(line.total, line.parts): line for line in reversed(lines)}.values())[::-1],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """What the lines of all sheets need to be found."""

    sheets: Sequence[Sheet]
    cells: Sequence[Cell]
    places: Sequence[Sequence[int]]
    claimed: Mapping[Key, tuple[int, ...]]
    groups: Sequence[Mapping[tuple[str, Key], Group]]
    split: Mapping[tuple[str, Key], frozenset[str]]

    @classmethod
    def of(cls, sheets: Sequence[Sheet], cells: Sequence[Cell], places: Sequence[Sequence[int]]) -> "_Lines":
        groups = [_groups(cells, standing) for standing in places]
        split: dict[tuple[str, Key], frozenset[str]] = {}
        for of_sheet in groups:
            for name, group in of_sheet.items():
                split[name] = split.get(name, frozenset()) | group.keys()
        return cls(sheets=sheets, cells=cells, places=places, claimed=by_key(cells), groups=groups, split=split)

    def all(self) -> Iterator[Line]:
        for number, sheet in enumerate(self.sheets):
            codes = _codes(sheet)
            own = {self.cells[position].key for position in self.places[number]}
            for (dimension, rest), group in self.groups[number].items():
                if dimension == sheet.time:
                    yield from self._periods(number, rest, group, codes[dimension])
                elif len(codes[dimension]) >= _FEWEST or rest in own:  # else the whole table is about that one code
                    yield from self._categories(number, dimension, rest, group)
            yield from self._crossed(number)

    def _categories(self, number: int, dimension: str, rest: Key, group: Group) -> Iterator[Line]:
        parents = {code: parent for name, code, parent in self.sheets[number].parents if name == dimension}
        tops = _tops(dimension, group, parents)
        yield from self._made(number, dimension, rest, {code: group[code] for code in tops or ()})
        for parent in sorted({above for code in group for above in _ancestors(code, parents)}):
            below = {code: group[code] for code in group if parent in _ancestors(code, parents)}
            nearest = _tops(dimension, below, parents)
            whole = _with(rest, dimension, parent)
            yield from self._made(number, dimension, whole, {code: below[code] for code in nearest or ()})

    def _periods(self, number: int, rest: Key, group: Group, known: frozenset[str]) -> Iterator[Line]:
        """Periods within periods where the table has all of them, and periods within the total where they lie apart."""
        time = str(self.sheets[number].time)
        tops = [code for code in group if not any(within(code, other) for other in group)]
        if apart(tops):
            yield from self._made(number, time, rest, {code: group[code] for code in tops})
        for whole in sorted({code for sheet in self.sheets for code in _codes(sheet).get(time, ())}):
            key = _with(rest, time, whole)
            if key in self.claimed:
                for parts in tiles(whole, known):
                    yield from self._made(number, time, key, {code: group[code] for code in parts if code in group})

    def _crossed(self, number: int) -> Iterator[Line]:
        """Sums over several dimensions at once, where no table has the sums between."""
        parents = self._parents(number)
        found: dict[tuple[tuple[str, ...], Key], Group] = defaultdict(dict)
        for position in dict.fromkeys(self.places[number]):
            key = self.cells[position].key
            for names, whole in _wholes(key, parents, self.sheets[number].time):
                if whole in self.claimed and not self._has_between(names, whole, parents):
                    part = _SEPARATOR.join(code for name, code in key if name in names)
                    group = found[names, whole]
                    found[names, whole] = {**group, part: (*group.get(part, ()), position)}
        for (names, whole), group in found.items():
            tops = {part: at for part, at in group.items() if not self._has_above(at[0], group, names, parents)}
            yield from self._made(number, " × ".join(names), whole, tops)

    def _parents(self, number: int) -> Mapping[str, Mapping[str, str]]:
        """What lies in what, by dimension: as declared, and bands within bands."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for dimension, codes in _codes(self.sheets[number]).items():
            found[dimension].update(_around(bands(dimension, codes)))
        for dimension, code, parent in self.sheets[number].parents:
            found[dimension][code] = parent
        return found

    def _has_between(self, names: Sequence[str], whole: Key, parents: Mapping[str, Mapping[str, str]]) -> bool:
        """Whether a table splits the whole by one of the dimensions, so that the sum goes step by step."""
        for name in names:
            above = dict(whole).get(name)
            rest = tuple(pair for pair in whole if pair[0] != name)
            codes = self.split.get((name, rest), ())
            if any(code != above and (above is None or above in _ancestors(code, parents.get(name, {}))) for code in codes):
                return True
        return False

    def _has_above(self, position: int, group: Group, names: Sequence[str], parents: Mapping[str, Mapping[str, str]]) -> bool:
        """Whether another part of the group contains this one."""
        key = self.cells[position].key
        lists = [(code, *_ancestors(code, parents.get(name, {}))) for name, code in key if name in names]
        own = _SEPARATOR.join(code for name, code in key if name in names)
        return any((part := _SEPARATOR.join(codes)) != own and part in group for codes in product(*lists))

    def _made(self, number: int, dimension: str, whole: Key, parts: Group) -> Iterator[Line]:
        """One line, or one a source where sources rival each other in its cells."""
        totals = self.claimed.get(whole, ())
        if not totals or not parts:
            return
        claims_made = (totals, *parts.values())
        rivals = self._sources(position for positions in claims_made if len(positions) > 1 for position in positions)
        for source in sorted(rivals) or ("",):
            total, *told = (self._of(number, positions, source, rivals) for positions in claims_made)
            if total is None or None in told:
                continue
            yield Line(
                total=total,
                parts=tuple(sorted(part for part in told if part is not None)),
                sheet=number,
                dimension=dimension,
                words=_words(self.sheets[number], whole, dimension),
            )

    def _sources(self, positions: Iterable[int]) -> frozenset[str]:
        return frozenset(str(source) for position in positions for source in self.cells[position].sources)

    def _of(self, number: int, positions: Sequence[int], source: str, rivals: frozenset[str]) -> int | None:
        """The claim that belongs with a sheet and a source: the only one, unless a rival made it; its own; the source's."""
        if len(positions) == 1:
            sources = self._sources(positions)
            return positions[0] if source in sources or sources.isdisjoint(rivals) else None
        own = [position for position in positions if position in self.places[number]]
        said = [position for position in own or positions if source in self._sources((position,))]
        return said[0] if len(said) == 1 else (own[0] if len(own) == 1 else None)


def _cuts(sheets: Sequence[Sheet], cells: list[Cell]) -> Iterator[Line]:
    """Cells that others cut, as sums of the smallest that make them up; those that nobody published join `cells`."""
    claimed = {key: positions[0] for key, positions in by_key(cells).items()}
    standing = {entry.spot: number for number, sheet in enumerate(sheets) for entry in sheet.entries}
    for cut in tuple(cuts(cells, {sheet.time for sheet in sheets})):
        total = cells[cut.total]
        number = next((standing[spot] for spot in (*total.hidden, *total.shown)), 0)
        for key in cut.parts:
            if key not in claimed:
                claimed[key] = len(cells)
                cells.append(_implied(total, key))
        yield Line(
            total=cut.total,
            parts=tuple(sorted(claimed[key] for key in cut.parts)),
            sheet=number,
            dimension=cut.dimension,
            words=_words(sheets[number], total.key, cut.dimension),
        )


def _implied(like: Cell, key: Key) -> Cell:
    return replace(like, key=key, claim="", value=None, hidden=(), shown=(), sources=frozenset(), lower=0, upper=None)


def _groups(cells: Sequence[Cell], standing: Iterable[int]) -> Mapping[tuple[str, Key], Group]:
    groups: dict[tuple[str, Key], dict[str, tuple[int, ...]]] = defaultdict(dict)
    for position in dict.fromkeys(standing):
        key = cells[position].key
        for number, (dimension, code) in enumerate(key):
            group = groups[dimension, key[:number] + key[number + 1 :]]
            group[code] = (*group.get(code, ()), position)
    return groups


def _codes(sheet: Sheet) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in sheet.entries:
        for dimension, code in entry.key:
            found[dimension].add(code)
    return {dimension: frozenset(codes) for dimension, codes in found.items()}


def _tops(dimension: str, group: Iterable[str], parents: Mapping[str, str]) -> tuple[str, ...] | None:
    """The codes that lie in no other code of the group; none where bands cut each other, so that they make up nothing."""
    codes = tuple(group)
    found = bands(dimension, codes)
    tops = tuple(
        code
        for code in codes
        if not any(parent in codes for parent in _ancestors(code, parents))
        and not any(code != other and found[other].holds(found[code]) for other in found if code in found)
    )
    cut = any(found[one].meets(found[two]) for one, two in combinations([code for code in tops if code in found], 2))
    return None if cut else tops


def _ancestors(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    above: list[str] = []
    while code in parents and parents[code] not in above:
        code = parents[code]
        above.append(code)
    return tuple(above)


def _wholes(key: Key, parents: Mapping[str, Mapping[str, str]], time: str | None) -> Iterator[tuple[tuple[str, ...], Key]]:
    """Every key that contains this one in two dimensions or more, and which dimensions these are. Periods stay as they are."""
    steps = [
        [(name, code)] if name == time else [(name, above) for above in (code, *_ancestors(code, parents.get(name, {})), None)]
        for name, code in key
    ]
    for pairs in product(*steps):
        names = tuple(name for (name, above), (_, code) in zip(pairs, key, strict=True) if above != code)
        if len(names) >= _FEWEST:
            yield names, tuple((name, above) for name, above in pairs if above is not None)


def _around(found: Mapping[str, Band]) -> Mapping[str, str]:
    """The narrowest band around each."""
    return {
        code: min(wider, key=lambda other: found[other].last - found[other].first)
        for code, band in found.items()
        if (wider := [other for other, outer in found.items() if outer != band and outer.holds(band)])
    }


def _with(rest: Key, dimension: str, code: str) -> Key:
    return tuple(sorted((*rest, (dimension, code))))


def _words(sheet: Sheet, whole: Key, dimension: str) -> str:
    """A line as people find it: its table, what it is the total of, and what it is split by."""
    told = ", ".join(f"{name} {code}" for name, code in whole)
    release = f" (release {sheet.release})" if sheet.release else ""
    return " · ".join(part for part in (f"{sheet.name}{release}", told, f"Σ {dimension}") if part)
