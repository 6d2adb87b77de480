"""The keys of `commitments/<id>.yaml` and `events/<id>.yaml`, as docs/project/reference/descriptor.md declares them. Pure."""

from typing import get_args

from celosia.load.scalar import BOOLEAN, CELL, CODE, DATE, FIELD, ID, LINE, PERIOD, PROSE, URL, VERSION, WHOLE
from celosia.load.shape import Choice, Entries, Many, Maybe, Record, Text
from celosia.model.commitment import Asserter, ClaimCode, EventKind

_NUMBER = Text(most=20)
_BOTH = Record(required={"es": LINE}, optional={"en": LINE})
_LONG = Record(required={"es": PROSE}, optional={"en": PROSE})
_SOURCE = Record(required={"title": LINE, "url": URL})
_ROWS = Record(required={"dataset": ID, "table": ID}, optional={"where": Entries(of=CELL)})
_CLAIM = Record(
    required={
        "asserter": Choice(values=get_args(Asserter)),
        "code": Choice(values=get_args(ClaimCode)),
        "text": _BOTH,
        "as_at": Maybe(of=PERIOD),
        "source": _SOURCE,
    }
)
_REMARK = Record(required={"asserter": Choice(values=get_args(Asserter)), "text": _LONG, "source": _SOURCE})
_EVIDENCE = Record(
    required={"date": DATE, "of": _BOTH},
    optional={
        "dataset": ID,
        "version": VERSION,
        "table": ID,
        "where": Entries(of=CELL),
        "agreement": ID,
        "event": ID,
        "link": _SOURCE,
        "collection": BOOLEAN,
    },
)
_MILESTONE = Record(
    required={
        "number": _NUMBER,
        "promise": _LONG,
        "owners": Many(of=_BOTH, least=1),
        "start": Maybe(of=PERIOD),
        "end": Maybe(of=PERIOD),
        "evidence": Many(of=_EVIDENCE),
    },
    optional={
        "permanent": BOOLEAN,
        "public": BOOLEAN,
        "rhythm": Record(required={"months": WHOLE}, optional={"milestone": _NUMBER}),
        "breakdowns": Many(of=Record(required={"name": ID, "title": _BOTH, "tables": Many(of=_ROWS)}), identity="name"),
        "claims": Many(of=_CLAIM),
        "meets": Choice(values=get_args(EventKind)),
        "checked": Record(required={"dataset": ID, "table": ID, "column": FIELD}),
        "note": _LONG,
        "authority": _BOTH,
    },
)
COMMITMENT = Record(
    required={
        "id": ID,
        "code": _NUMBER,
        "title": _BOTH,
        "summary": _LONG,
        "programme": _BOTH,
        "country": CODE,
        "period": PERIOD,
        "owners": Many(of=_BOTH, least=1),
        "supporters": Many(of=_BOTH),
        "milestones": Many(of=_MILESTONE, least=1, identity="number"),
        "claims": Many(of=_CLAIM),
        "sources": Many(of=_SOURCE, least=1),
    },
    optional={
        "remarks": Many(of=_REMARK),
        "register": _ROWS,
        "request": Record(required={"law": _BOTH, "authority": _BOTH}, optional={"url": URL, "note": _LONG}),
        "note": _LONG,
    },
)
EVENT = Record(
    required={
        "id": ID,
        "kind": Choice(values=get_args(EventKind)),
        "title": _BOTH,
        "country": CODE,
        "date": PERIOD,
        "organisers": Many(of=_BOTH, least=1),
        "participants": Many(of=_BOTH),
        "answers": Many(of=Record(required={"commitment": ID, "milestone": _NUMBER})),
        "documents": Many(of=_SOURCE),
        "sources": Many(of=_SOURCE, least=1),
    },
    optional={
        "figures": Many(
            of=Record(required={"dataset": ID, "table": ID, "measure": FIELD, "where": Entries(of=CELL), "label": _BOTH})
        ),
        "note": _LONG,
    },
)
