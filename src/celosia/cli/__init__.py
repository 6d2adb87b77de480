"""The command line: celosia build · check · protect · audit · serve · release · diff · import · record · move · withdraw."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from celosia.cli.building import build_command, build_site, check_command, serve_command
from celosia.cli.importing import import_
from celosia.cli.keeping import diff_command, move_command, record_command, release_command, withdraw_command
from celosia.cli.options import ADDED
from celosia.cli.protecting import audit_command, protect_command
from celosia.cli.shared import FORMATS
from celosia.errors import CatalogRefusedError, CelosiaError, ProtectionRefusedError, SiteRefusedError

__all__ = ["build_site", "main", "parser"]

_COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace], int], str], ...] = (
    ("build", build_command, "check the catalogue and build the site"),
    ("check", check_command, "check the catalogue and say what must be mended"),
    ("protect", protect_command, "make safe tables from a confidential source, by a plan in protection/"),
    ("audit", audit_command, "attack what is hidden: in the catalogue, or in CSV files that somebody else published"),
    ("serve", serve_command, "build, serve on this machine, and build again when a file changes"),
    ("release", release_command, "freeze the current state of a dataset as a version"),
    ("diff", diff_command, "what differs between two states of a dataset"),
    ("record", record_command, "build, and write down every address of the site: from then on no build may break it"),
    ("move", move_command, "give a dataset, an agreement or a page another address; the old one leads to it"),
    ("withdraw", withdraw_command, "take a dataset, a version or a table out of the whole site; its addresses say why"),
    ("import", import_, "describe here what somebody else's catalogue describes, and say what that lacks"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 where all is well, 1 where something must be mended (and it is said what), 2 for wrong usage."""
    options = parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except (CatalogRefusedError, ProtectionRefusedError, SiteRefusedError) as refused:
        print(FORMATS[options.format](refused.report, options.lang))
        return 1
    except CelosiaError as error:
        print(error, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """All commands, each with the options of all and its own."""
    whole = argparse.ArgumentParser(prog="celosia", description=__doc__)
    whole.add_argument("--version", action="version", version=f"celosia {version('celosia')}")
    commands = whole.add_subparsers(required=True, metavar="command")
    for name, command, words in _COMMANDS:
        sub = commands.add_parser(name, help=words, description=words)
        sub.add_argument("--root", type=Path, default=Path(), help="the catalogue's folder (default: this one)")
        sub.add_argument("--lang", choices=("es", "en"), default=_system_language(), help="language of the findings")
        sub.add_argument("--format", choices=tuple(FORMATS), default=_default_format(), help="how findings are printed")
        sub.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="processes for drawings and pages")
        sub.set_defaults(command=command)
        if name in ADDED:
            ADDED[name](sub)
    return whole


def _system_language() -> str:
    return "es" if os.environ.get("LANG", "").startswith("es") else "en"


def _default_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
