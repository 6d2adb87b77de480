"""Small synthetic catalogues in which a leak is planted, or none. Nobody is counted in them: every figure is invented."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from building import BASE

from celosia.check import check
from celosia.load import load

HIDDEN = "[c]"
LEAKS = frozenset(
    {
        "small-count",
        "small-remainder",
        "small-count-in-text",
        "group-disclosure",
        "too-many-dimensions",
        "waiver-of-nothing",
        "waiver-too-small",
        "hidden-cell-shown",
        "small-revision",
        "audit-exact",
        "audit-small",
        "audit-insider",
        "audit-thin-line",
        "audit-inconsistent",
        "audit-unproven",
    }
)
"""What the attacker may say. Microdata have tests of their own."""

_STATUS = {"A": "Normal", "Q": "Protegido", "L": "No recogido", "M": "No corresponde"}
_CONFIDENTIALITY = {"F": "Libre", "C": "Confidencial"}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A table as a block of lines: codes, then a figure, `[c]` where it is hidden, or L and M (no figure, for that reason).

    `dimensions` with a star are sensitive. `~text` at the end of a line is its qualifier, `@f2` its source, `!text` its note.
    """

    name: str
    dimensions: str
    lines: str
    unit: str = "persons"
    measure: str = "personas"
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    areas: str = ""
    title: str = "Tabla sintética"


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A dataset of sheets with what its descriptor says besides."""

    sheets: tuple[Sheet, ...]
    id: str = "siembra"
    celosia: Mapping[str, Any] = field(default_factory=dict)
    description: str = "Serie sintética para probar al atacante: no describe a ninguna persona ni a ningún hecho."


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Datasets, the ledger of earlier releases by population, pages, and what `catalog.yaml` says of disclosure."""

    datasets: tuple[Planted, ...]
    releases: Mapping[str, str] = field(default_factory=dict)
    policy: Mapping[str, Any] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)


def codes_found(catalogue: Catalogue, root: Path) -> dict[str, list[str]]:
    """What the attacker finds in it, by code: the public entry, from files to findings."""
    write(catalogue, root)
    loading = load(root, {})
    broken = [finding for finding in loading.findings if finding.severity == "error" and finding.where.path.startswith(_OWN)]
    assert not broken, broken
    assert loading.catalog
    found: dict[str, list[str]] = {}
    for finding in check(loading.catalog).findings:
        if finding.code in LEAKS:
            found.setdefault(finding.code, []).append(str(finding.where))
    return found


def write(catalogue: Catalogue, root: Path) -> None:
    """The catalogue as files."""
    shutil.copytree(BASE, root)
    for name in ("ejemplo-casos", "ejemplo-recursos"):
        shutil.rmtree(root / "datasets" / name)
    main = yaml.safe_load((root / "catalog.yaml").read_text(encoding="utf-8"))
    main |= {"key_figures": [], "disclosure": dict(catalogue.policy)}
    main = {key: value for key, value in main.items() if key != "directory" and value != {}}
    (root / "catalog.yaml").write_text(yaml.safe_dump(main, allow_unicode=True), encoding="utf-8")
    (root / "catalog.en.yaml").unlink()
    for dataset in catalogue.datasets:
        _write_dataset(dataset, root / "datasets" / dataset.id)
    for population, lines in catalogue.releases.items():
        path = root / "releases" / f"{population}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_stripped(lines), encoding="utf-8")
    for slug, text in catalogue.pages.items():
        path = root / "docs/es" / slug / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = "---\ntitle: Página sintética\ndescription: Página sintética para las pruebas.\n---\n# Página sintética\n\n"
        path.write_text(f"{head}{text}\n", encoding="utf-8")


_OWN = ("datasets/siembra", "releases/", "catalog.yaml")


def _write_dataset(dataset: Planted, folder: Path) -> None:
    folder.mkdir()
    descriptor = yaml.safe_load((BASE / "datasets/ejemplo-casos/datapackage.yaml").read_text(encoding="utf-8"))
    ours = {key: value for key, value in descriptor["celosia"].items() if key not in {"charts", "withheld", "related"}}
    unit = dataset.sheets[0].unit if dataset.sheets[0].unit in _UNITS else "persons"
    ours |= {"summary": "Serie sintética para las pruebas.", "counts": ours["counts"] | {"unit": unit, "breaks": []}}
    descriptor |= {
        "name": dataset.id,
        "title": "Serie sintética",
        "description": dataset.description,
        "celosia": ours | dict(dataset.celosia),
        "resources": [_resource(sheet) for sheet in dataset.sheets],
    }
    text = yaml.dump(descriptor, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    (folder / "datapackage.yaml").write_text(text, encoding="utf-8")
    shutil.copyfile(BASE / "datasets/ejemplo-casos/changes.yaml", folder / "changes.yaml")
    for sheet in dataset.sheets:
        (folder / f"{sheet.name}.csv").write_text(_csv(sheet), encoding="utf-8")


_UNITS = ("persons", "households", "cases", "reports", "judgments", "calls", "events", "institutions", "documents")


class _Plain(yaml.SafeDumper):
    """YAML without anchors, which the catalogue refuses."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's hook
        return True


@dataclass(frozen=True, kw_only=True)
class _Row:
    codes: tuple[str, ...]
    figure: str
    qualifier: str = ""
    source: str = "f1"
    note: str = ""


def _rows(sheet: Sheet) -> list[_Row]:
    width = len(sheet.dimensions.split())
    return [_row(line.split(), width) for line in sheet.lines.strip().splitlines() if line.strip()]


def _row(words: list[str], width: int) -> _Row:
    marks = {word[0]: word[1:].replace("_", " ") for word in words[width + 1 :]}
    return _Row(
        codes=tuple(words[:width]),
        figure=words[width],
        qualifier=marks.get("~", ""),
        source=marks.get("@", "f1"),
        note=marks.get("!", ""),
    )


def _resource(sheet: Sheet) -> dict[str, Any]:
    rows = _rows(sheet)
    names = sheet.dimensions.split()
    fields = [
        _field("id", "string", "attribute", concept="identifier", constraints={"required": True, "unique": True}),
        *(_dimension(sheet, name, dict.fromkeys(row.codes[place] for row in rows)) for place, name in enumerate(names)),
        _field(sheet.measure, "number" if any("." in row.figure for row in rows) else "integer", "measure", unit=sheet.unit),
        _coded("estado", "obs-status", _STATUS),
        _coded("confidencialidad", "conf-status", _CONFIDENTIALITY),
        _field("calificador", "string", "attribute", concept="qualifier"),
        _field("fuente", "string", "attribute", concept="source", constraints={"required": True}),
        _field("nota", "string", "attribute", concept="comment"),
    ]
    return {
        "name": sheet.name,
        "type": "table",
        "path": f"{sheet.name}.csv",
        "title": sheet.title,
        "description": "Tabla sintética para las pruebas.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": ["id"], "missingValues": [""]},
    }


def _field(name: str, kind: str, role: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "title": name, "description": f"Columna sintética {name}", "role": role, **more}


def _coded(name: str, concept: str, labels: Mapping[str, str]) -> dict[str, Any]:
    categories = [{"value": code, "label": label} for code, label in labels.items()]
    return _field(name, "string", "attribute", concept=concept, constraints={"enum": [*labels]}, categories=categories)


def _dimension(sheet: Sheet, starred: str, codes: Iterable[str]) -> dict[str, Any]:
    name = starred.strip("*")
    if name == "periodo":
        return _field(name, "string", "dimension", concept="time-period", constraints={"required": True})
    parents = sheet.parents.get(name, {})
    known = list(dict.fromkeys((*codes, *parents, *parents.values())))
    categories = [{"value": code, "label": code, **({"parent": parents[code]} if code in parents else {})} for code in known]
    more: dict[str, Any] = {"constraints": {"required": True, "enum": known}, "categories": categories}
    if "total" in known:
        more["totalCode"] = "total"
    if starred.endswith("*"):
        more["sensitive"] = True
    if name == sheet.areas:
        more["concept"] = "ref-area"
    return _field(name, "string", "dimension", **more)


def _csv(sheet: Sheet) -> str:
    names = [name.strip("*") for name in sheet.dimensions.split()]
    lines = [",".join(("id", *names, sheet.measure, "estado", "confidencialidad", "calificador", "fuente", "nota"))]
    for number, row in enumerate(_rows(sheet), 1):
        hidden = row.figure == HIDDEN
        shown = row.figure if row.figure.replace(".", "").isdigit() else ""
        status = "Q" if hidden else "A" if shown else row.figure
        lines.append(
            ",".join((f"r-{number}", *row.codes, shown, status, "C" if hidden else "F", row.qualifier, row.source, row.note))
        )
    return "\n".join(lines) + "\n"


def _stripped(lines: str) -> str:
    return "\n".join(line.strip() for line in lines.strip().splitlines()) + "\n"
