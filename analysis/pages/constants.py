"""The constants that decide: each number with a name, or as a default, in the code behind the report."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.figures import fold_table, show_table
from analysis.messages import translate, translate_word

PACKAGE = Path(__file__).parents[1]
NOT_DECIDING = ("commands", "figures")  # rooms that print and draw; what they show is compared itself
PARTS = (ast.Constant, ast.Tuple, ast.List, ast.UnaryOp, ast.BinOp, ast.unaryop, ast.operator, ast.Load)
EVERYDAY = (0, 1, 2)  # in a comparison: none, one, several
FORMAL = ("axis", "initial", "maxsize", "prepend")  # arguments that give an array or a cache its form
COLUMNS = ["place", "constant", "value", "why"]
HEADINGS = {"place": "module", "constant": "name", "value": "value", "why": "why"}
CAPTION = (
    "A row is a number with a name in the code, or one that a function takes unless told otherwise "
    "or compares with."
)


def list_constants(package: Path = PACKAGE) -> pd.DataFrame:
    """List the numbers in the code that may decide what the report says, by place and name.

    package: the folder of the code. Returns one row a number that has a name, that a function takes by default,
    compares with or hands on by name: place ("statistics.intervals"), constant
    ("FEWEST_TURNS", "find_phrases, max_words"), value as the code has it, why (the comment beside it).
    """
    files = [path for path in sorted(package.rglob("*.py")) if _room(path, package) not in NOT_DECIDING]
    rows = [(_place(path, package), *row) for path in files for row in _list_in(path)]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype="str")
    return table.groupby(["place", "constant"], as_index=False, sort=True).agg(
        {"value": "; ".join, "why": "first"}
    )


def show_constants() -> object:
    """Show the numbers that decide as a folded table, as the page Methods has it."""
    shown = show_table(list_constants(), name="constants", caption=translate_word(CAPTION), headings=HEADINGS)
    return fold_table(shown, summary=translate("the numbers in the code"))


def _room(path: Path, package: Path) -> str:
    return path.relative_to(package).parts[0]


def _place(path: Path, package: Path) -> str:
    return ".".join(path.relative_to(package).with_suffix("").parts)


def _list_in(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and comment of each number of one file."""
    code = path.read_text(encoding="utf-8")
    tree, lines = ast.parse(code), code.splitlines()
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for node in [*tree.body, *(line for inside in classes for line in inside.body)]:
        for name in _names(node):
            if _is_number(node.value):
                yield name, ast.unparse(node.value), _comment(lines, node)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from ((f"{node.name}, {name}", value, "") for name, value in _list_in_function(node))


def _names(node: ast.AST) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    is_assigned = isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
    return [target.id for target in targets if is_assigned and isinstance(target, ast.Name)]


def _list_in_function(node: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Yield the default of each argument, and what is compared with or handed on, but 0, 1 and 2."""
    for name, value in [*_defaults(node.args), *_used(node)]:
        if value is not None and _is_number(value):
            yield name, ast.unparse(value)


def _defaults(given: ast.arguments) -> Iterator[tuple[str, ast.expr | None]]:
    named = given.args[len(given.args) - len(given.defaults) :]
    pairs = [*zip(named, given.defaults, strict=True), *zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    yield from ((argument.arg, value) for argument, value in pairs)


def _used(node: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    for part in ast.walk(node):
        compared = (part.left, *part.comparators) if isinstance(part, ast.Compare) else ()
        named = part.keywords if isinstance(part, ast.Call) else ()
        found = [(translate("compared with"), value) for value in compared]
        found += [(one.arg, one.value) for one in named if one.arg not in FORMAL]
        yield from ((name, value) for name, value in found if not _is_everyday(value))


def _is_number(value: ast.AST) -> bool:
    """Tell whether a piece of code is a number, a sum of numbers, or several of them in brackets."""
    if isinstance(value, ast.Dict):
        return all(map(_is_number, value.values)) and bool(value.values)
    parts = list(ast.walk(value))
    numbers = [part.value for part in parts if isinstance(part, ast.Constant)]
    are_numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers)
    return bool(numbers) and are_numbers and all(isinstance(part, PARTS) for part in parts)


def _is_everyday(value: ast.AST) -> bool:
    return isinstance(value, ast.Constant) and value.value in EVERYDAY


def _comment(lines: list[str], node: ast.stmt) -> str:
    """Return the comment behind a statement, which says why."""
    return lines[node.end_lineno - 1][node.end_col_offset :].strip().lstrip("# ")
