"""Material's stylesheet without the rules for what our pages do not have: its own header, menus, dialogs, icons. Pure.

Of 137 kB, our pages use 12: the rest kept a phone on a slow line waiting for a second. A folder that asks MkDocs for more
Markdown extensions than `PLAIN` gets it whole, since those bring classes of their own.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import tinycss2

PLAIN = frozenset(
    {"abbr", "attr_list", "def_list", "fenced_code", "md_in_html", "meta", "sane_lists", "smarty", "tables", "toc"}
)
"""The extensions of Python-Markdown whose HTML has no class that Material draws."""

_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_ELSEWHERE = re.compile(r"\[data-md|\[dir=rtl\]|webkit-scrollbar|md-mermaid")
_VARIABLE = re.compile(r"var\((--[\w-]+)")
_OURS = frozenset({"md-typeset"})
_NESTED = ("media", "supports", "layer")


def slim(stylesheet: str, extensions: Collection[str]) -> str:
    """The rules that can draw something of a page made with these Markdown extensions.

    >>> slim(".md-nav{top:0}.md-nav,.md-typeset p,p{margin:0}:root{--md-x:1;--md-y:2}b{top:var(--md-x)}", {"tables"})
    '.md-typeset p,p{margin:0}:root{--md-x:1}b{top:var(--md-x)}'
    """
    if not PLAIN.issuperset(extensions):
        return stylesheet
    kept = tuple(_drawing(tinycss2.parse_stylesheet(stylesheet, skip_comments=True, skip_whitespace=True)))
    return "".join(_spoken(rules, _needed(kept)) for rules in kept)


Rule = tuple[str, str]
"""What stands before the brace, and what stands in it."""


def _drawing(rules: Iterable[Any]) -> Iterator[Rule]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [selector for selector in _selectors(rule.prelude) if _draws(selector)]
            if selectors:
                yield ",".join(selectors), tinycss2.serialize(rule.content)
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            body = "".join(f"{before}{{{within}}}" for before, within in _drawing(inner))
            if body:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}", body


def _selectors(prelude: Iterable[Any]) -> Iterator[str]:
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return (str(tinycss2.serialize(part)).strip() for part in parts)


def _draws(selector: str) -> bool:
    return _OURS.issuperset(_CLASS.findall(selector)) and not _ELSEWHERE.search(selector)


def _needed(kept: Collection[Rule]) -> frozenset[str]:
    """The variables that something uses, and those that these are made of."""
    declared = dict(declaration for _, body in kept for declaration in _declarations(body) if declaration[0].startswith("--"))
    wanted = {
        name for _, body in kept for key, value in _declarations(body) if not key.startswith("--") for name in _used(value)
    }
    grown: set[str] = set()
    while wanted - grown:
        grown |= wanted
        wanted = {name for one in grown for name in _used(declared.get(one, ""))} | grown
    return frozenset(grown)


def _used(value: str) -> list[str]:
    return _VARIABLE.findall(value)


def _spoken(rule: Rule, needed: frozenset[str]) -> str:
    before, body = rule
    if "{" in body:
        return f"{before}{{{body}}}"
    told = (f"{key}:{value}" for key, value in _declarations(body) if not key.startswith("--") or key in needed)
    inside = ";".join(told)
    return f"{before}{{{inside}}}" if inside else ""


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    """The declarations of a rule as they are written; those of nested rules one after the other."""
    for part in tinycss2.parse_declaration_list(body, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration":
            yield part.name, f"{tinycss2.serialize(part.value)}{'!important' if part.important else ''}"
        elif part.type == "error" and "{" in body:
            yield "", body
