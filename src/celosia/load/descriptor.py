"""One dataset: its descriptor, translation, changelog and tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from celosia.load.dataset_keys import CHANGES, DATASET, DATASET_EN, LICENSES
from celosia.load.document import Document, document, optional_document
from celosia.load.folder import Folder
from celosia.load.linked import completed, is_linked, links, origin, unstated, unstated_counts
from celosia.load.microdata import record_level, reviewed
from celosia.load.overlay import Words, strays, words
from celosia.load.policy import dataset_policy, waivers
from celosia.load.table import table
from celosia.model import (
    Break,
    Change,
    Chart,
    Counts,
    Dataset,
    Filter,
    Finding,
    LangString,
    License,
    Place,
    Policy,
    SourceLink,
    Table,
)  # fmt: skip


def dataset(folder: Folder, name: str, policy: Policy, *, home: str = "") -> tuple[Dataset, tuple[Finding, ...]]:
    """Read `datasets/<name>/`, or the folder `home` of one of its releases; `policy` is the catalogue's.

    Blank where there is no descriptor, so that others may name it.
    """
    home = home or f"datasets/{name}"
    main = document(folder, f"{home}/datapackage.yaml", DATASET)
    overlay = optional_document(folder, f"{home}/datapackage.en.yaml", DATASET_EN)
    changes = document(folder, f"{home}/changes.yaml", CHANGES)
    findings = (*main.findings, *overlay.findings, *changes.findings)
    stated = main
    main = completed(main, changes) if is_linked(main) else main
    told = words(main, overlay)
    if not main.readable:
        return _dataset(name, told, (), changes), findings
    rules, told_rules = dataset_policy(main, told.within("celosia"), policy)
    read = [table(folder, home, resource) for resource in told.each("resources")]
    tables = tuple(built for built, _ in read)
    findings = (
        *findings,
        *strays(told, overlay),
        *_names(main, name),
        *_roles(main),
        *(finding for _, found in read for finding in found),
        *_unlisted(folder, home, tables),
        *told_rules,
    )
    return replace(_dataset(name, told, tables, changes), policy=rules, origin=origin(stated)), findings


def license_of(node: Mapping[str, Any]) -> License:
    """A licence with its code in the EU authority table; all empty where none was written."""
    code = LICENSES.get(node["name"], "") if node["title"] else ""
    return License(name=node["name"] or node["title"], title=node["title"], url=node["path"] or "", code=code)


def _dataset(name: str, told: Words, tables: tuple[Table, ...], changes: Document) -> Dataset:
    node, ours = told.node, told.within("celosia")
    disclosure = ours.node["disclosure"] or {}
    return Dataset(
        id=name,
        title=told.of("title"),
        description=told.of("description"),
        summary=ours.of("summary"),
        version=node["version"],
        kind=ours.node["kind"],
        issued=ours.node["issued"],
        modified=ours.node["modified"],
        keywords=told.texts("keywords"),
        license=_first_license(node["licenses"], _nobody(node)),
        publisher=_with_role(node, "publisher"),
        creator=_with_role(node, "creator"),
        sources=tuple(SourceLink(title=source["title"], url=source["path"]) for source in node["sources"]),
        spatial=ours.node["spatial"],
        themes=ours.node["themes"],
        frequency=ours.node["frequency"],
        counts=_counts(ours.within("counts")),
        tables=tables,
        charts=tuple(_chart(chart) for chart in ours.each("charts")),
        changes=tuple(_change(change) for change in changes.value),
        related=ours.node["related"] or (),
        series=ours.node["series"] or (),
        withheld=ours.maybe("withheld"),
        population=disclosure.get("population"),
        populations=tuple((disclosure.get("populations") or {}).items()),
        waivers=waivers(ours),
        record_level=record_level(ours),
        reviewed=reviewed(ours),
        links=links(ours),
        agent_types=tuple((role, agent["type"]) for agent in node["contributors"] if agent["type"] for role in agent["roles"]),
    )


def _first_license(nodes: tuple[Mapping[str, Any], ...], nobody: str) -> License:
    return license_of(nodes[0]) if nodes else License(name=nobody, title=nobody, url="", code="")


def _counts(told: Words) -> Counts:
    if told.node["unit"] == "unknown":
        return unstated_counts()
    return Counts(
        unit=told.node["unit"],
        what=told.of("what"),
        event=told.of("event"),
        recorder=told.of("recorder"),
        definition=told.of("definition"),
        includes=told.of("includes"),
        excludes=told.of("excludes"),
        period_rule=told.of("period_rule"),
        breaks=tuple(Break(at=part.node["at"], label=part.of("label")) for part in told.each("breaks")),
    )


def _chart(told: Words) -> Chart:
    node = told.node
    return Chart(
        name=node["name"],
        kind=node["kind"],
        table=node["table"],
        measure=node["measure"],
        dimensions=node["dimensions"],
        title=told.of("title"),
        description=told.of("description"),
        where=tuple(Filter(column=column, values=values) for column, values in (node["where"] or {}).items()),
    )


def _change(node: Mapping[str, Any]) -> Change:
    note = LangString(es=node["note"]["es"], en=node["note"]["en"])
    periods = tuple(node["periods"] or ())
    return Change(version=node["version"], date=node["date"], type=node["type"], note=note, periods=periods)


def _with_role(node: Mapping[str, Any], role: str) -> str:
    """Who has the role; in a linked dataset whoever publishes is taken to have made it, where nobody else is named."""
    named = (str(agent["title"]) for agent in node["contributors"] if role in agent["roles"])
    return next(named, _with_role(node, "publisher") if role == "creator" and _nobody(node) else _nobody(node))


def _nobody(node: Mapping[str, Any]) -> str:
    return unstated().es if node["celosia"]["kind"] == "linked" else ""


def _roles(main: Document) -> Iterator[Finding]:
    for role in ("publisher", "creator"):
        found = sum(role in agent["roles"] for agent in main.value["contributors"])
        if found > 1 or (found == 0 and main.value["celosia"]["kind"] != "linked"):
            yield main.finding("contributors", "contributors", ("role", role), ("found", str(found)))


def _names(main: Document, name: str) -> Iterator[Finding]:
    if main.value["name"] not in {name, ""}:
        yield main.finding("id-differs", "name", ("id", name))


def _unlisted(folder: Folder, home: str, tables: tuple[Table, ...]) -> Iterator[Finding]:
    known = {"datapackage.yaml", "datapackage.en.yaml", "changes.yaml", *(part.path for part in tables)}
    if "/releases/" in home:
        return
    for name in folder.names(home):
        if name not in known and not folder.is_folder(f"{home}/{name}"):
            yield Finding(code="unlisted-file", where=Place(path=f"{home}/{name}"), severity="warning")
