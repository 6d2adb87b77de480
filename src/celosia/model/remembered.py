"""Values whose text is asked for again and again: the text of a thing is the key of all that is made of it."""

from typing import Any


class Remembered:
    """A frozen dataclass (with `repr=False`) that works its repr out once: what holds it need not spell it out each time."""

    __slots__ = ("_spoken",)
    __dataclass_fields__: dict[str, Any]
    _spoken: str

    def __repr__(self) -> str:
        """All its fields, as a dataclass tells them."""
        try:
            return self._spoken
        except AttributeError:
            parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
            spoken = f"{type(self).__qualname__}({parts})"
            object.__setattr__(self, "_spoken", spoken)
            return spoken
