"""What a word is, and the form under which it is counted."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.language.words import count_words_in, find_words, fold_word, fold_words, fold_words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We wait, and wait.", ["We", "wait", "and", "wait"]),
        ("the state's well-known towns’ don’t", ["the", "state's", "well-known", "towns", "don’t"]),
        ("4,500.75 tons in 2031.", ["4,500.75", "tons", "in", "2031"]),
        ("50% of $3 - or 3–4", ["50", "of", "3", "or", "3", "4"]),
        ("No_name _x_", ["No", "name", "x"]),
        ("U.S. e-mail", ["U", "S", "e-mail"]),
        ("Krušná Ürün Ελλάδα", ["Krušná", "Ürün", "Ελλάδα"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("har\u00adbour a\u200bb", ["har\u00adbour", "a", "b"]),
        ("— … “” (!)", []),
        ("", []),
    ],
)
def test_words_of_a_text(text, words):
    assert [text[start:end] for start, end in find_words(text)] == words
    assert count_words_in(text) == len(words)


def test_words_of_a_stretch_have_offsets_into_the_text():
    assert find_words("one two three", 4, 7) == [(4, 7)]


@pytest.mark.parametrize(
    ("token", "norm"),
    [("Don’t", "don't"), ("Well‑known", "well-known"), ("STRASSE", "strasse"), ("Straße", "strasse"),
     ("cafe\u0301", "caf\u00e9"), ("har\u00adbour", "harbour")],
)  # fmt: skip
def test_folded_form(token, norm):
    assert fold_word(token) == norm


def test_words_that_look_like_missing_values_are_words():
    assert fold_words(pd.Series(["null", "NaN", "None"])).tolist() == ["null", "nan", "none"]


def test_no_words_stay_text():
    assert fold_words(pd.Series([], dtype="str")).str.endswith("a").tolist() == []


def test_folded_words_of_a_text():
    assert fold_words_of("The state’s Towns.") == ["the", "state's", "towns"]
