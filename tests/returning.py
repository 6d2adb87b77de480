"""A catalogue that is imported from a file of its own, and what `data.json` then says: the differences, each with its reason.

docs/project/how-to/import-a-catalogue.md tells people of the same differences, under «There and back».
"""

import io
import json
from datetime import date
from pathlib import Path

from celosia.derive import derive
from celosia.harvest import Order, harvest
from celosia.load import load
from celosia.publish import Progress, Store, Workshop
from celosia.render import render

DAY = date(2026, 1, 1)

DIFFERENCES = {
    "language": "data.json has one language: what it does not bring cannot be given back",
    "theme": "the kinds of our datasets are no themes of a catalogue that only links to them",
}
"""Of the datasets of data.json, there and back."""
FILE_DIFFERENCES = {"field": "a file that is no table has an empty list of columns, and then none"}
"""Of their files."""
GRAPH_DIFFERENCES = {
    "theme": DIFFERENCES["theme"],
    "language": "the English texts come back where the dataset has a title in English",
    "superTheme": "a graph has no order",
    "keyword": "a graph has no order, and does not say which English word translates which",
}
GRAPH_FILE_DIFFERENCES = {
    "field": "DCAT describes no columns",
    "hash": "DCAT brings the SHA-256, data.json asks for the SHA-512",
    "type": "DCAT has no types of files",
    "identifier": "distributions of DCAT are named by their address",
    "format": "the codes of the European list are other words",
}


def given_back(source: Path, root: Path, url: str) -> dict[str, object]:
    """`data.json` of an empty catalogue into which `source` was imported, without the pages that nobody reads here."""
    harvest(Order(source=str(source), root=root, day=DAY))
    catalog = load(root, {"CELOSIA_SITE_URL": url, "SOURCE_DATE_EPOCH": "1767225600"}).catalog
    units = {unit.name: unit for unit in render(derive(catalog), material_css="")}
    wanted, waiting = {}, ["metadata"]
    while waiting:
        unit = units[waiting.pop()]
        wanted[unit.name] = unit
        waiting += [name for name in unit.needs if name not in wanted]
    workshop = Workshop(store=Store(folder=root / ".celosia/cache"), progress=Progress(stream=io.StringIO()))
    made = workshop.make("metadata", tuple(wanted.values()))
    (path,) = (path for path in made if path.endswith("/data.json"))
    return json.loads(workshop.store.read(made[path]))


def different(one: dict[str, object], other: dict[str, object]) -> set[str]:
    """The names of what is not the same in both."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
