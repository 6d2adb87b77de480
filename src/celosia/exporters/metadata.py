"""What programs are told besides figures: columns (CSVW), fields (Croissant), citations, links. Pure."""

from collections.abc import Mapping
from hashlib import sha256

from celosia.exporters.format import files_of
from celosia.exporters.json import dump
from celosia.exporters.notes import Notes
from celosia.model import Agreement, Dataset, Site
from celosia.vocabularies.bibliography import citation_cff, citation_files
from celosia.vocabularies.citation import cited_agreement, cited_dataset
from celosia.vocabularies.croissant import croissant
from celosia.vocabularies.csvw import csvw
from celosia.vocabularies.signposting import LINKSET, agreement_signpost, dataset_signpost, linkset, version_signpost


def write_metadata(notes: Notes) -> Mapping[str, bytes]:
    """Each file by its name in the dataset's folder."""
    dataset, site, released = notes.dataset, notes.site, notes.released
    sums = {table.name: (len(table.body), sha256(table.body).hexdigest()) for table in dataset.tables}
    signpost = dataset_signpost(dataset, site, files_of(dataset), released=released)
    return {
        **{f"{table.name}.csv-metadata.json": dump(csvw(table, dataset, site)) for table in dataset.tables},
        **({"croissant.json": dump(croissant(dataset, site, sums, released=released))} if dataset.tables else {}),
        **citation_files(cited_dataset(dataset, site, "es", released=released)),
        LINKSET: dump(linkset(signpost)),
    }


def export_version(dataset: Dataset, site: Site, files: tuple[str, ...]) -> Mapping[str, bytes]:
    """The citation and the links of a frozen version, from what is frozen alone: these bytes do not change either.

    `files`: the names of the version's own.
    """
    told = {
        **citation_files(cited_dataset(dataset, site, "es", released=True)),
        LINKSET: dump(linkset(version_signpost(dataset, site, files))),
    }
    return {f"docs/es/datasets/{dataset.id}/v/{dataset.version}/{name}": body for name, body in told.items()}


def export_agreement(agreement: Agreement, site: Site) -> Mapping[str, bytes]:
    """The citation and the links of an agreement's record, by their paths below the build folder."""
    told = {
        **citation_files(cited_agreement(agreement, site, "es")),
        LINKSET: dump(linkset(agreement_signpost(agreement, site))),
    }
    return {f"docs/es/agreements/{agreement.id}/{name}": body for name, body in told.items()}


def export_citation(site: Site) -> Mapping[str, bytes]:
    """`CITATION.cff`: how to cite the whole catalogue."""
    return {"docs/es/CITATION.cff": citation_cff(site)}
