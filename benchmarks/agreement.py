"""An invented agreement."""

from random import Random
from typing import Any

_SUBJECTS = (("Pruebas", "Tests"), ("Mediciones", "Measurements"), ("Ejemplos", "Examples"))
_STATUS = (("in-force", "vigente", "in force"), ("signed", "firmado", "signed"), ("ended", "terminado", "ended"))


def agreement(id: str, chance: Random) -> dict[str, Any]:  # noqa: A002 - the field's word
    """The file of an agreement."""
    code, es, en = chance.choice(_STATUS)
    subject = chance.choice(_SUBJECTS)
    number = id.rpartition("-")[2]
    return {
        "id": id,
        "row": f"s-{number}",
        "title": {"es": f"Acuerdo sintético {number} sobre ejemplos", "en": f"Synthetic agreement {number} on examples"},
        "kind": chance.choice(("national", "international")),
        "instrument": {"es": "Convenio", "en": "Covenant"},
        "countries": ["AR"],
        "parties": [
            {"name": {"es": "Institución inventada", "en": "Invented institution"}, "country": "AR"},
            {"name": {"es": "Oficina inventada", "en": "Invented office"}, "role": {"es": "parte", "en": "party"}},
        ],
        "signed": f"{chance.randint(1990, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "in_force": None,
        "approvals": [],
        "status": {"code": code, "text": {"es": es, "en": en}, "as_at": "2025-01", "source": _source()},
        "subject": {"es": subject[0], "en": subject[1]},
        "official_url": None,
        "sources": [_source()],
        "confidence": chance.choice(("alta", "media")),
        "note": {"es": "No existe: es un acuerdo sintético.", "en": "It does not exist: it is a synthetic agreement."},
    }


def _source() -> dict[str, str]:
    """A new mapping each time: the same one twice would be written as a YAML anchor."""
    return {"title": "Informe inventado s1", "url": "https://fuente.example/s1"}
