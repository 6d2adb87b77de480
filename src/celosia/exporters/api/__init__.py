"""The documents of `/api/v1/`: what programs are promised, in a form that only ever grows. Pure.

A file to download (`datasets/<id>/<table>.json`) may change its form with its format; these may not: each names its JSON
Schema. So a table is here too, although it can be downloaded: here each figure has its statuses, and a schema says so.
"""

from celosia.exporters.api.agreement import write_agreement, write_agreements
from celosia.exporters.api.catalogue import Indexed, write_datasets, write_index
from celosia.exporters.api.dataset import Described, write_dataset
from celosia.exporters.api.path import API, SCHEMAS, dataset_path, schema_url, table_path
from celosia.exporters.api.table import write_observations

__all__ = [
    "API",
    "SCHEMAS",
    "Described",
    "Indexed",
    "dataset_path",
    "schema_url",
    "table_path",
    "write_agreement",
    "write_agreements",
    "write_dataset",
    "write_datasets",
    "write_index",
    "write_observations",
]
