"""The pattern language, on sentences small enough to count by eye, and against a slow plain reading of it."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from pattern_texts import pattern_tables, patterns_of, read_sentences, streams

from analysis.patterns.matching import find_matches, find_raw_matches
from examples import examples


def spans(text, *patterns):
    """Return the texts of the hits of one group in one sentence."""
    hits = find_matches(read_sentences(text), patterns_of(only=patterns), by="topic")
    return [text[start:end] for start, end in zip(hits["start"], hits["end"], strict=True)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("river bank", "The River Bank and the river-bank", ["River Bank"]),
        ("root-cause", "A root-cause, a root cause", ["root-cause"]),
        ("harbo*r", "Harbour, harbor, harbors", ["Harbour", "harbor"]),
        ("*fish", "fish, catfish, fishing", ["fish", "catfish"]),
        ("a * lake", "a lake, a blue lake, a very blue lake", ["a blue lake"]),
        ("old ... mill", "old mill", ["old mill"]),
        ("old ... mill", "old grey stone water mill", ["old grey stone water mill"]),
        ("old ... mill", "old and very grey stone mill", []),
        ("old … mill", "old grey mill", ["old grey mill"]),
        ("Mill", "the mill of John Mill", ["Mill"]),
        ("May*", "Mayor Maya may play", ["Mayor", "Maya"]),
        ("U.S. navy", "a U.S. navy, a US navy, give us navy", ["U.S. navy", "US navy"]),
        ("us", "The US told us. U.S.", ["us"]),
        ("US", "The US told us. Us, U.S.", ["US", "U.S."]),
        ("US", "THEY TOLD US", []),
        ("u.n. charter", "the U.N. charter and the UN charter", ["U.N. charter", "UN charter"]),
        (
            "EU",
            "the EU's plan, pro-EU, anti-EU, EU-led, Euro, EUROPE",
            ["EU's", "pro-EU", "anti-EU", "EU-led"],
        ),
        ("US", "US-led, the U.S.'s, US's", ["US-led", "U.S.'s", "US's"]),
        ("EU summit", "the EU's summit, an EU-Ostria summit", ["EU's summit", "EU-Ostria summit"]),
        ("Mill", "the anti-Mill party", []),
        ("F-16", "an F-16's wing", []),
        ("miller's", "the miller’s and the miller's", ["miller’s", "miller's"]),
        ("Miller's", "the Miller’s", ["Miller’s"]),
        ("20-point", "a 20‑point plan", ["20‑point"]),
        ("1,5*", "some 1,500 tons", ["1,500"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("Café", "the Cafe\u0301", ["Cafe\u0301"]),
    ],
)
def test_the_pattern_language(pattern, text, expected):
    assert spans(text, pattern) == expected


def test_the_longest_match_wins_and_a_word_counts_once():
    assert spans("grain trade deal", "grain", "trade deal", "grain trade deal") == ["grain trade deal"]
    assert spans("grain trade deal", "grain trade", "trade deal") == ["grain trade"]  # a tie: the earlier
    assert spans("sea sea sea", "sea sea") == ["sea sea"]


def test_equal_matches_go_to_the_first_pattern_in_alphabetical_order():
    hits = find_matches(read_sentences("the lake"), patterns_of(water=["lake", "l*"]), by="topic")
    assert hits["pattern"].tolist() == ["l*"]


def test_a_cancelling_pattern_removes_the_hits_it_overlaps():
    assert spans("the bank and the river bank", "bank", "-river bank") == ["bank"]
    assert spans("bank holiday weekend", "bank holiday", "holiday", "-weekend") == ["bank holiday"]


def test_a_cancelled_match_no_longer_hides_a_shorter_one():
    assert spans("old town hall", "old town hall", "old", "-hall") == ["old"]


def test_a_pattern_that_names_the_whole_word_goes_before_one_that_names_a_part():
    hits = find_matches(read_sentences("an EU-Elm deal"), patterns_of(only=["EU", "EU-Elm"]), by="topic")
    assert hits["pattern"].tolist() == ["EU-Elm"]


def test_a_match_stops_where_a_word_follows_none_and_runs_over_a_note():
    tokens = read_sentences("root and causes").assign(follows=pd.array([None, 1, 2], dtype="Int64"))
    wanted = patterns_of(only=["root causes"])
    assert find_matches(tokens, wanted, by="topic").empty
    tokens.loc[1, ["sentence", "role"]] = [pd.NA, "note"]
    tokens["follows"] = pd.array([None, None, 1], dtype="Int64")
    assert find_matches(tokens, wanted, by="topic")[["position", "n_words", "end"]].values.tolist() == [
        [1, 2, 15]
    ]


def test_groups_do_not_disturb_one_another():
    tokens = read_sentences("the river bank")
    patterns = patterns_of(money=["bank"], water=["river bank"], none=["-bank"])
    hits = find_matches(tokens, patterns, by="topic")
    assert hits[["topic", "pattern"]].values.tolist() == [["water", "river bank"], ["money", "bank"]]


def test_a_group_without_hits_is_still_known():
    patterns = patterns_of(water=["lake"], money=["bank"])
    hits = find_matches(read_sentences("a calm lake"), patterns, by="topic")
    assert hits["topic"].value_counts().to_dict() == {"water": 1, "money": 0}


def test_a_hit_says_where_it_stands():
    hits = find_matches(read_sentences("No.", "A big lake."), patterns_of(water=["big lake"]), by="topic")
    assert hits.to_dict("records") == [
        {
            "topic": "water",
            "pattern": "big lake",
            "source": "alpha",
            "sentence": 2,
            "segment": 1,
            "role": "answer",
            "position": 3,
            "n_words": 2,
            "start": 6,
            "end": 14,
        }
    ]


@pytest.mark.parametrize(
    ("column", "value"), [("sentence", 2), ("role", "quote"), ("source", "beta"), ("position", 9)]
)
def test_a_match_never_crosses(column, value):
    tokens = read_sentences("river bank")
    tokens.loc[1, column] = value
    assert find_matches(tokens, patterns_of(water=["river bank"]), by="topic").empty


def test_where_there_are_no_sentences_a_match_stays_inside_a_segment():
    tokens = read_sentences("river bank river bank", role="apparatus").assign(segment=[1, 1, 1, 2])
    tokens["sentence"] = pd.array([None] * 4, dtype="Int64")
    hits = find_matches(tokens, patterns_of(water=["river bank"]), by="topic")
    assert hits["position"].tolist() == [1]
    assert hits["sentence"].isna().all()


def test_a_sentence_may_run_through_several_segments():
    tokens = read_sentences("river bank").assign(segment=[1, 2])
    assert len(find_matches(tokens, patterns_of(water=["river bank"]), by="topic")) == 1


def test_no_words_and_no_patterns_give_no_hits():
    tokens, patterns = read_sentences("a calm lake"), patterns_of(water=["lake"])
    assert find_matches(tokens.iloc[:0], patterns, by="topic").empty
    assert find_matches(tokens, patterns.iloc[:0], by="topic").empty


def gap_lengths(words):
    """Return every way to read the words: a list of words where '*' alone is any word."""
    if not words:
        return [[]]
    first = [["*"] * n for n in range(4)] if words[0] == "..." else [[words[0]]]
    return [head + tail for head in first for tail in gap_lengths(words[1:])]


PLAIN = str.maketrans("’‑", "'-")


def fits(word, row):
    spelling = ".*".join(re.escape(part) for part in word.translate(PLAIN).split("*"))
    printed = row.token.translate(PLAIN)
    return re.fullmatch(spelling, printed if any(c.isupper() for c in word) else printed.lower()) is not None


def plain_matches(tokens, patterns):
    """Return (group, pattern, source, position, n_words) of every match, tried word by word."""
    rows = sorted(tokens.itertuples(), key=lambda row: (row.source, row.position))
    found = set()
    for group, pattern in zip(patterns["topic"], patterns["pattern"], strict=True):
        for words in gap_lengths(pattern.lstrip("-").split()):
            for i in range(len(rows) - len(words) + 1):
                near = rows[i : i + len(words)]
                if stand_together(near) and all(map(fits, words, near)):
                    found.add((group, pattern, near[0].source, near[0].position, len(words)))
    return found


def stand_together(rows):
    places = {(row.source, row.role, place_of(row)) for row in rows}
    return len(places) == 1 and rows[-1].position - rows[0].position == len(rows) - 1


def place_of(row):
    """The sentence, or the segment where there are no sentences."""
    return ("segment", row.segment) if pd.isna(row.sentence) else ("sentence", row.sentence)


def overlap(one, other):
    same_text = one[0] == other[0] and one[2] == other[2]
    return same_text and one[3] < other[3] + other[4] and other[3] < one[3] + one[4]


def plain_hits(matches):
    """Return the matches that survive, decided one after the other."""
    cancelling = [m for m in matches if m[1].startswith("-")]
    hits = [m for m in matches - set(cancelling) if not any(overlap(m, other) for other in cancelling)]
    kept = []
    for hit in sorted(hits, key=lambda m: (-m[4], m[3], m[1])):
        if not any(overlap(hit, other) for other in kept):
            kept.append(hit)
    return set(kept)


def as_set(table):
    columns = ["topic", "pattern", "source", "position", "n_words"]
    return set(table[columns].itertuples(index=False, name=None))


@examples(10)
@given(streams(), pattern_tables())
def test_finding_equals_a_slow_plain_reading_and_the_words_of_raw_matches_are_enough(tokens, patterns):
    matches = plain_matches(tokens, patterns)
    raw, found = (find(tokens, patterns, by="topic") for find in (find_raw_matches, find_matches))
    assert as_set(raw) == matches
    assert as_set(raw[raw["fate"] == "counts"]) == as_set(found) == plain_hits(matches)
    kept = {(hit.source, hit.position + i) for hit in raw.itertuples() for i in range(hit.n_words)}
    released = tokens[[place in kept for place in zip(tokens["source"], tokens["position"], strict=True)]]
    assert as_set(find_matches(released, patterns, by="topic")) == as_set(found)
