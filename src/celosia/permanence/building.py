"""The site of a catalogue as it stands and as it would stand, for what must compare the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from celosia.derive import Publication
from celosia.model import Finding, Made, Place, PublishedAddress
from celosia.pipeline import Built, Order, build
from celosia.publish import Folder, Workshop
from celosia.website import assemble, make_site, stylesheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The catalogue's folder (whole path), its environment, and where things are made."""

    root: Path
    environment: Mapping[str, str]
    workshop: Workshop

    def finished(self) -> tuple[Publication, Mapping[str, Made]]:
        """Build all of it and put it in place. What is told, and every file of the site. Errors as of any build."""
        built = self._built()
        site = Folder(path=self.root / "site", ledger=self.root / ".celosia" / "site.json")
        return built.publication, make_site(self.root, built, site, self.workshop).site

    def assembled(self) -> Mapping[str, Made]:
        """Every file that the site would have. Nothing is asked of it, and nothing is put in place."""
        return assemble(self.root, self._built(), self.workshop).files

    def _built(self) -> Built:
        order = Order(root=self.root, environment=self.environment, stylesheet=stylesheet())
        return build(order, Folder(path=self.root / "build", ledger=self.root / ".celosia" / "build.json"), self.workshop)


def rows_of(publication: Publication) -> Mapping[str, PublishedAddress]:
    """The ledger by path."""
    return {row.path: row for row in publication.permanence.addresses}


def refusal(code: str, target: str, nearest: str = "") -> Finding:
    """Why nothing was done, with the nearest right name."""
    return Finding(code=code, where=Place(path="permanence/ledger.csv"), details=(("target", target), ("nearest", nearest)))
