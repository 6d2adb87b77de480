"""What an agreement's page and the register of norms tell of agreements: the links between both. Pure."""

from dataclasses import dataclass

from celosia.model import Agreement, LangString, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCard:
    """An agreement as a list, or a norm's row, shows it."""

    id: str
    title: LangString


@dataclass(frozen=True, slots=True, kw_only=True)
class NormLink:
    """A norm of the register as an agreement's page shows it."""

    id: str
    text: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPublication:
    """All that an agreement's page shows; `norms` are the approvals that are in the register of norms."""

    agreement: Agreement
    norms: tuple[NormLink, ...]


def agreement_publication(agreement: Agreement, norms: Table | None) -> AgreementPublication:
    """An agreement with those of its approvals that are in the register of norms."""
    titles = {} if norms is None else {str(norm["id"]): str(norm["titulo"] or "") for norm in norms.records()}
    links = (
        NormLink(id=approval.norm, text=approval.text, title=titles[approval.norm])
        for approval in agreement.approvals
        if approval.norm in titles
    )
    return AgreementPublication(agreement=agreement, norms=tuple(links))


def agreements_by_norm(agreements: tuple[Agreement, ...]) -> tuple[tuple[str, tuple[AgreementCard, ...]], ...]:
    """The agreements that each norm approves, by the norm's id."""
    approved: dict[str, list[AgreementCard]] = {}
    for agreement in agreements:
        for approval in agreement.approvals:
            if approval.norm:
                approved.setdefault(approval.norm, []).append(AgreementCard(id=agreement.id, title=agreement.title))
    return tuple((norm, tuple(cards)) for norm, cards in sorted(approved.items()))
