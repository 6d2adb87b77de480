"""A whole site in parts that can be read apart: the folder of each dataset that is guarded, and each page of no dataset."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256, sha512
from pathlib import Path

from celosia.derive import DatasetPublication, Publication, VersionPublication, derive
from celosia.exporters.archive import stored
from celosia.model import Catalog, Dataset, Finding, Permanence, Report, Role
from celosia.model.permanence import file_of, notice_of
from celosia.seal.around import around
from celosia.seal.leaks import Published, scan, scan_changes, scan_page
from celosia.seal.names import declared_changes, owner
from celosia.seal.told import Around, Told, is_guarded, told

_RECORDS = "api/v1/agreements/"
_LISTS = ("json", "jsonld", "xml", "ttl", "rdf")
"""The only files outside datasets that may list checksums."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The paths of a guarded dataset, of one of its releases, or of what changed among them (`name` as `owner` gives it).

    `digest` stands for all that is published of it and may be quoted in it.
    """

    name: str
    digest: str
    publication: DatasetPublication = field(repr=False)
    related: tuple[DatasetPublication, ...] = field(repr=False)
    around: Around = field(repr=False)
    paths: tuple[str, ...]
    release: VersionPublication | None = field(repr=False, default=None)

    def scan(self, bodies: Mapping[str, bytes]) -> tuple[Finding, ...]:
        """What its files say and its tables do not: a release's are held against its own state, changes against all states."""
        if self.name.endswith("/changes"):
            numbers = tuple(card.number for card in self.publication.history)
            states = (self.publication.dataset, *(version.version.dataset for version in self.publication.versions))
            said = told(states, self.around, self._beside())
            return scan_changes(said, declared_changes(self.publication.dataset.id, numbers), _measures(states), bodies)
        return scan(self.published(), bodies)

    def published(self) -> Published:
        """What its files are held against."""
        shown = self.release.told if self.release else self.publication
        said = told((shown.dataset,), self.around, self._beside())
        hashes = frozenset() if self.release else frozenset(_frozen_hashes(self.publication))
        return Published(dataset=shown.dataset, charts=shown.charts, said=said, release=self.release, hashes=hashes)

    def _beside(self) -> list[Dataset]:
        return [one.dataset for one in self.related]


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A site in parts. Nothing at all where no dataset is guarded: then there is nothing to find."""

    folders: tuple[Folder, ...] = ()
    digest: str = ""
    pages: tuple[str, ...] = ()
    around: Around = field(default_factory=Around)


def divide(publication: Publication, paths: Iterable[str]) -> Divided:
    """The parts of a site, by its paths. A dataset that is not guarded is in none."""
    guarded = {one.dataset.id: one for one in publication.datasets if _is_guarded(one)}
    if not guarded:
        return Divided()
    every = {one.dataset.id: one for one in publication.datasets}
    digests = {id_: _digest(one.dataset) for id_, one in every.items()}
    known = around(publication)
    notices = _notices(publication.permanence)
    held: dict[str | None, list[str]] = {}
    for path in sorted(paths):
        held.setdefault(None if path in notices else owner(path), []).append(path)
    folders = (
        Folder(
            name=name,
            digest=_digest([digests[id_], *(digests[name] for name in one.dataset.related if name in digests), known, state]),
            publication=one,
            related=tuple(every[name] for name in one.dataset.related if name in every),
            around=known,
            paths=tuple(held.get(name, ())),
            release=release,
        )
        for id_, one in guarded.items()
        for name, state, release in _parts(one)
    )
    others = (id_ for id_ in held if id_ is None or id_.partition("/")[0] not in every)
    pages = tuple(path for id_ in others for path in held[id_])
    return Divided(folders=tuple(folders), digest=_digest([*digests.values(), known]), pages=pages, around=known)


def withdrawn_hashes(permanence: Permanence) -> dict[str, tuple[str, ...]]:
    """The checksums that may be told though their files are not served, as if each stood where its notice does."""
    removed = {
        one.path.removeprefix("en/"): (one.sha256,)
        for withdrawal in permanence.withdrawals
        for one in withdrawal.removed
        if one.sha256
    }
    return {**removed, **{f"{notice_of(path)}removed": hashes for path, hashes in removed.items()}}


def _is_guarded(one: DatasetPublication) -> bool:
    """Whether a dataset is guarded, or ever was."""
    return any(is_guarded(state) for state in (one.dataset, *(version.version.dataset for version in one.versions)))


def _parts(one: DatasetPublication) -> Iterator[tuple[str, object, VersionPublication | None]]:
    """The folders of a dataset: its name, what more it depends on, the release that it is of."""
    id_ = one.dataset.id
    releases = {version.number: _digest(version.version.dataset) for version in one.versions}
    yield id_, tuple(releases), None
    for version in one.versions:
        yield f"{id_}/v/{version.number}", releases[version.number], version
    if one.versions:
        yield f"{id_}/changes", tuple(releases.items()), None


def _measures(states: Iterable[Dataset]) -> frozenset[str]:
    """The names of all columns that hold figures."""
    tables = (table for state in states for table in state.tables)
    return frozenset(column.name for table in tables for column in table.with_role(Role.MEASURE))


def _frozen_hashes(one: DatasetPublication) -> Iterator[str]:
    """Of each frozen file, and of the archive of each release, which is made from nothing else."""
    for version in one.versions:
        files = version.version.files
        yield from (sha256(body).hexdigest() for _, body in files)
        yield sha256(stored(dict(files))).hexdigest()


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
    hashes |= withdrawn_hashes(catalog.permanence)
    found: list[Finding] = []
    for part in divided.folders:
        found += part.scan(_bodies(folder, part.paths))
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
        for home in _homes(path):
            beside.setdefault(home, set()).update(known)
    every = frozenset(one for known in hashes.values() for one in known)
    return {path: every if path.rpartition(".")[2] in _LISTS else frozenset(beside.get(_folder(path), ())) for path in pages}


def _homes(path: str) -> Iterator[str]:
    """The folders whose pages may tell the checksum of a file: its own, and for an agreement's record that of its page."""
    yield path.rpartition("/")[0]
    if path.startswith(_RECORDS):
        yield f"agreements/{path.removeprefix(_RECORDS).removesuffix('.json')}"


def _notices(permanence: Permanence) -> frozenset[str]:
    """The pages that tell of something withdrawn, in every language: of no dataset, though in the folder of one."""
    removed = (one.path for withdrawal in permanence.withdrawals for one in withdrawal.removed)
    own = {notice_of(path).removeprefix("en/") for path in removed}
    return frozenset(f"{tree}{file_of(path)}" for path in own for tree in ("", "en/"))


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
