"""Plain text, line by line. Pure."""

from celosia.seal.content import Content, Passage


def read_text(body: bytes) -> Content:
    """Each line is a passage."""
    lines = body.decode().splitlines()
    return Content(
        passages=tuple(Passage(part="text", text=line, row=row) for row, line in enumerate(lines, 1) if line.strip())
    )
