"""Programs that other people wrote for data read the site over HTTP, and find in it what the catalogue holds."""

import json
import shutil
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from building import a_catalogue, build
from conformance import kit
from conformance.results import Book
from conformance.serving import Served, file_server

from celosia.load import load
from celosia.model import Catalog, Dataset, Table

_READING = Path(__file__).parent / "reading"
_TOOLS = ("pandas", "polars", "duckdb")
_CODES = ("02", "06", "90")
_ZEROS = "provincia_id"
_KINDS = {"year": "integer"}
"""Table Schema's words for what these programs call by another."""


@pytest.fixture(scope="module")
def zeros(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Dataset, str]]:
    """An invented dataset with the codes that Argentina's statistics office gives provinces ("02", "06"), built and served."""
    root = a_catalogue(tmp_path_factory.mktemp("zeros") / "catalogue")
    shutil.copytree(Path(__file__).parent / "zeros", root / "datasets/ejemplo-codigos")
    build(root)
    loaded = load(root, {}).catalog
    assert loaded is not None
    with file_server(tools / "venvs/serve/bin/python", root / "site", kit.PORT + 1) as base:
        yield loaded.dataset("ejemplo-codigos"), base


@pytest.mark.parametrize("client", _TOOLS)
def test_a_client_reads_every_table_to_equal_values(
    client: str, served: Served, book: Book, catalog: Catalog, subtests: pytest.Subtests
) -> None:
    asked = [_asked(served.base, dataset, table) for dataset in catalog.datasets for table in dataset.tables]
    read = _read(client, asked)
    wanted = [_wanted(table) for dataset in catalog.datasets for table in dataset.tables]
    differing = sum(one != other for one, other in zip(read, wanted, strict=True))
    book.found(f"client_{client}", client, kit.version(client, "venvs/data"), len(asked), differing)
    for question, one, other in zip(asked, read, wanted, strict=True):
        with subtests.test(question["url"]):
            assert one == other


@pytest.mark.parametrize("client", _TOOLS)
def test_a_client_keeps_the_zero_in_front_of_a_code(client: str, zeros: tuple[Dataset, str]) -> None:
    dataset, base = zeros
    (rows,) = _read(client, [_asked(base, dataset, dataset.tables[0])])
    assert rows == _wanted(dataset.tables[0])
    place = dataset.tables[0].index(_ZEROS)
    assert {row[place] for row in rows} == set(_CODES)


def test_parquet_needs_no_declaration(served: Served, book: Book, catalog: Catalog, zeros: tuple[Dataset, str]) -> None:
    tables = [(served.base, dataset, table) for dataset in catalog.datasets for table in dataset.tables]
    tables.append((zeros[1], zeros[0], zeros[0].tables[0]))
    read = kit.asked("venvs/data", _READING / "parquet_reads.py", [_asked(*table) for table in tables])
    wanted = [_wanted(table) for _, _, table in tables]
    differing = [
        f"{dataset.id}/{table.name}"
        for (_, dataset, table), both, right in zip(tables, read, wanted, strict=True)
        if both != [right, right]
    ]
    book.found("client_parquet", "polars", kit.version("polars", "venvs/data"), len(tables), len(differing))
    assert not differing


def test_datasette_serves_every_table(
    served: Served, book: Book, catalog: Catalog, zeros: tuple[Dataset, str], subtests: pytest.Subtests
) -> None:
    given = [(served.base, dataset) for dataset in catalog.datasets] + [(zeros[1], zeros[0])]
    asked = [
        {"path": f"{base}/datasets/{dataset.id}/datapackage.json", "tables": [table.name for table in dataset.tables]}
        for base, dataset in given
    ]
    folders = {served.base: served.folder}
    for question in asked:
        base = next((base for base in folders if question["path"].startswith(base)), None)
        question["path"] = str(folders[base]) + question["path"].removeprefix(base) if base else question["path"]
    read = kit.asked("venvs/ds", _READING / "datasette_reads.py", asked)
    differing = 0
    for (_, dataset), tables in zip(given, read, strict=True):
        for table in dataset.tables:
            found = [[_plain(cell) for cell in row] for row in tables[table.name]]
            same = sorted(found, key=repr) == sorted(_plainly(table), key=repr)  # datasette sorts by the primary key
            differing += not same
            with subtests.test(f"{dataset.id}/{table.name}"):
                assert same
    book.found("client_datasette", "datasette", kit.version("datasette", "venvs/ds"), len(given), differing)


def test_frictionless_reads_every_package_over_http(served: Served, book: Book, catalog: Catalog) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package  # noqa: PLC0415 - slow, and warns while it is imported

        for dataset in catalog.datasets:
            package = Package(f"{served.base}/datasets/{dataset.id}/datapackage.json")
            assert (package.name, package.title) == (dataset.id, dataset.title.es)
            for table in dataset.tables:
                rows = [list(row.values()) for row in package.get_resource(table.name).read_rows()]
                assert [[_cell(cell) for cell in row] for row in rows] == _wanted(table), f"{dataset.id}/{table.name}"
    book.found("client_frictionless", "frictionless", _frictionless_version(), len(catalog.datasets), 0)


def test_ckan_harvests_everything(served: Served, book: Book, catalog: Catalog, subtests: pytest.Subtests) -> None:
    packages = {ending: _harvest(served, ending) for ending in ("ttl", "rdf", "jsonld")}
    harvested = {_uri(package): package for package in packages["ttl"]}
    book.found("client_ckan", "ckanext-dcat", kit.version("ckanext-dcat", "venvs/ckan"), len(harvested), 0)
    for ending, found in packages.items():
        with subtests.test(f"catalog.{ending} says the same"):
            assert {_uri(package) for package in found} == set(harvested)
    for uri, (title, files) in _published(served, catalog).items():
        with subtests.test(uri):
            assert harvested[uri]["title"] == title
            assert {resource.get("download_url") or resource["url"] for resource in harvested[uri]["resources"]} >= files
    with subtests.test("nothing else"):
        assert set(harvested) == set(_published(served, catalog))


def test_the_schema_says_that_a_code_is_text(zeros: tuple[Dataset, str]) -> None:
    dataset, base = zeros
    package = json.load(urlopen(f"{base}/datasets/{dataset.id}/datapackage.json"))
    fields = {field["name"]: field["type"] for field in package["resources"][0]["schema"]["fields"]}
    assert fields[_ZEROS] == "string"


def _harvest(served: Served, ending: str) -> list[dict[str, object]]:
    found = kit.asked("venvs/ckan", _READING / "ckan_reads.py", f"{served.base}/catalog.{ending}")
    assert isinstance(found, list)
    assert not [uri for uri, times in Counter(_uri(package) for package in found).items() if times > 1]
    return found


def _uri(package: dict[str, object]) -> str:
    """CKAN keeps the address of a dataset among its extras."""
    extras = {extra["key"]: extra["value"] for extra in package.get("extras", [])}
    return str(package.get("uri") or extras["uri"])


def _published(served: Served, catalog: Catalog) -> dict[str, tuple[str, set[str]]]:
    """What a harvester should find: each dataset, each of its releases, and the agreements; by IRI, with title and files."""
    base = f"{served.base}/"
    latest = {f"{base}datasets/{dataset.id}/": dataset for dataset in catalog.datasets}
    frozen = {f"{base}datasets/{one.dataset.id}/v/{one.dataset.version}/": one.dataset for one in catalog.versions}
    documents = {f"{base}api/v1/agreements/{agreement.id}.json" for agreement in catalog.agreements}
    return {
        **{
            f"{page}#dataset": (dataset.title.es, {f"{page}{table.name}.csv" for table in dataset.tables})
            for page, dataset in (latest | frozen).items()
        },
        f"{base}agreements/#dataset": (_title_of_page(catalog, "agreements/"), documents),
    }


def _title_of_page(catalog: Catalog, path: str) -> str:
    return next(page.title for page in catalog.pages if (page.path, page.lang) == (path, "es"))


def _asked(base: str, dataset: Dataset, table: Table) -> dict[str, object]:
    """A table as its package declares it."""
    package = json.load(urlopen(f"{base}/datasets/{dataset.id}/datapackage.json"))
    resource = next(resource for resource in package["resources"] if resource["name"] == table.name)
    columns = [
        {"name": field["name"], "type": _KINDS.get(field["type"], field["type"])} for field in resource["schema"]["fields"]
    ]
    url = f"{base}/datasets/{dataset.id}/{resource['path']}"
    return {"url": url, "columns": columns, "missing": resource["schema"].get("missingValues", [""])}


def _read(client: str, tables: list[dict[str, object]]) -> list[list[list[object]]]:
    found = kit.asked("venvs/data", _READING / f"{client}_reads.py", tables)
    assert isinstance(found, list)
    return found


def _wanted(table: Table) -> list[list[object]]:
    return [[_cell(cell) for cell in row] for row in table.rows]


def _cell(cell: object) -> object:
    """A value as JSON has it: a date and a decimal are not among its types."""
    if isinstance(cell, str | int | float | bool | None):
        return cell
    return cell.isoformat() if hasattr(cell, "isoformat") else float(str(cell))


def _plainly(table: Table) -> list[list[object]]:
    return [[_plain(_cell(cell)) for cell in row] for row in table.rows]


def _plain(cell: object) -> object:
    """SQLite has no booleans, and a whole number is a whole number."""
    return int(cell) if isinstance(cell, bool) or (isinstance(cell, float) and cell.is_integer()) else cell


def _frictionless_version() -> str:
    from frictionless import __version__  # noqa: PLC0415 - the same

    return str(__version__)
