"""From what was read to what is told: links both ways, coverage, the rows of each chart. Pure."""

from celosia.derive.changes import difference
from celosia.derive.conformance import ConformancePublication
from celosia.derive.difference import Difference, least, needed
from celosia.derive.publication import (
    AgreementCard,
    AgreementPublication,
    DatasetCard,
    DatasetPublication,
    KeyFigureValue,
    NormLink,
    Publication,
    VersionCard,
    VersionPublication,
    derive,
)

__all__ = [
    "AgreementCard",
    "AgreementPublication",
    "ConformancePublication",
    "DatasetCard",
    "DatasetPublication",
    "Difference",
    "KeyFigureValue",
    "NormLink",
    "Publication",
    "VersionCard",
    "VersionPublication",
    "derive",
    "difference",
    "least",
    "needed",
]
