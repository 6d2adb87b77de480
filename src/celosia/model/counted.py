"""What a figure counts: the units that the rules of disclosure tell apart."""

from typing import Literal

Unit = Literal["persons", "households", "cases", "reports", "judgments", "calls", "events", "institutions", "documents"]
