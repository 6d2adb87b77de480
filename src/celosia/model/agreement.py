"""An agreement: who promised what to whom, when, and what is known of it today."""

from dataclasses import dataclass
from typing import Literal

from celosia.model.dataset import SourceLink
from celosia.model.langstring import LangString
from celosia.model.period import PeriodOfTime
from celosia.model.remembered import Remembered

StatusCode = Literal["in-force", "approved", "signed", "in-progress", "ended", "unknown"]
Confidence = Literal["alta", "media", "baja"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of an agreement; `country` is ISO 3166-1 alpha-2 where the party is a State or belongs to one."""

    name: LangString
    role: LangString | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The norm that approved an agreement; `norm` is its id in the catalogue's register of norms, if it has one."""

    text: str
    norm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStatus:
    """What is known of its force, as at a date and by a source (schema.org `legislationLegalForce`)."""

    code: StatusCode
    text: LangString
    as_at: PeriodOfTime | None
    source: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Agreement(Remembered):
    """A treaty, convention or covenant (schema.org `Legislation`). `None` in a date: our sources do not say."""

    id: str
    title: LangString
    kind: Literal["national", "international"]
    instrument: LangString
    countries: tuple[str, ...]
    parties: tuple[Party, ...]
    signed: PeriodOfTime | None
    in_force: PeriodOfTime | None
    approvals: tuple[Approval, ...]
    status: AgreementStatus
    subject: LangString
    official_url: str | None
    sources: tuple[SourceLink, ...]
    confidence: Confidence
    territories: tuple[str, ...] = ()
    note: LangString | None = None
    signed_note: LangString | None = None
