"""The command line: celosia build · check · protect · audit · serve · release · diff · import · record · move · withdraw."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from importlib.metadata import version
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from celosia.check.inspection import Inspection, inspect, visible
from celosia.check.kin import frozen
from celosia.derive import Difference, difference
from celosia.derive.difference_file import difference_csv, difference_json
from celosia.derive.difference_text import difference_text
from celosia.disclosure.line import System, system
from celosia.disclosure.tables import systems
from celosia.errors import CatalogRefusedError, CelosiaError, ProtectionRefusedError, SiteRefusedError
from celosia.harvest import Order as Importing
from celosia.harvest import harvest, summary
from celosia.load import load
from celosia.load.mapping import load_mapping
from celosia.load.plan import load_plan
from celosia.locales import findings
from celosia.locales.harvest import spoken as import_word
from celosia.locales.inspection import inspected_line, interval_line
from celosia.locales.inspection import word as inspection_word
from celosia.locales.permanence import phrase, withdrawn_text
from celosia.locales.protection import spoken, table_line
from celosia.model import Catalog, Finding, LangString, Place, Report
from celosia.model.dataset import ChangeType
from celosia.model.permanence import Reason
from celosia.model.plan import Plan
from celosia.permanence import Bench, move, record, withdraw
from celosia.permanence import Order as Withdrawing
from celosia.pipeline import Order, Proving, build, examine
from celosia.publish import Folder, Progress, Store, Workshop
from celosia.release import Order as Releasing
from celosia.release import release
from celosia.release.state import catalog_at, state
from celosia.serve import serve
from celosia.website import Finished, make_site, stylesheet

if TYPE_CHECKING:
    from celosia.protect import Protected

_FORMATS: Mapping[str, Callable[[Report, str], str]] = {
    "text": findings.render_text,
    "github": findings.render_github,
    "json": findings.render_json,
}
DIFFERENCES: Mapping[str, Callable[[Difference, str], str]] = {
    "text": difference_text,
    "csv": lambda told, lang: difference_csv(told).decode(),  # noqa: ARG005 - files are the same in every language
    "json": lambda told, lang: difference_json(told).decode(),  # noqa: ARG005 - idem
}
"""How `celosia diff` prints."""
_ENCODINGS = {"utf-8": "utf-8-sig", "latin-1": "latin-1"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 where all is well, 1 where something must be mended (and it is said what), 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except (CatalogRefusedError, ProtectionRefusedError, SiteRefusedError) as refused:
        print(_FORMATS[options.format](refused.report, options.lang))
        return 1
    except CelosiaError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="celosia", description=__doc__)
    parser.add_argument("--version", action="version", version=f"celosia {version('celosia')}")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, command, words in (
        ("build", _build, "check the catalogue and build the site"),
        ("check", _check, "check the catalogue and say what must be mended"),
        ("protect", _protect, "make safe tables from a confidential source, by a plan in protection/"),
        ("audit", _audit, "attack what is hidden: in the catalogue, or in CSV files that somebody else published"),
        ("serve", _serve, "build, serve on this machine, and build again when a file changes"),
        ("release", _release, "freeze the current state of a dataset as a version"),
        ("diff", _diff, "what differs between two states of a dataset"),
        ("record", _record, "build, and write down every address of the site: from then on no build may break it"),
        ("move", _move, "give a dataset, an agreement or a page another address; the old one leads to it"),
        ("withdraw", _withdraw, "take a dataset, a version or a table out of the whole site; its addresses say why"),
        ("import", _import, "describe here what somebody else's catalogue describes, and say what that lacks"),
    ):
        sub = commands.add_parser(name, help=words, description=words)
        sub.add_argument("--root", type=Path, default=Path(), help="the catalogue's folder (default: this one)")
        sub.add_argument("--lang", choices=("es", "en"), default=_system_language(), help="language of the findings")
        sub.add_argument("--format", choices=tuple(_FORMATS), default=_default_format(), help="how findings are printed")
        sub.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="processes for drawings and pages")
        sub.set_defaults(command=command)
        if name == "serve":
            sub.add_argument("--port", type=int, default=8000)
        elif name == "protect":
            sub.add_argument("plan", help="the plan's name: protection/<name>.yaml")
            sub.add_argument("--source", type=Path, help="where the confidential source is, instead of the plan's source.path")
            sub.add_argument("--budget", type=float, default=60.0, help="seconds for the best pattern (default: 60)")
        elif name == "audit":
            sub.add_argument("folder", type=Path, nargs="?", help="the folder of CSV files; needs --mapping")
            sub.add_argument("--mapping", type=Path, help="what the columns of the CSV files mean")
            sub.add_argument("--intervals", action="store_true", help="print what can be proven of each hidden cell")
        elif name == "release":
            sub.add_argument("dataset", help="the dataset's id")
            sub.add_argument("--type", choices=get_args(ChangeType), help="what kind of change it is")
            sub.add_argument("--note", help="what changed, for people, in Spanish")
            sub.add_argument("--note-en", help="the same in English")
            sub.add_argument("--version", dest="number", help="the version (default: the least that is high enough)")
            sub.add_argument("--date", type=date.fromisoformat, default=None, help="the day of the release (default: today)")
        elif name == "diff":
            sub.add_argument("older", help="a dataset, a dataset@version, or a folder with datapackage.yaml")
            sub.add_argument("newer", help="the same, of the state to compare it with")
            sub.add_argument("--as", dest="form", choices=tuple(DIFFERENCES), default="text", help="how it is printed")
        elif name == "import":
            sub.add_argument("source", help="a data.json, DCAT, answer of CKAN or datapackage.json: a file or an address")
        elif name in ("record", "move", "withdraw"):
            _add_permanence(name, sub)
        else:
            sub.add_argument("--timings", type=Path, help="write what each stage cost as JSON")
    return parser


def _add_permanence(name: str, sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--date", type=date.fromisoformat, default=None, help="the day that is written down (default: today)")
    if name == "move":
        sub.add_argument("old", help="the id of a dataset, or an address: methods/ or agreements/<id>/")
        sub.add_argument("new", help="the new one, of the same kind")
    elif name == "withdraw":
        sub.add_argument("dataset", help="the dataset's id")
        sub.add_argument("--version", dest="number", help="only this version")
        sub.add_argument("--table", help="only this table, with its charts")
        sub.add_argument("--reason", choices=get_args(Reason), required=True, help="the class of the reason, which is shown")
        sub.add_argument("--note", required=True, help="what people are told, in Spanish: no hint at what it said")
        sub.add_argument("--note-en", help="the same in English")
        sub.add_argument("--replaced-by", help="the address of what replaces it")


def _import(options: argparse.Namespace) -> int:
    """The only command that asks anything of an address, and only of the one that the person named."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    done = harvest(Importing(source=options.source, root=options.root.resolve(), day=moment.date()))
    told = (
        summary(done.report, options.lang) if options.format == "text" else _FORMATS[options.format](done.report, options.lang)
    )
    counts = {state: done.states.get(state, 0) for state in ("new", "refreshed", "same")}
    print(told, import_word("states", options.lang).format(**counts), sep="\n")
    written = import_word("written" if done.written else "nothing", options.lang)
    print(written.format(files=len(done.written)))
    return 0


def _build(options: argparse.Namespace) -> int:
    workshop = _workshop(options)
    finished, report = build_site(options.root, workshop)
    _say_warnings(report, options)
    print(f"site/: {finished.files} files, {finished.rendered} pages rendered, {finished.written} files written")
    _write_timings(options, workshop)
    return 0


def build_site(root: Path, workshop: Workshop) -> tuple[Finished, Report]:
    """The whole build: the catalogue of `root` into `root/site`. Errors as `pipeline.build` and `website.make_site`."""
    root = root.resolve()
    state = root / ".celosia"
    order = Order(root=root, environment=_environment(root), stylesheet=stylesheet())
    built = build(order, Folder(path=root / "build", ledger=state / "build.json"), workshop)
    finished = make_site(root, built, Folder(path=root / "site", ledger=state / "site.json"), workshop)
    return finished, Report.of((*built.report.findings, *finished.report.findings))


def _check(options: argparse.Namespace) -> int:
    workshop = _workshop(options)
    root = options.root.resolve()
    _, report = examine(root, workshop, _environment(root))
    _say_warnings(report, options)
    print("✔ 0 errores" if options.lang == "es" else "✔ 0 errors")
    _write_timings(options, workshop)
    return 0


def _protect(options: argparse.Namespace) -> int:
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
    loading = load(root, _environment(root))
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


def _audit(options: argparse.Namespace) -> int:
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
    print(_FORMATS[options.format](report, options.lang))
    return 1 if report.errors else 0


def _published(options: argparse.Namespace) -> tuple[tuple[System, ...], tuple[Finding, ...]]:
    """The populations of a catalogue, or those of a folder with a mapping."""
    if options.mapping:
        mapped = load_mapping(options.mapping, options.folder or options.mapping.parent)
        return tuple(system(sheets) for sheets in mapped.populations), mapped.findings
    loading = load(options.root.resolve(), _environment(options.root.resolve()))
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


def _serve(options: argparse.Namespace) -> int:
    """Each build runs in a process of its own, so that a change of templates or code counts too."""
    told = {"root": options.root, "lang": options.lang, "format": options.format, "processes": options.processes}
    flags = (part for name, value in told.items() for part in (f"--{name}", str(value)))
    command = [sys.executable, "-m", "celosia", "build", *flags]

    def rebuild() -> None:
        subprocess.run(command, check=False)  # noqa: S603 - our own command

    serve(options.root.resolve(), options.port, rebuild)
    return 0


def _release(options: argparse.Namespace) -> int:
    """Freeze, and say what was frozen."""
    root, workshop = options.root.resolve(), _workshop(options)
    note = LangString(es=options.note, en=options.note_en) if options.note else None
    day = options.date or datetime.now(UTC).date()
    order = Releasing(root=root, dataset=options.dataset, day=day, type=options.type, note=note, version=options.number)
    with workshop.progress.stage("check") as counter:
        released = release(order, {}, Proving(workshop=workshop, counter=counter))
    if released.difference:
        print(difference_text(released.difference, options.lang), end="")
    print(f"✔ {released.folder}/: {released.files}")
    return 0


def _diff(options: argparse.Namespace) -> int:
    """Print what differs. 0 whether anything does or not: it is an answer, not a fault."""
    catalog = catalog_at(options.root.resolve())
    older, newer = state(options.older, catalog), state(options.newer, catalog)
    print(DIFFERENCES[options.form](difference(older, newer), options.lang), end="")
    return 0


def _record(options: argparse.Namespace) -> int:
    done = record(_bench(options), _day(options))
    print(phrase("recorded", options.lang).format(new=done.new, all=done.all))
    return 0


def _move(options: argparse.Namespace) -> int:
    done = move(_bench(options), options.old, options.new, _day(options))
    print(phrase("moved", options.lang).format(addresses=done.addresses))
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    order = Withdrawing(
        dataset=options.dataset,
        reason=options.reason,
        note=LangString(es=options.note, en=options.note_en),
        day=_day(options),
        version=options.number,
        table=options.table,
        replaced_by=options.replaced_by,
    )
    done = withdraw(_bench(options), order)
    print(withdrawn_text((done.addresses, done.amended), done.still, done.mentions, options.lang))
    return 0


def _bench(options: argparse.Namespace) -> Bench:
    root = options.root.resolve()
    return Bench(root=root, environment=_environment(root), workshop=_workshop(options))


def _day(options: argparse.Namespace) -> date:
    return options.date or datetime.now(tz=UTC).date()


def _workshop(options: argparse.Namespace) -> Workshop:
    store = Store(folder=options.root.resolve() / ".celosia" / "cache")
    return Workshop(store=store, processes=max(1, options.processes), progress=Progress())


def _say_warnings(report: Report, options: argparse.Namespace) -> None:
    if report.findings:
        print(_FORMATS[options.format](report, options.lang))


def _write_timings(options: argparse.Namespace, workshop: Workshop) -> None:
    if options.timings:
        options.timings.write_text(dumps([asdict(timing) for timing in workshop.progress.timings], indent=1))


def _environment(root: Path) -> Mapping[str, str]:
    """The environment, with the commit's date as SOURCE_DATE_EPOCH where nothing else is the clock."""
    environment = dict(os.environ)
    if not environment.get("SOURCE_DATE_EPOCH"):
        git = ("git", "-C", str(root), "log", "-1", "--format=%ct")
        try:
            asked = subprocess.run(git, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
        except FileNotFoundError:
            return environment
        if asked.returncode == 0 and asked.stdout.strip():
            environment["SOURCE_DATE_EPOCH"] = asked.stdout.strip()
    return environment


def _system_language() -> str:
    return "es" if os.environ.get("LANG", "").startswith("es") else "en"


def _default_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
