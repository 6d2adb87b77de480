"""A dataset as the Perfil Nacional describes it. Pure."""

from celosia.vocabularies.perfil_ar.code import EVENTUAL, frequency, spatial
from celosia.vocabularies.perfil_ar.distribution import distribution, license_of
from celosia.vocabularies.rdf import iri
from celosia.vocabularies.record import Record

_KEPT = frozenset({"identifier", "title", "description", "superTheme", "accrualPeriodicity", "issued", "distribution"})


def dataset(record: Record) -> dict[str, object]:
    """The dataset with its files; of what its publisher does not state, only the required fields are there."""
    one = record.dataset
    told = {
        "identifier": (one.origin.identifier if one.origin else None) or one.id,
        "title": one.title.es,
        "description": one.description.es,
        "publisher": _publisher(record),
        "contactPoint": _contact(record),
        "superTheme": list(one.themes),
        "theme": [one.kind] if one.origin is None else None,
        "keyword": [keyword.es for keyword in one.keywords],
        "accrualPeriodicity": frequency(one.frequency) if one.states("frequency") else EVENTUAL,
        "issued": one.issued.isoformat(),
        "modified": one.modified.isoformat() if one.states("modified") else None,
        "language": ["spa", "eng"] if one.title.en else ["spa"],
        "spatial": spatial(one.spatial),
        "temporal": _temporal(record),
        "landingPage": iri((one.origin.landing_page if one.origin else None) or record.page),
        "license": license_of(one),
        "source": one.creator if one.states("creator") else None,
        "distribution": [distribution(file, record) for file in record.distributions],
    }
    return {key: value for key, value in told.items() if value not in (None, "", [], {}) or key in _KEPT}


def _publisher(record: Record) -> dict[str, str]:
    one, ours = record.dataset, record.site.publisher
    email = one.origin.publisher_email if one.origin else ours.email if one.publisher == ours.name else None
    mailbox = {"mbox": email} if email else {}
    return {"name": one.publisher, **mailbox}


def _contact(record: Record) -> dict[str, str]:
    """Whom to ask: the publisher of the catalogue, or whom a linked dataset names."""
    origin, ours = record.dataset.origin, record.site.publisher
    name, email = (ours.name, ours.email) if origin is None else _stated(record)
    return {key: value for key, value in (("fn", name), ("hasEmail", email)) if value}


def _stated(record: Record) -> tuple[str | None, str | None]:
    contact = record.dataset.origin.contact if record.dataset.origin else None
    return (contact.name, contact.email) if contact else (None, None)


def _temporal(record: Record) -> str | None:
    period = record.temporal
    return f"{period.start.isoformat()}/{period.end.isoformat()}" if period else None
