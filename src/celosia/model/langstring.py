"""A text in the languages of the catalogue, so that nothing is shown in one language under the name of another."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["es", "en"]
LANGUAGES: tuple[Lang, ...] = ("es", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class LangString:
    """A text in Spanish and, where somebody translated it, in English (RDF 1.1 `rdf:langString`).

    >>> title = LangString(es="Víctimas")
    >>> title.text("en"), title.lang("en")
    ('Víctimas', 'es')
    """

    es: str
    en: str | None = None

    def text(self, lang: str) -> str:
        """The text in `lang`, or in Spanish where there is no translation."""
        return self.en if lang == "en" and self.en else self.es

    def lang(self, lang: str) -> Lang:
        """The language that `text(lang)` is really in, for the `lang` attribute of HTML."""
        return "en" if lang == "en" and self.en else "es"
