"""Re-execution: a tiny book of four pages. Real kernels run twice: one book, one failing chapter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.commands import review_steps
from analysis.commands.review_steps import execute_chapter, list_chapters, read_chapter, review_book
from analysis.errors import InputError
from analysis.pages.findings import save_findings

NOTEBOOK = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
# Numbers

```{code-cell} python
from pathlib import Path
from analysis.pages.findings import glue
```

```{code-cell} python
glue("n_files", len(list(Path().glob("numbers.md"))), unit="files", rows="this folder")
glue("lost", float("nan"), unit="words", rows="none")
```
"""
FAILING = NOTEBOOK.replace("from pathlib import Path\n", "").replace('float("nan")', "1 / 0")
PLAIN = "# Plain\n\n```python\nraise SystemExit\n```\n"
TOC = """format: jb-book
root: intro
parts:
  - caption: Results
    chapters:
      - file: numbers.md
        sections:
          - file: plain
      - url: https://example.org
        title: elsewhere
      - file: prose
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    front_matter = NOTEBOOK[: NOTEBOOK.index("# Numbers")]
    pages = {"intro": "# Intro\n", "numbers": NOTEBOOK, "plain": PLAIN, "prose": f"{front_matter}# No code\n"}
    for name, text in pages.items():
        (tmp_path / f"{name}.md").write_text(text)
    (tmp_path / "_toc.yml").write_text(TOC)
    return tmp_path


def test_a_book_reviewed_against_its_own_findings_has_no_differences_until_one_is_changed(book, monkeypatch):
    file, seen = book / "findings.json", []
    first = review_book(book, file, progress=seen.append)
    assert seen == ["numbers"]  # pages without code are skipped
    assert [(row["chapter"], row["name"], row["text"]) for row in first.findings] == [
        ("numbers", "n_files", "1"),  # the kernel works in the chapter's folder
        ("numbers", "lost", "not available"),
    ]
    assert first.differences.problem.tolist() == ["new", "new"]

    save_findings(first.findings, file)
    # the kernel has run once; from here on its notebook is stood in for
    monkeypatch.setattr(review_steps, "execute_chapter", lambda path: a_notebook(*first.findings))
    assert review_book(book, file).differences.empty

    lost, n_files = sorted(json.loads(file.read_text()), key=lambda row: row["name"])
    file.write_text(json.dumps([lost, n_files | {"value": 2}]))
    differences = review_book(book, file).differences
    assert differences.to_numpy().tolist() == [["numbers", "n_files", 2, 1, "changed"]]


def a_notebook(*findings):
    return {"cells": [{"outputs": [{"metadata": {"finding": finding}} for finding in findings]}]}


def test_a_failing_cell_is_one_sentence_that_names_chapter_cell_and_error(book):
    path = book / "numbers.md"
    path.write_text(FAILING)
    with pytest.raises(InputError) as caught:
        execute_chapter(path)
    message = str(caught.value)
    assert "numbers.md" in message
    assert "code cell 2" in message
    assert "NameError: name 'Path' is not defined" in message
    assert "\n" not in message and "\x1b" not in message


def test_pages_come_in_the_order_of_the_table_of_contents(book):
    assert list_chapters(book) == ["intro", "numbers", "plain", "prose"]


def test_code_examples_of_a_plain_page_are_not_cells(book):
    assert read_chapter(book / "plain.md").cells == []


def test_findings_come_in_the_order_of_the_book_and_one_failure_ends_the_review(book, monkeypatch):
    (book / "plain.md").write_text(NOTEBOOK)

    def execute(path):
        return a_notebook({"name": path.stem, "value": 1, "unit": "words", "rows": "words", "text": "1"})

    monkeypatch.setattr(review_steps, "execute_chapter", execute)
    findings = review_book(book, book / "findings.json").findings
    assert [row["name"] for row in findings] == ["numbers", "plain"]

    def fail(path):
        raise InputError(f"{path.name}: code cell 1 fails")

    monkeypatch.setattr(review_steps, "execute_chapter", fail)
    with pytest.raises(InputError, match=r"numbers\.md"):
        review_book(book, book / "findings.json")


def test_a_page_that_is_not_there_is_an_error(book):
    (book / "plain.md").unlink()
    with pytest.raises(InputError, match=r"plain\.md: the table of contents names this page"):
        review_book(book, book / "findings.json")


def test_a_book_without_table_of_contents_is_an_error(tmp_path):
    with pytest.raises(InputError, match=r"_toc\.yml"):
        list_chapters(tmp_path)
