"""The seal's reading of the site, file by file, in several processes; what was found clean is not read again."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from celosia.derive import Publication
from celosia.model import Finding, Made
from celosia.publish import Store, Workshop
from celosia.publish.code import code_version
from celosia.seal import Divided, Folder, Told, divide, listings, scan_page, told_everywhere, withdrawn_hashes

_WORTH = 4
_BATCH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """What is known where pages of no dataset are read: `hashes` are those that each may list."""

    said: Told
    hashes: Mapping[str, frozenset[str]]


Task = tuple[Folder | _Pages, tuple[tuple[str, Made], ...], Store]
Clean = Mapping[str, tuple[Finding, ...]]
Hashes = Mapping[str, tuple[str, ...]]


def leaks(publication: Publication, site: Mapping[str, Made], workshop: Workshop) -> tuple[Finding, ...]:
    """What the files of a site tell of persons and its tables do not. Nothing is asked where no dataset is guarded."""
    divided = divide(publication, site)
    hashes = {**{path: (made.sha256, made.sha512) for path, made in site.items()}, **withdrawn_hashes(publication.permanence)}
    keys = _keys(divided, site, hashes)
    new = {name for name, key in keys.items() if workshop.store.recall(key) is None}
    tasks = tuple(_tasks(divided, publication, (site, hashes), new)) if new else ()
    told = workshop.run(_read, [(*task, workshop.store) for task in tasks], worth=_WORTH)
    found = {name: findings for read in told for name, findings in read.items()}
    for name in sorted(new):
        if not found[name]:
            workshop.store.keep(keys[name], {})
    return tuple(finding for findings in found.values() for finding in findings)


def _keys(divided: Divided, site: Mapping[str, Made], hashes: Hashes) -> Mapping[str, str]:
    """For each dataset and each page, the hash of all that its reading depends on."""
    folders = {f"{part.name}/": (part.digest, _made(part.paths, site)) for part in divided.folders}
    listings = _listings(divided.pages, hashes)
    pages = {path: (divided.digest, path, site[path].sha256, _listed(listings[path])) for path in divided.pages}
    version = code_version("celosia.seal"), code_version("celosia.derive")
    return {name: _hash((version, subject)) for name, subject in {**folders, **pages}.items()}


def _tasks(
    divided: Divided, publication: Publication, known: tuple[Mapping[str, Made], Hashes], new: set[str]
) -> Iterable[tuple[Folder | _Pages, tuple[tuple[str, Made], ...]]]:
    """The work that is left: a dataset each, then the pages a batch at a time. `known`: the files, and what may be listed."""
    site, told = known
    for part in divided.folders:
        if f"{part.name}/" in new:
            yield part, _made(part.paths, site)
    pages = [path for path in divided.pages if path in new]
    if pages:
        said, hashes = told_everywhere(publication, divided.around), _listings(pages, told)
        for start in range(0, len(pages), _BATCH):
            yield _Pages(said=said, hashes=hashes), _made(pages[start : start + _BATCH], site)


def _read(task: Task) -> Clean:
    part, files, store = task
    bodies = {path: store.read(made) for path, made in files}
    if isinstance(part, Folder):
        return {f"{part.name}/": part.scan(bodies)}
    return {path: scan_page(part.said, path, body, part.hashes[path]) for path, body in bodies.items()}


def _made(paths: Sequence[str], site: Mapping[str, Made]) -> tuple[tuple[str, Made], ...]:
    return tuple((path, site[path]) for path in paths)


def _listings(pages: Sequence[str], hashes: Hashes) -> Mapping[str, frozenset[str]]:
    return listings(pages, hashes) if pages else {}


@lru_cache(maxsize=4096)
def _listed(hashes: frozenset[str]) -> str:
    """One hash for many: all lists of the site share the same set."""
    return _hash(sorted(hashes))


def _hash(subject: object) -> str:
    return hashlib.sha256(repr(subject).encode()).hexdigest()
