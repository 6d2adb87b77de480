"""A table of figures as SDMX-CSV 2.0, which statistical software reads. Pure.

`pysdmx` reads it in our tests; its writer takes a pandas frame and tells an empty cell as `#N/A`, so ten lines do it here.
"""

import csv
from io import StringIO

from celosia.exporters.notes import Notes
from celosia.model import Table
from celosia.vocabularies.sdmx import FIXED, added, components, observation, structure_id

_INFORMATION = "I"
"""The only action that changes nothing of what a reader already has."""


def write_sdmx(table: Table, notes: Notes) -> bytes:
    """One observation a row, in the order of the table. What is not known or not published is empty, with its status."""
    start = ("dataflow", structure_id(table, notes.dataset, notes.site), _INFORMATION)
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow((*FIXED, *components(table), *added(table)))
    writer.writerows((*start, *observation(table, row)) for row in table.rows)
    return target.getvalue().encode()
