"""Comparisons and crosswalks: each figure leads to its row, and no class contradicts what is found in the claims. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from celosia.check.place import about
from celosia.derive.comparison import GAPS, NAMED, ClaimValue, claim_value, facts
from celosia.derive.crosswalk import rows_of
from celosia.model import Catalog, Finding, Place, Table
from celosia.model.comparison import CellQuery, Claim, Comparison
from celosia.model.crosswalk import Crosswalk, Mapping
from celosia.model.nearest import nearest, shown


def comparison_cells(catalog: Catalog) -> Iterator[Finding]:
    """Each cell that a comparison names is in one row of one table."""
    for comparison in catalog.comparisons:
        for key, cell in _cells(comparison):
            yield from _cell(cell, _Spot(path=_path(comparison), key=key), catalog)


def comparison_words(catalog: Catalog) -> Iterator[Finding]:
    """The sentence names figures that are there, and a relation claims that are there."""
    for comparison in catalog.comparisons:
        where = Place(path=_path(comparison))
        ids = [claim.id for claim in comparison.claims]
        silent = {claim.id for claim in comparison.claims if not claim.cells and claim.value is None}
        texts = (comparison.sentence.es, comparison.sentence.en or "")
        named = [("sentence", name) for text in texts for name in NAMED.findall(text) if name not in GAPS]
        named += [("relations", name) for relation in comparison.relations for name in (relation.first, relation.second)]
        for key, name in dict.fromkeys(named):
            if name not in ids or (key == "sentence" and name in silent):
                yield Finding(code="unknown-claim", where=where, details=about(key, shown(name), nearest(name, ids)))


def comparison_claims(catalog: Catalog) -> Iterator[Finding]:
    """A claim rests on one thing: a cell, cells put together, or a figure stated with its source; no small count is stated."""
    for comparison in catalog.comparisons:
        where = Place(path=_path(comparison))
        for claim in comparison.claims:
            ways = sum((claim.cell is not None, bool(claim.plus), claim.value is not None))
            is_bare = claim.value is not None and (claim.source is None or claim.unit is None or claim.period is None)
            if ways > 1 or (claim.minus and not claim.plus) or is_bare:
                yield Finding(code="claim-unfounded", where=where, details=(("key", "claims"), ("name", claim.id)))
            if _is_small(claim, catalog):
                yield Finding(code="claim-small-count", where=where, details=(("key", "claims"), ("name", claim.id)))


def comparison_classes(catalog: Catalog) -> Iterator[Finding]:
    """No class is declared that the claims themselves contradict."""
    for comparison in catalog.comparisons:
        if not all(_stands(cell, catalog) for _, cell in _cells(comparison)):
            continue
        values = tuple(claim_value(claim, catalog) for claim in comparison.claims)
        if not fits(comparison, values):
            details = (("key", "kind"), ("name", comparison.kind))
            yield Finding(code="class-contradicted", where=Place(path=_path(comparison)), details=details)


def crosswalk_mappings(catalog: Catalog) -> Iterator[Finding]:
    """Each mapping of a crosswalk leads to rows, to one of its systems, and to one of its codes, or says that there is none."""
    taken = {comparison.id for comparison in catalog.comparisons}
    for crosswalk in catalog.crosswalks:
        where = Place(path=f"crosswalks/{crosswalk.id}.yaml")
        if crosswalk.id in taken:
            yield Finding(code="id-taken", where=where, details=(("key", "id"), ("name", crosswalk.id)))
        for dimension in crosswalk.dimensions:
            codes = [code.id for code in dimension.codes]
            for number, mapping in enumerate(dimension.mappings, 1):
                key = f"dimensions.{dimension.id}.mappings[{number}]"
                yield from _mapping(mapping, crosswalk, codes, _Spot(path=where.path, key=key), catalog)


def fits(comparison: Comparison, values: tuple[ClaimValue, ...]) -> bool:
    """Whether a class agrees with what is found: units, periods, definitions, systems, and whether anything differs at all."""
    found = {fact.code: fact.answer for fact in facts(comparison, values)}
    alike = {code for code in ("same-unit", "same-period", "same-definition", "same-system") if found[code] == "yes"}
    differ = len({one.value for one in values if one.value is not None}) > 1 or any(one.value is None for one in values)
    one_unit = found["same-unit"] != "no"
    return {
        "same-figure": one_unit and not differ,
        "not-comparable": differ and "same-unit" not in alike,
        "definition": differ and one_unit and "same-definition" not in alike,
        "coverage-or-time": differ and one_unit and not {"same-period", "same-definition"} <= alike,
        "revised": differ and _is_revised(values),
        "internal-contradiction": differ and one_unit and "same-system" in alike and not _all_hold(comparison, values),
        "unexplained": differ and one_unit,
    }[comparison.kind]


def _is_revised(values: tuple[ClaimValue, ...]) -> bool:
    """Whether one system gave two figures for one period and unit, at two dates."""
    seen: dict[tuple[str, str | None, str | None], list[ClaimValue]] = {}
    for one in values:
        seen.setdefault((one.claim.system, one.unit, one.period), []).append(one)
    return any(len({one.value for one in ones}) > 1 and len({one.as_of for one in ones}) > 1 for ones in seen.values())


def _all_hold(comparison: Comparison, values: tuple[ClaimValue, ...]) -> bool:
    """Whether every relation that was asked holds: then nothing contradicts."""
    answers = [fact.answer for fact in facts(comparison, values) if fact.code in ("parts", "difference")]
    return bool(answers) and all(answer == "yes" for answer in answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Where a name stands: the file and the key."""

    path: str
    key: str

    def finding(self, code: str, part: str, name: str, names: Iterable[str]) -> Finding:
        """A finding about a name that leads nowhere, with the nearest that leads somewhere."""
        details = about(f"{self.key}.{part}", shown(name), nearest(name, names))
        return Finding(code=code, where=Place(path=self.path), details=details)


def _cell(cell: CellQuery, spot: _Spot, catalog: Catalog) -> Iterator[Finding]:
    missing = tuple(_names(cell, spot, catalog))
    yield from missing
    table = _table(cell.dataset, cell.table, catalog)
    if missing or table is None:
        return
    rows = _rows(cell, table)
    if len(rows) != 1:
        details = (("key", spot.key), ("rows", str(len(rows))))
        yield Finding(code="claim-row", where=Place(path=spot.path), details=details)


def _names(cell: CellQuery | Mapping, spot: _Spot, catalog: Catalog) -> Iterator[Finding]:
    """The dataset, the table and the columns that are not there."""
    dataset = next((dataset for dataset in catalog.datasets if dataset.id == cell.dataset), None)
    if dataset is None:
        yield spot.finding("unknown-dataset", "dataset", cell.dataset, [dataset.id for dataset in catalog.datasets])
        return
    table = _table(cell.dataset, cell.table, catalog)
    if table is None:
        yield spot.finding("unknown-table", "table", cell.table, [table.name for table in dataset.tables])
        return
    names = [column.name for column in table.columns]
    for part, name in (("measure", cell.measure), *(("where", column) for column, _ in cell.where)):
        if name not in names:
            yield spot.finding("unknown-column-named", part, name, names)


def _mapping(mapping: Mapping, crosswalk: Crosswalk, codes: list[str], spot: _Spot, catalog: Catalog) -> Iterator[Finding]:
    systems = [system.id for system in crosswalk.systems]
    if mapping.system not in systems:
        yield spot.finding("unmatched-system", "system", mapping.system, systems)
    if (mapping.code is None) != (mapping.match == "none") or (mapping.code and mapping.code not in codes):
        yield spot.finding("unmatched-code", "code", mapping.code or "", codes)
    missing = tuple(_names(mapping, spot, catalog))
    yield from missing
    table = _table(mapping.dataset, mapping.table, catalog)
    if not missing and table is not None and not rows_of(mapping, table):
        yield Finding(code="mapping-empty", where=Place(path=spot.path), details=(("key", spot.key),))


def _stands(cell: CellQuery, catalog: Catalog) -> bool:
    return not any(_cell(cell, _Spot(path="", key=""), catalog))


def _is_small(claim: Claim, catalog: Catalog) -> bool:
    """Whether a stated figure is one that no table may show."""
    if claim.value is None or claim.unit is None or claim.unit == "%":
        return False
    least = catalog.policy.threshold(claim.unit)
    return least is not None and 0 < claim.value < least


def _cells(comparison: Comparison) -> Iterator[tuple[str, CellQuery]]:
    return ((f"claims.{claim.id}", cell) for claim in comparison.claims for cell in claim.cells)


def _table(dataset: str, name: str, catalog: Catalog) -> Table | None:
    tables = (table for one in catalog.datasets if one.id == dataset for table in one.tables)
    return next((table for table in tables if table.name == name), None)


def _rows(cell: CellQuery, table: Table) -> list[object]:
    kept = [(table.index(name), value) for name, value in cell.where]
    return [row for row in table.rows if all(str(row[place]) == value for place, value in kept)]


def _path(comparison: Comparison) -> str:
    return f"comparisons/{comparison.id}.yaml"
