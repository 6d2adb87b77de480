"""What a descriptor says of files that hold one record a person, and of columns that somebody reviewed."""

from celosia.load.overlay import Words
from celosia.model import RecordLevel, Review


def record_level(told: Words) -> tuple[RecordLevel, ...]:
    """The files elsewhere that are described and never copied."""
    return tuple(
        RecordLevel(
            name=part.node["name"],
            title=part.of("title"),
            publisher=part.node["publisher"],
            url=part.node["url"],
            warning=part.of("warning"),
            rows=part.node["rows"],
        )
        for part in told.each("record_level")
    )


def reviewed(told: Words) -> tuple[Review, ...]:
    """The columns that look like data of persons and are not, by whoever signs."""
    return tuple(Review(**{name: node[name] for name in _REVIEW}) for node in told.node["reviewed"] or ())


_REVIEW = ("table", "column", "reason", "signed_by", "date")
