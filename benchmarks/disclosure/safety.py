"""Two hundred publications, each judged under every attack model. What is wanted is a table of zeros.

An insider is any person who knows the true value of one hidden cell with somebody in it. What he knows of another cell without
what is published now (who knows a sum of four persons knows that none of its parts has more) is told apart: no table gives it.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

from benchmarks.disclosure.attack_model import MODELS, Model, knowledge, open_knowledge
from benchmarks.disclosure.instance import KINDS, Instance, instances
from benchmarks.disclosure.judge import Verdict, judge, judge_insiders, knows
from benchmarks.disclosure.publication import Publication, Stage, publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How many cells a model gave away: exactly, as under k, or so that nobody could say; `own` without the publication."""

    model: Model
    exact: int
    under: int
    unproven: int
    own: int = 0

    @property
    def total(self) -> int:
        """All that the publication gives away: each should be 0."""
        return self.exact + self.under + self.unproven


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A publication with what was found in it."""

    publication: Publication
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


def judge_all(processes: int, share: float = 1.0) -> Iterator[Judgement]:
    """Protect and judge instances of each kind until as many are published as it says; those refused come with them."""
    with ProcessPoolExecutor(max_workers=processes) as pool:
        for kind in KINDS:
            yield from _published(pool, instances(kind), max(1, round(kind.count * share)))


def judge_instance(instance: Instance) -> Judgement:
    """Publish as Celosía would, then attack what everybody sees, after each release."""
    publication = publish(instance)
    started = time.perf_counter()
    findings = tuple(finding for stage in publication.stages for finding in _attacks(instance, stage))
    return Judgement(publication=publication, findings=findings, seconds=time.perf_counter() - started)


def broken(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Where a publication gives somebody away, or nobody could say."""
    for judgement in judgements:
        for finding in judgement.findings:
            if finding.total:
                instance = judgement.publication.instance
                yield f"{instance.kind}, {instance.name}, model {finding.model}: {finding.total} cells"


def table(judgements: Iterable[Judgement]) -> str:
    """Kinds down, models across: cells exactly known / proven under k / not proven."""
    by_kind: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        by_kind.setdefault(judgement.publication.instance.kind, []).append(judgement)
    models = (f"({model})" for model in MODELS)
    head = ("families", "published", "refused", "cells", "hidden", *models, "own knowledge", "protect s", "judge s")
    rows: list[tuple[str, ...]] = [head, ("---", *("--:" for _ in head[1:]))]
    rows += [_row(kind, found) for kind, found in by_kind.items()]
    rows.append(_row("**all**", [judgement for found in by_kind.values() for judgement in found]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _published(pool: ProcessPoolExecutor, chosen: Iterator[Instance], wanted: int) -> Iterator[Judgement]:
    while batch := list(islice(chosen, _BATCH)):
        for judgement in pool.map(judge_instance, batch):
            yield judgement
            wanted -= not judgement.publication.refused
            if wanted == 0:
                return


_BATCH = 4


def _attacks(instance: Instance, stage: Stage) -> Iterator[Finding]:
    judged: dict[tuple[int, ...], Verdict] = {}
    verdict = Verdict()
    for model, known in open_knowledge(instance, stage):
        verdict = judged.get(known.lower) or judge(known, instance.k)
        judged[known.lower] = verdict
        yield _finding(model, verdict)
    yield _insiders(instance, stage, verdict)


def _insiders(instance: Instance, stage: Stage, verdict: Verdict) -> Finding:
    """What each insider learns, less what he knew before."""
    least = int(instance.zeros == "shown")
    now, before = (knowledge(stage, seen, least) for seen in (stage.shown, stage.known_before))
    learned, own = Counter[str](), 0
    for cell, said in judge_insiders(now, instance.k, stage.values, verdict.tables):
        given = {*said.exact, *said.under, *said.unproven}
        known = knows(before, instance.k, {cell: stage.values[cell]}, given) if given else frozenset[int]()
        own += len(known)
        unproven = len(said.unproven - known) + said.contradictory
        learned.update(exact=len(said.exact - known), under=len(said.under - known), unproven=unproven)
    return Finding(model="iv", exact=learned["exact"], under=learned["under"], unproven=learned["unproven"], own=own)


def _row(kind: str, found: list[Judgement]) -> tuple[str, ...]:
    published = [judgement.publication for judgement in found if not judgement.publication.refused]
    last = [publication.stages[-1] for publication in published]
    findings = [finding for judgement in found for finding in judgement.findings]
    return (
        kind,
        str(len(published)),
        str(len(found) - len(published)),
        str(sum(len(stage.values) for stage in last)),
        str(sum(len(stage.hidden) for stage in last)),
        *(_told([finding for finding in findings if finding.model == model]) for model in MODELS),
        str(sum(finding.own for finding in findings)),
        f"{sum(judgement.publication.seconds for judgement in found):.0f}",
        f"{sum(judgement.seconds for judgement in found):.0f}",
    )


def _told(found: list[Finding]) -> str:
    sums = (sum(getattr(finding, name) for finding in found) for name in ("exact", "under", "unproven"))
    return " / ".join(map(str, sums)) if found else "–"


def _finding(model: Model, verdict: Verdict) -> Finding:
    wrong = len(verdict.unproven) + int(verdict.contradictory)
    return Finding(model=model, exact=len(verdict.exact), under=len(verdict.under), unproven=wrong)
