"""celosia protect · audit."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from celosia.check.inspection import Inspection, inspect, visible
from celosia.check.kin import frozen
from celosia.cli.shared import FORMATS, environment
from celosia.disclosure.line import System, system
from celosia.disclosure.tables import systems
from celosia.errors import CatalogRefusedError, ProtectionRefusedError
from celosia.load import load
from celosia.load.mapping import load_mapping
from celosia.load.plan import load_plan
from celosia.locales.inspection import inspected_line, interval_line
from celosia.locales.inspection import word as inspection_word
from celosia.locales.protection import spoken, table_line
from celosia.model import Catalog, Finding, Place, Report
from celosia.model.plan import Plan
from celosia.publish import Progress

if TYPE_CHECKING:
    from celosia.protect import Protected

_ENCODINGS = {"utf-8": "utf-8-sig", "latin-1": "latin-1"}


def protect_command(options: argparse.Namespace) -> int:
    """Nothing is written unless everything may be seen. The ledger goes first: what it has counts as published."""
    from celosia import protect  # noqa: PLC0415 - brings the solver, which a build need not load

    root, progress = options.root.resolve(), Progress()
    plan, catalog = _planned(options, root)
    order = protect.Order(plan=plan, catalog=catalog, budget=options.budget)
    path = options.source or root / plan.source.path
    try:
        with path.open(encoding=_ENCODINGS[plan.source.encoding], newline="") as lines:
            made = protect.protect(order, lines, progress.stage)
    except OSError:
        missing = Finding(code="source-missing", where=Place(path=plan.path))
        raise ProtectionRefusedError(Report.of([missing])) from None
    for name, body in sorted(made.files, key=lambda file: not file[0].startswith("releases/")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(body)
    _say_losses(made, options.lang)
    return 0


def _planned(options: argparse.Namespace, root: Path) -> tuple[Plan, Catalog]:
    """The plan, and the catalogue that it is for: only the tables that the plan writes may be missing from that."""
    planning = load_plan(root, Path(options.plan).stem)
    loading = load(root, environment(root))
    if planning.plan is None or loading.catalog is None:
        raise ProtectionRefusedError(Report.of((*planning.findings, *(() if loading.catalog else loading.findings))))
    written = {(f"datasets/{table.dataset}", table.name) for table in planning.plan.tables}
    report = Report.of(finding for finding in loading.findings if not _is_of(finding, written))
    report.require()
    return planning.plan, loading.catalog


def _is_of(finding: Finding, written: Collection[tuple[str, str]]) -> bool:
    home = finding.where.path.rpartition("/")[0]
    return (home, finding.where.table) in written or (finding.code == "missing-file" and home in {path for path, _ in written})


def _say_losses(made: "Protected", lang: str) -> None:
    for lost in made.losses:
        print(table_line(lost.table, (lost.hidden, lost.cells), lost.levels, lang))
    gap = "" if made.gap is None else f"{100 * made.gap:.1f}"
    print(spoken(made.outcome, lang).format(release=made.release, gap=gap))
    print(spoken("written", lang).format(files=len(made.files)))


def audit_command(options: argparse.Namespace) -> int:
    """Attack every population, one after the other. 1 where anything is not proven safe."""
    populations, found = _published(options)
    findings = list(found)
    progress = Progress()
    hidden = 0
    for of_population in populations:
        with progress.stage(of_population.population or of_population.sheets[0].name):
            inspection = inspect(of_population)
        findings += [*inspection.findings, *(visible(of_population) if options.mapping else ())]
        hidden += len(inspection.tables)
        for table in inspection.tables:
            print(inspected_line(table.path, table.hidden, table.unsafe, options.lang))
        if inspection.tables:
            name, seconds = progress.timings[-1].stage, progress.timings[-1].wall
            print(inspection_word("seconds", options.lang).format(population=name, seconds=seconds))
        _say_intervals(inspection, options)
    if not hidden:
        print(inspection_word("nothing", options.lang))
    report = Report.of(findings)
    print(FORMATS[options.format](report, options.lang))
    return 1 if report.errors else 0


def _published(options: argparse.Namespace) -> tuple[tuple[System, ...], tuple[Finding, ...]]:
    """The populations of a catalogue, or those of a folder with a mapping."""
    if options.mapping:
        mapped = load_mapping(options.mapping, options.folder or options.mapping.parent)
        return tuple(system(sheets) for sheets in mapped.populations), mapped.findings
    loading = load(options.root.resolve(), environment(options.root.resolve()))
    if loading.catalog is None:
        raise CatalogRefusedError(Report.of(loading.findings))
    errors = tuple(finding for finding in loading.findings if finding.severity == "error")
    catalog = loading.catalog
    past = [state for dataset in catalog.datasets for state in frozen(dataset, catalog.versions)]
    return systems(catalog.datasets, catalog.releases, past), errors


def _say_intervals(inspection: Inspection, options: argparse.Namespace) -> None:
    if options.intervals:
        from celosia.disclosure.interval import intervals  # noqa: PLC0415 - brings the solver, which a build need not load

        for cell, interval in sorted(intervals(inspection.family.knowledge).items()):
            print(interval_line(inspection.family.words[cell], interval.low, interval.high, options.lang))
