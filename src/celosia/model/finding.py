"""A fault in the data, told to the person who can mend it (after SHACL's validation result)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from celosia.errors import CatalogRefusedError

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: a path relative to the catalogue's folder, then table, row (as numbered in a spreadsheet) and column."""

    path: str
    table: str | None = None
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault. Its words are in `locales/findings.toml` under `code`, filled with `details`.

    `details` never hold the value of a confidential cell.
    """

    code: str
    where: Place
    details: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was found, in the order of the files."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Report":
        """Sort and drop repetitions, so that the same faults give the same report."""
        return cls(findings=tuple(sorted(set(findings), key=_order)))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    def require(self) -> None:
        """Go on only where nothing is wrong. `CatalogRefusedError` otherwise."""
        if self.errors:
            raise CatalogRefusedError(self)


def _order(finding: Finding) -> tuple[str, str, int, str, str, tuple[tuple[str, str], ...]]:
    where = finding.where
    return (where.path, where.table or "", where.row or 0, where.column or "", finding.code, finding.details)
