"""What each command is told, besides what all are."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

from celosia.cli.keeping import DIFFERENCES
from celosia.model.dataset import ChangeType
from celosia.model.permanence import Reason


def _timed(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--timings", type=Path, help="write what each stage cost as JSON")


def _serve(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--port", type=int, default=8000)


def _protect(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("plan", help="the plan's name: protection/<name>.yaml")
    sub.add_argument("--source", type=Path, help="where the confidential source is, instead of the plan's source.path")
    sub.add_argument("--budget", type=float, default=60.0, help="seconds for the best pattern (default: 60)")


def _audit(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", type=Path, nargs="?", help="the folder of CSV files; needs --mapping")
    sub.add_argument("--mapping", type=Path, help="what the columns of the CSV files mean")
    sub.add_argument("--intervals", action="store_true", help="print what can be proven of each hidden cell")


def _release(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("dataset", help="the dataset's id")
    sub.add_argument("--type", choices=get_args(ChangeType), help="what kind of change it is")
    sub.add_argument("--note", help="what changed, for people, in Spanish")
    sub.add_argument("--note-en", help="the same in English")
    sub.add_argument("--version", dest="number", help="the version (default: the least that is high enough)")
    sub.add_argument("--date", type=date.fromisoformat, default=None, help="the day of the release (default: today)")


def _diff(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("older", help="a dataset, a dataset@version, or a folder with datapackage.yaml")
    sub.add_argument("newer", help="the same, of the state to compare it with")
    sub.add_argument("--as", dest="form", choices=tuple(DIFFERENCES), default="text", help="how it is printed")


def _import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("source", help="a data.json, DCAT, answer of CKAN or datapackage.json: a file or an address")
    sub.add_argument("--copy", action="store_true", help="copy the files of rows whose columns are declared, with every check")


def _record(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--date", type=date.fromisoformat, default=None, help="the day that is written down (default: today)")


def _move(sub: argparse.ArgumentParser) -> None:
    _record(sub)
    sub.add_argument("old", help="the id of a dataset, or an address: methods/ or agreements/<id>/")
    sub.add_argument("new", help="the new one, of the same kind")


def _withdraw(sub: argparse.ArgumentParser) -> None:
    _record(sub)
    sub.add_argument("dataset", help="the dataset's id")
    sub.add_argument("--version", dest="number", help="only this version")
    sub.add_argument("--table", help="only this table, with its charts")
    sub.add_argument("--reason", choices=get_args(Reason), required=True, help="the class of the reason, which is shown")
    sub.add_argument("--note", required=True, help="what people are told, in Spanish: no hint at what it said")
    sub.add_argument("--note-en", help="the same in English")
    sub.add_argument("--replaced-by", help="the address of what replaces it")


ADDED: Mapping[str, Callable[[argparse.ArgumentParser], None]] = {
    "build": _timed,
    "check": _timed,
    "protect": _protect,
    "audit": _audit,
    "serve": _serve,
    "release": _release,
    "diff": _diff,
    "import": _import,
    "record": _record,
    "move": _move,
    "withdraw": _withdraw,
}
