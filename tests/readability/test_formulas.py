"""The formulas against worked examples, their papers and textstat; their facts."""

from __future__ import annotations

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from analysis.readability import formulas as f
from analysis.readability.conformance import compare_counts, compare_textstat, list_examples, read_sample
from analysis.readability.formulas import FORMULAS, formula_facts

NAMES = [formula.formula for formula in FORMULAS]
ASKED = {
    "Flesch reading ease",
    "Flesch-Kincaid grade",
    "Gunning fog index",
    "SMOG grade",
    "Automated Readability Index",
    "Coleman-Liau index",
    "Dale-Chall score (1948)",
    "Linsear Write",
    "LIX",
    "RIX",
    "FORCAST grade",
    "Spache grade (1974)",
    "McAlpine EFLAW",
}

# Examples ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", list_examples().to_dict("records"), ids=lambda row: row["where"][:40])
def test_every_example_agrees(example):
    assert example["ours"] == pytest.approx(example["expected"], abs=example["within"], rel=0)


def test_every_formula_has_an_example_and_says_what_it_rests_on():
    examples = list_examples()
    assert set(examples["formula"]) == set(NAMES)
    assert set(examples["basis"]) == {"worked example", "hand arithmetic"}
    # Arithmetic agrees to nine decimals; a grade that a paper prints, within its rounding.
    assert set(examples.loc[examples["basis"] == "hand arithmetic", "within"]) == {1e-9}


@pytest.mark.parametrize(
    ("words_per_sentence", "syllables_per_100", "low", "high"),
    [
        (8, 123, 90, 100),  # very easy: comics
        (11, 131, 80, 90),
        (14, 139, 70, 80),
        (17, 147, 60, 70),  # standard: digests
        (21, 155, 50, 60),
        (25, 167, 30, 50),
        (29, 192, 0, 30),  # very difficult: scientific
    ],
)
def test_flesch_agrees_with_the_table_of_typical_texts(words_per_sentence, syllables_per_100, low, high):
    # Flesch (1948): typical sentence length and syllables of each band of his scale.
    score = f.flesch_reading_ease(
        n_words=100, n_sentences=100 / words_per_sentence, n_syllables=syllables_per_100
    )
    assert low <= score <= high


def test_the_easiest_possible_text():
    # Sentences of one syllable: 206.835 - 1.015 - 84.6 and 0.39 + 11.8 - 15.59
    assert f.flesch_reading_ease(n_words=1, n_sentences=1, n_syllables=1) == pytest.approx(121.22)
    assert f.flesch_kincaid(n_words=1, n_sentences=1, n_syllables=1) == pytest.approx(-3.4)


@pytest.mark.parametrize(("n_polysyllables", "grade"), [(95, 13), (110, 13)])
def test_smog_agrees_with_the_short_rule_of_its_paper(n_polysyllables, grade):
    # McLaughlin (1969) takes the root of 100 for both counts and adds 3.
    assert f.smog(n_sentences=30, n_polysyllables=n_polysyllables) == pytest.approx(grade, abs=1.1)


def test_a_text_printed_twice_has_the_same_smog_grade():
    once = f.smog(n_sentences=30, n_polysyllables=64)
    assert f.smog(n_sentences=60, n_polysyllables=128) == pytest.approx(once)


@given(st.floats(300, 700), st.floats(1, 20))
def test_coleman_liau_agrees_with_its_two_steps(letters, sentences):
    # Coleman and Liau (1975), with letters and sentences in 100 words: cloze percentage, then grade.
    cloze = 141.8401 - 0.214590 * letters + 1.079812 * sentences
    grade = -27.4004 * cloze / 100 + 23.06395
    assert f.coleman_liau(n_words=100, n_sentences=sentences, n_letters=letters) == pytest.approx(
        grade, abs=0.01
    )


@given(st.integers(0, 99))
def test_one_more_difficult_word_makes_a_text_harder_after_dale_and_chall(n):
    # 15.79 for the share of words, the constant aside (1948); readability 0.3.2 turns the order round at 5 percent.
    one, more = (f.dale_chall(n_words=100, n_sentences=5, n_difficult_words=count) for count in (n, n + 1))
    assert more - one == pytest.approx(0.1579)


@given(st.integers(0, 150))
def test_forcast_is_the_tenth_part_of_its_paper(n):
    # Caylor, Sticht, Fox and Ford (1973): 20 - N / 10, N words of one syllable in 150 words.
    assert f.forcast(n_words=150, n_monosyllables=n) == pytest.approx(20 - n / 10)
    assert f.forcast(n_words=1500, n_monosyllables=10 * n) == pytest.approx(20 - n / 10)


# Beside textstat -----------------------------------------------------------------------------------


def test_the_counters_part_only_where_the_page_says_so():
    counts = compare_counts(read_sample()).set_index("count")
    parted = counts[counts["difference"] != 0]
    of_syllables = ["syllables", "monosyllables", "polysyllables"]
    assert list(parted.index) == ["sentences", *of_syllables, "difficult words"]
    assert (parted["cause"] != "").all()
    assert (counts.loc[counts["difference"] == 0, "cause"] == "").all()


def test_textstat_drops_short_sentences_and_splits_at_initials():
    # The causes that the page names: three sentences count as one, and one as two.
    assert textstat.sentence_count("No. Never. We wait for them.") == 1
    assert textstat.sentence_count("The harbour of A. B. Corvin is closed today.") == 2


def test_on_textstats_counts_the_same_formulas_give_its_scores():
    scores = compare_textstat(read_sample()).set_index("formula")
    same = scores[scores["cause"].str.startswith("The formula is the same")]
    assert set(same.index) == {
        *("flesch_reading_ease", "flesch_kincaid", "smog", "dale_chall", "lix", "rix", "eflaw"),
    }
    assert same["with_their_counts"].tolist() == pytest.approx(same["textstat"].tolist(), abs=1e-9)


def test_what_remains_has_the_cause_that_the_page_names():
    text = read_sample()
    scores = compare_textstat(text).set_index("formula")
    letters = 100 * textstat.letter_count(text) / textstat.lexicon_count(text)
    remaining = scores["with_their_counts"] - scores["textstat"]
    # 0.0588 less 0.058 for each letter in 100 words
    assert remaining["coleman_liau"] == pytest.approx(0.0008 * letters)
    # 4.71 for each mark in a word, the lone dash being a word
    n_words = textstat.lexicon_count(text)
    more = textstat.char_count(text) / (n_words + 1) - textstat.letter_count(text) / n_words
    assert remaining["automated_readability"] == pytest.approx(-4.71 * more)
    # when it takes the whole text, the score is the same
    whole = textstat.linsear_write_formula(text, strict_upper=False)
    assert scores.loc["linsear_write", "with_their_counts"] == pytest.approx(whole)


# Facts ---------------------------------------------------------------------------------------------


def test_every_formula_has_all_its_facts():
    facts = formula_facts()
    assert facts["formula"].tolist() == NAMES
    assert len(NAMES) >= 12 and set(facts["label"]) >= ASKED
    assert facts["formula"].is_unique and facts["label"].is_unique
    assert (facts.drop(columns=["year", "min_words", "min_sentences"]).map(len) > 0).all(axis=None)
    assert set(facts["direction"]) == {"higher is easier", "higher is harder"}
    assert facts["year"].between(1948, 2009).all()
    assert facts.set_index("formula").loc["smog", ["min_sentences", "counts"]].tolist() == [
        30,
        "n_sentences, n_polysyllables",
    ]


def test_a_formula_is_called_what_its_row_is_called():
    assert [formula.score.__name__ for formula in FORMULAS] == NAMES
