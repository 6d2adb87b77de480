"""Citations as files that reference managers read: BibTeX, RIS, CSL-JSON; and CITATION.cff for the catalogue. Pure."""

import json
import re
from collections.abc import Callable, Mapping

from celosia.locales import gettext
from celosia.model import Site
from celosia.vocabularies.citation import Cited

_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"es": "spanish", "en": "english"}


def bibtex(cited: Cited) -> bytes:
    """One `@misc` entry: classic BibTeX has no type for a data set. Names and titles are in double braces, kept as written."""
    fields = {
        "author": f"{{{{{_tex(cited.author)}}}}}",
        "title": f"{{{{{_tex(cited.title)}}}}}",
        "year": f"{{{cited.day.year}}}" if cited.day else "",
        "month": _MONTHS[cited.day.month - 1] if cited.day else "",
        "version": f"{{{cited.version}}}" if cited.version else "",
        "type": f"{{{_genre(cited)}}}",
        "publisher": f"{{{{{_tex(cited.publisher or cited.author)}}}}}",
        "url": f"{{{cited.url}}}",
        "language": f"{{{_LANGUAGES[cited.lang]}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{_key(cited)},\n{lines}\n}}\n".encode()


def ris(cited: Cited) -> bytes:
    """One record of RIS: `DATA` for a data set, `ELEC` for a page of the web.

    A comma in an author would part a surname from a name, and RIS has no way to say that a body has neither: it is a dash here.
    """
    said = (
        ("TY", "DATA" if cited.kind == "dataset" else "ELEC"),
        ("TI", cited.title),
        ("AU", cited.author.replace(", ", " – ")),
        ("PY", str(cited.day.year) if cited.day else ""),
        ("DA", cited.day.strftime("%Y/%m/%d") if cited.day else ""),
        ("PB", cited.publisher or cited.author),
        ("ET", cited.version or ""),
        ("M3", _genre(cited)),
        ("LA", cited.lang),
        ("UR", cited.url),
    )
    return ("".join(f"{tag}  - {text}\n" for tag, text in said if text) + "ER  - \n").encode()


def csl_json(cited: Cited) -> bytes:
    """A list of one item of CSL-JSON 1.0; the names of bodies are literal."""
    issued = [[cited.day.year, cited.day.month, cited.day.day]] if cited.day else []
    said: dict[str, object] = {
        "id": _key(cited),
        "type": "dataset" if cited.kind == "dataset" else "webpage",
        "title": cited.title,
        "author": [{"literal": cited.author}],
        "issued": {"date-parts": issued} if issued else None,
        "version": cited.version,
        "publisher": cited.publisher or cited.author,
        "URL": cited.url,
        "language": cited.lang,
        "genre": _genre(cited),
    }
    known = {name: value for name, value in said.items() if value}
    return f"{json.dumps([known], ensure_ascii=False)}\n".encode()


CITATIONS: Mapping[str, Callable[[Cited], bytes]] = {"cita.bib": bibtex, "cita.ris": ris, "cita.csl.json": csl_json}
"""The files of a citation by their names."""

CITATION_TYPES: Mapping[str, tuple[str, str]] = {
    "cita.bib": ("BibTeX", "application/x-bibtex"),
    "cita.ris": ("RIS", "application/x-research-info-systems"),
    "cita.csl.json": ("CSL-JSON", "application/json"),
}
"""The format of each file and its media type."""


def citation_files(cited: Cited) -> Mapping[str, bytes]:
    """Every file of a citation by its name."""
    return {name: write(cited) for name, write in CITATIONS.items()}


def citation_cff(site: Site) -> bytes:
    """`CITATION.cff` 1.2.0 of the whole catalogue, each value quoted as JSON, which YAML 1.2 reads."""
    lang = site.languages[0]
    message = gettext(lang)("Cite the dataset and the version that you use: each page says how. To cite the whole catalogue:")
    said = {
        "message": message,
        "title": site.title.text(lang),
        "type": "dataset",
        "abstract": site.description.text(lang),
        "license": site.license.name,
        "url": site.url,
    }
    lines = "".join(f"{name}: {_quoted(value)}\n" for name, value in said.items())
    authors = f"authors:\n  - name: {_quoted(site.publisher.name)}\n    website: {_quoted(site.publisher.url)}\n"
    return f"cff-version: 1.2.0\n{lines}{authors}".encode()


def _genre(cited: Cited) -> str:
    _ = gettext(cited.lang)
    return _("data set") if cited.kind == "dataset" else _("record of an agreement")


def _key(cited: Cited) -> str:
    return f"{cited.id}-{cited.version.replace('.', '-')}" if cited.version else cited.id


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda mark: _ESCAPED.get(mark[0], f"\\{mark[0]}"), text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
