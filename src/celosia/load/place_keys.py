"""The keys of territories, systems and the glossary, as docs/project/reference/descriptor.md declares them. Pure."""

from typing import get_args

from celosia.load.dataset_keys import BOTH, SOURCE
from celosia.load.scalar import CELL, CODE, FIELD, ID, LINE
from celosia.load.shape import Choice, Many, Maybe, Record, Shape, Text
from celosia.model import Match

PLACEMENT = Record(
    required={
        "id": ID,
        "title": BOTH,
        "note": BOTH,
        "columns": Many(of=Record(required={"dataset": ID, "table": ID, "column": FIELD}), least=1),
        "values": Many(
            of=Record(
                required={"value": CELL, "match": Choice(values=get_args(Match))},
                optional={"territory": CODE, "reason": BOTH},
            ),
            least=1,
            identity="value",
        ),
        "sources": Many(of=SOURCE, least=1),
    },
    optional={"notes": Many(of=Record(required={"territory": CODE, "text": BOTH}))},
)

_STATED: dict[str, Shape] = {
    "sources": Many(of=ID), "norms": Many(of=ID), "datasets": Many(of=ID), "agreements": Many(of=ID), "links": Many(of=SOURCE),
}  # fmt: skip
_STATEMENT = Record(required={"text": BOTH}, optional=_STATED)
GLOSSARY = Many(
    of=Record(
        required={
            "title": BOTH,
            "terms": Many(
                of=Record(
                    required={
                        "id": ID,
                        "name": BOTH,
                        "forms": Record(required={"es": Many(of=LINE, least=1)}, optional={"en": Many(of=LINE)}),
                        "text": BOTH,
                    },
                    optional=_STATED,
                ),
                least=1,
                identity="id",
            ),
        }
    )
)
SYSTEM = Record(
    required={
        "id": ID,
        "name": BOTH,
        "short": Text(most=40),
        "country": Maybe(of=CODE),
        "answer": BOTH,
        **dict.fromkeys(("runs", "registers", "rules", "since", "withholds"), Many(of=_STATEMENT)),
        "datasets": Many(of=ID),
    },
    optional={
        "promises": Many(
            of=Record(required={"commitment": CODE, "text": BOTH}, optional={"milestone": CODE, **_STATED}),
        )
    },
)
