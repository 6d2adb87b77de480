"""The alternative text of a chart: what is drawn, its first, last and extreme figures, and what to mind. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from celosia.charts.drawing import Drawing
from celosia.charts.form import form
from celosia.charts.observation import Observation, axis_title, is_cumulative, is_in_time, observations
from celosia.charts.order import in_order
from celosia.charts.series import missing, series
from celosia.charts.time_axis import Calendar
from celosia.locales import format_period, gettext
from celosia.vocabularies.status import NOT_AVAILABLE, STATUSES, Status

_LONGEST = 400
_LISTED = 6
_MARKED = 160
_TO = " \u2013 "
_KINDS = {
    "line": "Line chart",
    "bars": "Bar chart",
    "stacked-bars": "Stacked bar chart",
    "small-multiples": "Small line charts",
    "dot-range": "Dot chart",
    "tile-map": "Tile map",
    "timeline": "Timeline",
}
Say = Callable[[str], str]


def describe(drawing: Drawing) -> str:
    """The alternative text of a chart, told from its rows: at most 400 characters, the most telling sentences first."""
    found = observations(drawing)
    kind = form(drawing.chart.kind, drawing, found)
    marks = () if kind == "timeline" else _marks(found, drawing)
    left = _LONGEST - sum(len(sentence) + 1 for sentence in marks)
    text = _opening(_KINDS[kind], found, drawing)
    for sentence in (_events if kind == "timeline" else _figures)(found, drawing):
        if len(text) + len(sentence) < left:
            text = f"{text} {sentence}"
    return " ".join((text, *marks))


def _opening(kind: str, found: Sequence[Observation], drawing: Drawing) -> str:
    title = drawing.table.title.text(drawing.lang) if kind == "Timeline" else axis_title(drawing)
    periods = [one.period for one in found if one.period]
    if not periods:
        return f"{gettext(drawing.lang)(kind)}: {title}."
    if len(set(periods)) == 1 and not is_in_time(drawing):
        return f"{gettext(drawing.lang)(kind)}: {title}."
    first, last = min(periods, key=lambda period: period.start), max(periods, key=lambda period: period.end)
    when = str(first.start.year) if first.start.year == last.end.year else f"{first.start.year}\u2013{last.end.year}"
    return f"{gettext(drawing.lang)(kind)}: {title}, {when}."


def _events(found: Sequence[Observation], drawing: Drawing) -> Iterator[str]:
    say = gettext(drawing.lang)
    dated = sorted(
        (one for one in found if one.period), key=lambda one: (one.period.start, one.period.end) if one.period else ()
    )
    counts: dict[str, int] = {}
    for one in dated:
        counts[one.group_label] = counts.get(one.group_label, 0) + 1
    if any(counts):
        yield "; ".join(f"{label}: {count}" for label, count in counts.items()) + "."
    if dated:
        yield say("First: {place}.").format(place=dated[0].place_label)
        yield say("Last: {place}.").format(place=dated[-1].place_label)
    if len(found) > len(dated):
        yield say("without a date: {figure}").format(figure=len(found) - len(dated)).capitalize() + "."


def _figures(found: Sequence[Observation], drawing: Drawing) -> Iterator[str]:
    say = gettext(drawing.lang)
    whole = [one for one in found if one.value is not None and not one.is_partial]
    extremes = _extremes(whole, say, hides=any(one.is_protected for one in found))
    if is_in_time(drawing) and not is_cumulative(found):
        yield from _in_time(whole, extremes, say)
        yield from _listed(say("Part of a year: {places}."), [one for one in found if one.is_partial and one.value is not None])
        yield from _differences(found, drawing, say)
    else:
        yield from _across(in_order([one for one in found if one.value is not None], drawing), extremes)


def _in_time(whole: Sequence[Observation], extremes: Iterable[str], say: Say) -> Iterator[str]:
    groups = list(dict.fromkeys(one.group for one in whole))
    ordered = sorted(whole, key=lambda one: (one.period.start if one.period else None, one.value))
    if len(groups) > 1:
        for group in groups:
            ones = [one for one in ordered if one.group == group]
            ends = dict.fromkeys((_then(ones[0]), _then(ones[-1])))
            yield f"{ones[0].group_label}: {_TO.join(ends)}."
    elif ordered:
        yield say("First: {place}.").format(place=_then(ordered[0]))
        yield say("Last: {place}.").format(place=_then(ordered[-1]))
    if len(groups) == 1:
        yield from extremes


def _across(whole: Sequence[Observation], extremes: Iterable[str]) -> Iterator[str]:
    if len(whole) <= _LISTED:
        yield from ("; ".join(f"{_name(one)}: {one.figure}" for one in whole) + "." for _ in whole[:1])
    else:
        yield from extremes


def _extremes(whole: Sequence[Observation], say: Say, *, hides: bool) -> Iterator[str]:
    """The lowest and the highest; where a figure is hidden, nobody may take them for more than those that are published."""
    ordered = sorted(whole, key=lambda one: one.value or 0)
    lowest, highest = (
        (say("Lowest published: {place}."), say("Highest published: {place}."))
        if hides
        else (
            say("Lowest: {place}."),
            say("Highest: {place}."),
        )
    )
    for place, one in ((lowest, ordered[:1]), (highest, ordered[-1:])):
        yield from (place.format(place=_at(each)) for each in one)


def _differences(found: Sequence[Observation], drawing: Drawing, say: Say) -> Iterator[str]:
    calendar = Calendar.of(one.period for one in found if one.period)
    differing = [ones for line in series(found, calendar) for _, ones in line.competing]
    yield from _places(
        say("Figures that differ: {places}."),
        [f"{_name(ones[0])} ({', '.join(one.figure for one in ones)})" for ones in differing],
    )
    breaks = [
        f"{format_period(one.at, drawing.lang)} ({one.label.text(drawing.lang)})" for _, one in calendar.breaks(drawing.breaks)
    ]
    yield from _places(say("Not comparable from: {places}."), breaks)


def _marks(found: Sequence[Observation], drawing: Drawing) -> tuple[str, ...]:
    """A sentence for each mark of the chart. No text is too long to leave one out: where places are many, it counts them."""
    places: dict[Status, list[str]] = {}
    for one in found:
        if one.status:
            places.setdefault(one.status, []).append(_name(one))
    if is_in_time(drawing) and not is_cumulative(found):
        places.setdefault(NOT_AVAILABLE, []).extend(_unpublished(found, drawing))
    told = [(status, dict.fromkeys(places[status])) for status in STATUSES.values() if places.get(status)]
    share = _MARKED // max(len(told), 1)
    return tuple(_sentence(status, tuple(names), share, drawing.lang) for status, names in told)


def _sentence(status: Status, names: Sequence[str], longest: int, lang: str) -> str:
    said = ", ".join(names)
    if len(said) > longest:
        said = gettext(lang)("{n} figures").format(n=len(names))
    word = status.words(lang)
    return f"{word[0].upper()}{word[1:]}: {said}."


def _unpublished(found: Sequence[Observation], drawing: Drawing) -> Iterator[str]:
    """The places of the axis that have no row at all."""
    calendar = Calendar.of(one.period for one in found if one.period)
    lines = series(found, calendar)
    rows = {calendar.slot(one.period) for one in found if one.period}
    for first, last, _ in missing(lines, calendar):
        yield from (calendar.label(slot, drawing.lang) for slot in range(first, last + 1) if slot not in rows)


def _listed(template: str, ones: Sequence[Observation]) -> Iterator[str]:
    yield from _places(template, [_at(one) for one in ones])


def _places(template: str, places: Sequence[str]) -> Iterator[str]:
    if places:
        yield template.format(places=", ".join(dict.fromkeys(places)))


def _name(one: Observation) -> str:
    return " · ".join(part for part in (one.place_label, one.group_label, one.rest) if part)


def _then(one: Observation) -> str:
    return f"{one.figure} ({one.place_label})"


def _at(one: Observation) -> str:
    return f"{one.figure} ({_name(one)})"
