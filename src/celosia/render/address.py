"""Where a page stands, and how it links to the others: always relatively, so that the site works in any folder. Pure."""

from dataclasses import dataclass

ROOT = "es"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The address of a page: its language and its path ("datasets/x/"; "" is the home page).

    Spanish stands at the root of the site and the other languages in a folder each. Files to download and assets are
    in the root tree only; drawings are in the tree of their language.

    >>> page = Address(lang="en", path="datasets/x/")
    >>> page.page("sources/", "ar01"), page.root("assets/celosia.css")
    ('../../sources/index.html#ar01', '../../../assets/celosia.css')
    """

    lang: str
    path: str

    def own(self, path: str) -> str:
        """The link to a file of this language's tree."""
        return "../" * self.path.count("/") + path

    def root(self, path: str) -> str:
        """The link to a file of the root tree."""
        return self.own(path if self.lang == ROOT else f"../{path}")

    def page(self, path: str, anchor: str | None = None) -> str:
        """The link to a page in the same language; it names `index.html`, so that it works from a folder of files."""
        return self.own(f"{path}index.html") + (f"#{anchor}" if anchor else "")

    @property
    def public(self) -> str:
        """The path of the page below the address of the site."""
        return self.path if self.lang == ROOT else f"{self.lang}/{self.path}"


def folder(lang: str) -> str:
    """The folder of the generated documents in a language."""
    return f"docs/{lang}/"


def step_anchor(older: str, newer: str) -> str:
    """Where the page of the changes tells of a step.

    >>> step_anchor("1.0.0", "1.1.0")
    'v-1-0-0--1-1-0'
    """
    return f"v-{older}--{newer}".replace(".", "-")
