"""A harvested dataset as a descriptor of ours: what it states, and nothing for what it does not. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from celosia.harvest.address import address, email, is_doubtful
from celosia.harvest.authority import frequency, license_name, license_url, place, theme
from celosia.harvest.clean import line
from celosia.harvest.counted import counted, in_english
from celosia.harvest.day import day, period
from celosia.harvest.file import Link, links
from celosia.harvest.judgement import Subject
from celosia.harvest.words import judged, keyword, keywords, told
from celosia.locales import N_, gettext
from celosia.model import Finding, LangString
from celosia.vocabularies.harvest import HarvestedDataset

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_UNTITLED = N_("Without a title")
_UNDESCRIBED = N_("Its publisher does not describe it.")
_LINE = 500
_PLAIN = "http://"

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """`datapackage.yaml` and `datapackage.en.yaml` of a dataset, what was found, and the names of its files by identifier.

    `tables` are the files of rows to be copied, by path, where they are new or changed.
    """

    name: str
    node: Node
    english: Node
    names: Mapping[str, str]
    findings: tuple[Finding, ...]
    tables: Mapping[str, bytes] = field(default_factory=dict)


def descriptor(subject: Subject, dataset: HarvestedDataset, name: str, known: Mapping[str, str]) -> Descriptor:
    """The descriptor of a dataset whose files stay where they are."""
    made = links(subject, dataset.files, known)
    title = told(dataset.title, "title") or _ours(_UNTITLED)
    description = told(dataset.description, "description") or _ours(_UNDESCRIBED)
    node: dict[str, object] = {
        "$schema": PROFILE,
        "name": name,
        "title": title.es,
        "description": description.es,
        "version": "1.0.0",
        "keywords": [word.es for word in keywords(dataset.keywords)],
        "licenses": _licenses(dataset),
        "contributors": _contributors(dataset),
        "sources": _sources(dataset, title.es),
        "celosia": _celosia(dataset, made),
    }
    findings = (
        *_judged(subject, dataset),
        *_plain_addresses(subject, made),
        *(found for link in made for found in link.findings),
    )
    return Descriptor(
        name=name,
        node=_stated(node),
        english=_english(dataset, (title, description), made),
        names={**known, **{link.key: link.name for link in made}},
        findings=findings,
    )


def _ours(message: str) -> LangString:
    return LangString(es=gettext("es")(message), en=message)


def _celosia(dataset: HarvestedDataset, made: tuple[Link, ...]) -> dict[str, object]:
    summary = told(dataset.summary, "summary")
    contact = {"name": line(dataset.contact or "")[:_LINE], "email": email(dataset.contact_email or "")}
    block: dict[str, object] = {
        "kind": "linked",
        "summary": summary.es if summary else None,
        "identifier": line(dataset.identifier or "")[:_LINE],
        "landing_page": address(dataset.landing_page or ""),
        "issued": day(dataset.issued),
        "modified": day(dataset.modified),
        "temporal": period(dataset.temporal) if dataset.temporal else None,
        "spatial": list(dict.fromkeys(code for text in dataset.places if (code := place(text)))),
        "themes": list(dict.fromkeys(code for text in dataset.themes if (code := theme(text)))),
        "frequency": frequency(dataset.frequency) if dataset.frequency else None,
        "contact": _stated(contact),
        "counts": counted(dataset.counts),
    }
    return _stated(block) | {"links": [dict(link.node) for link in made if link.node]}


def _licenses(dataset: HarvestedDataset) -> list[dict[str, object]]:
    said = (dataset.license, dataset.license_title, dataset.license_url, *(file.license for file in dataset.files))
    name = license_name(said)
    title = line(dataset.license_title or dataset.license or (name or ""))[:_LINE]
    url = license_url(name) if name else address(dataset.license_url or dataset.license or "")
    return [_stated({"name": name, "title": title, "path": url})] if title else []


def _contributors(dataset: HarvestedDataset) -> list[dict[str, object]]:
    publisher = {"title": line(dataset.publisher or "")[:_LINE], "email": email(dataset.publisher_email or "")}
    agents = ((publisher, "publisher"), ({"title": line(dataset.creator or "")[:_LINE]}, "creator"))
    return [{**_stated(agent), "roles": [role]} for agent, role in agents if agent["title"]]


def _sources(dataset: HarvestedDataset, title: str) -> list[dict[str, object]]:
    url = address(dataset.landing_page or "") or address(dataset.source or "")
    return [{"title": title, "path": url}] if url else []


def _english(dataset: HarvestedDataset, texts: tuple[LangString, LangString], made: tuple[Link, ...]) -> Node:
    """The translation, where the source has one: all keywords or none, since they are paired by their order."""
    words = [word.en for word in keywords(dataset.keywords)]
    summary = told(dataset.summary, "summary")
    celosia: dict[str, object] = {
        "summary": summary.en if summary else None,
        "links": [dict(link.english) for link in made if link.english],
    }
    celosia["counts"] = in_english(dataset.counts_english) if counted(dataset.counts) else None
    node = {"description": texts[1].en, "keywords": words if all(words) else None, "celosia": _stated(celosia)}
    said = dataset.title is not None and dataset.title.en
    return _stated({"title": texts[0].en, **node}) if said else {}


def _judged(subject: Subject, dataset: HarvestedDataset) -> Iterator[Finding]:
    stated = {
        name: getattr(dataset, name)
        for name in (
            "identifier", "title", "description", "publisher", "publisher_email", "contact", "contact_email", "issued",
            "modified", "frequency", "themes", "local_themes", "keywords", "license", "places", "temporal", "landing_page",
            "files",
        )
    }  # fmt: skip
    yield from subject.absences(stated)
    for name in ("title", "description"):
        yield from judged(subject, name, getattr(dataset, name))
    yield from _codes(subject, dataset)
    for name in ("issued", "modified"):
        if getattr(dataset, name) and day(getattr(dataset, name)) is None:
            yield subject.finding("harvest-bad-date", name)
    if dataset.temporal and period(dataset.temporal) is None:
        yield subject.finding("harvest-bad-period", "temporal")
    if (issued := day(dataset.issued)) and (modified := day(dataset.modified)) and modified < issued:
        yield subject.finding("harvest-dates-crossed", "modified")
    for name in ("publisher_email", "contact_email"):
        if getattr(dataset, name) and email(getattr(dataset, name)) is None:
            yield subject.finding("harvest-bad-email", name)
    page = address(dataset.landing_page or "")
    if dataset.landing_page and page is None:
        yield subject.finding("harvest-bad-address", "landing_page")
    elif page and is_doubtful(page):
        yield subject.finding("harvest-doubtful-address", "landing_page")


def _codes(subject: Subject, dataset: HarvestedDataset) -> Iterator[Finding]:
    if dataset.frequency and frequency(dataset.frequency) is None:
        yield subject.finding("harvest-unknown-frequency", "frequency")
    if any(theme(text) is None for text in dataset.themes):
        yield subject.finding("harvest-unknown-theme", "themes")
    declared = subject.harvest.local_themes
    if declared is not None and not set(dataset.local_themes) <= set(declared):
        yield subject.finding("harvest-undeclared-theme", "local_themes")
    if any(place(text) is None for text in dataset.places):
        yield subject.finding("harvest-unknown-place", "places")
    if any(keyword(word.es) != " ".join(word.es.split()) for word in dataset.keywords):
        yield subject.finding("harvest-bad-keyword", "keywords")
    if dataset.license and license_name((dataset.license, dataset.license_title, dataset.license_url)) is None:
        yield subject.finding("harvest-unknown-license", "license")


def _plain_addresses(subject: Subject, made: tuple[Link, ...]) -> Iterator[Finding]:
    """One finding a dataset for all addresses that anybody on the way can read."""
    found = sum(str(link.node.get("path", "")).startswith(_PLAIN) for link in made)
    if found:
        yield subject.finding("harvest-plain-http", "files", ("found", str(found)))


def _stated(node: Node) -> dict[str, object]:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
