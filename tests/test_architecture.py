"""The shape of the code: who imports whom, how long a thing may be, what is caught, what is explained."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "celosia"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 45
MOST_PARAMETERS = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef
Named = Function | ast.ClassDef


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_the_import_contracts_hold() -> None:
    program = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_every_module_can_be_read_in_one_sitting() -> None:
    long = {_name(path): lines for path in MODULES if (lines := len(path.read_text().splitlines())) > LONGEST_MODULE}
    assert not long


def test_every_function_can_be_read_at_one_glance(trees: dict[Path, ast.Module]) -> None:
    long = [
        f"{_name(path)}:{node.lineno} {node.name}: {_length(node)}"
        for path, tree in trees.items()
        for node in _functions(tree)
        if _length(node) > LONGEST_FUNCTION
    ]
    assert not long


def test_no_function_takes_more_than_five_arguments(trees: dict[Path, ast.Module]) -> None:
    wide = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path, tree in trees.items()
        for node in _functions(tree)
        if len(_parameters(node)) > MOST_PARAMETERS
    ]
    assert not wide


def test_every_module_says_what_it_is_for(trees: dict[Path, ast.Module]) -> None:
    assert not [_name(path) for path, tree in trees.items() if not ast.get_docstring(tree)]


def test_every_public_thing_says_what_it_gives(trees: dict[Path, ast.Module]) -> None:
    silent = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path, tree in trees.items()
        for node in _public(tree)
        if not ast.get_docstring(node)
    ]
    assert not silent


def test_nothing_is_caught_broadly(trees: dict[Path, ast.Module]) -> None:
    broad = [
        f"{_name(path)}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _caught(node) & {"", "Exception", "BaseException"}
    ]
    assert not broad


def test_no_module_is_named_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base", "core"}
    assert not [_name(path) for path in MODULES if path.stem in empty or path.parent.name in empty]


def test_every_value_is_frozen(trees: dict[Path, ast.Module]) -> None:
    """All but those of publish/progress.py, which count. What is confidential has no repr, which makes it no looser.

    A value that works something out once and keeps it (`cached_property`) cannot have slots.
    """
    loose = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path, tree in trees.items()
        if _name(path) != "publish/progress.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and _dataclass_options(node) not in (None, _frozen(node))
    ]
    assert not loose


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _length(node: Function) -> int:
    """Lines of the body, without the docstring."""
    start = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or start.lineno) - start.lineno + 1


def _parameters(node: Function) -> list[str]:
    given = node.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]


def _public(tree: ast.Module) -> Iterator[Named]:
    """Functions and classes of a module, and the methods of its public classes, whose names have no underscore."""
    for node in tree.body:
        if isinstance(node, Named) and not node.name.startswith("_"):
            yield node
            yield from (part for part in node.body if isinstance(part, Function) and not part.name.startswith("_"))


def _caught(node: ast.ExceptHandler) -> set[str]:
    if node.type is None:
        return {""}
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return {kind.id for kind in kinds if isinstance(kind, ast.Name)}


def _frozen(node: ast.ClassDef) -> set[str]:
    keeps = any(ast.unparse(decorator) == "cached_property" for part in ast.walk(node) if isinstance(part, Function)
                for decorator in part.decorator_list)  # fmt: skip
    return {"frozen", "kw_only"} if keeps else {"frozen", "slots", "kw_only"}


def _dataclass_options(node: ast.ClassDef) -> set[str] | None:
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "dataclass":
            return {option.arg or "" for option in decorator.keywords if option.arg != "repr"}
        if isinstance(decorator, ast.Name) and decorator.id == "dataclass":
            return set()
    return None
