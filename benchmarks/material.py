"""The peer: plain MkDocs Material, default navigation and plugins, on the same pages, drawings and downloads."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.markdown import markdown
from benchmarks.measure import Cost, measured, tell
from benchmarks.ours import files_of

_LANGUAGES = ("es", "en")


def build_material(folder: Path, site: Path) -> Cost:
    """Turn every page of our `site` back into Markdown, with the files beside it, and build both languages."""
    cost = Cost(cpu=0.0, wall=0.0, peak=0.0)
    for lang in _LANGUAGES:
        tell(f"  MkDocs Material, {lang}")
        docs = folder / f"docs-{lang}"
        for source, path in _tree(site, lang):
            _place(source, docs / path)
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(_configuration(folder, lang)))
        cost += measured(command, folder / f"{lang}.log")
        shutil.rmtree(docs)
    return cost


def _tree(site: Path, lang: str) -> Iterator[tuple[Path, Path]]:
    """The pages, drawings and downloads of a language, each with its path as a source of MkDocs."""
    tree = site if lang == "es" else site / lang
    for source in files_of(tree):
        path = source.relative_to(tree)
        if path.parts[0] not in ("assets", *_LANGUAGES) and path.name != "404.html":
            yield source, _source(path)


def _source(path: Path) -> Path:
    """One Markdown file a page (`datasets/x.md`, not `datasets/x/index.md`), so that the navigation is flat and cheap."""
    if path.name != "index.html":
        return path
    return path.with_suffix(".md") if len(path.parts) < 3 else path.parent.with_suffix(".md")


def _place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == ".md":
        target.write_text(markdown(source.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        target.hardlink_to(source)


def _configuration(folder: Path, lang: str) -> Path:
    told = {
        "site_name": "Synthetic",
        "site_url": "https://catalogo.example/",
        "docs_dir": f"docs-{lang}",
        "site_dir": str(folder / "site" if lang == "es" else folder / "site" / lang),
        "theme": {"name": "material", "language": lang},
    }
    path = folder / f"mkdocs.{lang}.yml"
    path.write_text(yaml.safe_dump(told), encoding="utf-8")
    return path
