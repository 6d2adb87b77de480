"""The catalog.yaml of a folder that has none: what the source says of itself, and marked blanks where it does not. Pure."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from celosia.harvest.address import address, email
from celosia.harvest.authority import license_name, license_title, license_url
from celosia.harvest.clean import line, shortened
from celosia.harvest.judgement import Subject
from celosia.harvest.words import told
from celosia.locales import N_, gettext
from celosia.model import Finding, LangString
from celosia.vocabularies.harvest import Harvest

HEAD = (
    "# Escrito por «celosia import». Revise url, publisher, license, help_lines y exit_url:"
    " docs/project/how-to/import-a-catalogue.md\n"
)
_BLANK_URL = "https://catalogo.example/"
_EXIT = "https://www.wikipedia.org/"
_LICENSE = "CC-BY-4.0"
_TITLE = 100
_CATALOGUE = N_("Imported catalogue")
_UNDESCRIBED = N_("Its publisher does not describe it.")
_UNNAMED = N_("Not stated by the publisher")


def catalog(subject: Subject, harvest: Harvest) -> tuple[dict[str, object], dict[str, object], tuple[Finding, ...]]:
    """catalog.yaml, catalog.en.yaml, and what the person must decide before it is published."""
    url = address(harvest.homepage or "") or _BLANK_URL
    title = told(harvest.title, "title") or _ours(_CATALOGUE)
    description = told(harvest.description, "description") or _ours(_UNDESCRIBED)
    name = _license(harvest)
    node: dict[str, object] = {
        "title": shortened(title.es, _TITLE),
        "description": description.es,
        "publisher": _publisher(harvest, url),
        "url": url,
        "languages": ["es", "en"],
        "license": {"name": name, "title": license_title(name), "path": license_url(name)},
        "help_lines": [],
        "exit_url": _EXIT,
    }
    english = {"title": shortened(title.en or "", _TITLE), "description": description.en}
    return node, {key: text for key, text in english.items() if text}, tuple(_judged(subject, harvest, node))


def _publisher(harvest: Harvest, url: str) -> dict[str, object]:
    site = address(harvest.publisher_url or "") or (url if url != _BLANK_URL else _host(harvest)) or _BLANK_URL
    agent: dict[str, object] = {"name": line(harvest.publisher or "")[:500] or gettext("es")(_UNNAMED), "url": site}
    found = email(harvest.publisher_email or "")
    return {**agent, "email": found} if found else agent


def _host(harvest: Harvest) -> str | None:
    """The site where most of its files are."""
    urls = (address(file.url or file.access_url or "") for dataset in harvest.datasets for file in dataset.files)
    hosts = Counter(f"{parts.scheme}://{parts.netloc}/" for url in urls if url and (parts := urlsplit(url)))
    return hosts.most_common(1)[0][0] if hosts else None


def _license(harvest: Harvest) -> str:
    """The catalogue's, or the one that most of its datasets have."""
    own = license_name((harvest.license,))
    names = Counter(license_name((dataset.license, dataset.license_title, dataset.license_url)) for dataset in harvest.datasets)
    common = next((name for name, _ in names.most_common() if name), None)
    return own or common or _LICENSE


def _judged(subject: Subject, harvest: Harvest, node: dict[str, object]) -> Iterator[Finding]:
    names = ("title", "description", "publisher", "publisher_email", "homepage", "license", "modified")
    yield from subject.absences({name: getattr(harvest, name) for name in names})
    yield subject.finding("harvest-decide", "catalog.yaml help_lines")
    yield subject.finding("harvest-decide", "catalog.yaml exit_url")
    if node["url"] == _BLANK_URL:
        yield subject.finding("harvest-decide", "catalog.yaml url")
    if license_name((harvest.license,)) is None:
        yield subject.finding("harvest-decide", "catalog.yaml license")


def _ours(message: str) -> LangString:
    return LangString(es=gettext("es")(message), en=message)
