"""What a maintainer does in a year, by the commands of the how-to: a new period, a correction, a rename, a withdrawal."""

import csv
import io
import json
from pathlib import Path

import pytest
from building import replace
from promising import CASES, LEDGER, WITHDRAWN_VALUES, a_copy, a_promise, commit, everything, git, run, spellings

from celosia.model.permanence import is_held

NEW, OLD = "casos-nuevos", "ejemplo-casos"
NEW_DATA = ("--type", "new-data", "--note", "Se agrega 2023.", "--note-en", "2023 is added.")
CORRECTION = ("--type", "correction", "--note", "2017 tenía un error de copia.", "--note-en", "2017 had a copying error.")
WITHDRAWAL = ("--reason", "privacy", "--note", "Se retiró para proteger a las personas.", "--note-en", "Withdrawn.")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new period, then a correction; both recorded and committed."""
    root = a_promise(tmp_path_factory.mktemp("released") / "catalogue")
    with (root / CASES / "total.csv").open("a", encoding="utf-8") as table:
        table.write("t-6,2023,150,A,f2,alta,\n")
    assert run(root, "check") == 1
    assert run(root, "release", OLD, *NEW_DATA, "--date", "2026-04-01") == 0
    replace(root / CASES / "total.csv", "t-1,2017,100", "t-1,2017,106")
    assert run(root, "release", OLD, *CORRECTION, "--date", "2026-05-01") == 0
    assert run(root, "record", "--date", "2026-05-01") == 0
    commit(root)
    return root


@pytest.fixture(scope="module")
def moved(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_copy(released, tmp_path_factory.mktemp("moved") / "catalogue")
    assert run(root, "move", OLD, NEW, "--date", "2026-06-01") == 0
    commit(root)
    return root


@pytest.fixture(scope="module")
def withdrawn(moved: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_copy(moved, tmp_path_factory.mktemp("withdrawn") / "catalogue")
    assert run(root, "withdraw", NEW, "--table", "por-genero", *WITHDRAWAL, "--date", "2026-07-01") == 0
    commit(root)
    return root


def test_the_least_versions_are_taken_and_the_periods_written_down(released: Path) -> None:
    told = json.loads(_text(released, f"api/v1/datasets/{OLD}.json"))
    assert [(one["version"], one["type"], one["periods"]) for one in told["changes"][:2]] == [
        ("1.2.1", "correction", ["2017"]),
        ("1.2.0", "new-data", ["2023"]),
    ]
    assert [one["version"] for one in told["versions"]] == ["1.2.1", "1.2.0", "1.1.0"]


def test_a_correction_shows_what_was_said_and_what_is_said(released: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(_text(released, f"{CASES}/changes/1.2.0--1.2.1.csv"))))
    assert [(one["key"], one["column"], one["old"], one["new"]) for one in lines if one["what"] == "cell"] == [
        ("id=t-1", "personas", "100", "106")
    ]
    cells = json.loads(_text(released, f"{CASES}/changes/1.2.0--1.2.1.json"))["cells"]
    assert [(one["old"], one["new"], one["period"]) for one in cells] == [(100, 106, "2017")]
    for tree in ("", "en/"):
        page = _text(released, f"{tree}{CASES}/changes/index.html")
        assert "100</td>" in page
        assert "106</td>" in page


def test_every_feed_tells_of_it_and_says_what_was_and_what_is(released: Path) -> None:
    for path in (f"{CASES}/feed.xml", "feed.xml", "corrections.xml", "en/corrections.xml"):
        feed = _text(released, path)
        assert 'term="correction"' in feed
        assert "100 → 106" in feed, path
    assert "2017 had a copying error." in _text(released, "en/feed.xml")
    assert 'term="new-data"' not in _text(released, "corrections.xml").split("1.1.0")[0]


def test_what_was_cited_still_says_what_it_said(released: Path) -> None:
    assert "t-1,2017,100" in _text(released, f"{CASES}/v/1.2.0/total.csv")
    assert "t-6" not in _text(released, f"{CASES}/v/1.1.0/total.csv")
    assert "1.2.1" in _text(released, f"{CASES}/v/1.1.0/index.html")
    assert "t-1,2017,106" in _text(released, f"{CASES}/total.csv")


def test_a_difference_is_printed(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(released, "diff", f"{OLD}@1.1.0", f"{OLD}@1.2.1") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{OLD}: 1.1.0 → 1.2.1 (minor")
    assert "100 → 106" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("release", OLD, *NEW_DATA, "--version", "1.2.1"), "nothing-to-release"),
        (("release", OLD, *NEW_DATA, "--version", "nueve"), "bad-version"),
        (("release", "ejemplo-caso", *NEW_DATA), "no-such-dataset"),
        (("diff", f"{OLD}@9.0.0", OLD), "no-such-version"),
        (("move", OLD, "Casos Nuevos"), "unlike-address"),
        (("move", OLD, "ejemplo-normas"), "address-taken"),
        (("move", "/guia/", "manual/"), "unknown-address"),
        (("withdraw", OLD, "--table", "nada", *WITHDRAWAL), "unknown-address"),
        (("withdraw", OLD, "--table", "por-genero", *WITHDRAWAL, "--replaced-by", "datasets/nada/"), "unknown-replacement"),
        (("withdraw", OLD, *WITHDRAWAL, "--replaced-by", f"datasets/{OLD}/"), "unknown-replacement"),
    ],
)
def test_a_wrong_word_ends_in_what_to_type(
    words: tuple[str, ...], code: str, released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(released, *words) == 1
    said = capsys.readouterr().out
    assert f"error [{code}]" in said
    assert "  → " in said


def test_after_a_rename_every_old_address_leads_to_the_new_one(moved: Path, released: Path) -> None:
    for tree in ("", "en/"):
        for page in ("", "changes/", "v/1.1.0/"):
            notice = _text(moved, f"{tree}datasets/{OLD}/{page}index.html")
            assert f'rel="canonical" href="https://catalogo.example/{tree}datasets/{NEW}/{page}"' in notice
    for path in ("total.csv", "v/1.2.0/total.csv", f"v/1.2.1/{OLD}-1.2.1.zip", "feed.xml"):
        assert f"/datasets/{OLD}/{path} " in _text(moved, "_redirects")
        assert f"location = /datasets/{OLD}/{path} " in _text(moved, "server/nginx.conf")
    held = [path for path in _files(released) if path.startswith(f"datasets/{OLD}/v/") and is_held(path)]
    assert not [path for path in held if (moved / "site" / path).read_bytes() != (released / "site" / path).read_bytes()]
    assert run(moved, "build") == 0


def test_after_a_withdrawal_no_value_is_left_under_either_name(withdrawn: Path) -> None:
    left = everything(withdrawn / "site")
    for value in WITHDRAWN_VALUES:
        assert not [path for path, body in left.items() if any(spelling in body for spelling in spellings(value))]


def test_after_a_withdrawal_every_address_says_so(withdrawn: Path) -> None:
    for name in (OLD, NEW):
        for path in ("por-genero.csv", "por-genero.parquet", "v/1.1.0/por-genero.csv", "charts/por-genero.svg"):
            for tree in ("", "en/"):
                assert (withdrawn / f"site/{tree}datasets/{name}/{path}/index.html").is_file(), (tree, name, path)
            assert f"location = /datasets/{name}/{path} {{ default_type text/plain; return 410" in _text(
                withdrawn, "server/nginx.conf"
            )
    assert f"https://catalogo.example/datasets/{NEW}/por-genero.csv/" in _text(withdrawn, "corrections.xml")
    promise = json.loads(_text(withdrawn, "permanence.json"))
    assert {one["status"] for one in promise["addresses"]} == {"live", "moved", "withdrawn"}


def test_after_a_withdrawal_nothing_is_left_to_be_recorded(withdrawn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (withdrawn / LEDGER).read_bytes()
    capsys.readouterr()
    assert run(withdrawn, "build") == 0
    assert "addresses-new" not in capsys.readouterr().out
    assert run(withdrawn, "record", "--date", "2026-07-01") == 0
    assert (withdrawn / LEDGER).read_bytes() == before


def test_a_withdrawal_that_is_taken_back_before_it_is_committed_leaves_what_was(moved: Path, tmp_path: Path) -> None:
    root = a_copy(moved, tmp_path / "copy")
    assert run(root, "withdraw", NEW, "--version", "1.2.0", *WITHDRAWAL, "--date", "2026-07-01") == 0
    git(root, "checkout", ".")
    git(root, "clean", "-fdq")
    assert run(root, "build") == 0
    assert (root / "site" / "datasets" / NEW / "v/1.2.0/total.csv").is_file()


def _text(root: Path, path: str) -> str:
    return (root / "site" / path).read_text(encoding="utf-8")


def _files(root: Path) -> list[str]:
    return [path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*") if path.is_file()]
