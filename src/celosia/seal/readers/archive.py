"""A ZIP: its members one by one, and every byte of it that is not a member (APPNOTE 6.3). Pure."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from celosia.seal.content import Content

_LOCAL, _CENTRAL, _END = 30, 46, 22
_HAS_DESCRIPTOR = 0x08


def read_archive(body: bytes) -> Content:
    """The members. Comments, extra fields, members of the same name and bytes between them are parts that nobody sees."""
    with ZipFile(BytesIO(body)) as archive:
        members = tuple((entry.filename, archive.read(entry)) for entry in archive.infolist() if not entry.is_dir())
        parts = tuple(dict.fromkeys(_parts(archive, body)))
    return Content(members=members, parts=parts)


def _parts(archive: ZipFile, body: bytes) -> Iterator[str]:
    entries = archive.infolist()
    if archive.comment or any(entry.comment for entry in entries):
        yield "comment"
    if any(entry.extra for entry in entries) or any(_local_extra(body, entry.header_offset) for entry in entries):
        yield "extra field"
    if len({entry.filename for entry in entries}) != len(entries):
        yield "repeated member"
    if any(entry.flag_bits & _HAS_DESCRIPTOR for entry in entries):
        return
    names = [len(entry.filename.encode()) for entry in entries]
    held = sum(entry.compress_size + _LOCAL + _CENTRAL + 2 * name for entry, name in zip(entries, names, strict=True))
    told = sum(len(entry.extra) + len(entry.comment) + _local_extra(body, entry.header_offset) for entry in entries)
    if held + told + _END + len(archive.comment) != len(body):
        yield "bytes outside the members"


def _local_extra(body: bytes, offset: int) -> int:
    return int.from_bytes(body[offset + 28 : offset + 30], "little")
