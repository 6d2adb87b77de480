"""A page that is only what a person wrote: methods, glossary, safety. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from celosia.derive import Publication
from celosia.model import Page, Unit
from celosia.render.address import Address
from celosia.render.pages.document import authored, document_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """All that the page shows."""

    page: Page


def prose_unit(publication: Publication, page: Page) -> Unit:  # noqa: ARG001 - every page's unit is built from both
    """The unit of a written page."""
    return Unit(name=f"page:{page.lang}:{page.path}", function=prose_page, arguments=(ProsePage(page=page),))


def prose_page(prose: ProsePage) -> Mapping[str, bytes]:
    """The Markdown of the page; it has no fragment."""
    return document_files(authored(prose.page, Address(lang=prose.page.lang, path=prose.page.path)))
