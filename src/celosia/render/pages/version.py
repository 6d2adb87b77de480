"""A frozen release: its files as they are, one archive of them, and its page in each language. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from celosia.derive import DatasetPublication, Publication, VersionPublication
from celosia.exporters import export_version
from celosia.exporters.archive import stored
from celosia.model import Made, Site, Territory, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.heads import Place, version_head
from celosia.render.menu import PROTECTION
from celosia.render.pages.dataset import own_site, without_bodies
from celosia.render.pages.document import document_files, titled
from celosia.render.territory import named_territories
from celosia.render.views.pinned import Pinned, pinned
from celosia.render.views.reading import Reading
from celosia.render.views.version import Shown, version_view


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFolder:
    """The files of a release, told apart by their `digest`: a key need not hold every byte."""

    path: str
    archive: str
    digest: str
    files: tuple[tuple[str, bytes], ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPage:
    """What the page of a release shows, in one language. `newest` is the last release's number, `next` the following one's."""

    told: DatasetPublication
    release: Pinned
    newest: str
    next: str
    site: Site
    territories: tuple[Territory, ...]
    lang: str
    explained: bool


def version_path(dataset: str, version: str) -> str:
    """Where a release stands, in both languages.

    >>> version_path("x", "1.0.0")
    'datasets/x/v/1.0.0/'
    """
    return f"datasets/{dataset}/v/{version}/"


def version_units(publication: Publication) -> Iterable[Unit]:
    """For each release of each dataset its files, and its page in each language."""
    for told in publication.datasets:
        for version in told.versions:
            files = _folder(version)
            name = f"frozen:{told.dataset.id}:{version.number}"
            yield Unit(name=name, function=frozen_folder, arguments=(files,))
            cited = (without_bodies(version.told).dataset, own_site(publication.site), (*dict(files.files), files.archive))
            yield Unit(name=f"cited:{told.dataset.id}:{version.number}", function=export_version, arguments=cited)
            for lang in publication.site.languages:
                page = _page(publication, told, version, lang)
                own = f"page:{lang}:{files.path}"
                yield Unit(name=own, function=version_page, arguments=(page,), needs=(name,))


def frozen_folder(files: FrozenFolder) -> Mapping[str, bytes]:
    """Each file as it was frozen, and all of them in an archive that no compressor has a say in."""
    base = f"{folder(ROOT)}{files.path}"
    served = {f"{base}{path}": body for path, body in files.files}
    return {**served, f"{base}{files.archive}": stored(dict(files.files))}


def version_page(page: VersionPage, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    """The two files of the page."""
    dataset = page.told.dataset
    address = Address(lang=page.lang, path=version_path(dataset.id, dataset.version))
    reading = Reading.of(address, page.territories, page.told.sources, explained=page.explained)
    shown = Shown(told=page.told, release=page.release, newest=page.newest, next=page.next, site=page.site)
    view = version_view(shown, reading, made)
    files = {path.partition(address.path)[2]: one for path, one in made.items()}
    place = Place(site=page.site, address=address, territories=page.territories, parent=dataset.title.text(page.lang))
    head = version_head(page.told, place, files, page.newest)
    return document_files(titled(dataset.title, dataset.summary, address, updated=dataset.modified), "version", view, head)


def _folder(version: VersionPublication) -> FrozenFolder:
    dataset = version.version.dataset
    files = version.version.files
    return FrozenFolder(
        path=version_path(dataset.id, version.number),
        archive=archive_name(dataset.id, version.number),
        digest=sha256(repr([(path, sha256(body).hexdigest()) for path, body in files]).encode()).hexdigest(),
        files=files,
    )


def archive_name(dataset: str, version: str) -> str:
    """The name of a release's archive."""
    return f"{dataset}-{version}.zip"


def _page(publication: Publication, told: DatasetPublication, version: VersionPublication, lang: str) -> VersionPage:
    numbers = [card.number for card in told.history]
    return VersionPage(
        told=without_bodies(version.told),
        release=pinned(version, publication.site.languages),
        newest=numbers[-1],
        next=numbers[min(numbers.index(version.number) + 1, len(numbers) - 1)],
        site=own_site(publication.site),
        territories=named_territories(version.told, publication.territories),
        lang=lang,
        explained=any((other.path, other.lang) == (PROTECTION, lang) for other in publication.pages),
    )
