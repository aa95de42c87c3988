"""Execute the chapters of the book as its publisher does."""

from __future__ import annotations

import ast
import re
from functools import cache, partial
from pathlib import Path

import pytest

from analysis.commands.review_inputs import list_chapters
from analysis.pages.constants import list_constants
from analysis.readability.conformance import compare_counts
from analysis.readability.syllable_check import measure_fallback
from analysis.report import load_report

ROOT = Path(__file__).parents[2]

BOOK = ROOT / "book"

# What takes long and is the same whatever the corpus: the code, a sample of the dictionary, an invented text.
list_constants_once = cache(list_constants)
SAME = {
    "analysis.pages.constants.list_constants": list_constants_once,
    "analysis.readability.conformance.compare_counts": cache(compare_counts),
    "analysis.readability.syllable_check.measure_fallback": cache(measure_fallback),
}

PAGES = {name: (BOOK / f"{name}.md").read_text(encoding="utf-8") for name in list_chapters(BOOK)}


def cells(page: str) -> list[tuple[str, list[str]]]:
    """The code of each cell, without its options, and its tags."""
    found = re.findall(r"^```\{code-cell\}[^\n]*\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    tags = [
        re.findall(r"[\w-]+", " ".join(re.findall(r"^:tags:(.*)$", cell, re.MULTILINE))) for cell in found
    ]
    return [
        (re.sub(r"^:\w+:.*\n", "", cell, flags=re.MULTILINE).strip(), of)
        for cell, of in zip(found, tags, strict=True)
    ]


def cell(code: str, tags: str = "hide-input") -> str:
    return f"# Title\n\n```{{code-cell}} ipython3\n:tags: [{tags}]\n{code}\n```\n"


def execute(page: str) -> list[str]:
    """Run the cells of a chapter as they are and return what a reader sees: figures, tables, glued texts."""
    seen, names = [], {}
    for code, _ in cells(page):
        *body, last = ast.parse(code).body
        is_shown = isinstance(last, ast.Expr)
        exec(compile(ast.Module(body if is_shown else [*body, last], []), "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if is_shown else None
        seen.append(getattr(value, "plain", ""))
    return seen


def show_chapters(data: Path, *names: str) -> dict[str, str]:
    """What a reader sees of some chapters (all if none is named) on a data folder, by chapter.

    The folder is loaded once for all of them. They execute in this process, one behind the other.
    """
    glued = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFRAIN_DATA", str(data))
        patch.setattr("analysis.report.load_report", cache(partial(load_report, data)))
        for name, once in SAME.items():
            patch.setattr(name, once)
        patch.setattr("analysis.pages.findings.display", lambda bundle, **_: glued.extend(bundle.values()))
        return {name: "\n".join([*execute(PAGES[name]), *glued]) for name in names or PAGES}
