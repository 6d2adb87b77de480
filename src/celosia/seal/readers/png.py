"""A picture's chunks: only those that draw it may be there (PNG 3rd edition §4.7). Its pixels are the drawing's own. Pure."""

import struct
import zlib
from collections.abc import Iterator

from celosia.seal.content import Content, UnreadableError

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DRAWING = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"bKGD", b"pHYs"})


def read_png(body: bytes) -> Content:
    """Every chunk that does not draw (tEXt, zTXt, iTXt, eXIf, tIME, private ones), and what follows the end."""
    if not body.startswith(_SIGNATURE):
        raise UnreadableError
    chunks = tuple(_chunks(body))
    told = tuple(name.decode("latin-1") for name, _ in chunks if name not in _DRAWING)
    stream = zlib.decompressobj()
    stream.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    return Content(parts=(*told, "after the pixels") if stream.unused_data else told)


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    position, name = len(_SIGNATURE), b""
    while position < len(body) and name != b"IEND":
        (length,) = struct.unpack_from(">I", body, position) if position + 12 <= len(body) else (0,)
        name = body[position + 4 : position + 8]
        end = position + 12 + length
        if end > len(body) or zlib.crc32(body[position + 4 : end - 4]) != int.from_bytes(body[end - 4 : end], "big"):
            raise UnreadableError
        yield name, body[position + 8 : end - 4]
        position = end
    if name != b"IEND":
        raise UnreadableError
    if position < len(body):
        yield b"after the end", b""
