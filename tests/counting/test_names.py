"""Names are told by how a text prints them; every text here is invented."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counting.names import flag_names, print_words, read_spoken
from analysis.counting.sentences import count_sentences, split_sentences
from analysis.counting.tokens import split_tokens


def words_of(text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    segments = pd.DataFrame(
        {"segment": [1], "paragraph": [1], "role": ["answer"], "start": [0], "end": [len(text)]}
    )
    sentences = split_sentences(text, segments)
    return split_tokens(text, segments, sentences), sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Aldane and the Varoshi envoy.", "Aldane Varoshi"),
        ("Aldane waits. We asked Aldane’s men.", "Aldane Aldane’s"),  # first words are names if seen inside
        ("Naturally we wait. Absolutely.", ""),
        ("She said: “Absolutely.” Then (Certainly) she left.", ""),
        ("We told Hunter that the hunter left.", ""),  # also a common word here
        ("We told Hunter that the boat left.", "Hunter"),
        ("The President of the Security Council signed the Charter.", ""),
        ("Russia waits.", "Russia"),  # the word list knows it
        ("Multipolarity grows.", ""),  # and does not know this
        ("The OSCE left and I’m glad.", ""),
        ("They met A. B. Corvin there, and left before it rained.", "B Corvin"),
        ("The Most Important Harbours Of Norland Were Closed By Ice.", ""),  # capitals show nothing
        ("WE MET ALDANE.", ""),
        ("we met aldane.", ""),
        ("Pro-Norland men left the US-Varosh talks.", "US-Varosh"),
    ],
)
def test_names(text, names):
    tokens, _ = words_of(text)
    assert tokens.loc[flag_names(text, read_spoken(tokens)), "token"].tolist() == names.split()


def test_no_words_have_no_names():
    tokens, _ = words_of("")
    assert flag_names("", read_spoken(tokens)).tolist() == []


def test_a_name_is_not_difficult():
    text = "We asked Oskaravik. It declined."
    tokens, sentences = words_of(text)
    assert count_sentences(text, tokens, sentences)["n_difficult_words"].tolist() == [0, 1]  # "declined"


def test_acronyms_keep_their_capitals_unless_all_words_of_the_sentence_have_them():
    tokens, _ = words_of("We left the OSCE. NOBODY LEFT THE OSCE. I’m here.")
    codes, forms = print_words(read_spoken(tokens))
    assert [forms[code] for code in codes] == [
        "We",
        "left",
        "the",
        "OSCE",
        "nobody",
        "left",
        "the",
        "osce",
        "I'm",
        "here",
    ]
