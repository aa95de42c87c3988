"""Which words are left out when variants of a phrase are sought."""

from __future__ import annotations

import pandas as pd

from analysis.language.lemmas import flag_words, is_empty, is_function_word, lemmatise


def test_each_word_is_flagged_by_norm():
    words = pd.Series(["us", "US", "harbour", "1990"])
    assert flag_words(words, is_function_word).tolist() == [True, False, False, False]  # US is a state
    assert flag_words(words, is_empty).tolist() == [True, False, False, True]


def test_no_words_have_no_flags():
    assert flag_words(pd.Series([], dtype="str"), is_empty).tolist() == []


def test_decades_are_their_own_lemmas():
    decades = ["1980s", "1990s", "2000s", "mid-1990s"]  # simplemma 2.0.0 spells out the second and the third
    assert [lemmatise(decade) for decade in decades] == decades
