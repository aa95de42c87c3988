"""Patterns of one topic are sought again where they have changed, those of another stay, and all comes out the same."""

from __future__ import annotations

import pandas as pd
import pytest
from corpus_of_three import read_rows, write_corpus, write_rows

from analysis.patterns import find_raw_matches
from analysis.pipeline import found
from analysis.pipeline.build import build_counts
from analysis.pipeline.ways import Ways
from analysis.storage.corpus import Corpus


def add(rows: list[list[str]]) -> list[list[str]]:
    """Add a pattern to a topic."""
    return [*rows, ["fish", "net*", "what they use", *[""] * (len(rows[0]) - 3)]]


def leave_out(rows: list[list[str]]) -> list[list[str]]:
    """Leave a topic out."""
    return [row for row in rows if row[0] != "fish"]


def reword(rows: list[list[str]]) -> list[list[str]]:
    """Give a reason in other words."""
    return [rows[0], [*rows[1][:2], "another reason", *rows[1][3:]], *rows[2:]]


CHANGES = [(add, [{"fish"}]), (leave_out, []), (reword, [])]


@pytest.mark.parametrize(("change", "topics"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
def test_only_topics_that_changed_are_sought_again(tmp_path, monkeypatch, change, topics):
    data, ways = write_corpus(tmp_path / "data"), Ways(tmp_path / "parts")
    build_counts(Corpus(data), ways=ways)
    sought: list[set[str]] = []

    def watch(tokens, patterns, **more):
        sought.append({*patterns[more["by"]]})
        return find_raw_matches(tokens, patterns, **more)

    file = data / "decisions" / "patterns.csv"
    write_rows(file, change(read_rows(file)))
    with monkeypatch.context() as patch:
        patch.setattr(found, "find_raw_matches", watch)
        kept = build_counts(Corpus(data), ways=ways)
    assert sought == topics
    anew = build_counts(Corpus(data))
    pd.testing.assert_frame_equal(kept.found.topics, anew.found.topics)
    pd.testing.assert_frame_equal(kept.released["unseen_hits"], anew.released["unseen_hits"])
