"""The chapters: what may stand in their source, and that any corpus will do."""

from __future__ import annotations

import ast
import csv
import io
import re
import warnings
from collections import Counter

import pytest
from chapters import PAGES, ROOT, cell, cells, show_chapters
from data_folders import SPEAKER

import analysis as refrain
from analysis.figures.html_tables import MAIN_COLUMNS

LONGEST_CELL = 12
GLUED = re.compile(r"\{glue:text\}`(\w+)`")
NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n"  # front matter
    r"|^(`{3,}|~{3,}).*?^\1`*$"  # code cells, code blocks and directives
    r"|\{[\w:-]+\}`[^`]*`"  # roles
    r"|`[^`]*`"  # code spans
    r"|\]\([^)]*\)",  # addresses of links
    re.DOTALL | re.MULTILINE,
)
FORBIDDEN = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.If,
    ast.Try,
    ast.With,
    ast.comprehension,
)


def prose(page: str) -> str:
    return NOT_PROSE.sub("\n", page)


def find_typed_numbers(page: str) -> list[str]:
    """Lines of prose in which a digit is typed: a number may only be glued."""
    return [line.strip() for line in prose(page).splitlines() if re.search(r"\d", line)]


def find_programs(page: str) -> list[str]:
    """Statements that do not belong into a chapter, which calls and shows."""
    nodes = [node for code, _ in cells(page) for node in ast.walk(ast.parse(code))]
    return [type(node).__name__ for node in nodes if isinstance(node, FORBIDDEN)]


def find_foreign_imports(page: str) -> list[str]:
    """Imports of a chapter besides the package, under the one name that all chapters use."""
    nodes = [node for code, _ in cells(page) for node in ast.walk(ast.parse(code))]
    imports = [ast.unparse(n) for n in nodes if isinstance(n, ast.Import | ast.ImportFrom)]
    return [line for line in imports if line != "import analysis as refrain"]


def find_long_cells(page: str) -> list[int]:
    return [n for code, _ in cells(page) if (n := len(code.splitlines())) > LONGEST_CELL]


def find_bare_drawings(page: str) -> list[str]:
    """First lines of cells that show something and do not hide their code behind a toggle."""
    shows = [(code, tags) for code, tags in cells(page) if "show_" in code]
    return [code.splitlines()[0] for code, tags in shows if not {"hide-input", "remove-input"} & set(tags)]


def list_glued(page: str) -> list[str]:
    """Names of the findings that the cells of a page define."""
    calls = [n for code, _ in cells(page) for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call)]
    return [call.args[0].value for call in calls if getattr(call.func, "attr", "") == "glue"]


def find_undefined(page: str) -> set[str]:
    return set(GLUED.findall(page)) - set(list_glued(page))


def count_titles(page: str) -> int:
    return len(re.findall(r"^# \S", prose(page), re.MULTILINE))


GUARDS = [
    find_typed_numbers,
    find_programs,
    find_foreign_imports,
    find_long_cells,
    find_bare_drawings,
    find_undefined,
]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("guard", GUARDS)
def test_chapters_call_and_show(guard, name):
    assert not guard(PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_chapter_has_one_title(name):
    assert count_titles(PAGES[name]) == 1


def test_each_finding_has_its_own_name():
    times = Counter(name for page in PAGES.values() for name in list_glued(page))
    assert [name for name, n in times.items() if n > 1] == []


# The guards have been seen to fail: each of these pages must be refused by the guard beside it.
@pytest.mark.parametrize(
    ("guard", "page"),
    [
        (find_typed_numbers, "# Fish\n\nThere are 3 kinds of herring."),
        (find_typed_numbers, cell("x = 1") + "\nIn [Herald](a.md), 40% are cod, see `x1`."),
        (find_programs, cell("def f():\n    return 1")),
        (find_programs, cell("for n in range(3):\n    print(n)")),
        (find_programs, cell("while True:\n    pass")),
        (find_programs, cell("class Fish:\n    pass")),
        (find_programs, cell("x = [n for n in range(3)]")),
        (find_foreign_imports, cell("from analysis import *")),
        (find_foreign_imports, cell("import pandas as pd")),
        (find_foreign_imports, cell("import analysis as other")),
        (find_programs, cell("if True:\n    x = 1")),
        (find_long_cells, cell("\n".join(["x = 1"] * 13))),
        (find_bare_drawings, cell("refrain.show_table(fish)", tags="other")),
        (find_bare_drawings, "```{code-cell} ipython3\nrefrain.show_figure(fish)\n```\n"),
        (find_undefined, cell('refrain.glue("n_cod", 1)') + "There are {glue:text}`n_herring`."),
    ],
)
def test_a_page_that_breaks_a_rule_is_seen(guard, page):
    assert guard(page)


def test_a_page_that_keeps_all_rules_is_let_through():
    page = "---\nversion: 1.4\n---\n" + cell(
        '# a comment, no title\nrefrain.glue("n_cod", 12)\nrefrain.show_table(cod)'
    )
    page += "There are {glue:text}`n_cod` in `data/2031.csv` ([more](page2.md)) {cite}`roe2031`.\n"
    page += "\n```\nmake 3\n```\n"
    assert [guard(page) for guard in GUARDS] == [[], [], [], [], [], set()]
    assert count_titles(page) == 1
    assert count_titles(page + "\n# Another\n") == 2


def list_words_of_the_corpus() -> set[str]:
    """Names that another report may not show: speaker, outlets, interviewers, sources, topics, phrases."""
    columns = {
        "sources/manifest.csv": ["source", "outlet"],
        "sources/events.csv": ["event", "interviewer"],
        "decisions/topics.csv": ["label"],
        "decisions/phrases.csv": ["phrase"],
        "decisions/speakers.csv": ["label"],
    }
    names = set()
    for path, wanted in columns.items():
        rows = list(csv.DictReader(io.StringIO((ROOT / "data" / path).read_text("utf-8"))))
        names |= {row[column] for row in rows for column in wanted}
    both_track = {"lasting settlement"}
    return {name for name in names if len(name) > 4} - {"Question"} - both_track


@pytest.fixture(scope="module", params=["corpus_built_once", "least_built_once", "undecided_built_once"])
def other(request):
    """What the chapters show of another corpus; all it takes is REFRAIN_DATA. A warning would be an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return show_chapters(request.getfixturevalue(request.param))


def test_another_corpus_needs_no_edit(other):
    assert SPEAKER in other["index"]
    assert all(other[name] for name in ("sources", "topics", "phrases", "readability", "methods"))


def test_nothing_of_the_first_corpus_is_seen_in_another_report(other):
    for name, text in other.items():
        words = list_words_of_the_corpus()
        assert [w for w in words if re.search(rf"\b{re.escape(w)}\b", text + prose(PAGES[name]))] == [], name


def test_no_sentence_about_another_corpus_is_broken(other):
    broken = re.compile(r"\bnan%?\b|\bNone\b|\(\)|: \.|“”|\b1 (?:event|text|word|phrase|topic|time)s\b")
    for name, text in other.items():
        assert [line for line in text.splitlines() if broken.search(line)] == [], name


def test_the_data_dictionary_describes_every_table():
    described = re.findall(r'describe_columns\("(\w+)"\)', PAGES["data-dictionary"])
    assert sorted(described) == sorted(refrain.storage.describe_tables()["table"])


def find_parted_limits(page: str) -> list[str]:
    """Tables of which a phone shows the low end of an interval and not the high one, which stands behind it."""
    nodes = [node for code, _ in cells(page) for node in ast.walk(ast.parse(code))]
    tables = [node.keys for node in nodes if isinstance(node, ast.Dict)]
    shown = [[key.value for key in keys[:MAIN_COLUMNS]] for keys in tables]
    return [", ".join(columns) for columns in shown if "low" in columns and "high" not in columns]


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_both_ends_of_an_interval_or_none(name):
    assert find_parted_limits(PAGES[name]) == []


def test_parted_limits_are_seen():
    parted = cell(
        'headings = {"a": "a", "b": "b", "c": "c", "d": "d", "e": "e", "low": "low", "high": "high"}'
    )
    assert find_parted_limits(parted) == ["a, b, c, d, e, low"]
    assert find_parted_limits(cell('headings = {"a": "a", "low": "low", "high": "high"}')) == []


def find_said_twice(page: str) -> list[str]:
    """Parts of sentences, eight words or more, that a page says twice: what merged versions of a paragraph leave."""
    paragraphs = [" ".join(text.split()) for text in re.split(r"\n\s*\n", prose(page))]
    parts = [part for text in paragraphs for part in re.split(r"(?<=[.;])\s", text)]
    return [part for part, n in Counter(parts).items() if n > 1 and len(part.split()) >= 8]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_says_a_thing_twice(name):
    assert find_said_twice(PAGES[name]) == []


def test_what_is_said_twice_is_seen():
    once = "The longest match of a topic wins, and a word counts once; other words do not."
    assert find_said_twice(f"{once}\n\nNew. {once}") == [once.split("; ")[0] + ";"]
    assert find_said_twice(once) == []
