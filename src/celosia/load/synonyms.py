"""The words by which people look for things, from `synonyms.yaml`: none where there is no such file."""

from celosia.load.document import optional_document
from celosia.load.folder import Folder
from celosia.load.shape import Many, Record, Text
from celosia.model import LANGUAGES, Finding, Synonym

_PHRASES = Many(of=Text(most=80), least=1)
_SYNONYM = Record(required={"words": _PHRASES, "mean": _PHRASES})
SYNONYMS = Record(optional=dict.fromkeys(LANGUAGES, Many(of=_SYNONYM)))


def synonyms(folder: Folder) -> tuple[tuple[Synonym, ...], tuple[Finding, ...]]:
    """The synonyms of every language, in the order of the file."""
    file = optional_document(folder, "synonyms.yaml", SYNONYMS)
    found = (
        Synonym(lang=lang, words=node["words"], mean=node["mean"]) for lang in LANGUAGES for node in file.value[lang] or ()
    )
    return tuple(found), file.findings
