"""What the page of conformance shows: each check with its tool, its result and its day, and the scores. Pure.

All of it comes from the file that the checks wrote; a check that failed is shown as failed. Only the words are from here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from celosia.derive import ConformancePublication
from celosia.locales import format_date, format_number
from celosia.model import Conformance, Judgment, Score
from celosia.render.views.ease import EaseView
from celosia.render.views.reading import Reading
from celosia.render.words import N_

_GROUPS: Mapping[str, Mapping[str, str]] = {
    N_("Metadata of the whole catalogue"): {
        "data_json_ar": N_("Argentina’s national profile of metadata (data.json), by the State’s own validator"),
        "dcat_ap_shacl": N_("DCAT-AP 3.0.1, what is mandatory (catalog.ttl)"),
        "dcat_ap_recommended": N_("DCAT-AP, what is recommended (catalog.ttl)"),
        "dcat_jsonld": N_("DCAT-AP 3.0.1 in JSON-LD (catalog.jsonld)"),
        "dcat_rudof": N_("DCAT-AP 3.0.1, by a second program"),
        "mqa_405": N_("Quality of the metadata, by the MQA methodology"),
        "ckan_harvest": N_("CKAN’s own parser of DCAT reads the catalogue"),
        "sitemap_xsd": N_("Map of the site (sitemap.xml)"),
        "feed_atom": N_("Feed of changes (Atom, RFC 4287)"),
        "signposting": N_("Typed links for machines in the page of each dataset (Signposting)"),
        "citation_cff": N_("How to cite the catalogue (CITATION.cff)"),
        "citations": N_("Citations of each dataset (BibTeX, RIS, CSL-JSON)"),
    },
    N_("Files of the datasets"): {
        "frictionless": N_("Each package and each table against its schema, size and hash"),
        "dp_profile": N_("Each package against the profile of Data Package 2"),
        "csvw": N_("Each table against its CSVW metadata"),
        "croissant": N_("Each dataset as Croissant 1.0"),
    },
    N_("Pages"): {
        "vnu_html": N_("HTML of every page"),
        "linkchecker": N_("Every link and every anchor within the site"),
        "schemaorg_adobe": N_("schema.org of every page: words of the vocabulary"),
        "schemaorg_dts": N_("schema.org of every page: types of the values"),
        "dataset_soso": N_("schema.org of every page: what dataset search engines require"),
        "axe_wcag22": N_("Accessibility of every page (WCAG 2.2 AA), light and dark, wide and narrow"),
    },
    N_("Programs that read the data, and find the same values"): {
        "client_pandas": N_("Every table as CSV"),
        "client_polars": N_("Every table as CSV"),
        "client_duckdb": N_("Every table as CSV"),
        "client_parquet": N_("Every table as Parquet"),
        "client_frictionless": N_("Every package over HTTP"),
        "client_datasette": N_("Every package as a database"),
        "client_ckan": N_("Every dataset, with its title and its files"),
    },
}
_PERFIL = {
    "datasets_cant": N_("Datasets"),
    "distribuciones_cant": N_("Distributions"),
    "errors": N_("Errors"),
    "datasets_meta_ok_pct": N_("Datasets with valid metadata"),
    "campos_recomendados_pct": N_("Recommended fields that are filled in"),
    "campos_optativos_pct": N_("Optional fields that are filled in"),
    "datasets_actualizados_pct": N_("Datasets that are up to date"),
}
_MQA = {
    "Findability": N_("Findability"),
    "Accessibility": N_("Accessibility of the files"),
    "Interoperability": N_("Interoperability"),
    "Reusability": N_("Reusability"),
    "Contextuality": N_("Contextuality"),
}
_SHARE = "_pct"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentView:
    """A row: what was checked, with what, what came out, and when."""

    what: str
    tool: str
    result: str
    good: bool
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The checks of one kind."""

    id: str
    title: str
    rows: tuple[JudgmentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreView:
    """A score: its parts, and what it is not."""

    id: str
    title: str
    note: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformanceView:
    """The page below its words. `state` says what was judged and whether all passed; `warning` where it is out of date.

    `missing` says which of the known checks nobody recorded.
    """

    state: str
    warning: str
    missing: str
    groups: tuple[GroupView, ...]
    scores: tuple[ScoreView, ...]
    eases: tuple[EaseView, ...] = ()


def conformance_view(told: ConformancePublication | None, reading: Reading) -> ConformanceView:
    """The view of what was found, or of nothing."""
    if told is None:
        return ConformanceView(state=reading.word("No check has been recorded."), warning="", missing="", groups=(), scores=())
    return ConformanceView(
        state=_state(told.found, reading),
        warning="" if told.current else _warning(told, reading),
        missing=_missing(told.found, reading),
        groups=tuple(_groups(told.found, reading)),
        scores=tuple(_scores(told.found, reading)),
    )


def _state(found: Conformance, reading: Reading) -> str:
    failed = sum(judgment.failures > 0 for judgment in found.judgments)
    message = N_("Checks that found a fault: {failed} of {all}. Pages judged: {pages}; files: {files}; datasets: {datasets}; "
                 "kept versions: {versions}; agreements: {agreements}. Celosía {program}.")  # fmt: skip
    site = found.site
    counts = {"pages": site.pages, "files": site.files, "datasets": site.datasets, "versions": site.versions}
    numbers = counts | {"agreements": site.agreements, "failed": failed, "all": len(found.judgments)}
    words = {name: format_number(number, reading.lang) for name, number in numbers.items()}
    return reading.word(message).format(**words, program=found.celosia)


def _warning(told: ConformancePublication, reading: Reading) -> str:
    message = N_("The catalogue has changed since these checks: they were made from {since} on, and its last change is of "
                 "{changed}. What is newer has not been judged.")  # fmt: skip
    return reading.word(message).format(
        since=format_date(told.since, reading.lang), changed=format_date(told.changed, reading.lang)
    )


def _missing(found: Conformance, reading: Reading) -> str:
    recorded = {judgment.check for judgment in found.judgments}
    missing = [what for words in _GROUPS.values() for check, what in words.items() if check not in recorded]
    message = N_("There is no result yet of: {checks}.")
    named = dict.fromkeys(reading.word(what) for what in missing)
    return reading.word(message).format(checks="; ".join(named)) if missing else ""


def _groups(found: Conformance, reading: Reading) -> Iterator[GroupView]:
    """The checks that are known by their words, in that order; then those that are not, by their names."""
    judgments = {judgment.check: judgment for judgment in found.judgments}
    for number, (title, words) in enumerate(_GROUPS.items(), 1):
        known = [(reading.word(what), judgments.pop(check)) for check, what in words.items() if check in judgments]
        if known:
            yield GroupView(id=f"checks-{number}", title=reading.word(title), rows=tuple(_row(*one, reading) for one in known))
    if judgments:
        rows = tuple(_row(check, judgment, reading) for check, judgment in judgments.items())
        yield GroupView(id="checks-others", title=reading.word(N_("Others")), rows=rows)


def _row(what: str, judgment: Judgment, reading: Reading) -> JudgmentView:
    message = N_("{failures} of {subjects} with faults") if judgment.failures else N_("Passes: {subjects} of {subjects}")
    numbers = {"failures": judgment.failures, "subjects": judgment.subjects}
    words = {name: format_number(number, reading.lang) for name, number in numbers.items()}
    return JudgmentView(
        what=what,
        tool=f"{judgment.tool} {judgment.version}",
        result=reading.word(message).format(**words),
        good=not judgment.failures,
        day=format_date(judgment.date, reading.lang),
    )


def _scores(found: Conformance, reading: Reading) -> Iterator[ScoreView]:
    if mqa := found.score("mqa"):
        yield _mqa(mqa, reading)
    if perfil := found.score("perfil"):
        yield ScoreView(
            id="perfil",
            title=reading.word(N_("Indicators of Argentina’s national profile of metadata")),
            note=reading.word(N_("Computed by us with pydatajson, on {date}.")).format(
                date=format_date(perfil.date, reading.lang)
            ),
            parts=tuple(_parts(perfil, _PERFIL, reading)),
        )


def _mqa(mqa: Score, reading: Reading) -> ScoreView:
    points, of = (format_number(mqa.part(name) or 0, reading.lang) for name in ("points", "of"))
    note = N_("By the MQA methodology; computed by us, on {date}. Only data.europa.eu gives the official score.")
    return ScoreView(
        id="mqa",
        title=reading.word(N_("Quality of the metadata: {points} of {of} points")).format(points=points, of=of),
        note=reading.word(note).format(date=format_date(mqa.date, reading.lang)),
        parts=tuple(_parts(mqa, _MQA, reading)),
    )


def _parts(score: Score, words: Mapping[str, str], reading: Reading) -> Iterator[tuple[str, str]]:
    for name, message in words.items():
        value = score.part(name)
        if value is not None:
            yield reading.word(message), _number(name, value, reading.lang)


def _number(name: str, value: float, lang: str) -> str:
    """A share as a percentage, anything else as it is.

    >>> _number("campos_recomendados_pct", 0.985, "en"), _number("datasets_cant", 15.0, "en")
    ('98.5 %', '15')
    """
    if name.endswith(_SHARE):
        return f"{format_number(round(100 * value, 1), lang)}\u00a0%".replace("\u00a0", " ")
    return format_number(value, lang)
