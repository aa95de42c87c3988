"""In how many events phrases stand, beside turns dealt at random: counts checked by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.phrases.spread import measure_spread


def corpus(k: int, turns: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Segments of k events of so many turns of ten words, and their sources."""
    rows = [(f"s{event}", turn, turn, "answer", 10) for event in range(k) for turn in range(1, turns + 1)]
    segments = pd.DataFrame(rows, columns=["source", "segment", "turn", "role", "n_words"])
    names = [f"s{event}" for event in range(k)]
    sources = pd.DataFrame({"source": names, "event": names, "date": "2031-01-01", "is_reference": True})
    return segments, sources


def uses_at(**places: list[tuple[int, int]]) -> pd.DataFrame:
    """Uses of phrases at (event, segment)."""
    rows = [(phrase, "named", True, True, f"s{event}", segment)
            for phrase, of in places.items() for event, segment in of]  # fmt: skip
    return pd.DataFrame(rows, columns=["family", "kind", "is_own", "is_literal", "source", "segment"])


@pytest.mark.parametrize(("k", "least"), [(2, 2), (3, 2), (4, 3), (5, 3), (10, 6)])
def test_more_than_half_of_the_events_are_asked_for(k, least):
    segments, sources = corpus(k, 2)
    assert set(measure_spread(uses_at(salt=[(0, 1)]), segments, sources)["least"]) == {least}


def test_phrases_in_one_turn_of_each_event_are_above_chance_where_turns_are_many():
    segments, sources = corpus(4, 8)
    spread_out = {name: [(event, 1) for event in range(4)] for name in "abcdef"}
    row = measure_spread(uses_at(**spread_out), segments, sources).iloc[1]
    assert (row["n"], row["n_phrases"]) == (6, 6) and row["by_chance"] < 6


def test_dealing_single_turns_is_no_chance_at_all():
    segments, sources = corpus(3, 1)
    row = measure_spread(uses_at(salt=[(0, 1), (1, 1)]), segments, sources).iloc[1]
    assert (row["n"], row["by_chance"], row["is_above"]) == (1, 1, False)


def test_one_answer_that_holds_all_uses_is_one_event():
    segments, sources = corpus(4, 5)
    row = measure_spread(uses_at(salt=[(0, 1)] * 9), segments, sources).iloc[1]
    assert (row["n"], row["is_above"]) == (0, False)


def test_one_event_has_no_spread_and_no_use_none():
    segments, sources = corpus(1, 5)
    assert measure_spread(uses_at(salt=[(0, 1)]), segments, sources).empty
    segments, sources = corpus(2, 5)
    none = measure_spread(uses_at(), segments, sources)
    assert none["n"].tolist() == [0, 0] and not none["is_above"].any()
