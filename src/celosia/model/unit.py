"""A piece of the site: a pure function with its arguments, so that equal pieces are made once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that a unit made: what a page says of it. `width`, `height` (CSS px) and `description` for drawings only."""

    size: int
    sha256: str
    width: int | None = None
    height: int | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """`function(*arguments)`, or `function(*arguments, made)` where it `needs` other units; gives path -> bytes.

    `function` is a module-level function, `arguments` are frozen values with a complete `repr`: the repr is the key.
    Paths are below the build folder: `docs/es/…`, `docs/en/…`, `theme/…`. `made` maps the paths of the needed units.
    """

    name: str
    function: Callable[..., Mapping[str, bytes]]
    arguments: tuple[object, ...]
    needs: tuple[str, ...] = ()
