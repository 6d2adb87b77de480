"""Agreements for programs: the list, and each with all that is known of it. Pure."""

from collections.abc import Mapping

from celosia.exporters.agreement import agreement_record
from celosia.exporters.api.path import API, agreement_path, licensed, schema_url
from celosia.exporters.json import dump, texts
from celosia.model import Agreement, Site


def write_agreements(agreements: tuple[Agreement, ...], site: Site) -> Mapping[str, bytes]:
    """`api/v1/agreements.json`: which agreements there are."""
    document = {
        "$schema": schema_url("agreements", site),
        "url": f"{site.url}{API}agreements.json",
        "landing_page": f"{site.url}agreements/",
        "license": licensed(site.license),
        "agreements": [_entry(agreement, site) for agreement in agreements],
    }
    return {f"docs/es/{API}agreements.json": dump(document)}


def write_agreement(agreement: Agreement, site: Site) -> Mapping[str, bytes]:
    """`api/v1/agreements/<id>.json`. What our sources do not say is null."""
    told = agreement_record(agreement, site)
    document = {
        "$schema": schema_url("agreement", site),
        "id": agreement.id,
        "url": site.url + agreement_path(agreement.id),
        "landing_page": told["url"],
        "license": licensed(site.license),
        **{name: value for name, value in told.items() if name not in ("id", "url")},
    }
    return {f"docs/es/{agreement_path(agreement.id)}": dump(document)}


def _entry(agreement: Agreement, site: Site) -> dict[str, object]:
    return {
        "id": agreement.id,
        "title": texts(agreement.title),
        "kind": agreement.kind,
        "countries": list(agreement.countries),
        "status": agreement.status.code,
        "url": site.url + agreement_path(agreement.id),
        "landing_page": f"{site.url}agreements/{agreement.id}/",
    }
