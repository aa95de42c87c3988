"""What is said again in shuffled words: next to nothing, where whole passages were said again."""

from __future__ import annotations

import pandas as pd

from analysis.phrases import list_reuse_chance

SOURCES = pd.DataFrame(
    {"source": ["spring", "autumn"], "event": ["spring", "autumn"], "date": ["2031-04-02", "2031-10-09"],
     "is_reference": True}
)  # fmt: skip


def speak(source: str, words: list[str]) -> pd.DataFrame:
    place = {"source": source, "sentence": 1, "position": range(1, len(words) + 1), "role": "answer"}
    return pd.DataFrame(place | {"norm": words})


SAME = [f"word{n}" for n in range(30)]
TOKENS = pd.concat([speak("spring", SAME), speak("autumn", SAME[:15] + [f"other{n}" for n in range(15)])])


def test_half_was_said_before_and_by_chance_nothing():
    (row,) = list_reuse_chance(TOKENS, SOURCES).to_dict("records")
    assert (row["figure"], row["source"], row["observed"]) == ("said_again", "all", 0.5)
    assert row["mean"] < 0.05
    assert row["n_draws"] == 39


def test_the_first_interview_has_none_before_it():
    assert list_reuse_chance(TOKENS, SOURCES.head(1)).empty
