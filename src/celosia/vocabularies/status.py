"""The marks of a figure: a letter, its words and its code, the same on every page, in every drawing and in every file. Pure.

Codes are those of SDMX's cross-domain lists CL_OBS_STATUS 2.2 and CL_CONF_STATUS 1.3. SDMX has no code for a revised figure:
R is ours, after the flag of Eurostat. Letters in brackets are read by screen readers where `:` or `*` are not, and most are
those of the United Kingdom's Government Analysis Function (“Symbols in tables”); [l] is ours.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from celosia.locales import N_, gettext
from celosia.model import LANGUAGES, Cell, Column, LangString, Role, Row, Table

OBS_STATUS = "CL_OBS_STATUS 2.2"
CONF_STATUS = "CL_CONF_STATUS 1.3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What must be said beside a figure, or in its place where there is none (`is_absent`).

    `code` is the observation status; `word` names it and `meaning` explains it, both as messages of gettext.
    """

    code: str
    letter: str
    word: str
    meaning: str
    is_absent: bool = False

    @property
    def sign(self) -> str:
        """The mark itself.

        >>> PROTECTED.sign
        '[c]'
        """
        return f"[{self.letter}]"

    def words(self, lang: str) -> str:
        """Its name in a language.

        >>> PROTECTED.words("es")
        'dato protegido'
        """
        return gettext(lang)(self.word)

    def spoken(self, lang: str) -> str:
        """The mark with its name, for where there is room for both.

        >>> PROTECTED.spoken("en")
        '[c] protected figure'
        """
        return f"{self.sign} {self.words(lang)}"

    def explained(self, lang: str) -> str:
        """Its name and what it means, in one line of a legend."""
        return f"{self.words(lang)}: {gettext(lang)(self.meaning)}"


PROTECTED = Status(
    code="Q",
    letter="c",
    word=N_("protected figure"),
    meaning=N_("not published, so that nobody can be recognised"),
    is_absent=True,
)
NOT_AVAILABLE = Status(
    code="O", letter="x", word=N_("not available"), meaning=N_("the source did not publish the figure"), is_absent=True
)
NOT_COLLECTED = Status(
    code="L", letter="l", word=N_("not collected"), meaning=N_("it exists, but nobody collected it"), is_absent=True
)
NOT_APPLICABLE = Status(
    code="M", letter="z", word=N_("not applicable"), meaning=N_("there can be no figure here"), is_absent=True
)
PROVISIONAL = Status(code="P", letter="p", word=N_("provisional"), meaning=N_("it may still change"))
BREAK = Status(code="B", letter="b", word=N_("break in the series"), meaning=N_("it cannot be compared with earlier figures"))
ESTIMATED = Status(code="E", letter="e", word=N_("estimated"), meaning=N_("the source estimated it, it did not count it"))
REVISED = Status(code="R", letter="r", word=N_("revised"), meaning=N_("the source corrected it after publishing it"))

STATUSES: Mapping[str, Status] = {
    status.code: status
    for status in (PROTECTED, NOT_AVAILABLE, NOT_COLLECTED, NOT_APPLICABLE, PROVISIONAL, BREAK, ESTIMATED, REVISED)
}
"""Every mark by its code, in the order of legends."""

TENTATIVE = frozenset({PROVISIONAL, ESTIMATED})
"""Figures that are not the last word: drawings leave them hollow."""

ZERO_WORD = N_("zero")
ZERO_MEANING = N_("it was counted, and there was none")
"""A zero has no mark: it is a plain 0. A legend says so where cells without a figure stand beside it."""

OBSERVATIONS: Mapping[str, str] = {
    "A": N_("Normal"),
    "B": N_("Break in the series"),
    "D": N_("Another definition"),
    "E": N_("Estimated by the source"),
    "F": N_("Forecast"),
    "G": N_("Experimental"),
    "H": N_("No figure: holiday or weekend"),
    "I": N_("Imputed"),
    "J": N_("Under a derogation"),
    "K": N_("Counted in another category"),
    "L": N_("Not collected"),
    "M": N_("Not applicable"),
    "N": N_("Not significant"),
    "O": N_("Not available"),
    "P": N_("Provisional"),
    "Q": N_("Protected figure"),
    "R": N_("Revised"),
    "S": N_("Strike or other special event"),
    "U": N_("Low reliability"),
    "V": N_("Not validated"),
    "W": N_("Includes another category"),
}
"""Every code that a column of observation statuses may hold: CL_OBS_STATUS 2.2, and R."""

WITHOUT_FIGURE = frozenset({"H", "K", "L", "M", "O", "Q"})
"""The codes that say why there is no figure."""

FREE, CONFIDENTIAL = "F", "C"
CONFIDENTIALITIES: Mapping[str, str] = {FREE: N_("Public"), CONFIDENTIAL: N_("Protected")}
"""The only codes of CL_CONF_STATUS 1.3 that are published: the others tell which cells were hidden first, and undo it."""

Reader = Callable[[Row], Status | None]


def status_of(value: Cell, observation: Cell, confidentiality: Cell = None) -> Status | None:
    """The mark of a cell. What is said to be protected is protected, even where the cell holds a value.

    >>> status_of(None, "A").sign, status_of(0, "A"), status_of(12, "P").sign
    ('[x]', None, '[p]')
    """
    if observation == PROTECTED.code or confidentiality == CONFIDENTIAL:
        return PROTECTED
    status = STATUSES.get(str(observation))
    if value is None:
        return status if status and status.is_absent else NOT_AVAILABLE
    return None if status is None or status.is_absent else status


def reader(table: Table, measure: Column) -> Reader:
    """What tells the mark of a row's figure in a table."""
    value, codes = table.index(measure.name), _codes(table)
    known: dict[tuple[bool, tuple[Cell, Cell]], Status | None] = {}

    def read(row: Row) -> Status | None:
        """The mark of the row's figure."""
        key = (row[value] is None, codes(row))
        if key not in known:
            known[key] = status_of(row[value], *key[1])
        return known[key]

    return read


def marks_of(table: Table, measure: Column, rows: tuple[Row, ...]) -> tuple[Status | None, ...]:
    """The mark of each row's figure. Most tables have none, which is told at once and not row by row."""
    position, codes = table.index(measure.name), _codes(table)
    if None not in map(itemgetter(position), rows) and not any(status_of(0, *said) for said in set(map(codes, rows))):
        return (None,) * len(rows)
    return tuple(map(reader(table, measure), rows))


def statuses_in(table: Table) -> tuple[Status, ...]:
    """The marks that occur in a table's measures, in the order of legends."""
    found = set().union(*(marks_of(table, measure, table.rows) for measure in table.with_role(Role.MEASURE)))
    return tuple(status for status in STATUSES.values() if status in found)


def has_zero(table: Table) -> bool:
    """Whether a measure of the table is zero somewhere."""
    return any(value == 0 for column in table.with_role(Role.MEASURE) for value in table.values(column.name))


def legend(table: Table) -> list[dict[str, object]]:
    """The marks that occur, for programs: each with its code and what it means in every language."""
    return [
        {"mark": status.sign, "obs_status": status.code, "label": {lang: status.explained(lang) for lang in LANGUAGES}}
        for status in statuses_in(table)
    ]


def shorthand(table: Table) -> tuple[str, ...]:
    """The texts that stand for the lack of a figure where people read: what a reader of files may take for missing."""
    return tuple(status.sign for status in statuses_in(table) if status.is_absent)


def about_codes(column: Column) -> LangString | None:
    """What the codes of a status column mean, with the list that they are from; none for any other column."""
    if column.concept not in _LISTS:
        return None
    words, origin = _LISTS[column.concept]
    codes = [code.value for code in column.codes if code.value in words] or list(words)
    return LangString(es=_about(words, origin, codes, "es"), en=_about(words, origin, codes, "en"))


def _about(words: Mapping[str, str], origin: str, codes: list[str], lang: str) -> str:
    _ = gettext(lang)
    told = "; ".join(f"{code}: {_coded(words, code, lang)}" for code in codes)
    return f"{_('Codes of SDMX, {list}.').format(list=origin)} {told}."


def _coded(words: Mapping[str, str], code: str, lang: str) -> str:
    status = STATUSES.get(code) if words is OBSERVATIONS else None
    return status.spoken(lang) if status else gettext(lang)(words[code]).lower()


def _codes(table: Table) -> Callable[[Row], tuple[Cell, Cell]]:
    """What tells a row's two codes."""
    observation, confidentiality = table.with_concept("obs-status"), table.with_concept("conf-status")
    first = None if observation is None else table.index(observation.name)
    second = None if confidentiality is None else table.index(confidentiality.name)
    if first is not None and second is not None:
        return itemgetter(first, second)
    return lambda row: (None if first is None else row[first], None if second is None else row[second])


_LISTS: Mapping[str | None, tuple[Mapping[str, str], str]] = {
    "obs-status": (OBSERVATIONS, OBS_STATUS),
    "conf-status": (CONFIDENTIALITIES, CONF_STATUS),
}
