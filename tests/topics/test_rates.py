"""Rates, shares and comparisons on invented interviews whose hits can be counted by eye."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.statistics.intervals import rate_interval
from analysis.topics.rates import (
    compare_topics,
    rate_roles,
    rate_sources,
    rate_topics,
    share_topics,
    sort_topics,
)

# One row a segment: source, turn, paragraph, role, words, mentions of the lake, mentions of bread. The
# Courier reports the spring talks of the Harbour Times once more, and adds words of its own.
SEGMENTS = pd.DataFrame(
    [
        ("harbour", 1, 1, "question", 10, 1, 0),
        *(("harbour", 2 * n, n + 1, "answer", 50, lake, 0) for n, lake in enumerate([0, 1, 2, 2, 3, 4], 1)),
        ("courier", 1, 1, "narration", 20, 2, 0),
        ("courier", 2, 1, "quote", 40, 1, 0),
        *(("island", n, n, "answer", 100, lake, 1) for n, lake in enumerate([0, 1, 2, 2, 3, 4], 1)),
        ("island", 6, 7, "answer", 60, 1, 0),
        ("valley", 1, 1, "answer", 30, 1, 2),
    ],
    columns=["source", "turn", "paragraph", "role", "n_words", "lake", "bread"],
)
SEGMENTS["segment"] = SEGMENTS.groupby("source").cumcount() + 1
SOURCES = pd.DataFrame(
    {
        "source": ["harbour", "courier", "island", "valley"],
        "event": ["spring", "spring", "summer", "autumn"],
        "date": ["2031-04-01", "2031-04-01", "2031-07-01", "2031-10-01"],
        "label": ["Spring", "Spring", "Summer", "Autumn"],
        "is_reference": [True, False, True, True],
    }
)


def list_hits(segments: pd.DataFrame) -> pd.DataFrame:
    """Write out the mentions of each segment, one row each; nobody mentions the moon."""
    long = segments.melt(["source", "segment"], ["lake", "bread"], "topic", "n")
    hits = long.loc[long.index.repeat(long["n"]), ["source", "segment", "topic"]].reset_index(drop=True)
    return hits.assign(topic=pd.Categorical(hits["topic"], ["bread", "lake", "moon"]))


def analyse(analysis, segments=SEGMENTS, sources=SOURCES, **options) -> pd.DataFrame:
    return analysis(list_hits(segments), segments.drop(columns=["lake", "bread"]), sources, **options)


def test_the_bootstrap_stands_beside_the_interval():
    lake = analyse(rate_topics).query("topic == 'lake'").set_index("event")
    low, high, _ = rate_interval([0, 1, 2, 2, 3, 4], [50] * 6)
    spring = lake.loc["spring"]
    assert (spring["n"], spring["n_words"], spring["per_1000"]) == (12, 300, 40)
    assert [spring["low"], spring["high"]] == pytest.approx([1000 * low, 1000 * high])
    assert spring["low"] < spring["check_low"] < 40 < spring["check_high"] < spring["high"]
    assert math.isnan(lake.loc["autumn", "check_low"])


def test_copies_have_rates_of_their_own_beside_those_of_events():
    rates = analyse(rate_sources).query("topic == 'lake'").set_index("source")
    assert list(rates.index) == ["harbour", "courier", "island", "valley"]
    assert rates["n"].tolist() == [12, 1, 13, 1]
    assert rates["n_words"].tolist() == [300, 40, 660, 30]
    assert rates["is_reference"].tolist() == [True, False, True, True]


def test_a_source_without_own_words_is_listed_with_nothing():
    silent = SEGMENTS[(SEGMENTS["source"] != "courier") | (SEGMENTS["role"] != "quote")]
    courier = analyse(rate_sources, silent).query("source == 'courier'")
    assert courier["n"].tolist() == [0, 0, 0] and courier["per_1000"].isna().all()


def test_roles_are_told_apart_and_those_of_copies_stand_below():
    rates = analyse(rate_roles).query("topic == 'lake'")
    assert rates[["is_reference", "role", "n", "n_words"]].values.tolist() == [
        [True, "answer", 26, 990],
        [True, "question", 1, 10],
        [False, "narration", 2, 20],
        [False, "quote", 1, 40],
    ]


def test_shares_count_each_turn_and_paragraph_once():
    shares = analyse(share_topics).set_index(["event", "topic", "part"])
    assert shares.loc[("spring", "lake", "turn"), ["k", "n"]].tolist() == [5, 6]
    assert shares.loc[("summer", "lake", "turn"), ["k", "n"]].tolist() == [5, 6]
    assert shares.loc[("summer", "lake", "paragraph"), ["k", "n"]].tolist() == [6, 7]
    assert shares.loc[("summer", "moon", "paragraph"), ["k", "share", "low"]].tolist() == [0, 0, 0]
    # Wilson's limits of 5 out of 6 with z = 1.959964: (5/6 + z2/12 -+ z sqrt(5/36/6 + z2/144)) / (1 + z2/6)
    assert shares.loc[("spring", "lake", "turn"), ["low", "high"]].tolist() == pytest.approx(
        [0.43650, 0.96995], abs=1e-5
    )
    assert shares.loc[("autumn", "lake", "turn"), "reason"] == "fewer than 6 turns"
    assert shares["high"].dropna().le(1).all()


def test_each_event_is_compared_with_all_others_together():
    compared = analyse(compare_topics).set_index(["event", "topic"])
    spring = compared.loc[("spring", "lake")]
    assert (spring["n"], spring["others_n"]) == (12, 14)
    assert spring["ratio"] == pytest.approx((12 / 300) / (14 / 690))
    assert spring["low"] < spring["ratio"] < spring["high"]
    assert compared.loc[("autumn", "lake"), "reason"] == "fewer than 6 turns"
    assert compared.loc[("spring", "moon"), "reason"] == "no hit on either side"
    assert compared.loc[("spring", "bread"), "ratio"] == 0
    family = compared["p"].dropna()
    assert len(family) == 4  # lake and bread, of spring and of summer
    smallest = family.idxmin()
    assert compared.loc[smallest, "p_adjusted"] >= compared.loc[smallest, "p"]
    assert (
        compared["p_adjusted"].notna().sum() == 4 and not compared.loc[compared["p"].isna(), "differs"].any()
    )


def test_two_events_are_compared_once_and_one_with_none():
    two = SOURCES[SOURCES["event"] != "autumn"]
    assert set(analyse(compare_topics, sources=two)["event"]) == {"spring"}
    assert analyse(compare_topics, sources=SOURCES[SOURCES["event"] == "spring"]).empty


def test_some_events_are_compared_with_all_others():
    figures = ["event", "topic", "n", "others_n", "ratio", "low", "high", "p", "reason"]
    whole, some = analyse(compare_topics), analyse(compare_topics, events=["summer"])
    expected = whole.loc[whole["event"] == "summer", figures].reset_index(drop=True)
    pd.testing.assert_frame_equal(some[figures], expected)


@pytest.mark.parametrize("analysis", [rate_topics, share_topics, compare_topics])
def test_a_copy_changes_nothing(analysis):
    alone = SOURCES[SOURCES["is_reference"]]
    pd.testing.assert_frame_equal(analyse(analysis), analyse(analysis, sources=alone))


@pytest.mark.parametrize("analysis", [rate_topics, rate_sources, rate_roles, share_topics, compare_topics])
def test_without_topics_there_are_no_rows(analysis):
    hits = list_hits(SEGMENTS).iloc[:0].assign(topic=pd.Categorical([], []))
    assert analysis(hits, SEGMENTS, SOURCES).empty


def test_topics_stand_in_the_order_decided_under_their_labels():
    found = analyse(rate_topics)
    topics = pd.DataFrame({"topic": sorted(found["topic"].astype(str).unique(), reverse=True)})
    rates = sort_topics(found, topics.assign(label=topics["topic"].str.title()))
    assert rates["topic"].unique().tolist() == topics["topic"].str.title().tolist()
    assert rates.head(3)["event"].tolist() == ["spring", "summer", "autumn"]


def test_the_turn_with_most_hits_is_told():
    harbour = analyse(rate_topics).set_index(["event", "topic"]).loc["spring"]
    assert harbour.loc["lake", ["n", "n_in_one"]].tolist() == [12, 4]
    assert harbour.loc["bread", ["n", "n_in_one"]].tolist() == [0, 0]
