"""celosia build · check · serve."""

import argparse
import subprocess
import sys
from dataclasses import asdict
from json import dumps
from pathlib import Path

from celosia.cli.shared import environment, say_warnings, workshop_of
from celosia.model import Report
from celosia.pipeline import Order, build, examine
from celosia.publish import Folder, Workshop
from celosia.serve import serve
from celosia.website import Finished, make_site, stylesheet


def build_command(options: argparse.Namespace) -> int:
    """Check, build, and say how much is new."""
    workshop = workshop_of(options)
    finished, report = build_site(options.root, workshop)
    say_warnings(report, options)
    print(f"site/: {finished.files} files, {finished.rendered} pages rendered, {finished.written} files written")
    _write_timings(options, workshop)
    return 0


def build_site(root: Path, workshop: Workshop) -> tuple[Finished, Report]:
    """The whole build: the catalogue of `root` into `root/site`. Errors as `pipeline.build` and `website.make_site`."""
    root = root.resolve()
    state = root / ".celosia"
    order = Order(root=root, environment=environment(root), stylesheet=stylesheet())
    built = build(order, Folder(path=root / "build", ledger=state / "build.json"), workshop)
    finished = make_site(root, built, Folder(path=root / "site", ledger=state / "site.json"), workshop)
    return finished, Report.of((*built.report.findings, *finished.report.findings))


def check_command(options: argparse.Namespace) -> int:
    """Check, and say what must be mended."""
    workshop = workshop_of(options)
    root = options.root.resolve()
    _, report = examine(root, workshop, environment(root))
    say_warnings(report, options)
    print("✔ 0 errores" if options.lang == "es" else "✔ 0 errors")
    _write_timings(options, workshop)
    return 0


def serve_command(options: argparse.Namespace) -> int:
    """Each build runs in a process of its own, so that a change of templates or code counts too."""
    told = {"root": options.root, "lang": options.lang, "format": options.format, "processes": options.processes}
    flags = (part for name, value in told.items() for part in (f"--{name}", str(value)))
    command = [sys.executable, "-m", "celosia", "build", *flags]

    def _rebuild() -> None:
        subprocess.run(command, check=False)  # noqa: S603 - our own command

    serve(options.root.resolve(), options.port, _rebuild)
    return 0


def _write_timings(options: argparse.Namespace, workshop: Workshop) -> None:
    if options.timings:
        options.timings.write_text(dumps([asdict(timing) for timing in workshop.progress.timings], indent=1))
