"""The «¿Qué cuenta?» box of a dataset of ours that comes back: whole, or not at all. Pure."""

from collections.abc import Iterator, Mapping

from celosia.harvest.clean import line, plain
from celosia.load.scalar import PERIOD_TEXT
from celosia.model.counted import UNITS

_TEXTS = ("what", "event", "recorder", "definition", "includes", "excludes", "period_rule")

Node = Mapping[str, object]


def counted(stated: Node) -> dict[str, object]:
    """What is counted, as the source states it; empty where it leaves anything out."""
    texts = in_english(stated)
    if stated.get("unit") not in UNITS or not texts.keys() >= set(_TEXTS):
        return {}
    return {"unit": stated["unit"], **texts}


def in_english(stated: Node) -> dict[str, object]:
    """The texts of the box alone."""
    texts: dict[str, object] = {name: plain(str(stated[name])) for name in _TEXTS if stated.get(name)}
    breaks = list(_breaks(stated.get("breaks")))
    return {**texts, "breaks": breaks} if breaks else texts


def _breaks(value: object) -> Iterator[dict[str, object]]:
    for point in value if isinstance(value, list) else ():
        if isinstance(point, dict) and point.get("label"):
            try:
                yield {"at": PERIOD_TEXT.read(str(point.get("at"))), "label": line(str(point["label"]))}
            except ValueError:
                continue
