"""The built site of a synthetic catalogue, and ways to plant in its files what nobody published. Every figure is invented."""

import io
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from building import REPOSITORY, a_catalogue, build

from celosia.derive import derive
from celosia.load import load
from celosia.model import Catalog, Finding
from celosia.seal import Published, Told, divide, scan, scan_page, told_everywhere
from celosia.seal.names import owner

MARKS = REPOSITORY / "tests/cases/marks/source/datasets/ejemplo-marcas"
BASE = "datasets/ejemplo-marcas/"
Plant = Callable[[bytes], bytes]
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class Built:
    """A site with the files of the dataset that hides figures, what that dataset publishes, and what may be said anywhere."""

    root: Path
    catalog: Catalog
    published: Published
    everywhere: Told
    files: Mapping[str, bytes]

    def found(self, path: str, plant: Plant) -> tuple[Finding, ...]:
        """What is found where one file is changed (or added: a new one starts empty)."""
        body = plant(self.files.get(path, b""))
        assert body != self.files.get(path), "nothing was planted"
        if owner(path) == self.published.dataset.id:
            own = {name: one for name, one in self.files.items() if owner(name) == self.published.dataset.id}
            return scan(self.published, {**own, path: body})
        return scan_page(self.everywhere, path, body, frozenset())


def built_site(root: Path) -> Built:
    """The invented base with the dataset in which every mark occurs, built once."""
    a_catalogue(root)
    shutil.copytree(MARKS, root / BASE)
    build(root)
    catalog = load(root, {}).catalog
    assert catalog is not None
    site = root / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    publication = derive(catalog)
    divided = divide(publication, files)
    (part,) = (one for one in divided.folders if one.publication.dataset.id == "ejemplo-marcas")
    everywhere = told_everywhere(publication, divided.around)
    return Built(root=root, catalog=catalog, published=part.published(), everywhere=everywhere, files=files)


def swap(old: str, new: str, times: int = 1) -> Plant:
    """Replace a text that must be there."""

    def plant(body: bytes) -> bytes:
        assert old.encode() in body, old
        return body.replace(old.encode(), new.encode(), times)

    return plant


def member(name: str, plant: Plant) -> Plant:
    """Change a member of an archive, or add it where there is none; the rest stays as it is."""

    def planted(body: bytes) -> bytes:
        source = zipfile.ZipFile(io.BytesIO(body))
        members = {entry.filename: source.read(entry) for entry in source.infolist()}
        members[name] = plant(members.get(name, b""))
        return archive(members)

    return planted


def archive(members: Mapping[str, bytes], *, comment: bytes = b"", extra: bytes = b"") -> bytes:
    """A ZIP as the exporter writes it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, body in members.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.extra = zipfile.ZIP_DEFLATED, 3, extra
            made.writestr(entry, body)
        made.comment = comment
    return target.getvalue()


def chunk(name: bytes, text: bytes) -> Plant:
    """Put a chunk before the end of a picture."""

    def plant(body: bytes) -> bytes:
        made = struct.pack(">I", len(text)) + name + text + struct.pack(">I", zlib.crc32(name + text))
        return body[:-12] + made + body[-12:]

    return plant


def reordered(published: Published, table: str, order: Callable[[tuple[object, ...]], object]) -> Published:
    """The same dataset with the rows of a table in another order."""
    tables = tuple(
        replace(one, rows=tuple(sorted(one.rows, key=order))) if one.name == table else one for one in published.dataset.tables
    )
    return replace(published, dataset=replace(published.dataset, tables=tables))
