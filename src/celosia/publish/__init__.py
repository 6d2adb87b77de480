"""The only stage that writes the generated folder: units in, files out, each made once and written when it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from celosia.model import Made, Unit
from celosia.model.unit import PARTS
from celosia.publish.folder import Folder, ForeignFolderError
from celosia.publish.progress import Counter, Progress, Timing
from celosia.publish.store import DamagedStoreError, Store
from celosia.publish.workshop import Workshop

__all__ = [
    "Counter",
    "DamagedStoreError",
    "Folder",
    "ForeignFolderError",
    "Progress",
    "Published",
    "Store",
    "Timing",
    "Workshop",
    "publish",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the build folder now holds, and how many of its files this build touched."""

    files: Mapping[str, Made]
    written: int


def publish(units: Sequence[Unit], folder: Folder, workshop: Workshop) -> Published:
    """Make what is new and bring the folder up to date."""
    files = {path: made for path, made in workshop.make("units", units).items() if not path.startswith(PARTS)}
    with workshop.progress.stage("folder", len(files)) as counter:
        written = folder.update(files, workshop.store)
        counter.tell(len(files))
    return Published(files=files, written=written)
