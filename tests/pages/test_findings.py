"""Findings: what the reader sees, what travels in the notebook, what a comparison reports."""

from __future__ import annotations

import json
import math

import nbformat
import numpy as np
import pytest
from myst_nb.core.variables import format_plain_text
from myst_nb.ext.glue import extract_glue_data_cell

from analysis.errors import InputError
from analysis.figures.numbers import display_text
from analysis.pages import findings
from analysis.pages.differences import compare_findings
from analysis.pages.findings import collect_findings, glue, load_findings, save_findings


@pytest.fixture
def notebook(monkeypatch):
    """A notebook of one cell, into which `glue` writes as a kernel would."""
    cell = nbformat.v4.new_code_cell()

    def publish(bundle, *, raw, metadata):
        message = json.loads(json.dumps({"data": bundle, "metadata": metadata}, allow_nan=False))
        cell.outputs.append(nbformat.v4.new_output("display_data", **message))

    monkeypatch.setattr(findings, "display", publish)
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Prose"), cell])


def a_finding(name="n_answers", value=35, chapter="topics", **changes):
    finding = {"chapter": chapter, "name": name, "value": value, "unit": "answers", "rows": "segments"}
    return finding | {"text": display_text(value)} | changes


def test_a_glued_number_can_be_collected(notebook):
    glue("n_answers", np.int64(1234), unit="answers", rows="segments: 1,234 answers")
    glue("rate", math.nan, unit="per 1,000 words", rows="tokens", text="not given")
    first, second = collect_findings(notebook)
    assert first == {
        "name": "n_answers",
        "value": 1234,
        "unit": "answers",
        "rows": "segments: 1,234 answers",
        "text": "1,234",
    }
    assert math.isnan(second["value"])
    assert second["text"] == "not given"


@pytest.mark.parametrize("text", ["1,234", "0.50", "not available", "'quoted'", "None", "1 < 2 & 3"])
def test_the_book_prints_exactly_the_text(notebook, text):
    glue("n", 1, unit="words", rows="words", text=text)
    ((name, output),) = extract_glue_data_cell(notebook.cells[1])
    assert name == "n"
    assert format_plain_text(output["data"]["text/plain"], "s") == text
    assert notebook.cells[1].outputs == []  # glue shows nothing in the chapter


def test_html_is_escaped(notebook):
    glue("n", "1 < 2 & 3", unit="words", rows="words")
    ((_, output),) = extract_glue_data_cell(notebook.cells[1])
    assert output["data"]["text/html"] == "1 &lt; 2 &amp; 3"


def test_other_outputs_and_other_glue_are_left_alone(notebook):
    notebook.cells[1].outputs.append(nbformat.v4.new_output("stream", text="printed"))
    scrapbook = {"scrapbook": {"name": "picture", "mime_prefix": ""}}
    notebook.cells[1].outputs.append(nbformat.v4.new_output("display_data", metadata=scrapbook))
    assert collect_findings(notebook) == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("nAnswers", 1, {}),
        ("1st", 1, {}),
        ("n", True, {}),
        ("n", math.inf, {}),
        ("n", [1], {}),
        ("n", np.array([1]), {}),
        ("n", 1, {"unit": ""}),
        ("n", 1, {"rows": " "}),
        ("n", 1, {"text": ""}),
        ("n", "", {}),
    ],
)
def test_a_finding_that_says_too_little_is_an_error(notebook, name, value, words):
    with pytest.raises(InputError, match=f"finding '{name}'"):
        glue(name, value, **({"unit": "words", "rows": "words"} | words))


def test_a_name_glued_twice_is_an_error(notebook, tmp_path):
    glue("n", 1, unit="words", rows="words")
    glue("n", 2, unit="words", rows="words")
    with pytest.raises(InputError, match="more than once: n;"):
        collect_findings(notebook)
    book = [a_finding("n", chapter="topics"), a_finding("n", chapter="phrases")]
    with pytest.raises(InputError, match="more than once: n;"):
        save_findings(book, tmp_path / "findings.json")


def test_saved_findings_come_back_sorted_and_in_the_same_bytes(tmp_path):
    path = tmp_path / "findings.json"
    given = [a_finding("z", 0.1), a_finding("a", math.nan), a_finding("m", "“peace”", chapter="phrases")]
    save_findings(given, path)
    first = path.read_bytes()
    save_findings(reversed(given), path)
    assert path.read_bytes() == first
    assert first.endswith(b"]\n")
    assert b"NaN" not in first
    loaded = load_findings(path)
    assert [finding["name"] for finding in loaded] == ["m", "a", "z"]
    assert loaded[2] == a_finding("z", 0.1)
    assert math.isnan(loaded[1]["value"])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", ["", "{}x", '[{"name": "n"}]', "[1]"])
def test_a_broken_or_absent_file_is_an_error(tmp_path, content):
    path = tmp_path / "findings.json"
    with pytest.raises(InputError, match="no findings are published"):
        load_findings(path)
    path.write_text(content)
    with pytest.raises(InputError, match="not a list of findings"):
        load_findings(path)


def test_equal_findings_have_no_differences():
    same = [a_finding("a", math.nan), a_finding("b", 1.0), a_finding("c", "bread"), a_finding("d", 0.0)]
    differences = compare_findings(same, same)
    assert differences.empty
    assert list(differences.columns) == ["chapter", "name", "published", "found", "problem"]


def test_what_changed_went_missing_or_is_new_is_reported_in_order():
    published = [a_finding("b", 2), a_finding("a", 1), a_finding("same", 5), a_finding("gone", 7)]
    found = [a_finding("new", 9), a_finding("a", math.nan), a_finding("b", 3), a_finding("same", 5)]
    differences = compare_findings(published, found)
    assert differences[["name", "problem"]].to_numpy().tolist() == [
        ["a", "changed"],
        ["b", "changed"],
        ["gone", "missing"],
        ["new", "new"],
    ]
    assert differences.published.tolist()[1:3] == [2, 7]
    assert differences.found.tolist()[1] == 3
    assert math.isnan(differences.found[0]) and math.isnan(differences.published[3])


def test_the_same_name_in_another_chapter_is_another_finding():
    differences = compare_findings([a_finding(chapter="topics")], [a_finding(chapter="phrases")])
    assert differences.chapter.tolist() == ["phrases", "topics"]
    assert differences.problem.tolist() == ["new", "missing"]


@pytest.mark.parametrize(
    ("old", "new", "n"),
    [(1.0, 1 + 1e-12, 0), (1.0, 1 + 1e-6, 1), (1e-12, 2e-12, 1), (0.0, 1e-17, 0), ("1", 1, 1)],
)
def test_tolerance_is_relative(old, new, n):
    assert len(compare_findings([a_finding(value=old, text="x")], [a_finding(value=new, text="x")])) == n


def test_a_wider_tolerance_forgives_more():
    pair = [a_finding(value=1.0, text="1")], [a_finding(value=1.01, text="1")]
    assert len(compare_findings(*pair)) == 1
    assert compare_findings(*pair, tolerance=0.1).empty


def test_a_number_that_kept_its_value_but_not_its_meaning_is_a_change():
    differences = compare_findings([a_finding(unit="words")], [a_finding(unit="sentences")])
    assert differences[["published", "found", "problem"]].to_numpy().tolist() == [
        ["unit: words", "unit: sentences", "changed"]
    ]
