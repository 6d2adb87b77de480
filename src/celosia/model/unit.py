"""A piece of the site: a pure function with its arguments, so that equal pieces are made once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

PARTS = "parts/"
"""Where the pieces stand that other units join."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that a unit made: what a page says of it. `width`, `height` (CSS px) and `description` for drawings only.

    `sha512` is what the Perfil Nacional de Metadatos asks for; everything else goes by `sha256`.
    """

    size: int
    sha256: str
    width: int | None = None
    height: int | None = None
    description: str | None = None
    sha512: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """`function(*arguments)`, or `function(*arguments, made)` where it `needs` other units; gives path -> bytes.

    `function` is a module-level function, `arguments` are frozen values with a complete `repr`: the repr is the key.
    Paths are below the build folder: `docs/es/…`, `docs/en/…`, `theme/…`. `made` maps the paths of the needed units.
    A path `parts/…` is a piece for another unit and is never written out: a unit that `joins` gets, instead of what is said of
    all files, the bytes of such parts, so that a file about the whole catalogue is put together and not made anew.
    """

    name: str
    function: Callable[..., Mapping[str, bytes]]
    arguments: tuple[object, ...]
    needs: tuple[str, ...] = ()
    joins: bool = False
