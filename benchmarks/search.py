"""How long an answer of the search takes on a slow telephone, over an invented index: `python -m benchmarks.search --help`.

5,000 entries a language by default, each with a sentence and eighty words of a vocabulary in which, as in a language, few words
are in very many entries. Chromium runs with its processor slowed (Lighthouse's telephone: 4 times), on the page, the script and
the style of the site. An answer is timed from a key to the results in the page: `first`, the parts of the index loaded from
this machine; `again`, once they are there. What a network adds is told as bytes. Ends with 1 where one takes over 50 ms again.
"""

import argparse
import gzip
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

from playwright.sync_api import Page, sync_playwright

from celosia.locales.stems import stems
from celosia.model import Synonym
from celosia.render.address import Address
from celosia.render.fragment import fragment, unwrapped
from celosia.render.search.entry import SECTIONS, Entry
from celosia.render.search.index import build
from celosia.render.search.shards import scripts
from celosia.render.views.reading import Reading
from celosia.render.views.search import FOLDER, search_view

_ASSETS = Path(__file__).resolve().parents[1] / "src/celosia/render/assets"
_PLACES = ("Salta", "Jujuy", "Madre de Dios", "Paraguay", "Bolivia", "Loreto", "Cusco", "Chaco")
_QUERIES = (
    "víctimas menores Salta", "convenio Paraguay", "145", "Madre de Dios", "línea 145 2021", "por qué hay dos cifras 2017",
    "comunidad", "vi", "Loreto 2015 denuncias menores casos",
)  # fmt: skip
_SYNONYMS = tuple(
    Synonym(lang=lang, words=("menores", f"apodo{number}"), mean=("casos", f"palabra{number}"))
    for lang in ("es", "en")
    for number in range(60)
)
_MOST = 50
_TIMED = """words => new Promise(done => {
  const field = document.querySelector('#buscador input'), status = document.querySelector('#buscador [role=status]');
  status.textContent = '';
  const seen = new MutationObserver(() => {
    if (!status.textContent) return;
    seen.disconnect();
    done(performance.now() - start);
  });
  seen.observe(status, {childList: true, characterData: true, subtree: true});
  field.value = words;
  const start = performance.now();
  field.dispatchEvent(new Event('input'));
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The milliseconds of each query in a language, the first time and once its parts are there."""

    lang: str
    slower: int
    first: tuple[float, ...]
    again: tuple[float, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the index of each language, look into it, and tell what it cost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--entries", type=int, default=5000, help="in each language (5000)")
    parser.add_argument("--slower", type=int, nargs="*", default=[4, 6], help="how many times slower the processor is (4 6)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="celosia-bench-") as folder:
        for lang in ("es", "en"):
            print(_made(Path(folder), lang, options.entries))
        answers = []
        for lang, slower in product(("es", "en"), options.slower):
            answers.append(one := _answers(Path(folder), lang, slower))
            print(f"{lang}, processor {slower} times slower: first {_told(one.first)}; again {_told(one.again)}", flush=True)
    return int(any(max(one.again) > _MOST for one in answers))


def _made(folder: Path, lang: str, count: int) -> str:
    """Write the index and its page; what it took and what it weighs."""
    started = time.process_time()
    rules = stems(lang)
    files = scripts(build(_entries(lang, count), (one for one in _SYNONYMS if one.lang == lang), rules), rules)
    took = time.process_time() - started
    _write(folder, {f"{FOLDER}{lang}/{name}": body for name, body in files.items()})
    address = Address(lang=lang, path="search/")
    shown = fragment("search", lang, search_view((), tuple(SECTIONS), Reading.of(address)))
    style = address.root("assets/celosia.css")
    head = f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><link rel="stylesheet" href="{style}">'
    page = f"{head}<main>{unwrapped(shown.decode())}</main>".encode()
    _write(folder, {f"{address.public}index.html": page})
    for name in ("buscar.js", "celosia.css"):
        _write(folder, {f"assets/{name}": (_ASSETS / name).read_bytes()})
    at_first = sum(len(gzip.compress(body)) for body in (files["index.js"], (_ASSETS / "buscar.js").read_bytes()))
    parts = sorted(len(gzip.compress(body)) for name, body in files.items() if name != "index.js")
    return (
        f"{lang}: {count} invented entries, made in {took:.1f} s of CPU; before a key {at_first / 1000:.1f} kB compressed, "
        f"{len(parts)} parts of {statistics.median(parts) / 1000:.1f} kB (the largest {parts[-1] / 1000:.1f} kB)"
    )


def _entries(lang: str, count: int) -> list[Entry]:
    """Invented entries: the nth word of the vocabulary is used as often as languages do, 1/n of the time of the first."""
    chance = Random(f"celosia:{lang}")
    common = ("victimas", "casos", "denuncias", "explotacion", "convenio", "linea", "145", "cifras", "comunidad", "distintas")
    vocabulary = (*common, *(f"{chance.choice('abcdefgilmnoprstuv')}{chance.randrange(26**3):x}ia{n}" for n in range(20_000)))
    words = chance.choices(vocabulary, weights=[1 / (n + 3) for n in range(len(vocabulary))], k=count * 92)
    sections = tuple(SECTIONS)
    return [_entry(words[92 * n : 92 * n + 92], f"{sections[n % len(sections)]}", chance) for n in range(count)]


def _entry(words: list[str], section: str, chance: Random) -> Entry:
    place, year = chance.choice(_PLACES), str(chance.randrange(2008, 2026))
    return Entry(
        title=f"{' '.join(words[:5])} {place}",
        url="search/index.html",
        section=section,
        text=" ".join(words[5:25]),
        names=(place, year),
        mentions=tuple(words[25:]),
    )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def _answers(folder: Path, lang: str, slower: int) -> Answers:
    """Ask each query of a page that knows nothing yet, and once more."""
    address = Address(lang=lang, path="search/").public
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        first, again = [], []
        for query in _QUERIES:
            page.goto((folder / address / "index.html").as_uri())
            first.append(_timed(page, query))
            again.append(statistics.median(_timed(page, query) for _ in range(3)))
        browser.close()
    return Answers(lang=lang, slower=slower, first=tuple(filter(None, first)), again=tuple(filter(None, again)))


def _timed(page: Page, query: str) -> float:
    """The milliseconds until the number of results is told; none for words that say nothing, which ask nothing."""
    return (
        0.0
        if not any(stems(page.evaluate("document.documentElement.lang")).of([query]))
        else float(page.evaluate(_TIMED, query))
    )


def _told(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.0f} ms in the middle, {max(times):.0f} ms at most"


if __name__ == "__main__":
    sys.exit(main())
