"""The alternative text of a chart: what is drawn, its first, last and extreme figures, and what to mind. Pure."""

from collections.abc import Callable, Iterator, Sequence

from celosia.charts.drawing import Drawing
from celosia.charts.form import form
from celosia.charts.observation import Observation, axis_title, is_cumulative, is_in_time, observations
from celosia.charts.order import in_order
from celosia.charts.series import missing, series
from celosia.charts.time_axis import Calendar
from celosia.locales import format_period, gettext

_LONGEST = 400
_LISTED = 6
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
    sentences = [_opening(_KINDS[kind], found, drawing), *(_events if kind == "timeline" else _figures)(found, drawing)]
    text = sentences[0]
    for sentence in sentences[1:]:
        if len(text) + len(sentence) < _LONGEST:
            text = f"{text} {sentence}"
    return text


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
    if is_in_time(drawing) and not is_cumulative(found):
        yield from _in_time(whole, say)
        yield from _listed(say("Part of a year: {places}."), [one for one in found if one.is_partial and one.value is not None])
        yield from _gaps(found, drawing, say)
    else:
        yield from _across(in_order([one for one in found if one.value is not None], drawing), say)
    yield from _places(say("Protected figure: {places}."), [_name(one) for one in found if one.is_protected])
    for word in sorted({one.tentative for one in found} - {""}):
        yield from _places(f"{say(word)}: {{places}}.".capitalize(), [_name(one) for one in found if one.tentative == word])


def _in_time(whole: Sequence[Observation], say: Say) -> Iterator[str]:
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
        yield from _extremes(whole, say)


def _across(whole: Sequence[Observation], say: Say) -> Iterator[str]:
    if len(whole) <= _LISTED:
        yield from ("; ".join(f"{_name(one)}: {one.figure}" for one in whole) + "." for _ in whole[:1])
    else:
        yield from _extremes(whole, say)


def _extremes(whole: Sequence[Observation], say: Say) -> Iterator[str]:
    ordered = sorted(whole, key=lambda one: one.value or 0)
    yield say("Lowest: {place}.").format(place=_at(ordered[0]))
    yield say("Highest: {place}.").format(place=_at(ordered[-1]))


def _gaps(found: Sequence[Observation], drawing: Drawing, say: Say) -> Iterator[str]:
    calendar = Calendar.of(one.period for one in found if one.period)
    lines = series(found, calendar)
    gaps = [calendar.label(slot, drawing.lang) for first, last in missing(lines, calendar) for slot in range(first, last + 1)]
    yield from _places(say("No figure published: {places}."), gaps)
    differing = [ones for line in lines for _, ones in line.competing]
    yield from _places(
        say("Figures that differ: {places}."),
        [f"{_name(ones[0])} ({', '.join(one.figure for one in ones)})" for ones in differing],
    )
    breaks = [
        f"{format_period(one.at, drawing.lang)} ({one.label.text(drawing.lang)})" for _, one in calendar.breaks(drawing.breaks)
    ]
    yield from _places(say("Not comparable from: {places}."), breaks)


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
