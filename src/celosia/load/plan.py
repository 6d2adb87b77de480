"""A protection plan: protection/<name>.yaml as docs/project/reference/protection-plan.md declares it, and its findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from celosia.load.document import Document, document
from celosia.load.folder import Folder
from celosia.load.scalar import BOOLEAN, CELL, CELLS, CODE, DATE, FIELD, ID, LINE
from celosia.load.shape import Choice, Entries, Many, Record, Text
from celosia.model import Finding
from celosia.model.counted import Unit
from celosia.model.nearest import nearest, shown
from celosia.model.plan import (
    Granularity,
    Merge,
    Method,
    Plan,
    PlannedDimension,
    PlannedSource,
    PlannedTable,
    SourceKind,
    Split,
)  # fmt: skip

_RESERVED = ("release", "date", "table", "value", "status")
_TEXT = Text(most=200)

_SOURCE = Record(
    required={"path": LINE, "kind": Choice(values=get_args(SourceKind))},
    optional={
        "count": _TEXT,
        "where": Entries(of=CELLS),
        "delimiter": Choice(values=(",", ";", "\t", "|")),
        "encoding": Choice(values=("utf-8", "latin-1")),
    },
)
_DIMENSION = Record(
    optional={
        "codes": Entries(of=CELL),
        "default": CODE_ if (CODE_ := Text(most=100)) else CODE,
        "total": CODE_,
        "parents": Entries(of=CELL),
        "unknown": CELLS,
        "sensitive": BOOLEAN,
        "time": Choice(values=get_args(Granularity)),
    }
)
_TABLE = Record(
    required={"dataset": ID, "table": ID, "measure": FIELD, "dimensions": Entries(of=_TEXT)},
    optional={
        "where": Entries(of=CELLS),
        "split": Record(required={"column": _TEXT, "separator": Text(most=10), "into": Many(of=_TEXT, least=1)}),
        "fixed": Entries(of=CELL),
        "collapse": CELLS,
        "merge": Choice(values=get_args(Merge)),
        "impossible": Many(of=Entries(of=CELL)),
        "attributes": Entries(of=CELL),
        "publish": BOOLEAN,
    },
)
PLAN = Record(
    required={
        "unit": Choice(values=get_args(Unit)),
        "date": DATE,
        "source": _SOURCE,
        "dimensions": Entries(of=_DIMENSION),
        "tables": Many(of=_TABLE, least=1),
    },
    optional={"population": LINE, "crossed": BOOLEAN, "method": Choice(values=get_args(Method))},
)
