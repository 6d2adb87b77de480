"""The correctness gate: no ratio is printed before both outputs hold the pages, tables, drawings and links that they should."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from benchmarks.generate import agreement_id, dataset_id
from benchmarks.ours import files_of

_LINK = re.compile(r"<(?:a|img|link|script|source)\b[^>]*?\s(?:href|src|srcset)=[\"']?([^\"'\s>]+)")
_DRAWING = re.compile(r"<img\b[^>]*?\ssrc=[\"']?([^\"'\s>]*charts/[^\"'\s>]+\.svg)")
_OUTSIDE = re.compile(r"[a-z]+:|//|#|/")
_READ = 300
"""Pages whose links are followed, evenly spread: in a navigation that lists every page all of them repeat the same links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a build gave: pages, and bytes of HTML and of everything."""

    pages: int = 0
    html: int = 0
    whole: int = 0
    faults: tuple[str, ...] = ()

    def __add__(self, other: "Output") -> "Output":
        """Both."""
        return Output(
            pages=self.pages + other.pages,
            html=self.html + other.html,
            whole=self.whole + other.whole,
            faults=self.faults + other.faults,
        )


def weigh(site: Path, count: int, trees: tuple[str, ...] = ("", "en/")) -> Output:
    """Count the pages, look into them, and weigh them. `faults` is empty where all is as it should be.

    `trees`: what to look at, by where a language stands in the site.
    """
    there = {str(path.relative_to(site)): path.stat().st_size for path in files_of(site)}
    sizes = {path: size for path, size in there.items() if path.startswith(trees)}
    pages = sorted(path for path in sizes if path.endswith(".html"))
    faults = (*_missing(pages, count, trees), *_empty(site, count, pages, trees), *_dead(site, pages, there.keys()))
    return Output(pages=len(pages), html=sum(sizes[path] for path in pages), whole=sum(sizes.values()), faults=faults)


def _missing(paths: Iterable[str], count: int, trees: tuple[str, ...]) -> Iterator[str]:
    numbers = range(1, count + 1)
    wanted = {page for number in numbers for page in (*_dataset_pages(number, trees), *_agreement_pages(number, trees))}
    return (f"{path}: no such page" for path in sorted(wanted - set(paths)))


def _empty(site: Path, count: int, paths: Iterable[str], trees: tuple[str, ...]) -> Iterator[str]:
    there = set(paths)
    for number in range(1, count + 1):
        for path in there.intersection(_dataset_pages(number, trees)):
            text = (site / path).read_text(encoding="utf-8")
            if "<table" not in text:
                yield f"{path}: no table"
            if len(set(_DRAWING.findall(text))) < 2:
                yield f"{path}: fewer than two charts"


def _dead(site: Path, pages: list[str], paths: Iterable[str]) -> Iterator[str]:
    there = set(paths)
    for path in pages[:: max(1, len(pages) // _READ)]:
        text = (site / path).read_text(encoding="utf-8")
        for link in sorted(set(_LINK.findall(text))):
            if not _OUTSIDE.match(link) and not _leads(path, link, there):
                yield f"{path}: {link} leads nowhere"


def _leads(path: str, link: str, paths: set[str]) -> bool:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(re.split(r"[?#]", link)[0])))
    return target in paths or posixpath.normpath(f"{target}/index.html") in paths


def _dataset_pages(number: int, trees: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{tree}datasets/{dataset_id(number)}/index.html" for tree in trees)


def _agreement_pages(number: int, trees: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{tree}agreements/{agreement_id(number)}/index.html" for tree in trees)
