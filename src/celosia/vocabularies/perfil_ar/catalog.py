"""The catalogue itself as the Perfil Nacional describes it, and the file that holds all. Pure."""

import json
from collections.abc import Iterable
from urllib.parse import urlsplit

from celosia.locales import N_, gettext
from celosia.vocabularies.dcat import Holdings
from celosia.vocabularies.perfil_ar.code import spatial

SUPER_THEMES = "https://datos.gob.ar/superThemeTaxonomy.json"
_THEMES = {
    "statistics": (N_("Statistics"), N_("Figures by period, with their source.")),
    "register": (N_("Register"), N_("Lists of norms, agreements, commitments and sources.")),
    "directory": (N_("Directory"), N_("Institutions, with their contacts.")),
}


def header(holdings: Holdings) -> dict[str, object]:
    """Everything but the datasets."""
    site = holdings.site
    mailbox = {"mbox": site.publisher.email} if site.publisher.email else {}
    told = {
        "version": "1.1",
        "identifier": (urlsplit(site.url).hostname or "").replace(".", "-"),
        "title": site.title.es,
        "description": site.description.es,
        "publisher": {"name": site.publisher.name, **mailbox},
        "superThemeTaxonomy": SUPER_THEMES,
        "themeTaxonomy": [_theme(name) for name in _THEMES],
        "issued": holdings.issued.isoformat(),
        "modified": holdings.modified.isoformat(),
        "language": ["spa", "eng"] if "en" in site.languages else ["spa"],
        "license": site.license.url,
        "homepage": site.url,
        "rights": site.license.title,
        "spatial": spatial(holdings.spatial),
    }
    return {key: value for key, value in told.items() if value is not None}


def document(head: dict[str, object], datasets: Iterable[str]) -> bytes:
    """`data.json`, of a header and of datasets that are JSON already."""
    told = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    held = ",\n".join(datasets)
    return f'{told},\n "dataset": [\n{held}\n ]\n}}\n'.encode()


def _theme(name: str) -> dict[str, str]:
    label, description = (gettext("es")(message) for message in _THEMES[name])
    return {"id": name, "label": label, "description": description}
