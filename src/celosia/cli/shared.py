"""What every command needs: where the catalogue is worked on, and how findings are said."""

import argparse
import os
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from celosia.locales import findings
from celosia.model import Report
from celosia.publish import Progress, Store, Workshop

FORMATS: Mapping[str, Callable[[Report, str], str]] = {
    "text": findings.render_text,
    "github": findings.render_github,
    "json": findings.render_json,
}
"""How findings are printed."""


def workshop_of(options: argparse.Namespace) -> Workshop:
    """The catalogue's workshop, with its cache."""
    store = Store(folder=options.root.resolve() / ".celosia" / "cache")
    return Workshop(store=store, processes=max(1, options.processes), progress=Progress())


def say_warnings(report: Report, options: argparse.Namespace) -> None:
    """Say what did not stop the command."""
    if report.findings:
        print(FORMATS[options.format](report, options.lang))


def day_of(options: argparse.Namespace) -> date:
    """The day that was typed, or today."""
    return options.date or datetime.now(tz=UTC).date()


def environment(root: Path) -> Mapping[str, str]:
    """The environment, with the commit's date as SOURCE_DATE_EPOCH where nothing else is the clock."""
    told = dict(os.environ)
    if not told.get("SOURCE_DATE_EPOCH"):
        git = ("git", "-C", str(root), "log", "-1", "--format=%ct")
        try:
            asked = subprocess.run(git, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
        except FileNotFoundError:
            return told
        if asked.returncode == 0 and asked.stdout.strip():
            told["SOURCE_DATE_EPOCH"] = asked.stdout.strip()
    return told
