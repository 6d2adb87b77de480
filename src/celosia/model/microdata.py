"""Files that hold one record a person, of which a catalogue says where they are and no more; and columns that were reviewed."""

from dataclasses import dataclass
from datetime import date

from celosia.model.langstring import LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLevel:
    """A file elsewhere with one row a person, case or report (DCAT 3 `dcat:Distribution` with no copy of ours).

    `rows` is how many it has, where the publisher or a published total says so; `warning` is what can happen to people by it.
    """

    name: str
    title: LangString
    publisher: str
    url: str
    warning: LangString
    rows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Somebody looked at a column that looks like data of persons, and answers for it (rule R10): who, when and why."""

    table: str
    column: str
    reason: str
    signed_by: str
    date: date
