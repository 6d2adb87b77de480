"""What can be verified follows from rows and dates alone, and a changed row changes it."""

from datetime import date

from unit.derive.commitments import ROWS, cases, catalog, commitment, complete, meeting, milestone

from celosia.derive.commitment import MilestoneTold, commitments, events, gaps
from celosia.model import Catalog, Dataset, PeriodOfTime
from celosia.model.commitment import Rhythm


def _told(made: Catalog) -> MilestoneTold:
    return commitments(made)[0].milestones[0]


def _with(*rows: tuple[object, ...]) -> Dataset:
    return cases((*ROWS, *rows))


def test_each_year_of_a_breakdown_has_the_mark_of_its_rows() -> None:
    sex, language = _told(catalog()).breakdowns
    assert dict(sex.marks) == {
        2019: "published",
        2020: "part",
        2021: "protected",
        **dict.fromkeys(range(2022, 2027), "none"),
    }
    assert not sex.is_never
    assert language.is_never
    assert not language.answers


def test_a_new_row_publishes_its_year_and_a_figure_beside_a_protected_one_says_so() -> None:
    sex = _told(catalog(data=_with(("r-5", "2022", "m", 90, "A"), ("r-6", "2021", "v", 80, "A")))).breakdowns[0]
    assert dict(sex.marks)[2022] == "published"
    assert dict(sex.marks)[2021] == "mixed"


def test_lateness_counts_to_the_day_of_the_catalogue() -> None:
    fresh = _told(catalog()).evidence[0].fresh
    assert fresh is not None
    assert (fresh.last, fresh.days, fresh.due, fresh.overdue) == (date(2021, 12, 31), 1786, date(2022, 6, 30), 1605)
    later = _told(catalog(data=_with(("r-5", "2026-01/2026-06", "m", 90, "A")))).evidence[0].fresh
    assert later is not None
    assert (later.last, later.overdue) == (date(2026, 6, 30), 0)


def test_nothing_is_overdue_where_no_rhythm_was_promised() -> None:
    fresh = _told(catalog(commitment(milestone(rhythm=None)))).evidence[0].fresh
    assert fresh is not None
    assert (fresh.due, fresh.overdue) == (None, None)


def test_the_state_of_a_milestone() -> None:
    assert _told(catalog()).verdict == "part"
    assert _told(catalog(commitment(milestone(rhythm=None, breakdowns=())))).verdict == "found"
    assert _told(catalog(commitment(milestone(evidence=())))).verdict == "none"
    assert _told(catalog(commitment(milestone(public=False)))).verdict == "beyond"
    late = milestone(rhythm=None, breakdowns=(), start=PeriodOfTime.parse("2024"))
    assert _told(catalog(commitment(late))).verdict == "before"
    assert (
        _told(catalog(commitment(milestone(checked=("casos", "por-sexo", "periodo"), rhythm=None, breakdowns=())))).verdict
        == "part"
    )


def test_complete_without_data_after_the_due_date_is_a_contradiction() -> None:
    flagged = _told(catalog(commitment(claims=(complete(),))))
    assert [one.kind for one in flagged.contradictions] == ["nothing-after-due"]
    nothing = _told(catalog(commitment(milestone(evidence=()), claims=(complete(),))))
    assert [one.kind for one in nothing.contradictions] == ["nothing-published"]
    after = catalog(commitment(claims=(complete(),)), data=_with(("r-5", "2023", "m", 90, "A")))
    assert [one.kind for one in _told(after).contradictions] == ["breakdown-missing"]
    whole = catalog(commitment(milestone(breakdowns=()), claims=(complete(),)), data=_with(("r-5", "2023", "m", 90, "A")))
    assert not _told(whole).contradictions


def test_nothing_contradicts_before_the_due_date_or_where_public_data_cannot_tell() -> None:
    open_ = milestone(evidence=(), end=PeriodOfTime.parse("2027"))
    assert not _told(catalog(commitment(open_, claims=(complete(),)))).contradictions
    assert not _told(catalog(commitment(milestone(evidence=(), public=False), claims=(complete(),)))).contradictions
    assert not _told(catalog(commitment(milestone(evidence=(), permanent=True), claims=(complete(),)))).contradictions


def test_what_is_missing_or_overdue_can_be_asked_for() -> None:
    assert [one.kind for one in gaps(_told(catalog()))] == ["never", "overdue"]
    assert [one.kind for one in gaps(_told(catalog(commitment(milestone(evidence=(), breakdowns=())))))] == ["nothing"]
    assert gaps(_told(catalog(commitment(milestone(evidence=(), public=False))))) == ()
    assert [one.kind for one in gaps(_told(catalog(commitment(milestone(rhythm=None, breakdowns=())))))] == ["old"]


def test_a_rhythm_of_meetings_counts_from_the_end_of_the_first_year() -> None:
    promised = milestone(evidence=(), breakdowns=(), meets="meeting", rhythm=Rhythm(months=6))
    expected = _told(catalog(commitment(promised))).expected
    assert expected is not None
    assert (len(expected.due), expected.due[0], expected.due[-1]) == (6, date(2020, 6, 30), date(2022, 12, 31))
    assert (expected.next, expected.after_end) == (date(2026, 12, 31), True)


def test_a_meeting_that_was_held_answers_its_milestone_and_moves_the_next_date() -> None:
    promised = commitment(milestone(evidence=(), breakdowns=(), meets="meeting", end=PeriodOfTime.parse("2030")))
    met = _told(catalog(promised, events=(meeting(date=PeriodOfTime.parse("2026-10-10")),)))
    assert (met.verdict, [event.id for event in met.events]) == ("found", ["reunion"])
    assert met.expected is not None
    assert (met.expected.next, met.expected.after_end) == (date(2027, 4, 10), False)
    assert _told(catalog(promised, events=(meeting(answers=()),))).verdict == "none"


def test_the_figure_of_an_event_is_the_cell_of_its_row() -> None:
    assert events(catalog(events=(meeting(),)))[0].figures[0][1] == 120
    changed = cases((("r-1", "2019", "m", 125, "A"), *ROWS[1:]))
    assert events(catalog(data=changed, events=(meeting(),)))[0].figures[0][1] == 125
    hidden = cases((("r-1", "2019", "m", None, "Q"), *ROWS[1:]))
    assert events(catalog(data=hidden, events=(meeting(),)))[0].figures[0][1] is None
