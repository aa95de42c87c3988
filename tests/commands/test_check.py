"""Is a data folder whole, consistent, and not too telling?"""

from __future__ import annotations

import pytest
from corpus_of_three import read_rows, write_rows

from analysis.commands.check_steps import check_data
from analysis.errors import InputError
from analysis.storage.corpus import Corpus
from analysis.storage.schema import HOME, list_tables


def edit_table(data, name, edit):
    """Apply a function to the rows of a table, header first."""
    path = data / "tables" / f"{name}.csv"
    write_rows(path, edit(read_rows(path)))


def with_cell(row, column, value):
    def edit(rows):
        rows[row][rows[0].index(column)] = value
        return rows

    return edit


def test_a_whole_folder_passes(built_corpus):
    lines = list(check_data(Corpus(built_corpus)))
    assert lines[:2] == ["sources: 4 sources of 3 events", "decisions: 9 topic patterns, 4 tracked phrases"]
    assert lines[2].startswith(f"tables: {len(list_tables())} tables, ")
    assert lines[3].endswith("never 15 in a row")


def test_the_repository_passes():
    lines = list(check_data(Corpus(HOME)))
    assert lines[4].startswith("codings: ")
    assert not [line for line in lines if line.startswith("warning: ")]


def test_how_a_text_came_to_us_is_asked_where_nobody_says(built_corpus):
    asked = "doubt: {}: nothing says how its text came to us; add a row to decisions/provenance.csv."
    assert asked.format("2031-03-14-gazette") in list(check_data(Corpus(built_corpus)))
    row = ["2031-03-14-gazette", "a transcript", "appearance", "", "It looks so"]
    columns = ["source", "came", "said_by", "label", "reason"]
    write_rows(built_corpus / "decisions" / "provenance.csv", [columns, row])
    lines = list(check_data(Corpus(built_corpus)))
    assert asked.format("2031-03-14-gazette") not in lines
    assert asked.format("2031-06-02-lantern") in lines


def drop_source(source):
    return lambda rows: [row for row in rows if row[0] != source]


@pytest.mark.parametrize(
    ("name", "edit", "message"),
    [
        ("segments", drop_source("2031-09-20-forum"), r"segments.csv: nothing of 2031-09-20-forum; build"),
        (
            "words",
            with_cell(1, "source", "2030-none"),
            r"words.csv, line 2: source '2030-none' is not in manifest",
        ),
        (
            "tokens",
            with_cell(3, "segment", "999"),
            r"tokens.csv, line 4: source, segment '.*, 999' is not in segm",
        ),
        (
            "tokens",
            with_cell(3, "position", "9999"),
            r"tokens.csv, line 4: position 9999, but .* has \d+ words",
        ),
        (
            "contexts",
            with_cell(2, "position", "9999"),
            r"contexts.csv, line 3: position 9999, but .* has \d+ words",
        ),
        (
            "sentences",
            with_cell(5, "n_words", ""),
            r"sentences.csv, line 6: n_words is ''; it must not be empty",
        ),
        (
            "sentences",
            lambda rows: rows[:1],
            r"sentences.csv: nothing of 2031-03-14-gazette, .*; build the tables",
        ),
        (
            "contexts",
            with_cell(1, "left", "word " * 30),
            r"tokens.csv: a run of \d+ words of \S+ could be rebuilt",
        ),
        (
            "contexts",
            with_cell(1, "left", "word " * 5000),
            r"tokens.csv: a run of \d+ words of \S+ could be rebuilt",
        ),
        (
            "words",
            with_cell(1, "n", "99"),
            r"words.csv: \d+ words of \S+, answer, but segments.csv has \d+; build",
        ),
        (
            "words",
            lambda rows: rows[:-1],
            r"words.csv: \d+ words of 2031-09-20-forum, note, but segments.csv",
        ),
    ],
)
def test_a_fault_is_named_with_its_place_and_remedy(built_corpus, name, edit, message):
    edit_table(built_corpus, name, edit)
    with pytest.raises(InputError, match=message):
        list(check_data(Corpus(built_corpus)))
