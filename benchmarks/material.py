"""The peer: plain MkDocs Material, default navigation and plugins, on the same pages, rows, drawings and downloads."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from benchmarks.measure import Cost, measured, tell
from benchmarks.pages import agreement_page, dataset_page, list_page
from celosia.load import load
from celosia.model import Catalog

_NAMES = {"es": ("Datos", "Acuerdos", "Fuentes"), "en": ("Data", "Agreements", "Sources")}


def build_material(folder: Path, root: Path) -> Cost:
    """Write the pages of the catalogue of `root`, with the files of its site beside them, and build both languages."""
    catalog = load(root, {}).catalog
    if catalog is None:
        raise LookupError(root)
    cost = Cost(cpu=0.0, wall=0.0, peak=0.0)
    for lang in catalog.site.languages:
        tell(f"  {len(catalog.agreements)} datasets: Material, {lang}")
        docs = folder / f"docs-{lang}"
        for path, text in _pages(catalog, lang):
            _write(docs / path, text)
        _share(root / "site", docs, lang)
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(_configuration(folder, lang)))
        cost += measured(command, folder / f"{lang}.log")
        shutil.rmtree(docs)
    return cost


def _pages(catalog: Catalog, lang: str) -> Iterator[tuple[str, str]]:
    """Every page that our site has of the catalogue, as Markdown; one file a page, so that the navigation is flat."""
    data, agreements, sources = _NAMES[lang]
    yield "index.md", f"# {catalog.site.title.text(lang)}\n\n{catalog.site.description.text(lang)}\n"
    for page in catalog.pages:
        if page.lang == lang:
            yield f"{page.path}index.md", page.body
    yield "datasets/index.md", list_page(data, ((d.id, d.title.text(lang), d.summary.text(lang)) for d in catalog.datasets))
    for dataset in catalog.datasets:
        yield f"datasets/{dataset.id}.md", dataset_page(dataset, lang)
    cards = ((a.id, a.title.text(lang), a.subject.text(lang)) for a in catalog.agreements)
    yield "agreements/index.md", list_page(agreements, cards)
    for agreement in catalog.agreements:
        yield f"agreements/{agreement.id}.md", agreement_page(agreement, lang)
    names = "\n".join(f"- {source.title}, {source.publisher}" for source in catalog.sources)
    yield "sources/index.md", f"# {sources}\n\n{names}\n"


def _share(site: Path, docs: Path, lang: str) -> None:
    """The downloads and drawings of our site, under the same paths."""
    tree = site if lang == "es" else site / lang
    for kind in ("datasets", "agreements"):
        for path in _files(tree / kind):
            target = docs / path.relative_to(tree)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(path)


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".html")


def _configuration(folder: Path, lang: str) -> Path:
    site = folder / "site" if lang == "es" else folder / "site" / lang
    told = {
        "site_name": "Synthetic",
        "site_url": "https://catalogo.example/",
        "docs_dir": f"docs-{lang}",
        "site_dir": str(site),
        "theme": {"name": "material", "language": lang},
    }
    return _write(folder / f"mkdocs.{lang}.yml", yaml.safe_dump(told))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
