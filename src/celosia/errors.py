"""What stops us, as opposed to faults in the data (those are findings).

CelosiaError
├── CatalogRefusedError   the catalogue has faults; carries the report
├── SiteRefusedError      the built site has faults; carries the report
├── ProtectionRefusedError  what a plan asks for would point at people; carries the report
└── MissingToolError      something that must be installed is not
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from celosia.model.finding import Report


class CelosiaError(Exception):
    """The root of all that Celosía raises on purpose."""


class CatalogRefusedError(CelosiaError):
    """The catalogue has faults, all in `report`; nothing was written."""

    def __init__(self, report: "Report") -> None:
        super().__init__(f"{len(report.errors)} finding(s)")
        self.report = report


class SiteRefusedError(CelosiaError):
    """The rendered site has faults, all in `report`; the old site stays."""

    def __init__(self, report: "Report") -> None:
        super().__init__(f"{len(report.errors)} finding(s)")
        self.report = report


class MissingToolError(CelosiaError):
    """Something that must be installed is not; the message says what to type."""


class ProtectionRefusedError(CelosiaError):
    """The tables of a protection plan cannot be published, or not so; why, and what to do, is in `report`."""

    def __init__(self, report: "Report") -> None:
        super().__init__(f"{len(report.errors)} finding(s)")
        self.report = report
