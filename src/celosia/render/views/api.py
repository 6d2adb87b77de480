"""What the page for programs shows: where to begin, what is promised, and examples that run as they are. Pure."""

from dataclasses import dataclass

from celosia.exporters.api import API, SCHEMAS, dataset_path, table_path
from celosia.model import Site
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, stated
from celosia.render.words import N_

_DOCUMENTS = (
    ("index.json", N_("Where a program begins: the lists that there are, and the form of the other addresses.")),
    ("datasets.json", N_("Which datasets there are, with their version and date.")),
    (
        "datasets/{dataset}.json",
        N_("A dataset: what it counts, its tables and files with checksums, its changes, its frozen versions."),
    ),
    ("tables/{dataset}/{table}.json", N_("A table: its columns, and its rows with the statuses of each figure.")),
    ("agreements.json", N_("Which agreements there are.")),
    ("agreements/{agreement}.json", N_("An agreement: parties, dates, status and sources.")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A table that the examples read."""

    dataset: str
    table: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """An example to copy: the language that it is in, and its text."""

    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiView:
    """The page below its title: each document with what it is for, its schemas, the examples."""

    index: Link
    documents: tuple[tuple[str, str], ...]
    schemas: tuple[Link, ...]
    snippets: tuple[Snippet, ...]


def api_view(site: Site, example: Example | None, reading: Reading, *, agreements: bool) -> ApiView:
    """The view of the page for programs; no examples where the catalogue has no table."""
    documents = (one for one in _DOCUMENTS if agreements or not one[0].startswith("agreement"))
    address = reading.address
    return ApiView(
        index=Link(text=stated(f"{site.url}{API}index.json"), href=address.root(f"{API}index.json")),
        documents=tuple((f"/{API}{path}", reading.word(purpose)) for path, purpose in documents),
        schemas=tuple(Link(text=stated(f"{kind}.json"), href=address.root(f"{API}schemas/{kind}.json")) for kind in SCHEMAS),
        snippets=_snippets(site, example) if example else (),
    )


def _snippets(site: Site, example: Example) -> tuple[Snippet, ...]:
    table, dataset = site.url + table_path(example.dataset, example.table), site.url + dataset_path(example.dataset)
    measure = example.measure
    shown = f'row["{measure}.OBS_STATUS"] == "Q"' if measure else "None in row.values()"
    return (
        Snippet(name="curl, jq", code=f"curl -s {dataset} | jq -r '.tables[].files[] | [.sha256, .url] | @tsv'"),
        Snippet(
            name="Python",
            code="import json\nfrom urllib.request import urlopen\n\n"
            f'table = json.load(urlopen("{table}"))\n'
            f"hidden = [row for row in table['rows'] if {shown}]\n"
            'print(table["version"], len(table["rows"]), len(hidden))\n',
        ),
        Snippet(
            name="pandas",
            code="import json\nfrom urllib.request import urlopen\nimport pandas as pd\n\n"
            f'frame = pd.DataFrame(json.load(urlopen("{table}"))["rows"]).convert_dtypes()\n',
        ),
        Snippet(name="R", code=f'library(jsonlite)\nrows <- fromJSON("{table}")$rows\n'),
        Snippet(name="JavaScript", code=f'const table = await (await fetch("{table}")).json();\nconsole.table(table.rows);\n'),
    )
