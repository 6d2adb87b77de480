"""An archive whose bytes no compressor has a say in: the same members give the same bytes with any version of zlib. Pure."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3


def stored(members: Mapping[str, bytes]) -> bytes:
    """A ZIP of the members, sorted, dated 1980-01-01 and not compressed (APPNOTE 6.3.10 §4.4.5, method 0)."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for path, body in sorted(members.items()):
            entry = ZipInfo(path, _EPOCH)
            entry.external_attr = _READABLE
            entry.create_system = _UNIX
            archive.writestr(entry, body)
    return target.getvalue()
