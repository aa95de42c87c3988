"""Hits in context, from a text and from released tables."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.errors import InputError

COLUMNS = ["source", "role", "speaker", "start", "left", "match", "right"]
TALK = """Question: What do you say of the sea?

Mara Oldwick: The EU's sea is calm. We like a calm (grey) sea, and a calm [she laughs] sea.

Question: And the lake?

Mara Oldwick: Nobody likes the lake; calm it is not.
"""
WHO = ["--speaker", "Mara Oldwick", "--kind", "transcript"]


def run(*args):
    return CliRunner().invoke(cli, ["kwic", *map(str, args)], catch_exceptions=False, obj=None)


def rows(*args):
    return list(csv.DictReader(io.StringIO(run(*args, "--format", "csv").stdout)))


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


def test_a_row_a_hit_in_the_columns_promised(talk):
    found = rows(talk, *WHO, "--pattern", "sea")
    assert list(found[0]) == COLUMNS
    assert [(row["role"], row["match"]) for row in found] == [("question", "sea"), *[("answer", "sea")] * 3]
    assert found[1] == {
        "source": "talk",
        "role": "answer",
        "speaker": "Mara Oldwick",
        "start": str(TALK.index("sea is")),
        "left": "The EU's",
        "match": "sea",
        "right": "is calm. We like a calm (grey) sea, and a",
    }


def test_a_phrase_stops_at_a_bracket_and_runs_over_a_note(talk):
    found = rows(talk, *WHO, "--pattern", "calm sea")
    assert [row["match"] for row in found] == ["calm [she laughs] sea"]


def test_patterns_work_together(talk):
    found = rows(talk, *WHO, "--pattern", "EU", "--pattern", "calm", "--pattern", "-a calm")
    assert [row["match"] for row in found] == ["EU's", "calm", "calm"]


def test_rows_are_sorted_by_what_stands_beside(talk):
    right = [row["right"].split()[0] for row in rows(talk, *WHO, "--pattern", "calm", "--sort", "right")]
    left = [row["left"].split()[-1:] for row in rows(talk, *WHO, "--pattern", "calm", "--sort", "left")]
    assert right == ["(grey)", "it", "[she", "."]  # grey, it, she, we
    assert left == [["a"], ["a"], ["is"], ["lake;"]]


def test_no_hit_is_a_table_without_rows(talk):
    assert rows(talk, *WHO, "--pattern", "ferry") == []
    assert run(talk, *WHO, "--pattern", "ferry").stdout == "0 hits\n"


def test_lines_for_a_person_stand_one_under_the_other(talk):
    lines = run(talk, *WHO, "--pattern", "lake").stdout.splitlines()
    assert lines[0] == "2 hits"
    assert len({line.index(" lake") for line in lines[1:]}) == 1


def test_a_data_folder_is_searched_as_far_as_it_is_released(corpus_built_once):
    from analysis.commands import find_in_context, read_released

    said, notes = read_released(corpus_built_once)
    found = find_in_context(said, ("shared waters",), by="date")
    assert len(found) and list(found) == COLUMNS
    assert set(found["match"].str.lower()) == {"shared waters"}
    assert found["source"].is_monotonic_increasing and "words are released" in notes[0]
    assert (found["left"].str.startswith("…") | (found["left"] == "")).any()


def test_what_cannot_be_done_is_one_sentence(talk):
    with pytest.raises(InputError, match="the pattern 'sea, lake' holds ','"):
        run(talk, "--pattern", "sea, lake")
    with pytest.raises(InputError, match="--speaker says how a FILE is split"):
        run("--pattern", "sea", "--speaker", "Mara Oldwick")
    assert "Missing option '--pattern'" in run(talk).output
    with pytest.raises(InputError, match=r"none\.txt: there is no such file"):
        run(talk.parent / "none.txt", "--pattern", "sea")
