"""What the links of a pair can bear, and the sentences that have none."""

from __future__ import annotations

import pandas as pd
import pytest
from two_versions import HITS, PASSAGES, SEGMENTS, SENTENCES, SOURCES

from analysis.versions.checks import list_checks, list_unlinked
from analysis.versions.left_out import compare_topics
from analysis.versions.order import measure_part_order
from analysis.versions.readings import compare_readings
from analysis.versions.side_by_side import list_links, list_pairs, mark_sentences

PAIRS = list_pairs(SOURCES)
MARKED = mark_sentences(PAIRS, PASSAGES, SENTENCES, SEGMENTS)
READ = pd.DataFrame(
    [("news", 10, "talk", 170), ("news", 170, "talk", 100)],
    columns=["report", "report_start", "source", "source_start"],
)


def tried(*n_linked: int) -> pd.DataFrame:
    rows = [("news", f"other-{n}", 4, k) for n, k in enumerate(n_linked)]
    return pd.DataFrame(rows, columns=["report", "source", "n_sentences", "n_linked"])


# Three of the four sentences of the report are linked to its source.
@pytest.mark.parametrize(
    ("others", "is_above"), [((0, 2), True), ((0, 3), False), ((4,), False), ((), False)]
)
def test_links_are_above_chance_where_every_other_interview_has_fewer(others, is_above):
    row = list_checks(PAIRS, MARKED, tried(*others), compare_readings(READ, MARKED, SENTENCES)).iloc[0]
    assert (row["n_sentences"], row["n_linked"], row["n_tried"]) == (4, 3, len(others))
    assert (row["n_read"], row["n_missed"]) == (2, 1)
    assert row["is_above"] == is_above


def test_a_pair_that_nobody_read_has_counts_of_zero():
    row = list_checks(PAIRS, MARKED, tried(1), compare_readings(READ.head(0), MARKED, SENTENCES)).iloc[0]
    assert row[["n_read", "n_answered", "n_missed", "n_false", "n_own_read"]].tolist() == [0] * 5


@pytest.mark.parametrize(
    ("read", "said"),
    [(READ, "has one"), (READ.assign(source_start=[170, None]), "has none"), (READ.head(1), "not read")],
)
def test_a_sentence_without_a_counterpart_is_listed_with_what_was_read(read, said):
    listed = list_unlinked(MARKED, read, SENTENCES, PAIRS)
    assert listed[["sentence", "role", "n_words", "read"]].to_numpy().tolist() == [[4, "narration", 6, said]]


def test_the_order_inside_a_part_is_that_of_its_links():
    """Answer 2 comes back as links (1, 5), (2, 5), (2, 6): the two that differ on both sides keep the order."""
    order = measure_part_order(list_links(MARKED, PASSAGES)).set_index("part")
    assert order.loc[2, "share_reversed"] == 0
    assert pd.isna(order.loc[1, "tau"])


def test_topics_are_compared_with_as_many_sentences_dealt():
    """Own sentences hold 1, 2, 1 and 1 hits; three of four are kept: dealt, 3 or 4 hits are kept, 3 are here."""
    chance = compare_topics(MARKED, HITS)
    assert (chance.observed, chance.low, chance.high) == (3, 3, 4)
    assert not chance.is_outside
