"""`celosia move`: a dataset, an agreement or a page under another name; every address that it had leads to the new one."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from celosia.derive import Publication
from celosia.errors import CatalogRefusedError
from celosia.load.scalar import ID
from celosia.model import Made, PublishedAddress, Report
from celosia.model.nearest import nearest
from celosia.model.permanence import file_of
from celosia.permanence.building import Bench, refusal, rows_of
from celosia.permanence.ledger import recorded, write_ledger
from celosia.permanence.undo import whole_or_nothing

_AGREEMENTS = "agreements/"
_NAMING = ("dataset", "norms", "directory", "sources", "population")
_LISTING = ("related", "datasets")
_NOUNS = ("commitments", "comparisons", "crosswalks", "events", "protection", "systems", "territories")
Renamed = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many addresses lead elsewhere now."""

    addresses: int


def move(bench: Bench, old: str, new: str, day: date) -> Moved:
    """Rename, and mark every address. `old` and `new` are ids of datasets, or addresses (`methods/`, `agreements/x/`).

    `CatalogRefusedError` where there is no such thing, or the new name is or was in use.
    """
    publication, site = bench.finished()
    rows = recorded(rows_of(publication), site, day)
    renamed = _plan(publication, (old, new), rows)
    with whole_or_nothing(bench.root):
        renamed(bench.root)
        after = bench.assembled()
        moved = _followed(rows, after, _addresses(old, new))
        write_ledger(bench.root, recorded(moved, after, day))
        bench.finished()
    return Moved(addresses=sum(rows[path] != row for path, row in moved.items() if path in rows))


def _plan(publication: Publication, names: tuple[str, str], rows: Mapping[str, PublishedAddress]) -> Callable[[Path], None]:
    """What is done to the files. `CatalogRefusedError` where it may not be done."""
    old, new = names
    there = {one.dataset.id for one in publication.datasets}
    pages = {page.path for page in publication.pages}
    agreements = {f"{_AGREEMENTS}{one.agreement.id}/" for one in publication.agreements}
    if old not in there | pages | agreements or not old:
        raise CatalogRefusedError(Report.of([refusal("unknown-address", old, nearest(old, there | pages | agreements))]))
    home = new if new.endswith("/") else f"datasets/{new}/"
    if old.endswith("/") != new.endswith("/") or not _is_name(old, new, is_agreement=old in agreements):
        raise CatalogRefusedError(Report.of([refusal("unlike-address", new)]))
    if any(path.removeprefix("en/").startswith(home) for path in rows):
        raise CatalogRefusedError(Report.of([refusal("address-taken", new)]))
    if old in there:
        return lambda root: rename_dataset(root, old, new)
    if old in agreements:
        return lambda root: rename_agreement(root, old.split("/")[1], new.split("/")[1])
    return lambda root: _move_page(root, old, new)


def _is_name(old: str, new: str, *, is_agreement: bool) -> bool:
    """Whether something of the kind of `old` may be called so."""
    parts = new.rstrip("/").split("/")
    try:
        names = [ID.read(part) for part in parts]
    except ValueError:
        return False
    return len(names) == 1 if not old.endswith("/") else not is_agreement or (new.startswith(_AGREEMENTS) and len(names) == 2)  # noqa: PLR2004 - agreements/<id>/


def _addresses(old: str, new: str) -> Renamed:
    """The new address for each old one."""
    if old.endswith("/"):
        tree = re.compile(rf"^((?:en/)?){re.escape(old)}")
        return lambda path: tree.sub(lambda found: f"{found[1]}{new}", path)
    part = re.compile(rf"(?<![^/]){re.escape(old)}(?=[/.]|-\d|$)")
    return lambda path: part.sub(new, path)


def _followed(
    rows: Mapping[str, PublishedAddress], after: Mapping[str, Made], renamed: Renamed
) -> Mapping[str, PublishedAddress]:
    """The ledger where each address that is gone leads to its new one, and those that led to it too: never in two steps."""
    goes = {
        path: renamed(path)
        for path, row in rows.items()
        if row.status == "live" and file_of(path) not in after and file_of(renamed(path)) in after
    }
    moved = {path: replace(rows[path], status="moved", to=to) for path, to in goes.items()}
    led = {path: replace(row, to=goes[row.to]) for path, row in rows.items() if row.status == "moved" and row.to in goes}
    return {**rows, **moved, **led}


def rename_dataset(root: Path, old: str, new: str) -> None:
    """The files of a dataset, and whatever names it."""
    (root / "datasets" / old).rename(root / "datasets" / new)
    own = sorted((root / "datasets" / new).glob("**/datapackage.yaml"))
    _edit(own, lambda text: re.sub(rf"^name: {re.escape(old)}[ \t]*$", f"name: {new}", text, flags=re.MULTILINE))
    _edit(_descriptions(root), lambda text: _renamed_names(text, old, new))
    _edit(_prose(root), lambda text: text.replace(f"datasets/{old}/", f"datasets/{new}/"))
    _edit((root / "releases").glob("*.csv"), lambda text: re.sub(rf"(?<=,){re.escape(old)}/", f"{new}/", text))
    for path in sorted((root / "releases").glob(f"{old}.*.csv")):
        path.rename(path.with_name(new + path.name.removeprefix(old)))


def rename_agreement(root: Path, old: str, new: str) -> None:
    """The file of an agreement, and whatever names it."""
    path = (root / _AGREEMENTS / f"{old}.yaml").rename(root / _AGREEMENTS / f"{new}.yaml")
    _edit([path], lambda text: re.sub(rf"^id: {re.escape(old)}[ \t]*$", f"id: {new}", text, flags=re.MULTILINE))
    _edit(_descriptions(root), lambda text: _renamed_in_lists(text, old, new, ("agreements", "related")))
    _edit(_prose(root), lambda text: text.replace(f"{_AGREEMENTS}{old}/", f"{_AGREEMENTS}{new}/"))


def _move_page(root: Path, old: str, new: str) -> None:
    for lang in ("es", "en"):
        if (root / "docs" / lang / old).is_dir():
            (root / "docs" / lang / new).parent.mkdir(parents=True, exist_ok=True)
            (root / "docs" / lang / old).rename(root / "docs" / lang / new)
    link = re.compile(rf"(\]\((?:\.\./)*){re.escape(old)}(?=index\.)")
    _edit(_prose(root), lambda text: link.sub(lambda found: f"{found[1]}{new}", text))


def _renamed_names(text: str, old: str, new: str) -> str:
    """Where a file names a dataset: under a key that does, in a list, or as the beginning of a population's name."""
    name = rf"(?P<quote>[\"']?){re.escape(old)}(?=[\"']?(?:\.[a-z]|\s*$|\s*[,}}#]))"
    keyed = re.compile(rf"(?P<key>\b(?:{'|'.join(_NAMING)}):[ \t]*){name}", re.MULTILINE)
    return _renamed_in_lists(keyed.sub(lambda found: f"{found['key']}{found['quote']}{new}", text), old, new, _LISTING)


def _renamed_in_lists(text: str, old: str, new: str, lists: tuple[str, ...]) -> str:
    r"""Where a list of one of these names has it.

    >>> _renamed_in_lists("{sources: [a], datasets: [b, a]}\ndatasets:\n  - a\n  - a-b\n", "a", "c", ("datasets",))
    '{sources: [a], datasets: [b, c]}\ndatasets:\n  - c\n  - a-b\n'
    """
    member = r"\n[ \t]*- [\w\"'-]+[ \t]*(?:#.*)?$"
    listed = re.compile(rf"(?P<head>\b(?:{'|'.join(lists)}):)(?P<rest>[ \t]*\[[^\]]*\]|(?:{member})+)", re.MULTILINE)
    whole = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    return listed.sub(lambda found: found["head"] + whole.sub(new, found["rest"]), text)


def _descriptions(root: Path) -> Iterable[Path]:
    """The files that may name a dataset or an agreement by its id."""
    return (
        *sorted(root.glob("*.yaml")),
        *sorted((root / _AGREEMENTS).glob("*.yaml")),
        *sorted((root / "datasets").glob("**/datapackage.yaml")),
        *(path for noun in _NOUNS for path in sorted((root / noun).glob("*.yaml"))),
    )


def _prose(root: Path) -> Iterable[Path]:
    return (path for lang in ("es", "en") for path in sorted((root / "docs" / lang).glob("**/*.md")))


def _edit(paths: Iterable[Path], change: Callable[[str], str]) -> None:
    for path in list(paths):
        text = path.read_text(encoding="utf-8")
        changed = change(text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
