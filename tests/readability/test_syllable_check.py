"""How far syllables can be trusted: the fallback's share and its error, on words one can look up."""

from __future__ import annotations

import pandas as pd
import pytest
from textstat.backend import utils

from analysis.language import is_held_out
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


def test_the_error_is_that_of_the_words_held_out():
    errors = measure_fallback(n=300, seed=4)
    pd.testing.assert_frame_equal(errors, measure_fallback(n=300, seed=4))
    assert not errors.equals(measure_fallback(n=300, seed=5))
    all_words = errors[errors["words"] == "all"].set_index("by")
    assert all_words["n_words"].tolist() == [300, 300]
    assert (errors["share_exact"] < errors["share_within_one"]).all()
    assert (errors["mean_absolute_error"] >= abs(errors["mean_error"])).all()
    assert (
        all_words.at["spelling", "mean_absolute_error"]
        < all_words.at["hyphenation", "mean_absolute_error"] / 4
    )


def test_names_and_others_make_up_all_words():
    by_words = measure_fallback(n=300).query("by == 'spelling'").set_index("words")["n_words"]
    assert by_words["names"] + by_words["others"] == by_words["all"]


def test_words_that_begin_alike_are_held_out_together():
    assert len({is_held_out(word) for word in ("harbour", "harbours", "harboured", "harbor")}) == 1
    words = [word for word in utils.get_cmudict("en_US") if word.isalpha()]
    assert 1 / 13 < sum(map(is_held_out, words)) / len(words) < 1 / 9
