"""Datasets whose files stay elsewhere: their links, and honest blanks for what their publisher does not say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from celosia.load.document import Document
from celosia.load.overlay import Words
from celosia.locales import N_, gettext
from celosia.model import Contact, Counts, LangString, LinkedField, LinkedFile, Origin

_UNSTATED = N_("Not stated by the publisher")
_PROSE = ("what", "event", "recorder", "definition", "includes", "excludes", "period_rule")
_LISTS = ("keywords", "licenses", "contributors", "sources", "resources")
_OURS = ("summary", "issued", "modified", "spatial", "themes", "frequency", "counts")


def is_linked(main: Document) -> bool:
    """Whether its files stay elsewhere."""
    return bool(main.readable and main.value["celosia"]["kind"] == "linked")


def completed(main: Document, changes: Document) -> Document:
    """The descriptor of a linked dataset with a blank for each thing that is not stated."""
    node, ours = main.value, main.value["celosia"]
    first: date = changes.value[-1]["date"] if changes.value else date.min
    day = ours["issued"] or ours["modified"] or first
    blanks = {
        "summary": node["title"],
        "issued": day,
        "modified": ours["modified"] or day,
        "spatial": (),
        "themes": (),
        "frequency": "UNKNOWN",
        "counts": _COUNTS,
    }
    filled = {name: blanks[name] if ours.get(name) is None else ours[name] for name in _OURS}
    whole = {name: node.get(name) or () for name in _LISTS}
    return replace(main, value={**node, **whole, "celosia": {**ours, **filled}})


def links(told: Words) -> tuple[LinkedFile, ...]:
    """The files that stay elsewhere."""
    return tuple(_link(part) for part in told.each("links"))


def origin(main: Document) -> Origin | None:
    """Whose a linked dataset is and what is not said of it; none for a dataset of ours."""
    if not is_linked(main):
        return None
    ours = main.value["celosia"]
    contact = ours["contact"]
    return Origin(
        identifier=ours["identifier"],
        landing_page=ours["landing_page"],
        publisher_email=next(
            (agent["email"] for agent in main.value["contributors"] or () if "publisher" in agent["roles"]), None
        ),
        contact=Contact(name=contact["name"], email=contact["email"]) if contact else None,
        temporal=ours["temporal"],
        not_stated=tuple(_not_stated(main.value)),
    )


def unstated() -> LangString:
    """The words that stand where somebody or something is not named."""
    return LangString(es=gettext("es")(_UNSTATED), en=_UNSTATED)


def unstated_counts() -> Counts:
    """A «¿Qué cuenta?» box of which nothing is known."""
    nobody = unstated()
    return Counts(
        unit="unknown", what=nobody, event=nobody, recorder=nobody, definition=nobody, includes=nobody, excludes=nobody,
        period_rule=nobody,
    )  # fmt: skip


def _not_stated(node: Mapping[str, Any]) -> list[str]:
    ours = node["celosia"]
    absent = [name for name in ("issued", "modified", "spatial", "themes", "frequency", "counts") if not ours[name]]
    if ours["frequency"] == "UNKNOWN":
        absent.append("frequency")
    roles = {role for agent in node["contributors"] or () for role in agent["roles"]}
    absent += [name for name in ("publisher", "creator") if name not in roles]
    return [*absent, *(name for name in ("keywords",) if not node[name]), *(("license",) if not node["licenses"] else ())]


def _link(told: Words) -> LinkedFile:
    node = told.node
    return LinkedFile(
        name=node["name"],
        title=told.of("title"),
        url=node["path"],
        access_url=node["page"],
        identifier=node["identifier"],
        description=told.maybe("description"),
        format=node["format"],
        media_type=node["mediatype"],
        size=node["bytes"],
        hash=node["hash"],
        issued=node["issued"],
        modified=node["modified"],
        type=node["type"],
        fields=tuple(LinkedField(**field) for field in node["fields"] or ()),
    )


_COUNTS = {"unit": "unknown", "breaks": None, **dict.fromkeys(_PROSE, gettext("es")(_UNSTATED))}
