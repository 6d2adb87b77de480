import re

import pytest

from celosia.website.mkdocs import CONFIGS, stylesheet, stylesheet_body
from celosia.website.stylesheet import slim


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "docs").mkdir()
    for name in CONFIGS.values():
        (tmp_path / name).write_text("site_name: Synthetic\ntheme: {name: material}\nmarkdown_extensions: [tables, toc]\n")
    return tmp_path


def test_what_is_left_speaks_of_nothing_but_text(folder):
    body = stylesheet_body(folder).decode()
    assert set(re.findall(r"\.([a-z][\w-]*)[^{}]*\{", body)) <= {"md-typeset"}
    assert len(body) < 20_000
    assert ".md-typeset table" in body


def test_every_variable_that_is_used_is_there(folder):
    body = stylesheet_body(folder).decode()
    declared = set(re.findall(r"(--[\w-]+):", body))
    plain = re.findall(r"var\((--[\w-]+)\)", body)
    whole = {name for name in plain if name in declared}
    assert set(plain) - whole <= {
        "--md-text-font-family",
        "--md-code-font-family",
        "--md-text-font",
        "--md-code-font",
    } | _never(plain)


def _never(names):
    """What Material itself leaves to be set by a palette."""
    return {name for name in names if name.startswith(("--md-accent", "--md-typeset", "--md-shadow"))}


def test_a_folder_with_more_extensions_gets_it_whole(folder):
    (folder / CONFIGS["es"]).write_text("site_name: S\ntheme: {name: material}\nmarkdown_extensions: [admonition]\n")
    assert b".md-nav" in stylesheet_body(folder)


def test_rules_in_conditions_are_kept_with_them():
    assert slim("@media print{.md-nav{top:0}p{margin:0}}@media screen{.md-nav{top:0}}", ()) == "@media print{p{margin:0}}"


def test_the_stylesheet_stands_where_the_theme_has_it():
    assert stylesheet().startswith("assets/stylesheets/main.")
