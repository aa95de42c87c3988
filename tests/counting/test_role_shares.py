"""Whose words the words are: counted by hand on two texts of one event and one of another."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counting.role_shares import BELONGS, count_roles, count_unfiltered

SOURCES = pd.DataFrame({"source": ["gazette", "herald", "radio"], "is_reference": [True, False, True]})
SEGMENTS = pd.DataFrame(
    [
        ("gazette", "question", 4),
        ("gazette", "answer", 6),
        ("gazette", "apparatus", 2),
        ("gazette", "answer", 8),
        ("herald", "narration", 5),
        ("herald", "quote", 5),
        ("radio", "question", 10),
    ],
    columns=["source", "role", "n_words"],
)
HITS = pd.DataFrame(
    [
        ("open harbours", "gazette", "answer"),
        ("open harbours", "gazette", "apparatus"),
        ("open harbours", "herald", "quote"),
        ("salt tax", "gazette", "answer"),
    ],
    columns=["phrase", "source", "role"],
)


def test_roles_are_shares_of_a_text_and_answers_and_quotes_are_own():
    shares = count_roles(SEGMENTS, SOURCES).set_index(["source", "belongs"])
    assert shares.loc[("gazette", "own")].tolist() == [14, 0.7]
    assert shares.loc[("gazette", "question")].tolist() == [4, 0.2]
    assert shares.loc[("herald", "own"), "share"] == shares.loc[("herald", "narration"), "share"] == 0.5
    assert shares.groupby("source")["share"].sum().tolist() == pytest.approx([1, 1, 1])


def test_a_text_without_own_words_has_the_share_nought():
    shares = count_roles(SEGMENTS, SOURCES).set_index(["source", "belongs"])
    assert shares.loc[("radio", "own"), "share"] == 0
    only = count_roles(SEGMENTS[SEGMENTS["source"] == "radio"], SOURCES.tail(1))
    assert only["belongs"].tolist() == ["own", "question"]


def test_texts_and_roles_stand_in_their_order():
    shares = count_roles(SEGMENTS, SOURCES)
    assert shares["source"].unique().tolist() == ["gazette", "herald", "radio"]
    order = list(BELONGS)
    assert (
        shares.groupby("source")["belongs"]
        .agg(lambda b: [order.index(x) for x in b] == sorted(map(order.index, b)))
        .all()
    )


def test_a_plain_search_counts_more_than_was_said():
    naive = count_unfiltered(SEGMENTS, HITS, SOURCES, phrases=["open harbours"]).set_index(
        ["what", "belongs"]
    )
    words = naive.loc["words", "n"]
    # 40 words in all: the copy in the Herald is nobody's a second time, whoever says it there
    assert words[["own", "question", "apparatus", "copy"]].tolist() == [14, 14, 2, 10]
    assert words.sum() == 40
    assert naive.loc[("words", "own"), "share"] == 0.35
    assert naive.loc["open harbours", "n"][["own", "apparatus", "copy"]].tolist() == [1, 1, 1]


def test_without_phrases_only_words_are_compared():
    naive = count_unfiltered(SEGMENTS, HITS.head(0), SOURCES, phrases=[])
    assert naive["what"].unique().tolist() == ["words"]
    assert len(naive) == len(BELONGS)


def test_a_phrase_nobody_uses_has_no_shares():
    naive = count_unfiltered(SEGMENTS, HITS, SOURCES, phrases=["silver tide"])
    assert naive.loc[naive["what"] == "silver tide", "n"].sum() == 0
    assert naive.loc[naive["what"] == "silver tide", "share"].isna().all()
