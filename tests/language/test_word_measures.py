"""What is counted inside a word. The expected values are counted by ear and eye, not taken from the code."""

from __future__ import annotations

import socket

import pandas as pd
import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.language.easy_words import is_difficult, is_unfamiliar
from analysis.language.letter_sounds import sound_letters
from analysis.language.syllables import count_syllables, is_pronounced
from analysis.language.word_measures import count_in_each, count_letters, count_words


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("cake", 4),
        ("don't", 4),
        ("don’t", 4),
        ("well-known", 9),
        ("9,000", 4),
        ("café", 4),
        ("cafe\u0301", 4),  # the accent as a character of its own
        ("москва", 6),
        ("-", 0),
        ("", 0),
    ],
)
def test_letters_are_letters_and_digits(word, n):
    assert count_letters(word) == n


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("cake", 1),
        ("water", 2),
        ("Water", 2),
        ("government", 3),  # gov-ern-ment, the first pronunciation
        ("understanding", 4),
        ("nan", 1),
        ("null", 1),
        ("don’t", 1),
        ("hmm", 1),  # no vowel, yet spoken
        ("café", 2),
        ("cafe\u0301", 2),
        ("méxico", 3),
        ("", 0),
        ("-", 0),
        ("'", 0),
    ],
)
def test_syllables_of_plain_words(word, n):
    assert count_syllables(word) == n


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("well-known", 2),  # well + known
        ("well‑known", 2),  # with a no-break hyphen
        ("anti-government", 5),  # an-ti + gov-ern-ment
        ("military-to-military", 9),  # 4 + 1 + 4
        ("u.s", 2),  # u + s
        ("country's", 2),
        ("country’s", 2),
        ("conflict's", 2),  # the possessive is not in the dictionary, the noun is
        ("quartz's", 2),  # nor is this one: the 's is heard after a hiss
    ],
)
def test_syllables_of_compounds_and_possessives(word, n):
    assert count_syllables(word) == n


@pytest.mark.parametrize(("word", "n"), [("9,000", 1), ("2.5", 1), ("1990s", 1), ("18th", 1), ("f-16", 2)])
def test_a_figure_is_one_syllable(word, n):
    # Flesch (1979), How to write plain English: figures count as words of one syllable.
    assert count_syllables(word) == n


@pytest.mark.parametrize(
    "word", ["cake", "Cake", "monday", "don't", "don’t", "he's", "mr", "mr.", "good-bye"]
)
def test_words_on_the_list_of_1948_are_easy(word):
    assert not is_difficult(word)


@pytest.mark.parametrize("word", ["parliament", "nan", "null", "café", "television", "varosh"])
def test_other_words_are_difficult(word):
    assert is_difficult(word)


# The examples of the authors' instructions (Dale and Chall 1948), and siblings of them.
FAMILIAR = """
asked asks asking cities boy's boys' drops dropped dropping moved moving dying seen given known longer prettier bravest
redder reddest largest soundly owner sandy golden countries visited U.S. US a.m. Nov. 1947
"""
UNFAMILIAR = (
    "burner opener oxen wolves woolly easily sharpen clippings treatment meaningfully UN Y.M.C.A. rered"
)


@pytest.mark.parametrize("word", FAMILIAR.split())
def test_a_listed_word_with_one_regular_ending_is_easy(word):
    assert not is_difficult(word)


@pytest.mark.parametrize("word", UNFAMILIAR.split())
def test_other_endings_two_endings_and_irregular_forms_are_difficult(word):
    assert is_difficult(word)


def test_textstat_finds_no_inflection():
    assert textstat.is_difficult_word("asked", syllable_threshold=0)


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("OSCE", 4),  # not in the dictionary: spelled
        ("osce", 1),  # by its spelling; only capitals tell an acronym
        ("OSCE's", 4),
        ("NATO", 2),  # a word of the dictionary
        ("US", 2),  # the dictionary spells it too
        ("us", 1),
        ("UNHCR", 5),  # no word ends so
        ("BRICS", 1),
        ("CELAC", 2),
        ("MPs", 2),
        ("WTO", 5),  # double-u is three
        ("US-Russian", 4),
        ("NEVER", 2),
    ],
)
def test_acronyms_are_spelled_unless_they_are_spoken(word, n):
    assert count_syllables(word) == n


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("every", 2),
        ("different", 2),
        ("struggling", 2),
        ("listening", 3),
        ("our", 2),
        ("memory", 3),
        ("o’clock", 2),
    ],
)
def test_of_two_pronunciations_the_shorter_counts_where_a_weak_vowel_is_dropped(word, n):
    assert count_syllables(word) == n


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("oskaravik", 4),
        ("varosh", 2),
        ("tallinn", 2),
        ("aldane", 2),
        ("norland", 2),
        ("pskov", 1),
        ("xyz", 1),
        ("", 1),
    ],
)
def test_names_have_the_syllables_of_their_spelling(word, n):
    assert sound_letters(word) == n


@pytest.mark.parametrize(
    ("word", "difficult"),
    [
        ("9,000", False),
        ("18th", False),
        ("country's", False),
        ("country’s", False),
        ("parliament's", True),
        ("ice-cold", False),  # both parts are on the list
        ("ice-parliament", True),  # one part is not
        ("1990-style", True),
        ("so-called", False),  # a regular form of "call"
        ("", False),
        ("-", False),
    ],
)
def test_numbers_possessives_and_compounds_by_the_rules_of_dale_and_chall(word, difficult):
    assert is_difficult(word) is difficult


@pytest.mark.parametrize(
    ("word", "unfamiliar"),
    [
        ("ask", False),
        ("asked", True),
        ("airport", True),
        ("ice-cold", False),
        ("9,000", False),
        ("Can’t", False),
    ],
)
def test_words_on_the_list_of_1974_are_familiar(word, unfamiliar):
    # "airport" is on the list of 1948 and not on the shorter one of Spache.
    assert is_unfamiliar(word) is unfamiliar


@pytest.mark.parametrize(
    ("word", "pronounced"),
    [("cake", True), ("well-known", True), ("country's", True), ("1990s", True), ("Oskaravik", False)],
)
def test_a_word_is_pronounced_if_all_its_parts_are(word, pronounced):
    assert is_pronounced(word) is pronounced


def test_count_words_keeps_rows_and_index():
    words = pd.Series(["nan", "understanding", "nan", "9,000"], index=[7, 7, 1, 2])
    expected = pd.DataFrame(
        {
            "n_letters": [3, 13, 3, 4],
            "n_syllables": [1, 4, 1, 1],
            "n_monosyllable": [1, 0, 1, 1],
            "n_polysyllable": [0, 1, 0, 0],
            "n_long": [0, 1, 0, 0],
            "n_mini": [1, 0, 1, 0],
            "n_difficult": [1, 0, 1, 0],
            "n_unfamiliar": [1, 1, 1, 0],
        },
        index=[7, 7, 1, 2],
    )
    pd.testing.assert_frame_equal(count_words(words), expected)


def test_long_means_seven_letters_not_seven_characters():
    # Björnsson (1968): more than six letters. "he'll-be" has 6 letters and 8 characters.
    assert count_words(pd.Series(["picture", "summer", "he'll-be"]))["n_long"].tolist() == [1, 0, 0]


def test_count_words_of_nothing():
    counted = count_words(pd.Series([], dtype="str"))
    assert counted.empty
    assert list(counted) == list(count_words(pd.Series(["cake"])))


def test_a_missing_word_is_refused():
    with pytest.raises(InputError, match="keep_default_na"):
        count_words(pd.Series(["cake", None]))


@given(st.text(max_size=12))
def test_any_text_is_counted(word):
    assert count_syllables(word) >= 0
    assert is_difficult(word) in (True, False)


@given(st.text(alphabet="abcéñßшчя019'’ʼ-–.,_ /&", max_size=12))
def test_what_has_letters_has_syllables(word):
    assert (count_syllables(word) > 0) == (count_letters(word) > 0)


@given(st.sampled_from(["cake", "water", "understanding", "parliament", "country's", "don't"]))
def test_case_and_apostrophe_change_nothing(word):
    curly = word.upper().replace("'", "’")
    assert count_syllables(curly) == count_syllables(word)
    assert is_difficult(curly) == is_difficult(word)


def test_the_language_setting_of_textstat_changes_nothing():
    textstat.set_lang("de_DE")
    try:
        count_syllables.cache_clear()
        assert count_syllables("lighthouse-keeper") == 4
    finally:
        textstat.set_lang("en_US")


def test_no_network_is_used(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a word was looked up on the network")

    monkeypatch.setattr(socket, "socket", refuse)
    assert count_syllables("novorel-understanding") >= 5
    assert is_difficult("novorel-understanding")


@pytest.mark.parametrize("word", ["water", "as", "ministers", "treatment", "zorbling"])
def test_a_capital_in_front_changes_no_measure(word):
    measured = count_in_each([word, word.title()])
    assert all(first == second for first, second in measured.values())


@pytest.mark.parametrize(("word", "n"), [("A", 1), ("US", 2), ("MPs", 2), ("As", 1)])
def test_an_acronym_is_spelled(word, n):
    assert count_in_each([word])["n_syllables"].tolist() == [n]
