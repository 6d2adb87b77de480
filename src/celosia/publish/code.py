"""Which code made a thing: so that a change of code makes it again, and a change elsewhere does not."""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_BELOW = {
    "charts": ("charts", "vocabularies", "locales", "model"),
    "exporters": ("exporters", "vocabularies", "locales", "model"),
    "check": ("check", "disclosure", "vocabularies", "locales", "model"),
    "seal": ("seal", "model"),
    "website": ("website",),
}
_TOOLS = {
    "charts": ("altair", "vl-convert-python"),
    "exporters": ("xlsxwriter", "pyarrow"),
    "check": ("frictionless", "highspy", "numpy", "python-stdnum"),
    "seal": (),
    "website": (),
}
_ALL = ("derive", "charts", "exporters", "vocabularies", "locales", "model", "render")


def package(function: Callable[..., object]) -> str:
    """The package of Celosía that a function is in.

    >>> package(package)
    'publish'
    """
    return _package(function.__module__)


@cache
def code_version(module: str) -> str:
    """A hash of the package that the module is in, of all that it may import (the import contracts say what), and tools."""
    name_of_package = _package(module)
    spoken = hashlib.sha256()
    for name in _BELOW.get(name_of_package, _ALL):
        spoken.update(_package_version(name).encode())
    for tool in _TOOLS.get(name_of_package, ("jinja2",)):
        spoken.update(f"{tool} {version(tool)}".encode())
    return spoken.hexdigest()


def _package(module: str) -> str:
    return module.split(".")[1]


@cache
def _package_version(name: str) -> str:
    return _fingerprint(files("celosia").joinpath(name))


def _fingerprint(folder: Traversable) -> str:
    spoken = hashlib.sha256()
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name == "__pycache__":
            continue
        spoken.update(entry.name.encode())
        spoken.update(_fingerprint(entry).encode() if entry.is_dir() else entry.read_bytes())
    return spoken.hexdigest()
