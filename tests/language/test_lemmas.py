"""Which words are left out when variants of a phrase are sought."""

from __future__ import annotations

import pandas as pd

from analysis.language.lemmas import flag_words, is_empty, is_function_word


def test_each_word_is_flagged_by_norm():
    words = pd.Series(["us", "US", "harbour", "1990"])
    assert flag_words(words, is_function_word).tolist() == [True, False, False, False]  # US is a state
    assert flag_words(words, is_empty).tolist() == [True, False, False, True]


def test_no_words_have_no_flags():
    assert flag_words(pd.Series([], dtype="str"), is_empty).tolist() == []
