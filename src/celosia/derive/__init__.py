"""From what was read to what is told: links both ways, coverage, the rows of each chart. Pure."""

from celosia.derive.publication import (
    AgreementCard,
    AgreementPublication,
    DatasetCard,
    DatasetPublication,
    KeyFigureValue,
    NormLink,
    Publication,
    derive,
)

__all__ = [
    "AgreementCard",
    "AgreementPublication",
    "DatasetCard",
    "DatasetPublication",
    "KeyFigureValue",
    "NormLink",
    "Publication",
    "derive",
]
