"""How long an answer of the search takes on a slow telephone, over an invented index: `python -m benchmarks.search --help`.

5,000 entries a language by default, each with a sentence and eighty words of a vocabulary in which, as in a language, few words
are in very many entries. Chromium runs with its processor slowed (Lighthouse's telephone: 4 times), on the page, the script and
the style of the site. An answer is timed from a key to the number of results and the first of them in the page: `at once`, a
whole question put into a page that has no part of the index yet, served by this machine; `network`, the same over a telephone's
network; `typed`, over that network too, key by key as people type, from the last key on; `again`, once the parts are there.
Each is parted into the time while a part was on its way, while one was read, and the rest, which is ours. Ends with 1 where one
takes over 50 ms again.
"""

import argparse
import gzip
import statistics
import sys
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from random import Random

from benchmarks.telephone import Answer, Telephone, telephone
from celosia.locales.stems import stems
from celosia.model import Synonym
from celosia.render.address import Address
from celosia.render.fragment import fragment, unwrapped
from celosia.render.search.entry import SECTIONS, Entry
from celosia.render.search.index import build
from celosia.render.search.shards import scripts
from celosia.render.views.reading import Reading
from celosia.render.views.search import FOLDER, search_view

_OURS = ("assets/buscar.js", "assets/celosia.css")
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
_PAUSE = 200
"""Milliseconds from a key to the next: five a second is quick for a telephone."""

Answers = Mapping[str, Sequence[Answer]]
"""The answers to all queries, by the way that they were asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the index of each language, look into it, and tell what it cost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--entries", type=int, default=5000, help="in each language (5000)")
    parser.add_argument("--slower", type=int, nargs="*", default=[4, 6], help="how many times slower the processor is (4 6)")
    parser.add_argument("--languages", nargs="*", default=["es", "en"], help="(es en)")
    options = parser.parse_args(arguments)
    files: dict[str, bytes] = {name: (_ASSETS / name.partition("/")[2]).read_bytes() for name in _OURS}
    for lang in options.languages:
        files |= (made := _made(lang, options.entries))
        print(_weighed(lang, made), flush=True)
    most = 0.0
    for lang, slower in product(options.languages, options.slower):
        answers = _answers(files, lang, slower)
        most = max(most, *(one.all for one in answers["again"]))
        for name, some in answers.items():
            print(f"{lang}, processor {slower} times slower, {name}: {_told(some)}", flush=True)
    return int(most > _MOST)


def _made(lang: str, count: int) -> dict[str, bytes]:
    """The index of a language and its page."""
    rules = stems(lang)
    files = scripts(build(_entries(lang, count), (one for one in _SYNONYMS if one.lang == lang), rules), rules)
    address = Address(lang=lang, path="search/")
    shown = fragment("search", lang, search_view((), tuple(SECTIONS), Reading.of(address)))
    style = address.root("assets/celosia.css")
    head = f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><link rel="stylesheet" href="{style}">'
    page = f"{head}<main>{unwrapped(shown.decode())}</main>".encode()
    return {f"{FOLDER}{lang}/{name}": body for name, body in files.items()} | {f"{address.public}index.html": page}


def _weighed(lang: str, made: Mapping[str, bytes]) -> str:
    sizes = {name.rpartition("/")[2]: len(gzip.compress(body)) for name, body in made.items()}
    first = sizes["index.js"] + len(gzip.compress((_ASSETS / "buscar.js").read_bytes()))
    told = [f"{lang}: before a key {first / 1000:.1f} kB compressed"]
    for kind, what in (("w", "words"), ("e", "entries")):
        parts = [size for name, size in sizes.items() if name.startswith(kind)]
        told.append(
            f"{len(parts)} parts of {what}, {statistics.median(parts) / 1000:.1f} kB (at most {max(parts) / 1000:.1f} kB)"
        )
    return ", ".join(told)


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


def _answers(files: Mapping[str, bytes], lang: str, slower: int) -> Answers:
    """Ask each query that says something in each way."""
    path = f"{Address(lang=lang, path='search/').public}index.html"
    queries = [query for query in _QUERIES if any(stems(lang).of([query]))]
    found: dict[str, list[Answer]] = {"at once": [], "again": [], "network": [], "typed": []}
    with telephone(files, slower) as phone:
        for query in queries:
            phone.open(path)
            found["at once"].append(phone.ask(query))
            found["again"].append(_middle(phone, query))
            phone.open(path, network=True)
            found["network"].append(phone.ask(query))
            phone.open(path, network=True)
            found["typed"].append(phone.ask(query, pause=_PAUSE))
    return found


def _middle(phone: Telephone, query: str) -> Answer:
    return sorted((phone.ask(query) for _ in range(3)), key=lambda answer: answer.all)[1]


def _told(answers: Sequence[Answer]) -> str:
    """The middle and the most of them, and the middle of each part of their time."""
    times = [one.all for one in answers]
    parts = {
        "on their way": [one.loading for one in answers],
        "read": [one.reading for one in answers],
        "ours": [one.rest for one in answers],
    }
    split = ", ".join(f"{name} {statistics.median(some):.0f}" for name, some in parts.items())
    return f"{statistics.median(times):.0f} ms in the middle ({split}), {max(times):.0f} ms at most"


if __name__ == "__main__":
    sys.exit(main())
