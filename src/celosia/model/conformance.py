"""What other people's validators and programs found in the finished site, as `conformance/results.json` keeps it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """A check: which tool judged how many things, how many failed, and when."""

    check: str
    tool: str
    version: str
    subjects: int
    failures: int
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A score of the metadata: its parts by their name, as the tool that computed it calls them."""

    name: str
    date: date
    parts: tuple[tuple[str, float], ...]

    def part(self, name: str) -> float | None:
        """One of its parts, or none where the tool did not give it."""
        return dict(self.parts).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How much there was of the site when it was judged."""

    pages: int
    files: int
    datasets: int
    versions: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """All that was found, by the version of the program that made the site."""

    celosia: str
    site: Judged
    judgments: tuple[Judgment, ...]
    scores: tuple[Score, ...]

    def score(self, name: str) -> Score | None:
        """The score of that name."""
        return next((score for score in self.scores if score.name == name), None)
