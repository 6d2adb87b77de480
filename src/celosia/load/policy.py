"""The rules of disclosure as descriptors write them: the catalogue's, and what a dataset changes of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from celosia.load.document import Document
from celosia.load.overlay import Words
from celosia.model import DEFAULT_POLICY, Finding, LangString, Policy, Waiver
from celosia.model.counted import UNITS, Unit
from celosia.model.nearest import nearest, shown

_RULES = ("crossed", "zeros", "insider", "dimensions", "loss", "rounding")


def catalog_policy(main: Document) -> tuple[Policy, tuple[Finding, ...]]:
    """What catalog.yaml says under `disclosure`, over the rules of a catalogue that says nothing."""
    node = main.value["disclosure"]
    return _over(DEFAULT_POLICY, node), tuple(_units(main, node, "disclosure"))


def dataset_policy(main: Document, told: Words, policy: Policy) -> tuple[Policy, tuple[Finding, ...]]:
    """The catalogue's rules with the dataset's exceptions; an exception without a reason is a finding."""
    node = told.node["disclosure"]
    changed = _over(policy, node)
    reason = _reason(told)
    findings = tuple(_units(main, node, "celosia.disclosure"))
    if changed != policy and reason is None:
        findings = (*findings, main.finding("exception-without-reason", "celosia.disclosure"))
    return replace(changed, reason=reason), findings


def waivers(told: Words) -> tuple[Waiver, ...]:
    """Leave to show small counts that the State itself has published."""
    return tuple(
        Waiver(
            table=part.node["table"],
            measure=part.node["measure"],
            where=tuple(part.node["where"].items()),
            reason=part.of("reason"),
            signed_by=part.node["signed_by"],
            date=part.node["date"],
            source=part.node["source"],
        )
        for part in told.each("waivers")
    )


def _over(policy: Policy, node: Mapping[str, Any] | None) -> Policy:
    if node is None:
        return policy
    changes = {name: node[name] for name in _RULES if node[name] is not None}
    return replace(policy, thresholds=_thresholds(policy, node["thresholds"] or {}), **changes)


def _thresholds(policy: Policy, written: Mapping[str, int | None]) -> tuple[tuple[Unit, int], ...]:
    merged: dict[str, int | None] = {**dict(policy.thresholds), **written}
    return tuple((unit, k) for unit in UNITS if (k := merged.get(unit)) is not None)


def _units(main: Document, node: Mapping[str, Any] | None, key: str) -> Iterator[Finding]:
    for name in (node and node["thresholds"]) or ():
        if name not in UNITS:
            near = nearest(name, UNITS)
            details = (("name", shown(name)), ("expected", ", ".join(UNITS)), *((("nearest", near),) if near else ()))
            yield main.finding("unknown-key", f"{key}.thresholds", *details)


def _reason(told: Words) -> LangString | None:
    return None if told.node["disclosure"] is None else told.within("disclosure").maybe("reason")
