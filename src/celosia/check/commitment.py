"""What commitments and events refer to, and their days: evidence that leads nowhere, days out of order. Pure."""

from collections.abc import Iterable, Iterator

from celosia.check.place import about
from celosia.model import Catalog, Dataset, Finding, Place, Table
from celosia.model.commitment import Commitment, Event, EventFigure, Evidence, Milestone, Rows
from celosia.model.nearest import nearest, shown

_RESERVED = frozenset({"all", "charts"})


def promises(catalog: Catalog) -> Iterator[Finding]:
    """All that a commitment names is there: datasets with their version, tables, columns, agreements, events, milestones."""
    for commitment in catalog.commitments:
        where = Place(path=f"commitments/{commitment.id}.yaml")
        if commitment.id in _RESERVED:
            yield Finding(code="reserved-id", where=where, details=(("name", commitment.id),))
        if commitment.register:
            yield from _rows(catalog, where, "register", commitment.register)
        for number, milestone in enumerate(commitment.milestones, 1):
            yield from _milestone(catalog, where, f"milestones[{number}]", milestone)
            yield from _rhythm(where, f"milestones[{number}]", milestone, commitment)


def promised_days(catalog: Catalog) -> Iterator[Finding]:
    """No milestone ends before it begins, and nothing is shown or asserted as at a day that has not come."""
    for commitment in catalog.commitments:
        where = Place(path=f"commitments/{commitment.id}.yaml")
        for number, milestone in enumerate(commitment.milestones, 1):
            key = f"milestones[{number}]"
            if milestone.start and milestone.end and milestone.end.end < milestone.start.start:
                yield Finding(code="ends-before-start", where=where, details=(("key", f"{key}.end"),))
            for place, evidence in enumerate(milestone.evidence, 1):
                if evidence.date > catalog.modified:
                    yield Finding(code="day-not-come", where=where, details=(("key", f"{key}.evidence[{place}].date"),))
            yield from _claimed(catalog, where, f"{key}.claims", milestone)
        yield from _claimed(catalog, where, "claims", commitment)


def dated_events(catalog: Catalog) -> Iterator[Finding]:
    """An event is dated in the past, answers a milestone that there is, and gives figures of one row each."""
    known = {(one.id, milestone.number) for one in catalog.commitments for milestone in one.milestones}
    for event in catalog.events:
        where = Place(path=f"events/{event.id}.yaml")
        for number, answer in enumerate(event.answers, 1):
            if answer not in known:
                details = about(f"answers[{number}]", shown(" ".join(answer)))
                yield Finding(code="unknown-milestone", where=where, details=details)
        if event.date and event.date.start > catalog.modified:
            yield Finding(code="day-not-come", where=where, details=(("key", "date"),))
        yield from _figures(catalog, where, event)


def _milestone(catalog: Catalog, where: Place, key: str, milestone: Milestone) -> Iterator[Finding]:
    for number, evidence in enumerate(milestone.evidence, 1):
        yield from _evidence(catalog, where, f"{key}.evidence[{number}]", evidence)
    for breakdown in milestone.breakdowns:
        for number, rows in enumerate(breakdown.tables, 1):
            yield from _rows(catalog, where, f"{key}.breakdowns.{breakdown.name}[{number}]", rows)
    if milestone.checked:
        dataset, table, column = milestone.checked
        rows = Rows(dataset=dataset, table=table, where=((column, ""),))
        yield from _rows(catalog, where, f"{key}.checked", rows)


def _rhythm(where: Place, key: str, milestone: Milestone, commitment: Commitment) -> Iterator[Finding]:
    """A borrowed rhythm is that of a milestone of the same commitment."""
    lender = milestone.rhythm.milestone if milestone.rhythm else None
    numbers = [one.number for one in commitment.milestones]
    if lender and lender not in numbers:
        details = about(f"{key}.rhythm.milestone", shown(lender), nearest(lender, numbers))
        yield Finding(code="unknown-milestone", where=where, details=details)


def _evidence(catalog: Catalog, where: Place, key: str, one: Evidence) -> Iterator[Finding]:
    """Evidence refers to one thing, and a dataset with its version: what it showed then must still be shown."""
    named = sum(map(bool, (one.dataset, one.agreement, one.event, one.link, one.collection)))
    if named != 1 or bool(one.dataset) != bool(one.version):
        yield Finding(code="evidence-of-nothing", where=where, details=(("key", key),))
        return
    agreements, events = [part.id for part in catalog.agreements], [part.id for part in catalog.events]
    if one.agreement and one.agreement not in agreements:
        yield _unknown("unknown-agreement", where, (f"{key}.agreement", one.agreement), agreements)
    if one.event and one.event not in events:
        yield _unknown("unknown-event", where, (f"{key}.event", one.event), events)
    if one.dataset and one.version:
        yield from _version(catalog, where, key, one)


def _version(catalog: Catalog, where: Place, key: str, one: Evidence) -> Iterator[Finding]:
    dataset = _dataset(catalog, one.dataset or "")
    if dataset is None or one.table:
        yield from _rows(catalog, where, key, Rows(dataset=one.dataset or "", table=one.table or "", where=one.where))
    if dataset is None:
        return
    versions = [dataset.version, *(part.dataset.version for part in catalog.versions if part.dataset.id == dataset.id)]
    if one.version not in versions:
        yield _unknown("unknown-version", where, (f"{key}.version", one.version or ""), versions)


def _rows(catalog: Catalog, where: Place, key: str, rows: Rows) -> Iterator[Finding]:
    dataset = _dataset(catalog, rows.dataset)
    if dataset is None:
        yield _unknown("unknown-dataset", where, (f"{key}.dataset", rows.dataset), [one.id for one in catalog.datasets])
        return
    table = _table(dataset, rows.table)
    if table is None:
        yield _unknown("unknown-table", where, (f"{key}.table", rows.table), [one.name for one in dataset.tables])
        return
    names = [column.name for column in table.columns]
    for name, _ in rows.where:
        if name not in names:
            yield _unknown("unknown-column-named", where, (f"{key}.where", name), names)


def _figures(catalog: Catalog, where: Place, event: Event) -> Iterator[Finding]:
    for number, figure in enumerate(event.figures, 1):
        key = f"figures[{number}]"
        rows = Rows(dataset=figure.dataset, table=figure.table, where=(*figure.where, (figure.measure, "")))
        faults = tuple(_rows(catalog, where, key, rows))
        yield from faults
        found = 0 if faults else _found(catalog, figure)
        if not faults and found != 1:
            yield Finding(code="figure-of-several", where=where, details=(("key", key), ("rows", str(found))))


def _found(catalog: Catalog, figure: EventFigure) -> int:
    """How many rows a figure leads to."""
    table = catalog.dataset(figure.dataset).table(figure.table)
    return sum(all(str(row[table.index(name)]) == value for name, value in figure.where) for row in table.rows)


def _claimed(catalog: Catalog, where: Place, key: str, holder: Milestone | Commitment) -> Iterator[Finding]:
    for number, claim in enumerate(holder.claims, 1):
        if claim.as_at and claim.as_at.start > catalog.modified:
            yield Finding(code="day-not-come", where=where, details=(("key", f"{key}[{number}].as_at"),))


def _unknown(code: str, where: Place, named: tuple[str, str], names: Iterable[str]) -> Finding:
    key, name = named
    return Finding(code=code, where=where, details=about(key, shown(name), nearest(name, list(names))))


def _dataset(catalog: Catalog, name: str) -> Dataset | None:
    return next((one for one in catalog.datasets if one.id == name), None)


def _table(dataset: Dataset, name: str) -> Table | None:
    return next((one for one in dataset.tables if one.name == name), None)
