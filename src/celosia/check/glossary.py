"""Whether what the glossary says leads anywhere, and whether each word leads to one term. Pure."""

from collections.abc import Iterator

from celosia.check.place import about
from celosia.check.system import basis, known_names
from celosia.model import Catalog, Finding, Place

_WHERE = Place(path="glossary.yaml")


def glossary(catalog: Catalog) -> Iterator[Finding]:
    """Each source, norm, dataset and agreement that a term names; no id and no form of a term is another's."""
    known = known_names(catalog)
    seen: set[str] = set()
    forms: set[tuple[str, str]] = set()
    for group, of in enumerate(catalog.glossary, 1):
        for number, entry in enumerate(of.entries, 1):
            key, term = f"[{group}].terms[{number}]", entry.term
            if term.id in seen:
                yield _repeated(f"{key}.id", term.id)
            for lang, form in term.forms:
                if (lang, form.lower()) in forms:
                    yield _repeated(f"{key}.forms.{lang}", form)
            seen.add(term.id)
            forms.update((lang, form.lower()) for lang, form in term.forms)
            yield from basis(_WHERE, key, entry.meaning, known)


def _repeated(key: str, name: str) -> Finding:
    return Finding(code="repeated-name", where=_WHERE, details=about(key, name))
