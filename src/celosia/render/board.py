"""`commitments/commitments.csv` and `.json`: each milestone with what was computed of it. Pure."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO

from celosia.derive.commitment import CommitmentPublication, EvidenceShown, MilestoneTold
from celosia.derive.published import BreakdownYears
from celosia.model import LangString, Site, SourceLink
from celosia.model.commitment import Claim
from celosia.render.address import ROOT, folder

_COLUMNS = (
    "commitment", "country", "milestone", "promise_es", "promise_en", "owners_es", "owners_en", "start", "end", "due",
    "permanent", "evidence", "last_data_day", "most_days_overdue", "never_published", "verified",
    "contradictions", "as_at", "url",
)  # fmt: skip


def board_files(publications: tuple[CommitmentPublication, ...], site: Site) -> Mapping[str, bytes]:
    """Both files. What is not known is empty, `null` in JSON."""
    document = {
        "title": _both(site.title),
        "license": {"name": site.license.name, "title": site.license.title, "url": site.license.url},
        "commitments": [_commitment(one, site) for one in publications],
    }
    body = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    target = f"{folder(ROOT)}commitments/commitments"
    return {f"{target}.csv": _csv(publications, site), f"{target}.json": body.encode()}


def _csv(publications: tuple[CommitmentPublication, ...], site: Site) -> bytes:
    written = StringIO(newline="")
    writer = csv.DictWriter(written, fieldnames=_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(told, one, site) for told in publications for one in told.milestones)
    return written.getvalue().encode()


def _row(told: CommitmentPublication, one: MilestoneTold, site: Site) -> dict[str, str]:
    milestone, commitment = one.milestone, told.commitment
    fresh = [shown.fresh for shown in one.evidence if shown.fresh]
    overdue = [age.overdue for age in fresh if age.overdue is not None]
    return {
        "commitment": commitment.code,
        "country": commitment.country,
        "milestone": milestone.number,
        "promise_es": milestone.promise.es,
        "promise_en": milestone.promise.en or "",
        "owners_es": "; ".join(owner.es for owner in milestone.owners),
        "owners_en": "; ".join(owner.en or "" for owner in milestone.owners),
        "start": milestone.start.text if milestone.start else "",
        "end": milestone.end.text if milestone.end else "",
        "due": one.due.isoformat() if one.due else "",
        "permanent": str(milestone.permanent).lower(),
        "evidence": "; ".join(map(_name, one.evidence)),
        "last_data_day": max(age.last for age in fresh).isoformat() if fresh else "",
        "most_days_overdue": str(max(overdue)) if overdue else "",
        "never_published": "; ".join(part.name for part in one.never),
        "verified": one.verdict,
        "contradictions": "; ".join(part.kind for part in one.contradictions),
        "as_at": told.today.isoformat(),
        "url": f"{site.url}commitments/{commitment.id}/",
    }


def _commitment(told: CommitmentPublication, site: Site) -> dict[str, object]:
    commitment = told.commitment
    return {
        "id": commitment.id,
        "code": commitment.code,
        "url": f"{site.url}commitments/{commitment.id}/",
        "title": _both(commitment.title),
        "programme": _both(commitment.programme),
        "country": commitment.country,
        "period": commitment.period.text,
        "owners": [_both(one) for one in commitment.owners],
        "supporters": [_both(one) for one in commitment.supporters],
        "statuses": _claims(commitment.claims),
        "as_at": told.today.isoformat(),
        "milestones": [_milestone(one) for one in told.milestones],
        "sources": [_source(one) for one in commitment.sources],
    }


def _milestone(one: MilestoneTold) -> dict[str, object]:
    milestone = one.milestone
    return {
        "number": milestone.number,
        "promise": _both(milestone.promise),
        "owners": [_both(owner) for owner in milestone.owners],
        "start": milestone.start.text if milestone.start else None,
        "end": milestone.end.text if milestone.end else None,
        "due": one.due.isoformat() if one.due else None,
        "permanent": milestone.permanent,
        "statuses": _claims(milestone.claims),
        "verified": one.verdict,
        "contradictions": [{"kind": part.kind, "status": part.claim.code} for part in one.contradictions],
        "evidence": [_evidence(shown) for shown in one.evidence],
        "breakdowns": [_breakdown(part) for part in one.breakdowns],
    }


def _evidence(shown: EvidenceShown) -> dict[str, object]:
    one, fresh = shown.evidence, shown.fresh
    return {
        "reference": _name(shown),
        "of": _both(one.of),
        "date": one.date.isoformat(),
        "last_day": fresh.last.isoformat() if fresh else None,
        "days_since": fresh.days if fresh else None,
        "due": fresh.due.isoformat() if fresh and fresh.due else None,
        "days_overdue": fresh.overdue if fresh else None,
    }


def _breakdown(one: BreakdownYears) -> dict[str, object]:
    return {
        "name": one.name,
        "title": _both(one.title),
        "tables": [f"{table.dataset}/{table.table}" for table in one.answers],
        "years": [{"year": str(year), "published": mark} for year, mark in one.marks],
    }


def _name(shown: EvidenceShown) -> str:
    """What a piece of evidence refers to: dataset@version, with the table and the rows; an agreement, an event, an address."""
    one = shown.evidence
    if one.dataset:
        table = f"/{one.table}" if one.table else ""
        where = "".join(f"[{name}={value}]" for name, value in one.where)
        return f"{one.dataset}@{one.version}{table}{where}"
    if one.collection:
        return "agreements"
    return one.agreement or one.event or (one.link.url if one.link else "")


def _claims(claims: Iterable[Claim]) -> list[dict[str, object]]:
    return [
        {
            "asserter": claim.asserter,
            "code": claim.code,
            "text": _both(claim.text),
            "as_at": claim.as_at.text if claim.as_at else None,
            "source": _source(claim.source),
        }
        for claim in claims
    ]


def _source(source: SourceLink) -> dict[str, str]:
    return {"title": source.title, "url": source.url}


def _both(text: LangString) -> dict[str, str]:
    return {"es": text.es, **({"en": text.en} if text.en else {})}
