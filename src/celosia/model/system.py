"""A system that counts, or that publishes what others count: who runs it, by what rule, and what it does not publish."""

from dataclasses import dataclass

from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence about a system with its sources: ids of the catalogue's table of sources, norms, datasets, other documents."""

    text: LangString
    sources: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    links: tuple[SourceLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a commitment binds a system to; `commitment` is its id (AR0084), `milestone` the part of it."""

    commitment: str
    statement: Statement
    milestone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A register or a publisher. An empty group of statements means that our sources do not say, and the page says so."""

    id: str
    name: LangString
    short: str
    country: str | None
    answer: LangString
    runs: tuple[Statement, ...]
    registers: tuple[Statement, ...]
    rules: tuple[Statement, ...]
    since: tuple[Statement, ...]
    withholds: tuple[Statement, ...]
    promises: tuple[Promise, ...]
    datasets: tuple[str, ...]
