"""The keys of comparisons and crosswalks, as docs/project/reference/descriptor.md declares them. Pure."""

from typing import get_args

from celosia.load.dataset_keys import BOTH, SOURCE
from celosia.load.scalar import CELL, CODE, DATE, FIELD, FIGURE, ID, LINE, PERIOD, PROSE, TITLE, URL
from celosia.load.shape import Choice, Entries, Many, Record, Shape
from celosia.model.agreement import Confidence
from celosia.model.comparison import COMPARISON_UNITS, ComparisonClass
from celosia.model.crosswalk import Match

_TITLES = Record(required={"es": TITLE}, optional={"en": TITLE})
_TEXTS = Record(required={"es": PROSE}, optional={"en": PROSE})
_WHERE: dict[str, Shape] = {"dataset": ID, "table": ID, "measure": FIELD, "where": Entries(of=CELL)}
_CELL = Record(required=_WHERE)
_CLAIM = Record(
    required={"id": ID, "system": ID, "name": BOTH, "counts": BOTH},
    optional={
        "cell": _CELL, "plus": Many(of=_CELL, least=1), "minus": Many(of=_CELL), "value": FIGURE, "qualifier": CODE,
        "unit": Choice(values=COMPARISON_UNITS), "period": PERIOD, "as_of": PERIOD, "source": SOURCE,
        "confidence": Choice(values=get_args(Confidence)), "row": BOTH, "note": BOTH,
    },
)  # fmt: skip
COMPARISON = Record(
    required={
        "id": ID,
        "title": _TITLES,
        "country": CODE,
        "topic": ID,
        "kind": Choice(values=get_args(ComparisonClass)),
        "sentence": BOTH,
        "claims": Many(of=_CLAIM, least=2, identity="id"),
        "explanation": _TEXTS,
        "author": LINE,
        "date": DATE,
        "needed": Many(of=BOTH, least=1),
    },
    optional={
        "case": CODE,
        "relations": Many(of=Record(required={"kind": Choice(values=("parts", "difference")), "first": ID, "second": ID})),
    },
)

_MAPPING = Record(
    required={"system": ID, "label": BOTH, "match": Choice(values=get_args(Match)), **_WHERE},
    optional={"code": ID, "note": BOTH},
)
_DIMENSION = Record(
    required={
        "id": ID,
        "title": BOTH,
        "codes": Many(of=Record(required={"id": ID, "label": BOTH}, optional={"standards": Entries(of=CELL)}), identity="id"),
        "mappings": Many(of=_MAPPING),
    },
    optional={"note": BOTH},
)
CROSSWALK = Record(
    required={
        "id": ID,
        "title": _TITLES,
        "country": CODE,
        "summary": BOTH,
        "author": LINE,
        "date": DATE,
        "systems": Many(of=Record(required={"id": ID, "name": BOTH, "counts": BOTH}), least=2, identity="id"),
        "dimensions": Many(of=_DIMENSION, least=1, identity="id"),
    },
    optional={
        "standards": Many(of=Record(required={"name": LINE, "title": LINE, "url": URL}), identity="name"),
        "missing": Many(of=BOTH),
    },
)
