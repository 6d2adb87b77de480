"""What is found while somebody else's catalogue is read: each finding bears the source, the property and whose it is. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.model import Finding, Place
from celosia.model.nearest import shown
from celosia.vocabularies.harvest import Harvest


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is judged: a catalogue, a dataset or a file of `source`; `part` is its place in it, `name` what it is called."""

    source: str
    harvest: Harvest
    part: str
    name: str = ""
    prefix: str = ""

    def finding(self, code: str, name: str, *details: tuple[str, str]) -> Finding:
        """A warning about a property, in the words of its standard."""
        key = self.property(name)
        whole = (("key", f"{self.part}.{key}" if self.part and key else self.part or key), ("property", key))
        of = (("name", shown(self.name)),) if self.name else ()
        return Finding(code=code, where=Place(path=self.source), details=(*whole, *of, *details), severity="warning")

    def property(self, name: str) -> str:
        """What the source's standard calls it."""
        return self.harvest.names.get(name, name)

    def absences(self, stated: Mapping[str, object]) -> Iterator[Finding]:
        """The properties that their standard asks for and that are not stated."""
        for name, value in stated.items():
            weight = self.harvest.asked.get(f"{self.prefix}{name}")
            if weight == "required" and not value:
                yield self.finding("harvest-required", name, ("standard", self.harvest.standard))
            elif weight == "recommended" and not value:
                yield self.finding("harvest-recommended", name, ("standard", self.harvest.standard))
