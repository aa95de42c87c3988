"""What a word is, and the form under which it is counted."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.language import count_words_in, find_words, fold_word, fold_words, fold_words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We wait, and wait.", ["We", "wait", "and", "wait"]),
        ("the state's well-known towns’ don’t", ["the", "state's", "well-known", "towns", "don’t"]),
        ("4,500.75 tons in 2031.", ["4,500.75", "tons", "in", "2031"]),
        ("50% of $3 - or 3–4", ["50", "of", "3", "or", "3", "4"]),
        ("No_name _x_", ["No", "name", "x"]),
        ("U.S. e-mail", ["U.S.", "e-mail"]),
        (
            "U.S.-led, i.e. at 9 a.m. in Washington D.C.",
            ["U.S.-led", "i.e.", "at", "9", "a.m.", "in", "Washington", "D.C."],
        ),
        ("J.Moor and plan B.We", ["J", "Moor", "and", "plan", "B", "We"]),
        ("т.е. вот", ["т.е.", "вот"]),
        ("don´t won`t it′s `so` 5′11", ["don´t", "won`t", "it′s", "so", "5", "11"]),
        ('צה"ל צה״ל', ['צה"ל', "צה״ל"]),
        ("col·laborar a · b", ["col·laborar", "a", "b"]),
        ("नमस्ते दुनिया हिन्दी", ["नमस्ते", "दुनिया", "हिन्दी"]),
        ("مَرْحَبًا தமிழ் שָׁלוֹם", ["مَرْحَبًا", "தமிழ்", "שָׁלוֹם"]),
        (
            "to a.b@elm.example, or www.elm.example/a?b=1.",
            ["to", "a.b@elm.example", "or", "www.elm.example/a?b=1"],
        ),
        ("(https://elm.example/x_(y)) elm.com. B.C", ["https://elm.example/x_(y", "elm.com", "B.C"]),
        (
            "10-15, 10–15, 2031-05-17, F-16, 20-point",
            ["10", "15", "10", "15", "2031-05-17", "F-16", "20-point"],
        ),
        ("May 5,2025 and 1,00,000", ["May", "5", "2025", "and", "1,00,000"]),
        ("10\u202f000 and 2025\u202f300", ["10\u202f000", "and", "2025", "300"]),
        ("Selm–Elm, cost–benefit, the war–and", ["Selm–Elm", "cost", "benefit", "the", "war", "and"]),
        ("causes² km²", ["causes", "km"]),
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
     ("cafe\u0301", "caf\u00e9"), ("har\u00adbour", "harbour"),
     ("U.S.", "US"), ("US", "US"), ("Us", "us"), ("us", "us"), ("U.S.'s", "US's"), ("U.S.-led", "us-led"),
     ("I.M.F.", "imf"), ("IMF", "imf"), ("a.m.", "AM"), ("i.e.", "ie"), ("WHO", "WHO"), ("NOT", "not"), ("I", "i"),
     ("don´t", "don't"), ("צה״ל", 'צה"ל'), ("co\u0140laborar", "col\u00b7laborar"), ("10\u202f000", "10,000"),
     ("Selm–Elm", "selm-elm"), ("a.b@Elm.example", "a.b@elm.example"), ("2.5", "2.5")],
)  # fmt: skip
def test_folded_form(token, norm):
    assert fold_word(token) == norm


@pytest.mark.parametrize(
    ("broken", "norms"),
    [
        ("a 20-\nyear plan", ["a", "20-year", "plan"]),
        ("in 1980-\nharbour news", ["in", "1980-harbour", "news"]),
        ("won 2-\nHarbour news", ["won", "2", "harbour", "news"]),
        ("won 2-\nzzqx", ["won", "2", "zzqx"]),
    ],
)
def test_a_number_at_a_lines_end_keeps_its_hyphen_or_stands_alone(broken, norms):
    assert fold_words_of(broken) == norms


def test_the_pronoun_in_a_line_of_capitals_is_no_acronym():
    said = pd.Series(["THEY", "TOLD", "US", ".", "The", "US", "told", "us"])
    assert fold_words(said).tolist() == ["they", "told", "us", ".", "the", "US", "told", "us"]
    assert fold_words(pd.Series(["the", "US", "NATO", "envoy"])).tolist() == ["the", "US", "nato", "envoy"]


def test_words_that_look_like_missing_values_are_words():
    assert fold_words(pd.Series(["null", "NaN", "None"])).tolist() == ["null", "nan", "none"]


def test_no_words_stay_text():
    assert fold_words(pd.Series([], dtype="str")).str.endswith("a").tolist() == []


def test_folded_words_of_a_text():
    assert fold_words_of("The state’s Towns.") == ["the", "state's", "towns"]
