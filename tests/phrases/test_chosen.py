"""Phrases chosen by the authors: a word counts for one of them, and what was lost is told."""

from __future__ import annotations

import pandas as pd
from family_texts import SOURCES, read

from analysis.patterns.matching import find_matches
from analysis.phrases.chosen import find_chosen, list_overlaps, settle_hits

PHRASES = pd.DataFrame(
    [
        ("old harbour", "old harbour", "two words"),
        ("harbour in the north", "harbour in the north", "four words"),
        ("open old", "open old", "decided last"),
    ],
    columns=["phrase", "pattern", "reason"],
)
TEXT = "The old harbour in the north. An open old harbour. The old harbour."


def test_words_claimed_twice_count_for_the_longer_phrase_then_for_the_first_decided():
    hits = find_chosen(read(TEXT, source="gazette"), PHRASES)
    assert hits["phrase"].tolist() == ["harbour in the north", "old harbour", "old harbour"]
    assert hits["position"].tolist() == [3, 9, 12]


def test_what_counts_elsewhere_is_told_for_own_words_only():
    tokens = pd.concat([read(TEXT, source="gazette"), read(TEXT, source="radio", role="question")])
    lost = list_overlaps(tokens, PHRASES, SOURCES)
    assert lost[["phrase", "counts_for", "source"]].to_numpy().tolist() == [
        ["old harbour", "harbour in the north", "gazette"],
        ["open old", "old harbour", "gazette"],
    ]


def test_without_hits_nothing_is_settled():
    none = find_matches(read("Rain.", source="gazette"), PHRASES, by="phrase")
    assert settle_hits(none, PHRASES).empty
