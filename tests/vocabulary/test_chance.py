"""Chance beside vocabulary: turns dealt to events, answers cut into pieces."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.vocabulary import chance, cut_answers
from analysis.vocabulary.chance import list_chance
from analysis.vocabulary.contrasts import list_contrasts
from analysis.vocabulary.cut_answers import CHANCE, cut_pieces, list_cut_chance
from analysis.vocabulary.keywords import score_keywords
from examples import examples

NONE = pd.DataFrame({"form": [], "stands_for": [], "kind": []}, dtype=str)
SOURCES = pd.DataFrame(
    [("gazette", "spring", True), ("radio", "autumn", True)], columns=["source", "event", "is_reference"]
)


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    monkeypatch.setattr(chance, "N_DEALS", 60)
    monkeypatch.setattr(cut_answers, "N_CUTS", 40)


def tables(**turns: list[tuple[str, str]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [(source, *turn) for source, said in turns.items() for turn in said]
    words = [(s, n, role, word) for n, (s, role, text) in enumerate(rows, 1) for word in text.split()]
    tokens = pd.DataFrame(words, columns=["source", "segment", "role", "norm"]).assign(
        position=range(len(words))
    )
    segments = [(s, n, n, role, len(text.split())) for n, (s, role, text) in enumerate(rows, 1)]
    return tokens, pd.DataFrame(segments, columns=["source", "segment", "turn", "role", "n_words"])


def keywords_of(**turns: list[tuple[str, str]]) -> pd.Series:
    found = list_chance(*tables(**turns), SOURCES, NONE).set_index("figure")
    return found.loc["keywords"]


WORDS = " ".join(f"w{n}" for n in range(30))


def test_a_word_of_each_answer_of_one_event_lies_beyond_chance():
    beside = keywords_of(
        gazette=[("answer", f"cod cod {WORDS}")] * 8, radio=[("answer", f"eel eel {WORDS}")] * 8
    )
    assert (beside["observed"], beside["n_draws"]) == (2, 60)
    assert beside["observed"] > beside["high"]


def test_a_word_of_one_long_answer_is_what_chance_gives():
    # Wherever that answer is dealt, its event has the word.
    burst = [("answer", "cod " * 30 + WORDS), *[("answer", f"cod {WORDS}")] * 2, *[("answer", WORDS)] * 6]
    beside = keywords_of(gazette=burst, radio=[("answer", WORDS)] * 9)
    assert beside["observed"] == 1
    assert beside["low"] <= 1 <= beside["high"]


def test_the_figure_seen_is_that_of_the_keywords():
    given_tables = tables(gazette=[("answer", "cod cod x x")] * 8, radio=[("answer", "x eel eel eel")] * 8)
    counts = list_contrasts(*given_tables, SOURCES, NONE)
    clear = (score_keywords(counts[counts["compared"] == "events"])["lrc"] > 0).sum()
    beside = list_chance(*given_tables, SOURCES, NONE).set_index("figure").loc["keywords"]
    assert beside["observed"] == clear > 0


def test_one_event_and_no_questions_have_no_row():
    assert list_chance(*tables(gazette=[("answer", WORDS)] * 9), SOURCES, NONE).columns.tolist() == CHANCE
    assert list_chance(*tables(gazette=[("answer", WORDS)] * 9), SOURCES, NONE).empty


VARIED = [" ".join(f"{letter}{n}" for n in range(60)) for letter in "abcdefgh"]


def test_questions_that_never_repeat_a_word_are_more_varied_than_pieces_of_answers_that_do():
    said = [("question", VARIED[0]), ("answer", "cod eel ray " * 60), ("question", VARIED[1])]
    beside = list_chance(*tables(gazette=[*said, ("answer", "cod eel ray " * 60)]), SOURCES, NONE)
    one = beside.set_index("figure").loc["mattr_50"]
    assert (one["source"], one["observed"]) == ("gazette", 1)
    assert one["observed"] > one["high"]


def test_pieces_of_answers_are_those_of_each_source_alone_and_a_copy_has_no_row():
    said = {
        name: [("question", VARIED[0]), ("answer", word * 120), ("question", VARIED[1])]
        for name, word in (("gazette", "cod eel "), ("radio", "ray crab "))
    }
    alone = [list_cut_chance(*tables(**{name: turns})) for name, turns in said.items()]
    joined, together = pd.concat(alone, ignore_index=True), list_cut_chance(*tables(**said))
    pd.testing.assert_frame_equal(joined, together)
    copied = SOURCES.assign(is_reference=[True, False])
    found = list_chance(*tables(**said), copied, NONE, joined)
    pd.testing.assert_frame_equal(found, list_chance(*tables(**said), copied, NONE))
    assert set(together["source"]) == {"gazette", "radio"}
    assert set(found.loc[found["figure"] != "keywords", "source"]) == {"gazette"}


def test_questions_like_their_answers_lie_within_chance():
    generator = np.random.default_rng(3)
    text = [" ".join(f"w{n}" for n in generator.zipf(1.6, 60)) for _ in range(12)]
    said = [
        turn
        for n in range(0, 12, 3)
        for turn in (("question", text[n]), ("answer", f"{text[n + 1]} {text[n + 2]}"))
    ]
    beside = list_chance(*tables(gazette=said), SOURCES, NONE).set_index("figure")
    assert beside.loc["hdd_42", "low"] <= beside.loc["hdd_42", "observed"] <= beside.loc["hdd_42", "high"]


@pytest.mark.parametrize("said", [[("question", WORDS), ("answer", " ".join(VARIED))],
                                  [("question", " ".join(VARIED)), ("answer", WORDS * 4)]])  # fmt: skip
def test_short_questions_and_shorter_answers_have_no_baseline(said):
    assert list_chance(*tables(gazette=said), SOURCES, NONE).empty


@examples(8)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 20), st.integers(0, 99))
def test_pieces_do_not_overlap_and_stay_in_order(lengths, spare, seed):
    text = np.arange(sum(lengths) + spare)
    pieces = cut_pieces(text, np.array(lengths), np.random.default_rng(seed), 3)
    assert pieces.shape == (3, sum(lengths))
    assert (np.diff(pieces) > 0).all()


def test_so_few_uses_are_rare_on_no_side():
    """On a tenth of all words three uses have a chance of a thousandth at least, four of a ten-thousandth."""
    fewest = chance._count_fewest(np.array([0.1, 0.0, 1.0]), 0.00099)
    assert 3 < fewest[0] < 4 and fewest[1:].tolist() == [pytest.approx(0, abs=0.1), np.inf]
    logs = np.log([1, 1, 1, 2, 6])  # of the factorials of -1, which is not asked for, to 3
    assert chance._bound_chance(np.array([3]), np.array([3]), np.array([0.1]), logs)[0] > 0.00099
