"""Things that come up together, beside what the lengths of turns alone make of it."""

from __future__ import annotations

import pandas as pd

from analysis.statistics import pair_items

TURNS = pd.DataFrame({"turn": range(40), "event": ["spring"] * 20 + ["autumn"] * 20, "n_words": 100})


def say(**places: list[int]) -> pd.DataFrame:
    return pd.DataFrame(
        [(item, turn) for item, turns in places.items() for turn in turns], columns=["item", "turn"]
    )


def test_what_always_comes_together_differs_from_chance():
    together = [0, 3, 6, 9, 21, 24, 27, 30]
    pair = pair_items(say(fish=together, salt=together), TURNS).iloc[0]
    assert (pair["one"], pair["other"], pair["n_both"]) == ("fish", "salt", 8)
    assert 1 < pair["by_chance"] < 2.2  # 4 * 4 / 20 in each of two events
    assert pair["differs"]


def test_what_shares_an_answer_now_and_then_does_not():
    pair = pair_items(say(fish=[0, 1, 2, 3, 20, 21], salt=[3, 4, 5, 6, 22, 23]), TURNS).iloc[0]
    assert pair["n_both"] == 1
    assert not pair["differs"]


def test_a_long_answer_holds_everything_by_chance():
    long = TURNS.assign(n_words=[10_000] + [10] * 18 + [10_000] + [10_000, 10_000] + [10] * 18)
    places = [0, 19, 20, 21]
    pair = pair_items(say(fish=places, salt=places), long).iloc[0]
    assert pair["by_chance"] > 3.8
    assert not pair["differs"]


def test_a_thing_of_two_answers_has_no_pairs_and_a_turn_counts_once():
    assert pair_items(say(fish=[0, 1], salt=[0, 1, 2]), TURNS).empty
    assert pair_items(say(fish=[0, 0, 1, 2], salt=[0, 1, 2]), TURNS)["n_both"].tolist() == [3]
