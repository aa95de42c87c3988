"""Re-execution: a tiny book of four pages. Real kernels run four times, for what only they can show."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from chapters import list_constants_once
from checkouts import NOTEBOOK, ROOT, replace, review, write_book, write_checkout

from analysis.commands import review_steps
from analysis.commands.review_checkout import find_tree, hand_over, is_running
from analysis.commands.review_inputs import list_chapters, list_inputs
from analysis.commands.review_site import list_stale
from analysis.commands.review_steps import execute_chapter, read_chapter, review_tree
from analysis.commands.review_text import say_verdict, tell_differences, tell_faults
from analysis.errors import InputError
from analysis.pages.differences import compare_findings
from analysis.pages.findings import save_findings

FAILING = NOTEBOOK.replace("from pathlib import Path\n", "").replace('float("nan")', "1 / 0")


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A checkout that needs no code of its own, since no kernel runs."""
    monkeypatch.setattr("analysis.commands.review_inputs.list_constants", list_constants_once)
    write_book(tmp_path / "book")
    (tmp_path / "data").mkdir()
    return tmp_path


def a_finding(name="n", value=1, chapter="numbers"):
    return {
        "chapter": chapter,
        "name": name,
        "value": value,
        "unit": "words",
        "rows": "words",
        "text": str(value),
    }


def a_notebook(*findings):
    return {"cells": [{"outputs": [{"metadata": {"finding": finding}} for finding in findings]}]}


def stand_in(monkeypatch, execute):
    """Let notebooks be stood in for, by what `execute` gives for their path."""
    monkeypatch.setattr(review_steps, "execute_chapter", lambda path, tree, data: execute(path))


def test_a_second_clone_is_reviewed_by_its_own_code_while_another_is_installed(tmp_path):
    tree = write_checkout(tmp_path / "clone")
    first = review(tree, "--update")
    assert first.returncode == 0, first.stderr
    assert "page 1 of 1: numbers" in first.stderr
    assert f"{tree} on {tree / 'data'}: " in first.stdout and "all as published" in first.stdout
    certificate = tree / "data" / "certificate.json"
    certified = certificate.read_bytes()
    assert str(tree).encode() not in certified
    published = json.loads((tree / "data" / "findings.json").read_text())
    seen = {row["name"]: row["value"] for row in published if row["chapter"] == "numbers"}
    assert seen["n_files"] == 1 and seen["fewest"] == 6 and seen["lost"] is None  # kernels work in the book
    assert seen["table tables"]["cells"][1][0] == "manifest"

    replace(tree / "analysis" / "statistics" / "intervals.py", "FEWEST_TURNS = 6", "FEWEST_TURNS = 12")
    data = shutil.copytree(tree / "data", tmp_path / "project" / "data")
    second = review(tree, "--data", data)
    assert second.returncode == 1
    assert second.stdout.splitlines() == [
        "methods: constant statistics.intervals, FEWEST_TURNS: '6' -> '12'",
        "numbers: fewest: 6 -> 12",
        "numbers: project: 'clone' -> 'project'",
    ]
    assert f"{tree} on {data}: 3 findings differ from what is published" in second.stderr
    assert certificate.read_bytes() == certified  # the other project's is its own
    assert json.loads((data / "certificate.json").read_text())["verdict"].startswith("3 findings differ")


def test_a_failing_cell_is_one_sentence_that_names_chapter_cell_and_error(tree):
    path = tree / "book" / "numbers.md"
    path.write_text(FAILING)
    with pytest.raises(InputError) as caught:
        execute_chapter(path, ROOT, tree / "data")
    message = str(caught.value)
    assert "numbers.md" in message
    assert "code cell 2" in message
    assert "NameError: name 'Path' is not defined" in message
    assert "\n" not in message and "\x1b" not in message


def test_a_chapter_that_runs_other_code_is_refused(tree):
    (tree / "book" / "analysis").mkdir()
    (tree / "book" / "analysis" / "__init__.py").write_text("")
    path = tree / "book" / "numbers.md"
    code = "import sys\nsys.path.insert(0, '.')\nimport analysis\n"
    path.write_text(f"{NOTEBOOK[: NOTEBOOK.index('```')]}```{{code-cell}} python\n{code}```\n")
    with pytest.raises(InputError, match=r"numbers\.md: its cells ran the code of .*book, not of"):
        execute_chapter(path, ROOT, tree / "data")


def test_a_checkout_is_found_from_anywhere_inside_it(tmp_path):
    assert find_tree(ROOT / "book" / "_ext") == ROOT
    assert is_running(ROOT) and not is_running(tmp_path)
    with pytest.raises(InputError, match="no checkout with"):
        find_tree(tmp_path)


def test_code_that_would_run_again_in_place_of_the_tree_s_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(InputError, match="its code is not what Python runs there"):
        hand_over(tmp_path, ["review"])


def test_a_book_reviewed_against_its_own_findings_has_no_differences_until_one_is_changed(tree, monkeypatch):
    stand_in(monkeypatch, lambda path: a_notebook(a_finding("n_files"), a_finding("lost", None)))
    file, data, seen = tree / "data" / "findings.json", tree / "data", []
    first = review_tree(tree, data, progress=seen.append)
    assert seen == ["page 1 of 1: numbers"]  # pages without code are skipped
    assert set(first.differences["problem"]) == {"new"}

    save_findings(first.findings, file)
    assert review_tree(tree, data).differences.empty
    rows = [row | {"value": 2} if row["name"] == "n_files" else row for row in json.loads(file.read_text())]
    file.write_text(json.dumps(rows))
    assert review_tree(tree, data).differences.to_numpy().tolist() == [
        ["numbers", "n_files", 2, 1, "changed"]
    ]


def differ(tree, change) -> list[str]:
    """Tell what a change of a checkout makes of the things it is made of."""
    before = list_inputs(tree, tree / "data")
    change()
    after = list_inputs(tree, tree / "data")
    return tell_differences(compare_findings(before, after), before, after)


def test_a_number_typed_in_prose_is_named(tree):
    page = tree / "book" / "numbers.md"
    lines = differ(tree, lambda: replace(page, "{glue:text}`n_files`", "36 files"))
    assert lines == [
        "numbers: prose, glued, row 1: 'n_files' -> nothing",
        "numbers: prose, typed, row 1: nothing -> '36'",
    ]


def test_digits_of_code_links_and_formulas_are_not_typed_in_prose(tree):
    text = "# A\n\n`x1` and [a](b2.md), {cite}`c3`, $d4$\n\n```\n5\n```\n"
    assert differ(tree, lambda: (tree / "book" / "intro.md").write_text(text)) == []


def test_a_page_taken_from_the_contents_is_named(tree):
    lines = differ(tree, lambda: replace(tree / "book" / "_toc.yml", "      - file: prose\n", ""))
    assert lines[0] == "contents: page prose: 'after plain' -> nothing"
    assert lines[1:] == ["prose: 2 findings: published -> none found"]


def test_another_version_of_a_library_is_named(tree):
    lock = tree / "requirements.lock"
    lock.write_text("nowhere-installed==1.0 ; python_version > '3' \\\n    --hash=sha256:0\n")
    lines = differ(tree, lambda: lock.write_text("nowhere-installed==2.0 \\\n"))
    assert lines == ["requirements.lock: nowhere-installed: '1.0' -> '2.0'"]


def test_another_installed_version_than_the_lock_s_is_told(tree):
    lock = tree / "requirements.lock"
    lock.write_text("jupyter-book==9.9 \\\n")
    versions = [row for row in list_inputs(tree, tree / "data") if row["chapter"] == "requirements.lock"]
    assert versions[0]["name"] == "jupyter-book"
    assert versions[0]["value"].startswith("9.9, but 1.") and versions[0]["value"].endswith(" is installed")


@pytest.mark.parametrize(
    ("table", "old", "new", "line"),
    [
        ("diversity", "hdd,42,0.8", "hdd,42,0.9", "row 1 (evening), value: '0.8' -> '0.9'"),
        (
            "contexts",
            "open harbours",
            "shut harbours",
            "row 1 (Harbours), match: 'open harbours' -> 'shut harbours'",
        ),
    ],
)
def test_a_value_or_the_words_of_a_context_are_named_with_the_old_ones(tree, table, old, new, line):
    rows = {
        "diversity": "source,role,measure,setting,value,n_words,reason\nevening,answer,hdd,42,0.8,900,\n",
        "contexts": "phrase,source,position,role,left,match,right\nHarbours,a,3,answer,of,open harbours,we\n",
    }
    path = tree / "data" / "tables" / f"{table}.csv"
    path.parent.mkdir()
    path.write_text(rows[table])
    assert differ(tree, lambda: replace(path, old, new)) == [f"data: tables/{table}.csv, {line}"]


def test_what_tables_were_built_from_is_compared_too(tree):
    built = tree / "data" / "tables" / "built.json"
    built.parent.mkdir()
    built.write_text('{"texts": {"evening": "ab"}, "rules": 3}')
    lines = differ(tree, lambda: replace(built, '"ab"', '"cd"'))
    assert lines == ["data: tables/built.json, texts evening: 'ab' -> 'cd'"]


def test_causes_are_told_first_and_long_values_are_cut():
    old = [
        a_finding("z", "x" * 300),
        a_finding("constant a, B", "6", "methods"),
        a_finding("page a", "after b", "contents"),
    ]
    new = [finding | {"value": "y"} for finding in old]
    lines = tell_differences(compare_findings(old, new), old, new)
    assert [line.split(":")[0] for line in lines] == ["contents", "methods", "numbers"]
    assert len(lines[2]) < 150
    assert say_verdict(lines, 9) == "3 findings differ from what is published"
    assert say_verdict(lines[:1], 9) == "1 finding differs from what is published"
    assert say_verdict([], 1200) == "1,200 findings, all as published"


def test_a_built_site_of_other_data_or_with_a_page_too_many_is_told(tree):
    html = '<div aria-label="Table of fish"><tbody><tr><td>{}</td></tr></tbody></div>'
    executed = {"numbers": {"cells": [{"outputs": [{"data": {"text/html": html.format("cod")}}]}]}}
    assert list_stale(tree / "book", executed) == []  # nothing is built
    site = tree / "book" / "_build" / "html"
    (site / "_sources").mkdir(parents=True)
    (site / "numbers.html").write_text(f"<h1>{html.format('cod')}</h1>")
    assert list_stale(tree / "book", executed) == []
    (site / "numbers.html").write_text(html.format("eel"))
    for name in ("gone.html", "_sources/gone.md", "_sources/numbers.md"):
        (site / name).write_text("")
    assert [(row[0], row[1]) for row in list_stale(tree / "book", executed)] == [
        ("built site", "page gone"),
        ("built site", "page numbers, fish"),
    ]


def test_pages_come_in_the_order_of_the_table_of_contents(tree):
    assert list_chapters(tree / "book") == ["intro", "numbers", "plain", "prose"]


def test_code_examples_of_a_plain_page_are_not_cells(tree):
    assert read_chapter(tree / "book" / "plain.md").cells == []


def test_findings_come_in_the_order_of_the_book_and_one_failure_ends_the_review(tree, monkeypatch):
    (tree / "book" / "plain.md").write_text(NOTEBOOK)
    stand_in(monkeypatch, lambda path: a_notebook(a_finding(path.stem)))
    findings = review_tree(tree, tree / "data").findings
    assert [row["name"] for row in findings if row["unit"] == "words"] == ["numbers", "plain"]

    def fail(path):
        raise InputError(f"{path.name}: code cell 1 fails")

    stand_in(monkeypatch, fail)
    with pytest.raises(InputError, match=r"numbers\.md"):
        review_tree(tree, tree / "data")


def test_a_page_that_is_not_there_is_an_error(tree):
    (tree / "book" / "plain.md").unlink()
    with pytest.raises(InputError, match=r"plain\.md: the table of contents names this page"):
        review_tree(tree, tree / "data")


def test_a_book_without_table_of_contents_is_an_error(tmp_path):
    with pytest.raises(InputError, match=r"_toc\.yml"):
        list_chapters(Path(tmp_path))


def test_some_pages_alone_are_compared_with_what_is_published_of_them(tree, monkeypatch):
    (tree / "book" / "plain.md").write_text(NOTEBOOK)
    stand_in(monkeypatch, lambda path: a_notebook(a_finding(path.stem)))
    save_findings(review_tree(tree, tree / "data").findings, tree / "data" / "findings.json")
    stand_in(monkeypatch, lambda path: a_notebook(a_finding(path.stem, 2)))
    (tree / "requirements.lock").write_text("click==0.1")
    differences = review_tree(tree, tree / "data", pages=["plain"]).differences
    assert differences["name"].tolist() == ["plain", "click"]


def test_a_text_is_held_against_the_digest_that_was_published_if_there_was_one(tree, monkeypatch):
    stand_in(monkeypatch, lambda path: a_notebook(a_finding("n")))
    texts = {name: a_finding(f"text {name}", "ab", "texts") for name in ("evening", "morning")}
    published = [*review_tree(tree, tree / "data").findings, texts["evening"]]
    save_findings(published, tree / "data" / "findings.json")
    found = [texts["evening"] | {"value": "cd"}, texts["morning"]]
    monkeypatch.setattr(review_steps, "compare_texts", lambda *given, progress: ([], found))
    review = review_tree(tree, tree / "data", tree)
    assert review.differences[["name", "published", "found"]].to_numpy().tolist() == [
        ["text evening", "ab", "cd"]
    ]
    assert review.findings[-2:] == found
    assert review_tree(tree, tree / "data").differences.empty  # without the texts nothing is said of them


def test_what_publishing_does_not_mend_stays_a_fault():
    rows = [("built site", "page topics, map", "as built", "as found now", "stale: build the book again"),
            ("tables", "tables/words.csv, row a, n", "3", "4", "changed")]  # fmt: skip
    faults = pd.DataFrame(rows, columns=["chapter", "name", "published", "found", "problem"])
    site, table = tell_faults(faults, published_now=False)
    assert site == "built site: page topics, map: 'as built' -> 'as found now' (stale: build the book again)"
    assert tell_faults(faults, published_now=True) == [table]


def test_a_finding_of_several_values_is_told_with_all_of_them():
    about = {"chapter": "fish", "name": "catch", "unit": "boats", "rows": "boats: all", "text": "catch"}
    before, after = ([{**about, "value": value}] for value in ([1, 2], [1, 2, 3]))
    assert tell_differences(compare_findings(before, after), before, after) == [
        "fish: catch: [1, 2] -> [1, 2, 3]"
    ]
