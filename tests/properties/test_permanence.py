"""Mutations: each breaks one promise in a copy of an invented catalogue, and none survives. Then the legal way passes."""

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import replace, tree
from promising import (
    CASES,
    FROZEN,
    LATER,
    LEDGER,
    NEXT,
    WITHDRAWN_VALUES,
    a_copy,
    a_promise,
    commit,
    everything,
    run,
    spellings,
)

from celosia.locales.findings import codes
from celosia.model.permanence import is_held

Mutation = Callable[[Path], None]
WITHDRAW = ("--reason", "privacy", "--note", "Se retiró.", "--note-en", "Withdrawn.", "--date", NEXT)


@pytest.fixture(scope="module")
def promised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_promise(tmp_path_factory.mktemp("promised") / "catalogue")


@pytest.fixture(scope="module")
def moved(promised: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_copy(promised, tmp_path_factory.mktemp("moved") / "catalogue")
    assert run(root, "move", "ejemplo-extra", "extra-nuevo", "--date", NEXT) == 0
    assert run(root, "move", "guia/", "manual/", "--date", NEXT) == 0
    commit(root)
    return root


@pytest.fixture(scope="module")
def withdrawn(promised: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_copy(promised, tmp_path_factory.mktemp("withdrawn") / "catalogue")
    shutil.copyfile(root / CASES / "por-genero.csv", root.parent / "kept.csv")
    shutil.copytree(root / "datasets/ejemplo-extra", root.parent / "extra")
    assert run(root, "withdraw", "ejemplo-casos", "--table", "por-genero", *WITHDRAW) == 0
    assert run(root, "withdraw", "ejemplo-extra", *WITHDRAW) == 0
    commit(root)
    return root


def _gone(*paths: str) -> Mutation:
    def mutate(root: Path) -> None:
        for path in paths:
            target = root / path
            shutil.rmtree(target) if target.is_dir() else target.unlink()

    return mutate


def _edit(path: str, old: str, new: str) -> Mutation:
    return lambda root: replace(root / path, old, new)


def _rename(old: str, new: str, *edits: tuple[str, str, str]) -> Mutation:
    def mutate(root: Path) -> None:
        (root / old).rename(root / new)
        for path, before, after in edits:
            replace(root / path, before, after)

    return mutate


def _row(path: str, **values: str) -> Mutation:
    """The ledger with other values in a row, or without the row."""

    def mutate(root: Path) -> None:
        lines = list(csv.DictReader(io.StringIO((root / LEDGER).read_text(encoding="utf-8"))))
        assert any(line["path"] == path for line in lines), path
        kept = [line | (values if line["path"] == path else {}) for line in lines if values or line["path"] != path]
        text = io.StringIO()
        writer = csv.DictWriter(text, fieldnames=list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
        (root / LEDGER).write_text(text.getvalue(), encoding="utf-8")

    return mutate


def _committed(mutation: Mutation) -> Mutation:
    def mutate(root: Path) -> None:
        mutation(root)
        commit(root)

    return mutate


def _all(*mutations: Mutation) -> Mutation:
    def mutate(root: Path) -> None:
        for mutation in mutations:
            mutation(root)

    return mutate


def _without_table(root: Path) -> None:
    text = (root / CASES / "datapackage.yaml").read_text(encoding="utf-8")
    text = text[: text.index("  - name: por-genero\n    type: table")]
    text = re.sub(r"    - name: por-genero\n(?:      .*\n)+", "", text)
    (root / CASES / "datapackage.yaml").write_text(text, encoding="utf-8")
    english = (root / CASES / "datapackage.en.yaml").read_text(encoding="utf-8")
    english = re.sub(r"    - \{name: por-genero.*\n", "", english[: english.index("  - name: por-genero\n    title")])
    (root / CASES / "datapackage.en.yaml").write_text(english, encoding="utf-8")
    (root / CASES / "por-genero.csv").unlink()


def _new_page(path: str) -> Mutation:
    def mutate(root: Path) -> None:
        for lang in ("es", "en"):
            (root / f"docs/{lang}/{path}").mkdir(parents=True)
            text = "---\ntitle: Otra\ndescription: Otra página inventada\n---\n# Otra\n"
            (root / f"docs/{lang}/{path}index.md").write_text(text, encoding="utf-8")

    return mutate


def _again(name: str) -> Mutation:
    """A dataset of an id that moved or was withdrawn."""

    def mutate(root: Path) -> None:
        shutil.copytree(root / "datasets/ejemplo-normas", root / "datasets" / name)
        replace(root / "datasets" / name / "datapackage.yaml", "name: ejemplo-normas", f"name: {name}")

    return mutate


def _table_again(root: Path) -> None:
    """A table of the name of one that was withdrawn, with other figures."""
    path = root / CASES / "datapackage.yaml"
    text = path.read_text(encoding="utf-8")
    resource = text[text.index("  - name: total\n") :].replace("name: total\n", "name: por-genero\n", 1)
    path.write_text(text + resource.replace("path: total.csv", "path: por-genero.csv"), encoding="utf-8")
    (root / CASES / "por-genero.csv").write_bytes((root / CASES / "total.csv").read_bytes())


def _bytes_again(root: Path) -> None:
    """The bytes of the withdrawn table, under another name, in the files of the version."""
    (root / FROZEN / "otra.csv").write_bytes((root.parent.parent / "kept.csv").read_bytes())


def _column_type(root: Path) -> None:
    replace(
        root / CASES / "datapackage.yaml",
        "{name: confianza, type: string, title: Confianza",
        "{name: confianza2, type: string, title: Confianza",
    )
    replace(root / CASES / "datapackage.en.yaml", "{name: confianza,", "{name: confianza2,")
    for name in ("total", "por-genero"):
        replace(root / CASES / f"{name}.csv", "confianza,nota", "confianza2,nota")


LIVE: dict[str, tuple[Mutation, str]] = {
    "an authored page is deleted": (_gone("docs/es/guia", "docs/en/guia"), "address-vanished"),
    "an authored page is deleted in one language": (_gone("docs/en/guia"), "page-not-translated"),
    "an authored page is renamed": (
        _all(_rename("docs/es/guia", "docs/es/manual"), _rename("docs/en/guia", "docs/en/manual")), "address-vanished"),
    "a dataset is deleted": (_gone("datasets/ejemplo-extra"), "address-vanished"),
    "a dataset is renamed": (
        _rename("datasets/ejemplo-extra", "datasets/otro",
                ("datasets/otro/datapackage.yaml", "name: ejemplo-extra", "name: otro")), "address-vanished"),
    "an agreement is deleted": (_gone("agreements/tratado-inventado.yaml"), "address-vanished"),
    "an agreement is renamed": (
        _rename("agreements/tratado-inventado.yaml", "agreements/otro.yaml",
                ("agreements/otro.yaml", "id: tratado-inventado", "id: otro")), "address-vanished"),
    "a table is taken out": (_without_table, "unreleased-change"),
    "a table is taken out with a new version": (
        _all(_without_table, _edit(f"{CASES}/datapackage.yaml", "version: 1.1.0", "version: 2.0.0"),
             _edit(f"{CASES}/datapackage.yaml", "modified: 2026-02-01", "modified: 2026-03-01"),
             _edit(f"{CASES}/changes.yaml", "- {version: 1.1.0", "- {version: 2.0.0, date: 2026-03-01, type: method-change, "
                   "note: {es: Sin género., en: No gender.}}\n- {version: 1.1.0")), "address-vanished"),
    "a table of a register is renamed": (
        _all(_edit("datasets/ejemplo-extra/datapackage.yaml", "name: normas\n", "name: reglas\n"),
             _edit("datasets/ejemplo-extra/datapackage.en.yaml", "name: normas\n", "name: reglas\n")), "address-vanished"),
    "a version is deleted": (_gone(FROZEN), "address-vanished"),
    "one byte of a frozen table changes": (
        _edit(f"{FROZEN}/total.csv", "Cifra inventada", "Cifra inventadA"), "frozen-changed"),
    "a frozen drawing is deleted": (_gone(f"{FROZEN}/charts/por-anio.es.svg"), "address-vanished"),
    "a frozen description changes": (
        _edit(f"{FROZEN}/datapackage.json", "ejemplo inventado", "ejemplo inventadO"), "version-changed"),
    "a frozen drawing changes": (_edit(f"{FROZEN}/charts/por-anio.es.svg", "</svg>", "<!-- x --></svg>"), "version-changed"),
    "a figure changes without a release": (_edit(f"{CASES}/total.csv", "t-1,2017,100", "t-1,2017,101"), "unreleased-change"),
    "a column gets another name without a major version": (_column_type, "unreleased-change"),
    "a hash of the ledger is edited": (_row("datasets/ejemplo-casos/v/1.1.0/total.csv", sha256="0" * 64), "ledger-row-changed"),
    "a hash of the ledger is edited and committed": (
        _committed(_row("datasets/ejemplo-casos/v/1.1.0/total.csv", sha256="0" * 64)), "ledger-row-changed"),
    "a hash of the ledger is emptied": (_row("datasets/ejemplo-casos/v/1.1.0/total.csv", sha256=""), "ledger-row-changed"),
    "a row of the ledger is removed": (_row("guia/"), "ledger-row-gone"),
    "a row is removed with its page, and committed": (
        _committed(_all(_row("guia/"), _row("en/guia/"), _gone("docs/es/guia", "docs/en/guia"))), "ledger-row-gone"),
    "the ledger is deleted": (_gone(LEDGER), "ledger-row-gone"),
    "the first day of an address is edited": (_row("guia/", first_seen="2025-01-01"), "ledger-row-changed"),
    "the ledger is out of order": (_edit(LEDGER, "\nabout/,", "\nzzz/,"), "bad-permanence"),
    "a move leads nowhere": (
        _all(_gone("docs/es/guia", "docs/en/guia"), _row("guia/", status="moved", to="nada/"),
             _row("en/guia/", status="moved", to="en/nada/")), "moved-nowhere"),
    "a page is withdrawn in the ledger without a word": (
        _all(_gone("docs/es/guia", "docs/en/guia"), _row("guia/", status="withdrawn"), _row("en/guia/", status="withdrawn")),
        "withdrawal-untold"),
}  # fmt: skip
MOVED: dict[str, tuple[Mutation, str]] = {
    "the id of a moved dataset is given again": (_again("ejemplo-extra"), "name-reused"),
    "a page is written where one moved away": (_new_page("guia/"), "name-reused"),
    "a move is taken back": (_row("guia/", status="live", to=""), "ledger-row-changed"),
    "a loop": (_row("guia/", to="guia/"), "moved-again"),
    "a chain": (_all(_row("manual/", status="moved", to="about/"), _gone("docs/es/manual", "docs/en/manual")), "moved-again"),
    "the target of a move is deleted": (_gone("docs/es/manual", "docs/en/manual"), "moved-nowhere"),
    "the target of a moved dataset is deleted": (_gone("datasets/extra-nuevo"), "moved-nowhere"),
}
WITHDRAWN: dict[str, tuple[Mutation, str]] = {
    "the id of a withdrawn dataset is given again": (_again("ejemplo-extra"), "name-reused"),
    "a withdrawn table comes back": (_table_again, "name-reused"),
    "withdrawn bytes come back under another name": (_bytes_again, "withdrawn-bytes"),
    "a withdrawn address is called live": (_row("datasets/ejemplo-extra/", status="live"), "ledger-row-changed"),
    "the reasons are deleted": (_gone("permanence/withdrawals.yaml"), "withdrawal-untold"),
    "the row of a withdrawn address is deleted": (_row("datasets/ejemplo-extra/"), "ledger-row-gone"),
}


def test_there_are_at_least_twenty_four_mutations() -> None:
    assert len(LIVE) + len(MOVED) + len(WITHDRAWN) >= 24


@pytest.mark.parametrize("name", LIVE)
def test_what_was_published_stays(name: str, promised: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _dies(LIVE[name], a_copy(promised, tmp_path / "copy"), capsys)


@pytest.mark.parametrize("name", MOVED)
def test_what_moved_stays_moved(name: str, moved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _dies(MOVED[name], a_copy(moved, tmp_path / "copy"), capsys)


@pytest.mark.parametrize("name", WITHDRAWN)
def test_what_was_withdrawn_stays_away(name: str, withdrawn: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kept.csv").write_bytes((withdrawn.parent / "kept.csv").read_bytes())
    (tmp_path / "copy").mkdir()
    _dies(WITHDRAWN[name], a_copy(withdrawn, tmp_path / "copy" / "catalogue"), capsys)


def _dies(broken: tuple[Mutation, str], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mutation, code = broken
    mutation(root)
    before = tree(root / "site")
    capsys.readouterr()
    assert run(root, "build") == 1
    said = capsys.readouterr().out
    assert f"error [{code}]" in said, said
    assert "  → " in said
    assert code in codes()
    assert tree(root / "site") == before


def test_nothing_changed_passes(promised: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = a_copy(promised, tmp_path / "copy")
    capsys.readouterr()
    assert run(root, "build") == 0
    assert "addresses-new" not in capsys.readouterr().out


def test_a_new_page_is_legal_once_it_is_recorded(promised: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = a_copy(promised, tmp_path / "copy")
    _new_page("otra/")(root)
    assert run(root, "build") == 0
    assert "warning [addresses-new]" in capsys.readouterr().out
    assert run(root, "record", "--date", NEXT) == 0
    assert "en/otra/,page,live" in (root / LEDGER).read_text(encoding="utf-8")
    commit(root)
    assert run(root, "build") == 0


def test_a_correction_is_legal_as_a_release(promised: Path, tmp_path: Path) -> None:
    root = a_copy(promised, tmp_path / "copy")
    replace(root / CASES / "total.csv", "t-1,2017,100", "t-1,2017,101")
    words = ("--type", "correction", "--note", "Se corrige.", "--note-en", "Corrected.", "--date", NEXT)
    assert run(root, "release", "ejemplo-casos", *words) == 0
    assert run(root, "record", "--date", NEXT) == 0
    assert (root / "site/datasets/ejemplo-casos/v/1.1.0/total.csv").read_bytes() != (
        root / "site/datasets/ejemplo-casos/total.csv"
    ).read_bytes()


def test_a_move_leads_every_old_address_to_the_new_one(moved: Path) -> None:
    assert run(moved, "build") == 0
    site = moved / "site"
    old = (site / "en/datasets/ejemplo-extra/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in old
    assert '<meta http-equiv="refresh" content="0; url=../extra-nuevo/index.html">' in old
    assert "<script" not in old
    assert (site / "datasets/ejemplo-extra/normas.csv").read_bytes() == (site / "datasets/extra-nuevo/normas.csv").read_bytes()
    assert "/guia/ /manual/ 301" in (site / "_redirects").read_text(encoding="utf-8")
    assert "location = /guia/ { return 301 /manual/; }" in (site / "server/nginx.conf").read_text(encoding="utf-8")
    assert 'RedirectMatch 301 "^/guia/$" "/manual/"' in (site / "server/htaccess.txt").read_text(encoding="utf-8")


def test_a_second_move_leaves_no_chain(moved: Path, tmp_path: Path) -> None:
    root = a_copy(moved, tmp_path / "copy")
    assert run(root, "move", "extra-nuevo", "extra-final", "--date", LATER) == 0
    assert "datasets/ejemplo-extra/,page,moved,datasets/extra-final/" in (root / LEDGER).read_text(encoding="utf-8")
    commit(root)
    assert run(root, "build") == 0


def test_a_released_dataset_moves_with_its_versions(promised: Path, tmp_path: Path) -> None:
    root = a_copy(promised, tmp_path / "copy")
    before = tree(root / "site")
    assert run(root, "move", "ejemplo-casos", "casos", "--date", NEXT) == 0
    after = tree(root / "site")
    held = [path for path in before if path.startswith(f"{CASES}/v/") and is_held(path)]
    assert len(held) == 12  # two tables, two charts in four drawings each, the description and the archive
    assert not [path for path in held if after[path] != before[path]]
    assert after[f"{CASES}/v/1.1.0/cita.bib"] == after["datasets/casos/v/1.1.0/cita.bib"]
    commit(root)
    assert run(root, "build") == 0


@pytest.mark.parametrize(
    ("old", "new"), [("nada", "otro"), ("ejemplo-extra", "ejemplo-casos"), ("guia/", "about/"), ("guia/", "x")]
)
def test_a_move_that_cannot_be_is_refused(old: str, new: str, promised: Path, tmp_path: Path) -> None:
    root = a_copy(promised, tmp_path / "copy")
    assert run(root, "move", old, new, "--date", NEXT) == 1
    assert run(root, "build") == 0


@pytest.mark.parametrize(
    "words", [("nada",), ("ejemplo-extra", "--table", "normas"), ("ejemplo-normas",), ("ejemplo-casos", "--version", "9.0.0")]
)
def test_a_withdrawal_that_cannot_be_is_refused(words: tuple[str, ...], promised: Path, tmp_path: Path) -> None:
    root = a_copy(promised, tmp_path / "copy")
    assert run(root, "withdraw", *words, *WITHDRAW) == 1
    assert run(root, "build") == 0


def test_no_byte_of_the_withdrawn_values_is_left(withdrawn: Path, promised: Path) -> None:
    there, left = everything(promised / "site"), everything(withdrawn / "site")
    for value in WITHDRAWN_VALUES:
        found = [path for path, body in there.items() if value.encode() in body]
        assert {path.rpartition(".")[2] for path in found} >= {"csv", "html", "json", "parquet#cells"}
        assert any(".xlsx/" in path for path in found)
        assert any(".zip/" in path for path in found)
        assert not [path for path, body in left.items() if any(spelling in body for spelling in spellings(value))]
    assert not [path for path in left if path.endswith(".png") and left[path] != there.get(path)]


def test_a_tombstone_says_why_since_when_and_how_to_cite_and_gives_the_hash(withdrawn: Path) -> None:
    for path, words in (
        ("datasets/ejemplo-casos/por-genero.csv/", ("Para proteger a las personas", "2 de marzo de 2026", "retirado el")),
        ("en/datasets/ejemplo-casos/por-genero.csv/", ("To protect people", "March 2, 2026", "withdrawn on")),
        ("datasets/ejemplo-extra/", ("Para proteger a las personas", "Nada lo reemplaza", "retirado el")),
    ):
        page = (withdrawn / "site" / path / "index.html").read_text(encoding="utf-8")
        assert all(word in page for word in words), path
        assert re.search(r"<code>[0-9a-f]{64}</code>", page)
    assert "location = /datasets/ejemplo-extra/" in (withdrawn / "site/server/nginx.conf").read_text(encoding="utf-8")


def test_a_withdrawal_is_told_in_the_feeds_and_in_the_promise(withdrawn: Path) -> None:
    assert 'term="withdrawal"' in (withdrawn / "site/en/datasets/ejemplo-casos/feed.xml").read_text(encoding="utf-8")
    assert '"status": "withdrawn"' in (withdrawn / "site/permanence.json").read_text(encoding="utf-8")
    assert run(withdrawn, "build") == 0


def test_a_version_alone_can_be_withdrawn(promised: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = a_copy(promised, tmp_path / "copy")
    assert run(root, "withdraw", "ejemplo-casos", "--version", "1.1.0", *WITHDRAW) == 0
    assert "still published" in capsys.readouterr().out
    assert (root / "site/datasets/ejemplo-casos/v/1.1.0/index.html").exists()
    assert not (root / "site/datasets/ejemplo-casos/v/1.1.0/total.csv").is_file()
    commit(root)
    assert run(root, "build") == 0


def test_without_a_history_the_site_is_still_held_to_the_ledger(promised: Path, tmp_path: Path) -> None:
    root = a_copy(promised, tmp_path / "copy")
    shutil.rmtree(root / ".git")
    for lang in ("es", "en"):
        shutil.rmtree(root / f"docs/{lang}/guia")
    assert run(root, "build") == 1


def test_a_move_changes_no_name_in_a_feed(promised: Path, moved: Path, tmp_path: Path) -> None:
    root = a_copy(moved, tmp_path / "copy")
    assert run(root, "move", "extra-nuevo", "extra-final", "--date", LATER) == 0
    for lang in ("", "en/"):
        before = _names(promised / f"site/{lang}datasets/ejemplo-extra/feed.xml")
        assert len(before) > 1
        for site, folder in ((moved, "extra-nuevo"), (root, "extra-final")):
            assert _names(site / f"site/{lang}datasets/{folder}/feed.xml") == before
            assert sorted(_names(site / f"site/{lang}feed.xml")) == sorted(_names(promised / f"site/{lang}feed.xml"))
            feed = (site / f"site/{lang}datasets/{folder}/feed.xml").read_text(encoding="utf-8")
            assert f'href="https://catalogo.example/{lang}datasets/{folder}/feed.xml"' in feed


def _names(feed: Path) -> list[str]:
    return re.findall("<id>([^<]+)</id>", feed.read_text(encoding="utf-8"))
