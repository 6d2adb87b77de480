"""The peer: plain MkDocs Material, default navigation and plugins, on the same pages, drawings and downloads."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.gate import Output, weigh
from benchmarks.markdown import markdown
from benchmarks.measure import Cost, measured, tell
from benchmarks.ours import files_of

_TREES = {"es": "", "en": "en/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What plain MkDocs Material cost, and what it gave."""

    cost: Cost
    output: Output

    def __add__(self, other: "Peer") -> "Peer":
        """One after the other."""
        return Peer(cost=self.cost + other.cost, output=self.output + other.output)


def build_material(folder: Path, site: Path, count: int) -> Peer:
    """Turn every page of our `site` back into Markdown, with the files beside it, and build both languages.

    One language after the other, the pages of each weighed and thrown away: with every page in every navigation, both at
    once are more than a machine's memory at 1,000 datasets (8,000 pages of over 2 MB).
    """
    peer = Peer(cost=Cost(cpu=0.0, wall=0.0, peak=0.0), output=Output())
    for lang, tree in _TREES.items():
        tell(f"  MkDocs Material, {lang}")
        docs = folder / f"docs-{lang}"
        for source, path in _tree(site, lang):
            _place(source, docs / path)
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(_configuration(folder, lang)))
        cost = measured(command, folder / f"{lang}.log")
        tell(f"  looking at what Material gave, {lang}")
        peer += Peer(cost=cost, output=weigh(folder / "site", count, trees=(tree,)))
        shutil.rmtree(docs)
        _drop_pages(folder / "site")
    return peer


def _drop_pages(site: Path) -> None:
    """The files that are not pages stay: those of one language are linked from the other."""
    for path in files_of(site):
        if path.suffix == ".html":
            path.unlink()


def _tree(site: Path, lang: str) -> Iterator[tuple[Path, Path]]:
    """The pages, drawings and downloads of a language, each with its path as a source of MkDocs."""
    tree = site / _TREES[lang]
    for source in files_of(tree):
        path = source.relative_to(tree)
        if path.parts[0] not in ("assets", *_TREES) and path.name != "404.html":
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
        "site_dir": str(folder / "site" / _TREES[lang]),
        "theme": {"name": "material", "language": lang},
    }
    path = folder / f"mkdocs.{lang}.yml"
    path.write_text(yaml.safe_dump(told), encoding="utf-8")
    return path
