"""The two files of a page: Markdown that a person would write, and the fragment that data fills. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from celosia.locales import format_date
from celosia.model import LangString, Page, Term
from celosia.render.address import Address, folder
from celosia.render.fragment import fragment
from celosia.render.glossary import Explaining
from celosia.render.head import Head, head_fragment
from celosia.render.markdown import front_matter, page_links, plain

Terms = tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page's head and its prose; `body` is Markdown."""

    address: Address
    title: str
    description: str
    body: str
    section: str
    neutral_title: str = ""
    updated: str = ""


def document_files(
    document: Document, template: str | None = None, view: object = None, head: Head | None = None, terms: Terms = ()
) -> Mapping[str, bytes]:
    """`docs/<lang>/<path>index.md`, and its fragments: what it shows (`index.html`), what it says to machines (`head.html`).

    Its prose leads to the terms of the glossary, but on a page with a neutral title: who looks for help is not led away.
    """
    explaining = Explaining(() if document.neutral_title else terms, document.address)
    lang, path = document.address.lang, document.address.path
    name, spoken = f"fragments/{lang}/{path}index.html", f"fragments/{lang}/{path}head.html"
    front = {
        "title": document.title,
        "description": document.description,
        "neutral_title": document.neutral_title,
        "section": document.section,
        "updated": document.updated,
        "fragment": name if template else "",
        "head": spoken if head else "",
    }
    text = f"{front_matter(front)}\n{explaining.markdown(document.body.strip())}\n"
    written = {f"{folder(lang)}{path}index.md": text.encode()}
    shown = {f"theme/{name}": fragment(template, lang, view, explaining.tell)} if template else {}
    return written | shown | ({f"theme/{spoken}": head_fragment(head)} if head else {})


def authored(page: Page, address: Address) -> Document:
    """What a person wrote for a page."""
    return Document(
        address=address,
        title=page.title,
        description=page.description,
        body=page_links(page.body),
        section=page.section or page.path.partition("/")[0] or "home",
        neutral_title=page.neutral_title or "",
    )


def opened(document: Document, answer: str) -> Document:
    """A written page that opens with the answer, which comes from data: below its title, before what a person wrote."""
    title, _, rest = document.body.partition("\n")
    return replace(document, description=answer, body=f"{title}\n\n{plain(answer)}\n{rest}")


def titled(title: LangString, lead: LangString, address: Address, *, updated: date | None = None) -> Document:
    """A page whose title and first paragraph come from data: plain text, made harmless."""
    lang = address.lang
    heading = _spoken(title, lang)
    return Document(
        address=address,
        title=title.text(lang),
        description=lead.text(lang),
        body=f"# {heading}\n\n{_spoken(lead, lang)}\n" if lead.text(lang) else f"# {heading}\n",
        section=address.path.partition("/")[0],
        updated=format_date(updated, lang) if updated else "",
    )


def _spoken(text: LangString, lang: str) -> str:
    """The text as Markdown, marked with its language where that is not the page's."""
    words = plain(text.text(lang))
    return words if text.lang(lang) == lang else f'<span lang="{text.lang(lang)}">{words}</span>'
