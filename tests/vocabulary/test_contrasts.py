"""Counts of words on two sides: spellings joined, and the answer that holds most of a word."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.vocabulary.contrasts import are_of_one_turn, list_contrasts
from analysis.vocabulary.turn_words import join_spellings

EQUIVALENTS = pd.DataFrame(
    [
        ("selmyv", "selmiev", "spelling"),
        ("selmyv's", "selmiev", "spelling"),
        ("peace", "settlement", "rendering"),
    ],
    columns=["form", "stands_for", "kind"],
)
SOURCES = pd.DataFrame(
    [("gazette", "spring", True), ("radio", "autumn", True), ("herald", "spring", False)],
    columns=["source", "event", "is_reference"],
)


def tables(*turns: tuple[str, str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tokens and segments of turns: source, role, words; each a segment of its own."""
    rows = [(s, n, role, word) for n, (s, role, text) in enumerate(turns, 1) for word in text.split()]
    tokens = pd.DataFrame(rows, columns=["source", "segment", "role", "norm"])
    segments = [(s, n, n, role, len(text.split())) for n, (s, role, text) in enumerate(turns, 1)]
    return tokens, pd.DataFrame(segments, columns=["source", "segment", "turn", "role", "n_words"])


@pytest.mark.parametrize(
    ("word", "joined"),
    [("selmyv", "selmiev"), ("selmyv's", "selmiev"), ("peace", "peace"), ("eel", "eel")],
)
def test_spellings_are_joined_and_other_words_are_not(word, joined):
    assert join_spellings(pd.DataFrame({"norm": [word]}), EQUIVALENTS)["norm"].tolist() == [joined]


def test_without_decisions_nothing_is_joined():
    assert join_spellings(pd.DataFrame({"norm": ["selmyv"]}), EQUIVALENTS.head(0))["norm"].tolist() == [
        "selmyv"
    ]


def listed() -> pd.DataFrame:
    turns = [("gazette", "question", "selmiev salt"), ("gazette", "answer", "selmyv selmiev selmyv")]
    turns += [("gazette", "answer", "selmiev salt"), ("radio", "answer", "selmyv salt salt")]
    turns += [("herald", "answer", "selmyv selmyv selmyv selmyv")]
    return list_contrasts(*tables(*turns), SOURCES, EQUIVALENTS).set_index(["compared", "side", "word"])


def test_a_turn_with_two_spellings_counts_once_and_copies_never():
    row = listed().loc[("events", "spring", "selmiev")]
    assert row[["n", "n_turns", "n_most", "n_other", "n_turns_other"]].tolist() == [4, 2, 3, 1, 1]
    assert ("events", "spring", "selmyv") not in listed().index


def test_voices_are_counted_in_sources_that_print_both():
    row = listed().loc[("voices", "answer", "selmiev")]
    assert row[["n", "n_other", "n_most"]].tolist() == [4, 1, 3]


def test_a_text_without_questions_has_no_part_in_the_most_uses_of_an_answer():
    turns = [
        ("gazette", "question", "cod"),
        ("gazette", "answer", "cod cod"),
        ("gazette", "question", "cod cod"),
    ]
    turns += [("gazette", "answer", "cod"), ("radio", "answer", "cod " * 4)]
    both = list_contrasts(*tables(*turns), SOURCES, EQUIVALENTS).set_index(["compared", "side", "word"])
    assert both.loc[("voices", "answer", "cod"), ["n", "n_most"]].tolist() == [3, 2]


def test_of_one_event_without_questions_there_is_no_row():
    assert list_contrasts(*tables(("gazette", "answer", "cod " * 9)), SOURCES, EQUIVALENTS).empty


def test_a_word_is_of_one_turn_where_more_than_half_of_its_uses_are():
    assert are_of_one_turn(pd.DataFrame({"n": [4, 4, 0], "n_most": [3, 2, 0]})).tolist() == [
        True,
        False,
        False,
    ]
