"""The keys of a dataset's files, as docs/project/reference/descriptor.md declares them. Nothing else may be written. Pure."""

from typing import get_args

from celosia.load.scalar import (
    BOOLEAN,
    CELL,
    CELLS,
    CODE,
    DATE,
    EMAIL,
    FIELD,
    FIELDS,
    ID,
    INTEGER,
    KEYWORD,
    LIMIT,
    LIMITS,
    LINE,
    PATTERN,
    PERIOD,
    PERIOD_TEXT,
    POPULATION,
    PROSE,
    SHARE,
    THRESHOLD,
    TITLE,
    URL,
    VERSION,
    WHOLE,
)  # fmt: skip
from celosia.load.shape import Cases, Choice, Entries, Many, Record, Shape, Text
from celosia.model import CHART_KINDS, Concept, Role
from celosia.model.agent import AGENT_TYPES
from celosia.model.counted import UNITS
from celosia.model.dataset import ChangeType, Kind
from celosia.model.policy import ZeroPolicy

LICENSES = {
    "CC-BY-4.0": "CC_BY_4_0",
    "CC-BY-SA-4.0": "CC_BYSA_4_0",
    "CC0-1.0": "CC0",
    "ODbL-1.0": "ODC_BL",
    "ODC-By-1.0": "ODC_BY",
    "PDDL-1.0": "ODC_PDDL",
}
"""Licences by their SPDX name, with the code of the EU authority table."""

FIELD_TYPES = ("string", "integer", "number", "date", "boolean", "year")

BOTH = Record(required={"es": LINE}, optional={"en": LINE})
SOURCE = Record(required={"title": LINE, "url": URL})
LICENSE = Record(required={"name": Choice(values=tuple(LICENSES), code="unknown-license"), "title": LINE, "path": URL})

_CATEGORY = Record(required={"value": CELL, "label": LINE}, optional={"parent": CELL})
_CONSTRAINTS = Record(
    optional={
        "required": BOOLEAN, "unique": BOOLEAN, "minLength": INTEGER, "maxLength": INTEGER, "minimum": LIMIT,
        "maximum": LIMIT, "pattern": PATTERN, "enum": LIMITS,
    }
)  # fmt: skip
_FIELD = Record(
    required={
        "name": FIELD,
        "type": Choice(values=FIELD_TYPES),
        "title": LINE,
        "role": Choice(values=tuple(role.value for role in Role)),
    },
    optional={
        "description": PROSE,
        "format": Choice(values=("default", "uri", "email")),
        "concept": Choice(values=get_args(Concept)),
        "unit": LINE,
        "totalCode": CELL,
        "sensitive": BOOLEAN,
        "categories": Many(of=_CATEGORY, least=1, identity="value"),
        "constraints": _CONSTRAINTS,
    },
)
_RESOURCE = Record(
    required={
        "name": ID,
        "path": LINE,
        "title": LINE,
        "schema": Record(
            required={"fields": Many(of=_FIELD, least=1, identity="name")},
            optional={"primaryKey": FIELDS, "missingValues": Many(of=Text(least=0, most=20))},
        ),
    },
    optional={
        "type": Choice(values=("table",)),
        "description": PROSE,
        "format": Choice(values=("csv", "xlsx")),
        "mediatype": LINE,
        "encoding": Choice(values=("utf-8",)),
    },
)
_BREAK = Record(required={"at": PERIOD_TEXT, "label": LINE})
_COUNTS = Record(
    required={
        "unit": Choice(values=UNITS),
        **dict.fromkeys(("what", "event", "recorder", "definition", "includes", "excludes", "period_rule"), PROSE),
    },
    optional={"breaks": Many(of=_BREAK, identity="at")},
)
_CHART = Record(
    required={
        "name": ID,
        "kind": Choice(values=CHART_KINDS, code="unknown-chart-kind"),
        "table": ID,
        "measure": FIELD,
        "dimensions": Many(of=FIELD, least=1),
        "title": LINE,
        "description": PROSE,
    },
    optional={"where": Entries(of=CELLS)},
)
RULES: dict[str, Shape] = {
    "thresholds": Entries(of=THRESHOLD),
    "crossed": WHOLE,
    "zeros": Choice(values=get_args(ZeroPolicy)),
    "insider": WHOLE,
    "dimensions": WHOLE,
    "loss": SHARE,
    "rounding": WHOLE,
}
_DISCLOSURE = Record(optional={**RULES, "population": POPULATION, "populations": Entries(of=POPULATION), "reason": PROSE})
_WAIVER = Record(
    required={
        "table": ID,
        "measure": FIELD,
        "where": Entries(of=CELL),
        "reason": PROSE,
        "signed_by": LINE,
        "date": DATE,
        "source": URL,
    }
)
_RECORD_LEVEL = Record(
    required={"name": ID, "title": LINE, "publisher": LINE, "url": URL, "warning": PROSE},
    optional={"rows": WHOLE},
)
_REVIEW = Record(required={"table": ID, "column": FIELD, "reason": PROSE, "signed_by": LINE, "date": DATE})
_LINK = Record(
    required={"name": ID, "title": LINE, "path": URL},
    optional={
        "description": PROSE, "page": URL, "identifier": LINE, "format": LINE, "mediatype": LINE, "bytes": INTEGER,
        "hash": LINE, "issued": DATE, "modified": DATE, "type": LINE,
        "fields": Many(of=Record(required={"name": LINE}, optional={"type": LINE, "description": PROSE, "unit": LINE})),
    },
)  # fmt: skip
_CELOSIA = Record(
    required={
        "kind": Choice(values=get_args(Kind)),
        "summary": PROSE,
        "issued": DATE,
        "modified": DATE,
        "spatial": Many(of=CODE, least=1),
        "themes": Many(of=CODE, least=1),
        "frequency": CODE,
        "counts": _COUNTS,
    },
    optional={
        "related": Many(of=ID),
        "series": Many(of=ID),
        "withheld": PROSE,
        "charts": Many(of=_CHART, identity="name"),
        "disclosure": _DISCLOSURE,
        "waivers": Many(of=_WAIVER),
        "record_level": Many(of=_RECORD_LEVEL, identity="name"),
        "reviewed": Many(of=_REVIEW),
        "links": Many(of=_LINK, identity="name"),
    },
)
AGENT_TYPE = Choice(values=AGENT_TYPES)
_CONTRIBUTOR = Record(
    required={"title": LINE, "roles": Many(of=Choice(values=("publisher", "creator")), least=1)}, optional={"type": AGENT_TYPE}
)
_MAIN_SOURCE = Record(required={"title": LINE, "path": URL})
_OWN = Record(
    required={
        "name": ID,
        "title": TITLE,
        "description": Text(least=50, most=1500),
        "version": VERSION,
        "keywords": Many(of=KEYWORD, least=1),
        "licenses": Many(of=LICENSE, least=1),
        "contributors": Many(of=_CONTRIBUTOR),
        "sources": Many(of=_MAIN_SOURCE, least=1),
        "celosia": _CELOSIA,
        "resources": Many(of=_RESOURCE, least=1, identity="name"),
    },
    optional={"$schema": URL, "id": LINE, "created": LINE, "homepage": URL},
)  # fmt: skip
_LINKED = Record(
    required={
        "name": ID,
        "title": LINE,
        "description": PROSE,
        "version": VERSION,
        "celosia": Record(
            required={"kind": Choice(values=("linked",)), "links": Many(of=_LINK, identity="name")},
            optional={
                **_CELOSIA.optional,
                **{name: shape for name, shape in _CELOSIA.required.items() if name != "kind"},
                "spatial": Many(of=CODE),
                "themes": Many(of=CODE),
                "identifier": LINE,
                "landing_page": URL,
                "temporal": PERIOD,
                "contact": Record(optional={"name": LINE, "email": EMAIL}),
            },
        ),
    },
    optional={
        **_OWN.optional,
        "keywords": Many(of=KEYWORD),
        "licenses": Many(of=Record(required={"title": LINE}, optional={"name": LINE, "path": URL})),
        "contributors": Many(of=Record(required=_CONTRIBUTOR.required, optional={**_CONTRIBUTOR.optional, "email": EMAIL})),
        "sources": Many(of=_MAIN_SOURCE),
        "resources": Many(of=_RESOURCE, identity="name"),
    },
)
"""A dataset whose files stay elsewhere, or were copied from there: what its publisher does not say is left out, not made up."""

DATASET = Cases(way=("celosia", "kind"), cases={"linked": _LINKED}, otherwise=_OWN)

CHANGES = Many(
    least=1,
    of=Record(
        required={"version": VERSION, "date": DATE, "type": Choice(values=get_args(ChangeType)), "note": BOTH},
        optional={"periods": Many(of=PERIOD_TEXT)},
    ),
)

_CATEGORY_EN = Record(required={"value": CELL, "label": LINE})
_FIELD_EN = Record(
    required={"name": FIELD},
    optional={"title": LINE, "description": PROSE, "categories": Many(of=_CATEGORY_EN, identity="value")},
)
_RESOURCE_EN = Record(
    required={"name": ID},
    optional={"title": LINE, "description": PROSE, "fields": Many(of=_FIELD_EN, identity="name")},
)
_COUNTS_EN = Record(
    optional={
        **dict.fromkeys(("what", "event", "recorder", "definition", "includes", "excludes", "period_rule"), PROSE),
        "breaks": Many(of=_BREAK, identity="at"),
    }
)
_CELOSIA_EN = Record(
    optional={
        "summary": PROSE,
        "withheld": PROSE,
        "counts": _COUNTS_EN,
        "charts": Many(of=Record(required={"name": ID}, optional={"title": LINE, "description": PROSE}), identity="name"),
        "disclosure": Record(optional={"reason": PROSE}),
        "waivers": Many(of=Record(optional={"reason": PROSE})),
        "record_level": Many(of=Record(required={"name": ID}, optional={"title": LINE, "warning": PROSE}), identity="name"),
        "links": Many(of=Record(required={"name": ID}, optional={"title": LINE, "description": PROSE}), identity="name"),
    }
)
DATASET_EN = Record(
    optional={
        "title": TITLE,
        "description": PROSE,
        "keywords": Many(of=KEYWORD),
        "celosia": _CELOSIA_EN,
        "resources": Many(of=_RESOURCE_EN, identity="name"),
    }
)
