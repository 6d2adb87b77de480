"""Names that lead nowhere: datasets, tables, columns, sources, norms. Pure."""

from collections.abc import Iterator

from celosia.check.place import about, cell, descriptor
from celosia.model import Catalog, Dataset, Finding, Place, Table
from celosia.model.catalog import KeyFigure
from celosia.model.nearest import nearest, shown

_CATALOG = Place(path="catalog.yaml")


def named_datasets(catalog: Catalog) -> Iterator[Finding]:
    """The datasets that catalog.yaml and other datasets name."""
    ids = {dataset.id for dataset in catalog.datasets}
    named = [(_CATALOG, name, getattr(catalog.site, name)) for name in ("norms", "directory", "sources")]
    named += [(descriptor(dataset), "celosia.related", name) for dataset in catalog.datasets for name in dataset.related]
    for where, key, name in named:
        if name and name not in ids:
            yield Finding(code="unknown-dataset", where=where, details=about(key, shown(name), nearest(name, ids)))
    for dataset in catalog.datasets:
        if dataset.id in dataset.related:
            yield Finding(code="related-to-itself", where=descriptor(dataset))


def series(catalog: Catalog) -> Iterator[Finding]:
    """The series that datasets name."""
    ids = {one.id for one in catalog.site.series}
    for dataset in catalog.datasets:
        for name in dataset.series:
            if name not in ids:
                details = about("celosia.series", shown(name), nearest(name, ids))
                yield Finding(code="unknown-series", where=descriptor(dataset), details=details)


def comparisons(catalog: Catalog) -> Iterator[Finding]:
    """The topics that comparisons name, and the comparisons that catalog.yaml puts first."""
    topics = {topic.id for topic in catalog.topics}
    for comparison in catalog.comparisons:
        if comparison.topic not in topics:
            details = about("topic", shown(comparison.topic), nearest(comparison.topic, topics))
            yield Finding(code="unknown-topic", where=Place(path=f"comparisons/{comparison.id}.yaml"), details=details)
    ids = {comparison.id for comparison in catalog.comparisons}
    for name in catalog.featured:
        if name not in ids:
            yield _unknown("unknown-comparison", "featured", name, ids)


def key_figures(catalog: Catalog) -> Iterator[Finding]:
    """Each key figure leads to one row of one table, and to a figure in it."""
    for number, figure in enumerate(catalog.key_figures, 1):
        key = f"key_figures[{number}]"
        dataset = next((dataset for dataset in catalog.datasets if dataset.id == figure.dataset), None)
        if dataset is None:
            ids = [dataset.id for dataset in catalog.datasets]
            yield _unknown("unknown-dataset", f"{key}.dataset", figure.dataset, ids)
            continue
        table = next((table for table in dataset.tables if table.name == figure.table), None)
        if table is None and dataset.tables:
            names = [table.name for table in dataset.tables]
            yield _unknown("unknown-table", f"{key}.table", figure.table, names)
        elif table is not None:
            yield from _figure(figure, table, key)


def row_sources(catalog: Catalog) -> Iterator[Finding]:
    """Each row's source is a row of the table of sources."""
    ids = {source.id for source in catalog.sources}
    if not ids:
        return
    for dataset in catalog.datasets:
        for table in dataset.tables:
            column = table.with_concept("source")
            for row, value in enumerate(table.values(column.name) if column else ()):
                if value not in ids and not (value is None and column and dict(column.constraints).get("required")):
                    yield _source(dataset, table, row, "" if value is None else nearest(str(value), ids))


def approvals(catalog: Catalog) -> Iterator[Finding]:
    """Each approving norm that is named by its id is in the register of norms."""
    ids = _norms(catalog)
    for agreement in catalog.agreements:
        for approval in agreement.approvals:
            if approval.norm and approval.norm not in ids:
                where = Place(path=f"agreements/{agreement.id}.yaml")
                details = about("approvals.norm", shown(approval.norm), nearest(approval.norm, ids))
                yield Finding(code="unknown-norm", where=where, details=details)


def territories(catalog: Catalog) -> Iterator[Finding]:
    """Each area's parent is an area, and each area that a table names has a name to be shown by."""
    codes = {territory.code for territory in catalog.territories}
    for territory in catalog.territories:
        if territory.parent and territory.parent not in codes:
            yield _unknown("unknown-territory", "territories.parent", territory.parent, codes)
    for dataset in catalog.datasets:
        for code in dataset.spatial:
            if code and codes and code not in codes:
                details = about("celosia.spatial", shown(code))
                yield Finding(code="unnamed-area", where=descriptor(dataset), details=details, severity="warning")


def _figure(figure: KeyFigure, table: Table, key: str) -> Iterator[Finding]:
    names = [column.name for column in table.columns]
    columns = [("measure", figure.measure), *(("where", column) for column, _ in figure.where)]
    unknown = [(part, name) for part, name in columns if name not in names]
    yield from (_unknown("unknown-column-named", f"{key}.{part}", name, names) for part, name in unknown)
    if unknown:
        return
    kept = [(table.index(column), value) for column, value in figure.where]
    rows = [row for row in table.rows if all(str(row[position]) == value for position, value in kept)]
    found = sum(row[table.index(figure.measure)] is not None for row in rows)
    if table.rows and not len(rows) == found == 1:
        yield Finding(
            code="key-figure", where=_CATALOG, details=(("key", key), ("rows", str(len(rows))), ("found", str(found)))
        )


def _norms(catalog: Catalog) -> set[str]:
    for dataset in catalog.datasets:
        if dataset.id == catalog.site.norms:
            return {str(value) for table in dataset.tables for value in _identifiers(table)}
    return set()


def _identifiers(table: Table) -> tuple[object, ...]:
    column = table.with_concept("identifier")
    return table.values(column.name) if column else ()


def _source(dataset: Dataset, table: Table, row: int, near: str) -> Finding:
    column = table.with_concept("source")
    where = cell(dataset, table, row, column.name if column else None)
    return Finding(code="unknown-source", where=where, details=(("nearest", near),) if near else ())


def _unknown(code: str, key: str, name: str, names: list[str] | set[str]) -> Finding:
    return Finding(code=code, where=_CATALOG, details=about(key, shown(name), nearest(name, names)))
