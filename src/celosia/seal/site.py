"""A whole site in parts that can be read apart: the folder of each dataset that is guarded, and each page of no dataset."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256, sha512
from pathlib import Path

from celosia.derive import DatasetPublication, Publication, derive
from celosia.model import Catalog, Finding, Report
from celosia.seal.around import around
from celosia.seal.leaks import Published, scan, scan_page
from celosia.seal.names import owner
from celosia.seal.told import Around, Told, is_guarded, told

_LISTS = ("json", "jsonld", "xml", "ttl", "rdf")
"""The only files outside datasets that may list checksums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The paths of a guarded dataset. `digest` stands for all that is published of it and may be quoted in it."""

    digest: str
    publication: DatasetPublication = field(repr=False)
    related: tuple[DatasetPublication, ...] = field(repr=False)
    around: Around = field(repr=False)
    paths: tuple[str, ...]

    def published(self) -> Published:
        """What its files are held against."""
        dataset = self.publication.dataset
        said = told((dataset,), self.around, [one.dataset for one in self.related])
        return Published(dataset=dataset, charts=self.publication.charts, said=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A site in parts. Nothing at all where no dataset is guarded: then there is nothing to find."""

    folders: tuple[Folder, ...] = ()
    digest: str = ""
    pages: tuple[str, ...] = ()
    around: Around = field(default_factory=Around)


def divide(publication: Publication, paths: Iterable[str]) -> Divided:
    """The parts of a site, by its paths. A dataset that is not guarded is in none."""
    guarded = {one.dataset.id: one for one in publication.datasets if is_guarded(one.dataset)}
    if not guarded:
        return Divided()
    every = {one.dataset.id: one for one in publication.datasets}
    digests = {id_: _digest(one.dataset) for id_, one in every.items()}
    known = around(publication)
    held: dict[str | None, list[str]] = {}
    for path in sorted(paths):
        held.setdefault(owner(path), []).append(path)
    folders = (
        Folder(
            digest=_digest([digests[id_], *(digests[name] for name in one.dataset.related if name in digests), known]),
            publication=one,
            related=tuple(every[name] for name in one.dataset.related if name in every),
            around=known,
            paths=tuple(held.get(id_, ())),
        )
        for id_, one in guarded.items()
    )
    others = (id_ for id_ in held if id_ is None or id_ not in every)
    pages = tuple(path for id_ in others for path in held[id_])
    return Divided(folders=tuple(folders), digest=_digest([*digests.values(), known]), pages=pages, around=known)


def told_everywhere(publication: Publication, known: Around) -> Told:
    """What may be said on the pages of no dataset: the figures of all."""
    datasets = [one.dataset for one in publication.datasets]
    return told(
        [dataset for dataset in datasets if is_guarded(dataset)],
        known,
        [dataset for dataset in datasets if not is_guarded(dataset)],
    )


def scan_site(folder: Path, catalog: Catalog) -> Report:
    """Everything that a built site tells of persons and the catalogue's tables do not. For a site that stands somewhere."""
    paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    publication = derive(catalog)
    divided = divide(publication, paths)
    hashes = {path: _hashes((folder / path).read_bytes()) for path in (paths if divided.folders else ())}
    found: list[Finding] = []
    for part in divided.folders:
        found += scan(part.published(), _bodies(folder, part.paths))
    if divided.pages:
        said = told_everywhere(publication, divided.around)
        bodies = _bodies(folder, divided.pages)
        known = listings(divided.pages, hashes)
        found += [one for path, body in bodies.items() for one in scan_page(said, path, body, known[path])]
    return Report.of(found)


def listings(pages: Iterable[str], hashes: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    """The checksums that each page of no dataset may give, of `hashes` by path: a list all, others their folder's."""
    beside: dict[str, set[str]] = {}
    for path, known in hashes.items():
        beside.setdefault(path.rpartition("/")[0], set()).update(known)
    every = frozenset(one for known in hashes.values() for one in known)
    return {path: every if path.rpartition(".")[2] in _LISTS else frozenset(beside.get(_folder(path), ())) for path in pages}


def _folder(path: str) -> str:
    """The folder of a page in the root tree, which both languages share; none for the root itself."""
    return path.removeprefix("en/").rpartition("/")[0] or "."


def _bodies(folder: Path, paths: Iterable[str]) -> Mapping[str, bytes]:
    return {path: (folder / path).read_bytes() for path in paths}


def _hashes(body: bytes) -> tuple[str, ...]:
    """SHA-256, by which everything of ours goes, and SHA-512, which the Perfil Nacional de Metadatos asks for."""
    return sha256(body).hexdigest(), sha512(body).hexdigest()


def _digest(subject: object) -> str:
    return sha256(repr(subject).encode()).hexdigest()
