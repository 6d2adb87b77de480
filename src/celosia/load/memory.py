"""What the texts of a catalogue said when they were last read as YAML: reading YAML is most of what reading costs."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from celosia.load.yaml import parse

_DAY = "\0date"
"""A key that no YAML can hold, for what JSON cannot."""
_NOTHING = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered in a file, by the hash of each text. A file that is absent or altered is as good as empty."""

    path: Path
    known: dict[str, object] = field(default_factory=dict)
    used: dict[str, object] = field(default_factory=dict)

    @classmethod
    def at(cls, path: Path) -> "Memory":
        """What was kept there."""
        try:
            digest, _, told = path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return cls(path=path)
        altered = hashlib.sha256(told).hexdigest().encode() != digest
        return cls(path=path, known={} if altered else json.loads(told, object_hook=_day))

    def parse(self, text: str) -> object:
        """As `yaml.parse`."""
        key = hashlib.sha256(f"{_code()}\n{text}".encode()).hexdigest()
        value = self.known.get(key, _NOTHING)
        self.used[key] = parse(text) if value is _NOTHING else value
        return self.used[key]

    def keep(self) -> None:
        """Write down what was asked for, and nothing else. For texts without faults: repeated keys cannot be written."""
        if self.used.keys() == self.known.keys():
            return
        told = json.dumps(self.used, default=_spelt).encode()
        partial = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        partial.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(hashlib.sha256(told).hexdigest().encode() + b"\n" + told)
        partial.replace(self.path)


def _spelt(value: object) -> object:
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError


def _day(value: dict[str, object]) -> object:
    return date.fromisoformat(str(value[_DAY])) if _DAY in value else value


@cache
def _code() -> str:
    """The code that read them: another one may read them otherwise."""
    return hashlib.sha256(Path(__file__).with_name("yaml.py").read_bytes()).hexdigest()
