"""Which dataset of ours each dataset of a harvest is: the one that it was at the last import, or a new name. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from celosia.harvest.identifier import apart, named
from celosia.harvest.record import Record, matching
from celosia.vocabularies.harvest import Harvest, HarvestedDataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A dataset with its record, old or new; `repeated` where another one before it has the same identifier."""

    dataset: HarvestedDataset
    record: Record
    repeated: bool


def known(found: Harvest, source: str, kept: tuple[Record, ...], taken: Collection[str]) -> Iterator[Known]:
    """Each dataset, in the order of the source."""
    title = title_of(found)
    used, seen = {*taken, *(record.name for record in kept)}, set[str]()
    for number, dataset in enumerate(found.datasets, 1):
        stated = dataset.identifier or (dataset.title.es if dataset.title else f"#{number}")
        identifier = apart(stated, seen)
        seen.add(identifier)
        record = matching(kept, identifier, title, source) or _new(dataset, identifier, (title, source), used)
        used.add(record.name)
        yield Known(dataset=dataset, record=record, repeated=identifier != stated)


def title_of(found: Harvest) -> str:
    """What the catalogue calls itself; empty where it does not."""
    return found.title.es if found.title else ""


def _new(dataset: HarvestedDataset, identifier: str, of: tuple[str, str], used: Collection[str]) -> Record:
    title = dataset.title.es if dataset.title else None
    name = apart(named(dataset.identifier, title, "conjunto"), used)
    return Record(name=name, identifier=identifier, catalog=of[0], source=of[1])
