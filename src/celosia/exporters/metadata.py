"""What programs are told of a dataset besides its figures: CSVW, Croissant, citations, links. Pure."""

from collections.abc import Mapping
from hashlib import sha256

from celosia.exporters.format import files_of
from celosia.exporters.json import dump
from celosia.exporters.notes import Notes
from celosia.vocabularies.bibliography import citation_files
from celosia.vocabularies.citation import cited_dataset
from celosia.vocabularies.croissant import croissant
from celosia.vocabularies.csvw import csvw
from celosia.vocabularies.signposting import LINKSET, dataset_signpost, linkset


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
