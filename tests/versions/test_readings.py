"""Links found beside links read: what the rules miss, and what they find too much."""

from __future__ import annotations

import pandas as pd
import pytest
from two_versions import PASSAGES, SEGMENTS, SENTENCES, SOURCES

from analysis.errors import InputError
from analysis.versions.readings import compare_readings
from analysis.versions.side_by_side import list_pairs, mark_sentences

# Sentences of the report begin at 10, 60, 140 and 170; the first three are linked. Of the source, at 40, 100, 170, 220.
READ = [(10, 170), (60, 170), (60, 220), (140, None), (170, 100)]


def read(rows: list[tuple[int, int | None]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["report_start", "source_start"])
    return table.assign(report="news", source="talk", reason="read")


def compare(rows: list) -> pd.DataFrame:
    marked = mark_sentences(list_pairs(SOURCES), PASSAGES, SENTENCES, SEGMENTS)
    return compare_readings(read(rows), marked, SENTENCES)


def test_missed_and_false_links_are_counted():
    row = compare(READ).iloc[0]
    assert row.to_dict() == {
        "report": "news", "source": "talk", "n_read": 4, "n_answered": 3, "n_missed": 1, "n_false": 1,
        "n_own_read": 3,
    }  # fmt: skip


def test_what_nobody_read_is_not_counted():
    assert compare(READ[:1])["n_read"].tolist() == [1]
    assert compare([]).empty


@pytest.mark.parametrize("row", [(11, 170), (10, 171)])
def test_a_place_where_no_sentence_begins_is_an_error(row):
    with pytest.raises(InputError, match=r"no sentence of (news|talk) begins at 1"):
        compare([row])


def test_a_sentence_that_was_read_to_report_nothing_is_not_missed():
    row = compare([(170, None)]).iloc[0]
    assert (row["n_read"], row["n_answered"], row["n_missed"], row["n_false"]) == (1, 0, 0, 0)
