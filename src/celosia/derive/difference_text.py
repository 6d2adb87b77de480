"""A difference as text for a terminal, in Spanish or English. Pure."""

from collections.abc import Iterator

from celosia.derive.difference import Difference, needed
from celosia.derive.difference_file import key_text
from celosia.locales import N_, gettext

UNSUMMED = {
    "hidden": N_("not added up: figures are hidden or missing"),
    "unit": N_("not added up: it is not a count"),
    "classified": N_("not added up: its categories may count the same people twice"),
    "overlap": N_("not added up: its periods overlap"),
}
"""Why a measure has no total."""

KINDS = {
    "added": N_("added"),
    "removed": N_("removed"),
    "revised": N_("revised"),
    "relabelled": N_("other words"),
    "type": N_("other type"),
    "role": N_("other role"),
    "unit": N_("other unit"),
    "concept": N_("other concept"),
    "total": N_("other total code"),
    "title": N_("other title"),
    "description": N_("other description"),
    "key": N_("other primary key"),
    "order": N_("other order of columns"),
}
"""What happened to a part, in words."""

LEVELS = {
    "major": N_("major: something that is read by its name is gone or means something else"),
    "minor": N_("minor: there is more than before"),
    "patch": N_("patch: the same things, corrected"),
}
"""What each step of the version says."""


def difference_text(difference: Difference, lang: str) -> str:
    """Line by line, what each state has and the other has not, or has otherwise."""
    _ = gettext(lang)
    level = needed(difference)
    newer = difference.newer if level is None or difference.newer != difference.older else _("now, not released")
    head = f"{difference.dataset}: {difference.older} → {newer}"
    if level is None:
        return f"{head}\n  {_('No difference.')}\n"
    lines = (f"{head} ({_(LEVELS[level])})", *(f"  {line}" for line in _lines(difference, lang)))
    return "\n".join(lines) + "\n"


def _lines(difference: Difference, lang: str) -> Iterator[str]:
    _ = gettext(lang)
    yield from (f"+ {_('table')} {name}" for name in difference.tables_added)
    yield from (f"− {_('table')} {name}" for name in difference.tables_removed)
    for column in difference.columns:
        told = f"{_sign(column.kind)} {_('column')} {column.table}.{column.column}: {_(KINDS[column.kind])}"
        yield f"{told} ({column.old} → {column.new})" if column.old and column.new else told
    for code in difference.codes:
        old, new = (label.text(lang) if label else "" for label in (code.old, code.new))
        told = f"{_sign(code.kind)} {_('code')} {code.table}.{code.column} «{code.code}»: {_(KINDS[code.kind])}"
        yield f"{told} ({old} → {new})" if old and new else told
    yield from (f"{_sign(row.kind)} {_('row')} {row.table}: {key_text(row.key)}" for row in difference.rows)
    for cell in difference.cells:
        old, new = (standing.text if standing else "" for standing in (cell.old, cell.new))
        yield f"{_sign(cell.kind)} {cell.table}.{cell.column} [{key_text(cell.key)}]: {old} → {new}"
    for total in difference.totals:
        told = _(UNSUMMED[total.unsummed]) if total.unsummed else f"{total.old} → {total.new}"
        yield f"Σ {total.table}.{total.column}: {told}"
    yield from (f"± {_('text')} {name}" for name in difference.texts)


def _sign(kind: str) -> str:
    return {"added": "+", "removed": "−"}.get(kind, "±")
