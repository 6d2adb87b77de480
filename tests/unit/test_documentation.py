"""What can be used is documented, what is documented exists, and the examples run."""

import argparse
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from shutil import copytree

import pytest

from celosia.charts import CHARTS
from celosia.check import CATALOG_CHECKS, DATASET_CHECKS, check
from celosia.exporters import EXPORTERS, FORMATS
from celosia.load import dataset_keys, keys, load, place_keys
from celosia.load.readers import READERS
from celosia.load.shape import Cases, Entries, Many, Maybe, Record
from celosia.locales.findings import codes
from celosia.model import CHART_KINDS
from celosia.render.menu import FOOTER, MENU

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "docs" / "project"
REFERENCE = PROJECT / "reference"
DECISIONS = sorted((PROJECT / "decisions").glob("*.md"))
HEADERS = PROJECT / "how-to" / "headers"
PAGES = sorted((*PROJECT.rglob("*.md"), *ROOT.glob("*.md")))
BASE = ROOT / "tests" / "failures" / "base"

_SHAPES = ("CATALOG", "CATALOG_EN", "DATASET", "DATASET_EN", "CHANGES", "AGREEMENT", "SYSTEM", "PLACEMENT", "GLOSSARY")
_FENCE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```", re.DOTALL | re.MULTILINE)
_FILE = re.compile(r"^`([^`\n]+)`:\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def _text(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_finding_is_documented() -> None:
    text = _text("findings.md")
    assert not sorted(code for code in codes() if f"`{code}`" not in text)


def test_no_finding_is_documented_that_has_no_words() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)`", _text("findings.md"), re.MULTILINE)
    assert not sorted(set(listed) - codes())


def test_every_check_says_what_it_asks() -> None:
    assert not [function.__name__ for function in (*DATASET_CHECKS, *CATALOG_CHECKS) if not function.__doc__]


def test_every_exporter_is_documented() -> None:
    headings = _HEADING.findall(_text("exporters.md"))
    assert not [name for name in EXPORTERS if name not in headings]


def test_every_exporter_is_named_for_people() -> None:
    assert tuple(EXPORTERS) == tuple(format_.name for format_ in FORMATS)


def test_every_kind_of_chart_is_documented() -> None:
    headings = [heading.strip("`") for heading in _HEADING.findall(_text("charts.md"))]
    assert not [kind for kind in CHARTS if kind not in headings]


def test_every_kind_of_chart_can_be_declared_and_drawn() -> None:
    assert set(CHARTS) == set(CHART_KINDS)


def test_every_kind_of_file_that_is_read_is_documented() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in (PROJECT / "how-to").glob("*.md"))
    assert not [ending for ending in READERS if ending not in text]


@pytest.mark.parametrize("name", _SHAPES)
def test_every_key_is_documented(name: str) -> None:
    text = _text("descriptor.md")
    named = {key for key in _keys(getattr(_home(name), name)) if not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text)}
    assert not sorted(named)


def _home(name: str) -> object:
    return next(home for home in (dataset_keys, place_keys, keys) if hasattr(home, name))


@pytest.mark.parametrize("key", sorted({*keys.FRONT_MATTER.required, *keys.FRONT_MATTER.optional}))
def test_every_key_of_a_page_is_documented(key: str) -> None:
    assert f"`{key}`" in (PROJECT / "how-to" / "make-it-yours.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("licence", dataset_keys.LICENSES)
def test_every_licence_is_documented(licence: str) -> None:
    assert f"`{licence}`" in _text("descriptor.md")


def test_every_command_and_option_is_documented() -> None:
    text = _text("commands.md")
    for name, command in _commands().items():
        assert f"## celosia {name}\n" in text
        options = [option for action in command._actions for option in action.option_strings]
        assert not [option for option in options if option not in ("-h", "--help") and f"`{option}" not in text]


def test_every_environment_variable_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    read = set(re.findall(r"environ(?:ment)?(?:\.get\(|\[)\"([A-Z_]+)\"", code))
    text = _text("commands.md")
    assert {"SOURCE_DATE_EPOCH", "LANG"} <= read
    assert not [name for name in read if f"`{name}`" not in text]


def test_every_make_target_is_documented() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert not [target for target in _targets() - {"help"} if f"`make {target}`" not in text]


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_every_command_in_an_example_exists(page: Path) -> None:
    parser = import_module("celosia.cli").parser()
    for words in _typed(page.read_text(encoding="utf-8")):
        if words[0] == "celosia":
            parser.parse_args(words[1:])
        if words[0] == "make":
            assert {word for word in words[1:] if "=" not in word} <= _targets()


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not [link for link in _LINK.findall(_FENCE.sub("", text)) if not _leads(page, link)]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem[:4])
def test_a_decision_is_one_screen_with_context_decision_and_consequences(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.stem[:4]} · ")
    assert re.search(r"^Status: (accepted|superseded by \d{4}), \d{4}-\d{2}-\d{2}$", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 45


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [page.stem[:4] for page in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


def test_the_readme_fits_a_screen() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert "\nmake site\n" in text
    assert "\nmake test\n" in text


def test_the_examples_are_a_valid_catalogue(tmp_path: Path) -> None:
    """The files that the how-tos show, put into the invented catalogue: nothing is found in them, not even a warning."""
    root = tmp_path / "catalogue"
    copytree(BASE, root)
    written = _write_examples(root)
    assert "agreements/ar-pe-ejemplo-2020.yaml" in written
    assert "datasets/ar-ejemplo-capacitaciones/datapackage.en.yaml" in written
    loading = load(root, {})
    assert loading.catalog is not None
    found = (*loading.findings, *check(loading.catalog).findings)
    assert not [finding for finding in found if finding.where.path in written or "ejemplo-capacitaciones" in finding.where.path]
    assert not [finding for finding in found if finding.severity == "error"]


@pytest.mark.parametrize("name", ["nginx.conf", "apache.htaccess", "_headers"])
def test_servers_send_the_policy_of_the_pages(name: str) -> None:
    alone = name == "_headers"
    sent = set(re.findall(r"default-src 'none';[^\"\n]*", (HEADERS / name).read_text(encoding="utf-8")))
    framed = {_policy("theme/main.html") + ("" if alone else "; frame-ancestors 'none'")}
    assert sent == framed | (set() if alone else {_policy("templates/pages/embed.html")})


def test_every_page_but_the_embeds_is_kept_out_of_frames() -> None:
    rules = (HEADERS / "_headers").read_text(encoding="utf-8").split("\n\n")
    kept = {rule.partition("\n")[0] for rule in rules if "frame-ancestors 'none'" in rule}
    paths = {"datasets/", "agreements/", *MENU, *FOOTER}
    assert {f"{tree}{path}*" for tree in ("/", "/en/") for path in paths} | {"/", "/index.html", "/en/"} <= kept
    assert not [rule for rule in kept if "embed" in rule or rule in ("/*", "/en/*")]


def _policy(template: str) -> str:
    text = (ROOT / "src" / "celosia" / "render" / template).read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    return policy[1]


def _keys(shape: object) -> Iterator[str]:
    if isinstance(shape, Record):
        for part in (shape.required, shape.optional):
            yield from part
            for inner in part.values():
                yield from _keys(inner)
    elif isinstance(shape, Many | Maybe | Entries):
        yield from _keys(shape.of)
    elif isinstance(shape, Cases):
        for case in (shape.otherwise, *shape.cases.values()):
            yield from _keys(case)


def _commands() -> dict[str, argparse.ArgumentParser]:
    parser = import_module("celosia.cli").parser()
    subparsers = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return dict(subparsers.choices)


def _targets() -> set[str]:
    return set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


def _typed(text: str) -> Iterator[list[str]]:
    """The commands of the shell examples, without the variables set before them."""
    for language, body in _FENCE.findall(text):
        for line in body.splitlines() if language == "sh" else ():
            words = shlex.split(line, comments=True)
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                words = words[1:]
            if words:
                yield words


def _leads(page: Path, link: str) -> bool:
    if link.startswith(("https://", "http://", "mailto:")):
        return True
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or anchor in {_anchor(heading) for heading in _HEADING.findall(target.read_text(encoding="utf-8"))}


def _anchor(heading: str) -> str:
    """As GitHub makes them."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _write_examples(root: Path) -> set[str]:
    written = set()
    for page in (PROJECT / "how-to").glob("*.md"):
        for path, body in _FILE.findall(page.read_text(encoding="utf-8")):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(body, encoding="utf-8")
            written.add(path)
    return written
