"""From what was read to what is told: links both ways, coverage, the rows of each chart. Pure."""

from celosia.derive.agreement import AgreementCard, AgreementPublication, NormLink
from celosia.derive.changes import difference
from celosia.derive.commitment import CommitmentPublication, EventPublication, MilestoneTold
from celosia.derive.comparison import ComparisonCard, ComparisonPublication
from celosia.derive.conformance import ConformancePublication
from celosia.derive.crosswalk import CrosswalkPublication
from celosia.derive.difference import Difference, least, needed
from celosia.derive.publication import (
    DatasetCard,
    DatasetPublication,
    KeyFigureValue,
    Publication,
    VersionCard,
    VersionPublication,
    derive,
)

__all__ = [
    "AgreementCard",
    "AgreementPublication",
    "CommitmentPublication",
    "ComparisonCard",
    "ComparisonPublication",
    "ConformancePublication",
    "CrosswalkPublication",
    "DatasetCard",
    "DatasetPublication",
    "Difference",
    "EventPublication",
    "KeyFigureValue",
    "MilestoneTold",
    "NormLink",
    "Publication",
    "VersionCard",
    "VersionPublication",
    "derive",
    "difference",
    "least",
    "needed",
]
