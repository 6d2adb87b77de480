"""What all pages share: the templates that the site generator reads, their words, and the site's own files. Pure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

from celosia.charts import vega_bundle
from celosia.derive import Publication
from celosia.exporters import export_citation
from celosia.locales import gettext
from celosia.model import HelpLine, Site, Unit
from celosia.render.address import ROOT, folder
from celosia.render.fragment import escaped_braces
from celosia.render.menu import FOOTER, MENU, paths
from celosia.render.pages.dataset import own_site
from celosia.render.words import N_
from celosia.vocabularies.telephone import dialled_line

LANGUAGES = {"es": "Español", "en": "English"}

_BRAND_CSS = "assets/brand/brand.css"
_BRAND_LOGO = "assets/brand/logo.svg"
_WORDS = {
    "skip": N_("Skip to the content"),
    "exit": N_("Leave quickly"),
    "exit_early": N_("Leave this site quickly"),
    "exit_shift_1": N_("Shift: press two more times to leave."),
    "exit_shift_2": N_("Shift: press once more to leave."),
    "help": N_("Help lines"),
    "help_question": N_("Do you need help?"),
    "language": N_("Language"),
    "sections": N_("Sections"),
    "more": N_("More about this site"),
    "home": N_("Home"),
    "you_are_here": N_("You are here"),
    "published_by": N_("Published by"),
    "mail": N_("Mail about the data"),
    "licence": N_("Licence"),
    "updated": N_("Updated"),
    "report": N_("Report an error"),
    "missing_title": N_("Page not found"),
    "missing_heading": N_("We could not find that page"),
    "missing_text": N_("The address may have changed. From these pages everything can be reached:"),
    "exit_limits": N_("The quick exit opens another site; it does not clear the browsing history."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What the templates are told, in one language. `pages` are the paths that there are."""

    site: Site
    pages: tuple[str, ...]
    brand: tuple[str, ...]
    material_css: str
    lang: str


def shell_units(publication: Publication, material_css: str) -> Iterable[Unit]:
    """The templates, the words of each language, the site's scripts and styles, the brand's files."""
    yield Unit(name="theme", function=theme, arguments=())
    yield Unit(name="assets", function=assets, arguments=())
    yield Unit(name="vega", function=vega_bundle, arguments=())
    yield Unit(name="citation", function=export_citation, arguments=(own_site(publication.site),))
    if publication.assets:
        yield Unit(name="brand", function=brand, arguments=(publication.assets,))
    for lang in publication.site.languages:
        shell = Shell(
            site=publication.site,
            pages=paths(publication, lang),
            brand=tuple(path for path, _ in publication.assets),
            material_css=material_css,
            lang=lang,
        )
        yield Unit(name=f"words:{lang}", function=words, arguments=(shell,))


def theme() -> Mapping[str, bytes]:
    """The templates, as they are in the package."""
    return {f"theme/{name}": body for name, body in _packaged("theme")}


def assets() -> Mapping[str, bytes]:
    """Scripts, styles and icon: in the root tree only, for every language."""
    return {f"{folder(ROOT)}assets/{name}": body for name, body in _packaged("assets")}


def brand(given: tuple[tuple[str, bytes], ...]) -> Mapping[str, bytes]:
    """The publisher's own files, as they are."""
    return {f"{folder(ROOT)}{path}": body for path, body in given}


def words(shell: Shell) -> Mapping[str, bytes]:
    """`theme/site.<lang>.html`: one value with all that the templates say, as a literal that Jinja and MiniJinja read."""
    literal = escaped_braces(json.dumps(_told(shell), ensure_ascii=True, indent=1))
    return {f"theme/site.{shell.lang}.html": f"{{% set site = {literal} %}}\n".encode()}


def _told(shell: Shell) -> Mapping[str, object]:
    site, lang, _ = shell.site, shell.lang, gettext(shell.lang)
    return {
        "title": site.title.text(lang),
        "url": site.url,
        "base": urlsplit(site.url).path or "/",
        "prefix": "" if lang == ROOT else f"{lang}/",
        "up": "" if lang == ROOT else "../",
        "material_css": shell.material_css,
        "brand_css": _BRAND_CSS if _BRAND_CSS in shell.brand else "",
        "logo": _BRAND_LOGO if _BRAND_LOGO in shell.brand else "assets/icon.svg",
        "exit_url": site.exit_url or "",
        "help": [_help(line, lang) for line in site.help_lines],
        "languages": [_language(other, lang) for other in site.languages],
        "menu": [_entry(path, _(label)) for path, label in MENU.items() if path in shell.pages],
        "footer": [_entry(path, _(label)) for path, label in FOOTER.items() if path in shell.pages],
        "publisher": {"name": site.publisher.name, "url": site.publisher.url, "email": site.publisher.email or ""},
        "license": {"title": site.license.title, "url": site.license.url},
        "issues_url": site.issues_url or "",
        "words": {name: _(message) for name, message in _WORDS.items()},
    }


def _help(line: HelpLine, lang: str) -> Mapping[str, str]:
    return {"label": line.label.text(lang), "number": line.number, "dialled": dialled_line(line), "note": line.note.text(lang)}


def _language(other: str, lang: str) -> Mapping[str, object]:
    """A language for the switcher; `to` leads from this language's tree to the other's."""
    up = "" if lang == ROOT else "../"
    prefix = "" if other == ROOT else f"{other}/"
    return {"code": other, "name": LANGUAGES[other], "to": "" if other == lang else f"{up}{prefix}", "prefix": prefix}


def _entry(path: str, label: str) -> Mapping[str, str]:
    return {"path": path, "label": label, "section": path.rstrip("/")}


def _packaged(name: str) -> Iterable[tuple[str, bytes]]:
    folder_ = files("celosia.render").joinpath(name)
    return ((entry.name, entry.read_bytes()) for entry in sorted(folder_.iterdir(), key=lambda entry: entry.name))
