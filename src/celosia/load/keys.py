"""The keys of each file, as docs/project/reference/descriptor.md declares them. Nothing else may be written. Pure."""

from typing import get_args

from celosia.load.dataset_keys import AGENT_TYPE, BOTH, LICENSE, RULES, SOURCE
from celosia.load.scalar import (
    CELL,
    CODE,
    DATE,
    EMAIL,
    FIELD,
    FIGURE,
    ID,
    INTEGER,
    LINE,
    PERIOD,
    PROSE,
    TITLE,
    URL,
)  # fmt: skip
from celosia.load.shape import Choice, Entries, Many, Maybe, Record, Text
from celosia.model import LANGUAGES
from celosia.model.agreement import Confidence, StatusCode

CONFORMANCE = Record(
    required={
        "celosia": CODE,
        "site": Record(required=dict.fromkeys(("pages", "files", "datasets", "versions", "agreements"), INTEGER)),
        "checks": Entries(
            of=Record(required={"date": DATE, "tool": LINE, "version": LINE, "subjects": INTEGER, "failures": INTEGER})
        ),
        "scores": Entries(of=Record(required={"date": DATE, "parts": Entries(of=FIGURE)})),
    }
)

AGREEMENT = Record(
    required={
        "id": ID,
        "title": BOTH,
        "kind": Choice(values=("national", "international")),
        "instrument": BOTH,
        "countries": Many(of=CODE, least=1),
        "parties": Many(of=Record(required={"name": BOTH}, optional={"role": BOTH, "country": CODE}), least=1),
        "signed": Maybe(of=PERIOD),
        "in_force": Maybe(of=PERIOD),
        "approvals": Many(of=Record(required={"text": LINE}, optional={"norm": ID})),
        "status": Record(
            required={"code": Choice(values=get_args(StatusCode)), "text": BOTH, "as_at": Maybe(of=PERIOD), "source": SOURCE}
        ),
        "subject": BOTH,
        "official_url": Maybe(of=URL),
        "sources": Many(of=SOURCE, least=1),
        "confidence": Choice(values=get_args(Confidence)),
    },
    optional={
        "territories": Many(of=CODE),
        "row": ID,
        "signed_note": BOTH,
        "note": Record(required={"es": PROSE}, optional={"en": PROSE}),
    },
)

_TERRITORY = Record(
    required={"code": CODE, "name": LINE},
    optional={"parent": CODE, "short": Text(most=4), "column": INTEGER, "row": INTEGER},
)
_HELP_LINE = Record(
    required={"country": CODE, "number": Text(most=40), "label": LINE, "note": LINE, "source": URL, "checked": DATE}
)
_KEY_FIGURE = Record(required={"dataset": ID, "table": ID, "measure": FIELD, "where": Entries(of=CELL), "label": LINE})
_TOPIC = Record(required={"name": ID, "title": TITLE})
_SERIES = Record(required={"name": ID, "title": TITLE, "description": PROSE})
CATALOG = Record(
    required={
        "title": TITLE,
        "description": PROSE,
        "publisher": Record(required={"name": LINE, "url": URL}, optional={"email": EMAIL, "type": AGENT_TYPE}),
        "url": URL,
        "languages": Many(of=Choice(values=LANGUAGES), least=1),
        "license": LICENSE,
        "help_lines": Many(of=_HELP_LINE),
    },
    optional={
        "exit_url": URL,
        "issues_url": URL,
        "norms": ID,
        "directory": ID,
        "sources": ID,
        "key_figures": Many(of=_KEY_FIGURE),
        "territories": Many(of=_TERRITORY, identity="code"),
        "series": Many(of=_SERIES, identity="name"),
        "topics": Many(of=_TOPIC, identity="name"),
        "featured": Many(of=ID),
        "disclosure": Record(optional=RULES),
    },
)

FRONT_MATTER = Record(required={"title": TITLE, "description": LINE}, optional={"neutral_title": TITLE, "section": ID})

_HELP_LINE_EN = Record(required={"number": Text(most=40)}, optional={"label": LINE, "note": LINE})
CATALOG_EN = Record(
    optional={
        "title": TITLE,
        "description": PROSE,
        "help_lines": Many(of=_HELP_LINE_EN, identity="number"),
        "key_figures": Many(of=Record(optional={"label": LINE})),
        "territories": Many(of=Record(required={"code": CODE, "name": LINE}), identity="code"),
        "series": Many(of=Record(required={"name": ID}, optional={"title": TITLE, "description": PROSE}), identity="name"),
        "topics": Many(of=Record(required={"name": ID}, optional={"title": TITLE}), identity="name"),
    }
)  # fmt: skip
