"""What a commitment's page shows: what was promised, what each side says, what can be verified. Pure."""

from collections import Counter as Tally
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from celosia.derive.commitment import CommitmentPublication, EvidenceShown, MilestoneTold, gaps
from celosia.locales import format_date
from celosia.model import Made, Site
from celosia.model.commitment import Claim, Evidence, Request
from celosia.render.promised import ALWAYS_ASKED, ASSERTERS, CLAIMS, CONTRADICTIONS, EXPLAINED, VERDICTS
from celosia.render.views.counter import Counter, counter
from celosia.render.views.figure import Drawn, Figure, figure
from celosia.render.views.letter import Letter, letter
from celosia.render.views.meeting import Meetings, meetings
from celosia.render.views.reading import Reading
from celosia.render.views.text import Fact, Link, Text, reference, stated, told
from celosia.render.views.verified import Age, Matrix, ages, anchor, matrix, reasons, yardstick
from celosia.render.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A status that somebody asserts, or that no source gives (then `code` is empty)."""

    who: str
    code: str
    word: str
    text: Text
    as_at: str
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A milestone in the table."""

    id: str
    number: str
    promise: Text
    owners: tuple[Text, ...]
    when: str
    evidence: tuple[Link, ...]
    verdict: str
    verdict_word: str
    reasons: tuple[str, ...]
    note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """The whole page below its title and first sentence."""

    summary: Text
    facts: tuple[Fact, ...]
    said: tuple[Said, ...]
    verdicts: tuple[tuple[str, str, str, str], ...]
    flagged: tuple[tuple[str, Link], ...]
    rows: tuple[Row, ...]
    matrices: tuple[Matrix, ...]
    ages: tuple[Age, ...]
    yardstick: str
    meetings: tuple[Meetings, ...]
    figure: Figure | None
    remarks: tuple[tuple[str, Text, Link], ...]
    letters: tuple[Letter, ...]
    law: Link | None
    law_note: Text | None
    counter: Counter
    sources: tuple[Link, ...]
    note: Text | None
    today: str


def commitment_view(
    publication: CommitmentPublication, drawn: Drawn | None, site: Site, reading: Reading, made: Mapping[str, Made]
) -> CommitmentView:
    """The view of a commitment."""
    commitment, lang = publication.commitment, reading.lang
    request = commitment.request
    return CommitmentView(
        summary=told(commitment.summary, lang),
        facts=_facts(publication, reading),
        said=tuple(_said(publication, reading)),
        verdicts=tuple(_verdicts(publication, reading)),
        flagged=tuple(_flagged(publication, reading)),
        rows=tuple(_row(one, reading) for one in publication.milestones),
        matrices=tuple(matrix(one, reading) for one in publication.milestones if one.breakdowns),
        ages=tuple(ages(publication, reading)),
        yardstick=yardstick(publication, reading),
        meetings=tuple(meetings(one, reading) for one in publication.milestones if one.milestone.meets),
        figure=figure(drawn, reading, made) if drawn else None,
        remarks=tuple(
            (reading.word(ASSERTERS[one.asserter]), told(one.text, lang), _reference(one.source, reading))
            for one in commitment.remarks
        ),
        letters=tuple(_letters(publication, site, reading)) if request else (),
        law=_law(request, lang) if request else None,
        law_note=told(request.note, lang) if request and request.note else None,
        counter=counter(commitment, site, reading),
        sources=tuple(_reference(one, reading) for one in commitment.sources),
        note=told(commitment.note, lang) if commitment.note else None,
        today=format_date(publication.today, lang),
    )


def answer(publication: CommitmentPublication, reading: Reading) -> str:
    """The first sentence of the page: how many of its milestones can be verified, and how."""
    _ = reading.word
    counts: Tally[str] = Tally(one.verdict for one in publication.milestones)
    parts = (f"{_(VERDICTS[code]).lower()}, {counts[code]}" for code in VERDICTS if counts[code])
    message = _("Of the {n} milestones, this catalogue could verify the following on {day}: {parts}.")
    day = format_date(publication.today, reading.lang)
    return message.format(n=len(publication.milestones), day=day, parts="; ".join(parts))


def answer_of_all(publications: tuple[CommitmentPublication, ...], reading: Reading) -> str:
    """The first sentence of the board: the same, for all milestones together."""
    every = tuple(one for publication in publications for one in publication.milestones)
    return answer(replace(publications[0], milestones=every), reading)


def evidence_link(shown: EvidenceShown, reading: Reading) -> Link:
    """Where a piece of evidence is, with the day as at which it is shown."""
    one = shown.evidence
    label = told(one.of, reading.lang)
    version = f" · {reading.word('version')} {one.version}" if one.version else ""
    number = f" · {shown.count}" if one.collection else ""
    href, day = _href(one, shown, reading), format_date(one.date, reading.lang)
    return Link(
        text=Text(text=f"{label.text}{number}", lang=label.lang), href=href, note=f"{version} · {day}".removeprefix(" · ")
    )


def when(milestone: MilestoneTold, reading: Reading) -> str:
    """From when until when a milestone was promised."""
    one, _ = milestone.milestone, reading.word
    if one.start is None and one.end is None:
        return _("the whole plan: until {day}").format(day=format_date(milestone.due, reading.lang)) if milestone.due else ""
    start = reading.period(one.start.text) if one.start else ""
    end = _("permanent") if one.permanent else reading.period(one.end.text) if one.end else ""
    return start if start == end else " – ".join(part for part in (start, end) if part)


def _href(one: Evidence, shown: EvidenceShown, reading: Reading) -> str | None:
    if one.dataset:
        home = f"datasets/{one.dataset}/"
        anchor = f"table-{one.table}" if one.table else None
        return reading.address.page(f"{home}v/{one.version}/" if shown.frozen else home, anchor)
    if one.agreement or one.collection:
        return reading.address.page(f"agreements/{one.agreement}/" if one.agreement else "agreements/")
    if one.event:
        return reading.address.page("events/", one.event)
    return one.link.url if one.link else None


def _reference(source: object, reading: Reading) -> Link:
    return reference(source.title, source.url, reading.lang)  # type: ignore[attr-defined]


def _facts(publication: CommitmentPublication, reading: Reading) -> tuple[Fact, ...]:
    _, lang, commitment = reading.word, reading.lang, publication.commitment
    facts = [
        Fact(label=_("Identifier"), text=stated(commitment.code)),
        Fact(label=_("Plan or programme"), text=told(commitment.programme, lang)),
        Fact(label=_("Country"), text=reading.territory(commitment.country)),
        Fact(label=_("Period"), text=stated(reading.period(commitment.period.text))),
        Fact(label=_("Who answers for it"), text=_listed(commitment.owners, lang)),
    ]
    if commitment.supporters:
        facts.append(Fact(label=_("With the support of"), text=_listed(commitment.supporters, lang)))
    if commitment.register:
        href = reading.address.page(f"datasets/{commitment.register.dataset}/", f"table-{commitment.register.table}")
        facts.append(Fact(label=_("Among the other commitments"), text=stated(_("see the list")), href=href))
    return tuple(facts)


def _listed(names: tuple[object, ...], lang: str) -> Text:
    texts = [told(name, lang) for name in names]  # type: ignore[arg-type]
    return Text(text="; ".join(text.text for text in texts), lang=texts[0].lang)


def _said(publication: CommitmentPublication, reading: Reading) -> Iterator[Said]:
    """What each side says: the State and the organisations always, also where no source gives their word.

    The reviewer too, where the commitment is one of the plans that it reviews.
    """
    claims, is_reviewed = publication.commitment.claims, publication.commitment.register is not None
    for asserter in ASSERTERS:
        own = [claim for claim in claims if claim.asserter == asserter]
        yield from (_claim(claim, reading) for claim in own)
        if not own and asserter in ALWAYS_ASKED and (is_reviewed or asserter != "irm"):
            silence = stated(reading.word("No source that we read says it."))
            yield Said(who=reading.word(ASSERTERS[asserter]), code="", word="", text=silence, as_at="", source=None)


def _claim(claim: Claim, reading: Reading) -> Said:
    return Said(
        who=reading.word(ASSERTERS[claim.asserter]),
        code=claim.code,
        word=word(CLAIMS, claim.code, reading.lang),
        text=told(claim.text, reading.lang),
        as_at=_as_at(claim, reading),
        source=_reference(claim.source, reading),
    )


def _as_at(claim: Claim, reading: Reading) -> str:
    if claim.as_at is None:
        return reading.word("The source gives no date.")
    return reading.word("As at {date}.").format(date=reading.day(claim.as_at))


def _verdicts(publication: CommitmentPublication, reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    counts: Tally[str] = Tally(one.verdict for one in publication.milestones)
    for code, message in VERDICTS.items():
        if counts[code]:
            yield code, reading.word(message), str(counts[code]), reading.word(EXPLAINED[code])


def _flagged(publication: CommitmentPublication, reading: Reading) -> Iterator[tuple[str, Link]]:
    milestones = {one.milestone.number: one for one in publication.milestones}
    for one in publication.contradictions:
        milestone = milestones[one.milestone]
        days = [shown.fresh.last for shown in milestone.evidence if shown.fresh]
        values = {
            "claim": one.claim.text.text(reading.lang),
            "milestone": one.milestone,
            "last": format_date(max(days), reading.lang) if days else "",
            "due": format_date(milestone.due, reading.lang) if milestone.due else "",
        }
        yield reading.word(CONTRADICTIONS[one.kind]).format(**values), _reference(one.claim.source, reading)


def _row(one: MilestoneTold, reading: Reading) -> Row:
    milestone = one.milestone
    return Row(
        id=anchor(milestone.number),
        number=milestone.number,
        promise=told(milestone.promise, reading.lang),
        owners=tuple(told(owner, reading.lang) for owner in milestone.owners),
        when=when(one, reading),
        evidence=tuple(evidence_link(shown, reading) for shown in one.evidence),
        verdict=one.verdict,
        verdict_word=reading.word(VERDICTS[one.verdict]),
        reasons=reasons(one, reading),
        note=told(milestone.note, reading.lang) if milestone.note else None,
    )


def _letters(publication: CommitmentPublication, site: Site, reading: Reading) -> Iterator[Letter]:
    url = f"{site.url}commitments/{publication.commitment.id}/"
    found = [(one, gap) for one in publication.milestones for gap in gaps(one)]
    for number, (one, gap) in enumerate(found, 1):
        yield letter(publication, one, (number, gap), url, reading)


def _law(request: Request, lang: str) -> Link:
    """The law, with its text where its address is known."""
    name = request.law.text(lang)
    return reference(name, request.url, lang) if request.url else Link(text=stated(name), href=None)
