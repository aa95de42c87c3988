"""The formulas against their papers and hand arithmetic; the tables against small tables typed by hand."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from analysis import readability as r
from analysis.errors import InputError
from analysis.wordcounts import count_words

NAMES = [formula.formula for formula in r.FORMULAS]


def make_sentences(n: int = 40, **columns) -> pd.DataFrame:
    """Sentences of 10 words, 50 letters, 15 syllables, 1 polysyllable, 2 long and 3 difficult words."""
    facts = {"source": "a", "role": "answer", "n_words": 10, "n_letters": 50, "n_syllables": 15}
    facts |= {"n_polysyllables": 1, "n_long_words": 2, "n_difficult_words": 3}
    return pd.DataFrame(facts | columns, index=range(n))


def scores(sentences: pd.DataFrame) -> pd.Series:
    return r.score_readability(sentences).set_index("formula")["score"]


# Golden values -------------------------------------------------------------------------------------


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
    score = r.flesch_reading_ease(
        n_words=100, n_sentences=100 / words_per_sentence, n_syllables=syllables_per_100
    )
    assert low <= score <= high


def test_flesch_by_hand():
    # 206.835 - 1.015 * 100/5 - 84.6 * 150/100 = 206.835 - 20.3 - 126.9
    assert r.flesch_reading_ease(n_words=100, n_sentences=5, n_syllables=150) == pytest.approx(59.635)
    # The easiest possible text, sentences of one syllable: 206.835 - 1.015 - 84.6
    assert r.flesch_reading_ease(n_words=1, n_sentences=1, n_syllables=1) == pytest.approx(121.22)


def test_flesch_kincaid_by_hand():
    # 0.39 * 20 + 11.8 * 1.5 - 15.59 = 7.8 + 17.7 - 15.59
    assert r.flesch_kincaid(n_words=100, n_sentences=5, n_syllables=150) == pytest.approx(9.91)
    # The lowest possible grade: 0.39 + 11.8 - 15.59
    assert r.flesch_kincaid(n_words=1, n_sentences=1, n_syllables=1) == pytest.approx(-3.4)


def test_gunning_fog_by_hand():
    # 0.4 * (100/5 + 10 per cent) = 0.4 * 30
    assert r.gunning_fog(n_words=100, n_sentences=5, n_polysyllables=10) == pytest.approx(12)


def test_smog_by_hand():
    # 30 sentences, 64 polysyllables: 3.1291 + 1.0430 * 8
    assert r.smog(n_sentences=30, n_polysyllables=64) == pytest.approx(11.4731)
    # twice the text, the same grade
    assert r.smog(n_sentences=60, n_polysyllables=128) == pytest.approx(11.4731)


@pytest.mark.parametrize(("n_polysyllables", "grade"), [(95, 13), (110, 13)])
def test_smog_agrees_with_the_short_rule_of_its_paper(n_polysyllables, grade):
    # McLaughlin (1969) takes the root of 100 for both counts and adds 3.
    assert r.smog(n_sentences=30, n_polysyllables=n_polysyllables) == pytest.approx(grade, abs=1.1)


def test_automated_readability_by_hand():
    # 4.71 * 4.5 + 0.5 * 20 - 21.43 = 21.195 + 10 - 21.43
    assert r.automated_readability(n_words=100, n_sentences=5, n_letters=450) == pytest.approx(9.765)


def test_coleman_liau_of_the_abstract_of_its_paper():
    # The abstract of Coleman and Liau (1975) has 119 words, 5 sentences, 639 letters and digits: grade 14.5.
    assert r.coleman_liau(n_words=119, n_sentences=5, n_letters=639) == pytest.approx(14.5, abs=0.05)


@given(st.floats(300, 700), st.floats(1, 20))
def test_coleman_liau_agrees_with_its_two_steps(letters, sentences):
    # Coleman and Liau (1975), with letters and sentences in 100 words: cloze percentage, then grade.
    cloze = 141.8401 - 0.214590 * letters + 1.079812 * sentences
    grade = -27.4004 * cloze / 100 + 23.06395
    assert r.coleman_liau(n_words=100, n_sentences=sentences, n_letters=letters) == pytest.approx(
        grade, abs=0.01
    )


def test_dale_chall_by_hand():
    # 0.1579 * 10 per cent + 0.0496 * 20 + 3.6365 = 1.579 + 0.992 + 3.6365
    assert r.dale_chall(n_words=100, n_sentences=5, n_difficult_words=10) == pytest.approx(6.2075)
    # No word is difficult: 0.992 + 3.6365, in the lowest band (4.9 and below) of the paper's grade table
    assert r.dale_chall(n_words=100, n_sentences=5, n_difficult_words=0) == pytest.approx(4.6285)


def test_lix_and_rix_by_hand():
    # 100/5 + 25 per cent = 45; 25 long words / 5 sentences = 5
    assert r.lix(n_words=100, n_sentences=5, n_long_words=25) == pytest.approx(45)
    assert r.rix(n_sentences=5, n_long_words=25) == pytest.approx(5)


# textstat, on a text where its counters and ours agree ---------------------------------------------

PLAIN = (
    "The old sailor put his boat on the sand and went home. "
    "His daughter asked the captain for a letter about the negotiation. "
    "The parliament of the island met in the harbour on a cold evening."
)


@pytest.fixture
def plain() -> dict[str, int]:
    counted = count_words(pd.Series(re.findall(r"\w+", PLAIN.lower()))).agg(["sum", "count"])
    total = counted.loc["sum"]
    return {
        "n_words": counted.loc["count", "n_letters"],
        "n_sentences": 3,
        "n_letters": total["n_letters"],
        "n_syllables": total["n_syllables"],
        "n_polysyllables": total["n_polysyllable"],
        "n_long_words": total["n_long"],
        "n_difficult_words": total["n_difficult"],
    }


def test_the_counters_agree_on_a_plain_text(plain):
    assert plain == {
        "n_words": textstat.lexicon_count(PLAIN),
        "n_sentences": textstat.sentence_count(PLAIN),
        "n_letters": textstat.letter_count(PLAIN),
        "n_syllables": textstat.syllable_count(PLAIN),
        "n_polysyllables": textstat.polysyllabcount(PLAIN),
        "n_long_words": textstat.long_word_count(PLAIN),
        "n_difficult_words": textstat.difficult_words(PLAIN, syllable_threshold=0),
    }


@pytest.mark.parametrize(
    ("formula", "theirs"),
    [
        ("flesch_reading_ease", textstat.flesch_reading_ease),
        ("flesch_kincaid", textstat.flesch_kincaid_grade),
        ("gunning_fog", textstat.gunning_fog),  # none of the polysyllables is on its list of easy words
        ("smog", textstat.smog_index),
        ("dale_chall", textstat.dale_chall_readability_score),  # more than 5 % of the words are difficult
        ("lix", textstat.lix),
        ("rix", textstat.rix),
    ],
)
def test_the_formulas_agree_with_textstat(plain, formula, theirs):
    (row,) = (row for row in r.FORMULAS if row.formula == formula)
    assert row.score(**{count: plain[count] for count in row.counts}) == pytest.approx(theirs(PLAIN))


def test_automated_readability_agrees_with_textstat_but_for_the_full_stops(plain):
    with_stops = plain["n_letters"] + 3  # textstat counts punctuation as characters
    ours = r.automated_readability(n_words=plain["n_words"], n_sentences=3, n_letters=with_stops)
    assert ours == pytest.approx(textstat.automated_readability_index(PLAIN))


def test_coleman_liau_agrees_with_textstat_but_for_a_clipped_constant(plain):
    # textstat has 0.058 where the paper leads to 0.0588: 0.0008 for each letter in 100 words.
    clipped = 0.0008 * 100 * plain["n_letters"] / plain["n_words"]
    ours = r.coleman_liau(n_words=plain["n_words"], n_sentences=3, n_letters=plain["n_letters"])
    assert ours - clipped == pytest.approx(textstat.coleman_liau_index(PLAIN))


# Facts ---------------------------------------------------------------------------------------------


def test_every_formula_has_all_its_facts():
    facts = r.formula_facts()
    assert facts["formula"].tolist() == NAMES
    assert facts["formula"].is_unique and facts["label"].is_unique
    assert (facts.drop(columns=["year", "min_words", "min_sentences"]).map(len) > 0).all(axis=None)
    assert set(facts["direction"]) == {"higher is easier", "higher is harder"}
    assert facts["year"].between(1948, 1983).all()
    assert facts.set_index("formula").loc["smog", ["min_sentences", "counts"]].tolist() == [
        30,
        "n_sentences, n_polysyllables",
    ]


@pytest.mark.parametrize("n_words", [20, 40])
def test_longer_sentences_are_harder(n_words):
    # The same words in fewer sentences: 400 words of the same kind in 40 sentences, then in fewer.
    short, n_long = make_sentences(40), 400 // n_words
    grown = [column for column in short if column.startswith("n_")]
    long = make_sentences(n_long).assign(**{column: short[column].iloc[0] * n_words / 10 for column in grown})
    long = pd.concat([long, long.assign(source="a")] * 2)  # enough sentences for every formula
    assert_harder(long, short)


@pytest.mark.parametrize(
    ("column", "value", "moved"),
    [
        ("n_syllables", 25, {"flesch_reading_ease", "flesch_kincaid"}),
        ("n_letters", 80, {"automated_readability", "coleman_liau"}),
        ("n_polysyllables", 5, {"gunning_fog", "smog"}),
        ("n_long_words", 6, {"lix", "rix"}),
        ("n_difficult_words", 8, {"dale_chall"}),
    ],
)
def test_harder_words_are_harder(column, value, moved):
    assert_harder(make_sentences(**{column: value}), make_sentences(), only=moved)


def assert_harder(harder: pd.DataFrame, easier: pd.DataFrame, only: set[str] | None = None) -> None:
    facts = r.formula_facts().set_index("formula")
    sign = np.where(facts["direction"] == "higher is harder", 1, -1)
    difference = (scores(harder) - scores(easier))[facts.index] * sign
    assert set(difference.index[difference > 0]) == (set(NAMES) if only is None else only)
    assert (difference >= 0).all()


# Tables --------------------------------------------------------------------------------------------


def test_a_group_is_scored_on_its_totals():
    # 40 sentences of 10 words and 15 syllables: 206.835 - 1.015 * 10 - 84.6 * 1.5 = 69.785
    scored = r.score_readability(make_sentences())
    assert list(scored) == ["source", "role", "formula", "score", "n_words", "n_sentences", "reason"]
    assert scored["formula"].tolist() == NAMES
    first = scored.iloc[0]
    assert first["score"] == pytest.approx(69.785)
    assert (first["n_words"], first["n_sentences"], first["reason"]) == (400, 40, "")


def test_groups_come_in_order_of_their_names_and_any_column_groups():
    one = pd.concat([make_sentences(source="b"), make_sentences(source="a"), make_sentences(role="question")])
    assert r.score_readability(one)["source"].tolist() == ["a"] * 2 * len(NAMES) + ["b"] * len(NAMES)
    by_event = r.score_readability(one.assign(event="e"), by=["event"])
    assert list(by_event)[:2] == ["event", "formula"]
    assert by_event["n_words"].eq(1200).all()


def test_too_short_a_text_has_no_score_and_a_reason():
    scored = r.score_readability(make_sentences(12)).set_index("formula")  # 120 words
    assert np.isnan(scored.loc["smog", "score"])
    assert scored.loc["smog", "reason"] == "needs 30 sentences, has 12"
    assert (scored["reason"] == "").sum() == len(NAMES) - 1
    assert scored["score"].isna().equals(scored["reason"] != "")
    shorter = r.score_readability(make_sentences(3)).set_index("formula")  # 30 words
    assert shorter["score"].isna().all()
    assert shorter.loc["lix", "reason"] == "needs 100 words, has 30"


def test_sentences_without_words_do_not_count():
    empty = make_sentences(5, n_words=0, n_letters=0, n_syllables=0)
    with_empty = pd.concat([make_sentences(), empty, empty.assign(source="c")])
    pd.testing.assert_frame_equal(r.score_readability(with_empty), r.score_readability(make_sentences()))
    pd.testing.assert_frame_equal(r.describe_sentences(with_empty), r.describe_sentences(make_sentences()))


def test_components_by_hand():
    # Three sentences of 2, 4 and 12 words: 18 words, mean 6, median 4.
    sentences = make_sentences(3).assign(n_words=[2, 4, 12], n_letters=30, n_syllables=[3, 9, 15])
    (row,) = r.describe_sentences(sentences).to_dict("records")
    assert row == {
        "source": "a",
        "role": "answer",
        "n_sentences": 3,
        "n_words": 18,
        "words_per_sentence": 6,
        "median_words_per_sentence": 4,
        "letters_per_word": 5,  # 90 / 18
        "syllables_per_word": 1.5,  # 27 / 18
        "share_polysyllables": pytest.approx(1 / 6),  # 3 / 18
        "share_long_words": pytest.approx(1 / 3),  # 6 / 18
        "share_difficult_words": 0.5,  # 9 / 18
    }


def test_no_sentences_give_no_rows():
    assert r.score_readability(make_sentences(0)).empty
    assert r.describe_sentences(make_sentences(0)).empty
    assert list(r.score_readability(make_sentences(0))) == list(r.score_readability(make_sentences()))


def test_a_missing_column_is_named():
    with pytest.raises(InputError, match="no column event; merge it"):
        r.score_readability(make_sentences(), by=["event"])
    with pytest.raises(InputError, match="n_syllables"):
        r.describe_sentences(make_sentences().drop(columns="n_syllables"))


sentence = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["a", "b"]),
        "role": st.sampled_from(["answer", "question"]),
        "n_words": st.integers(0, 60),
        "n_letters": st.integers(0, 300),
        "n_syllables": st.integers(0, 100),
        "n_polysyllables": st.integers(0, 20),
        "n_long_words": st.integers(0, 20),
        "n_difficult_words": st.integers(0, 20),
    }
)


@given(st.lists(sentence, min_size=1, max_size=40), st.randoms())
def test_the_order_of_sentences_changes_nothing(rows, random):
    mixed = rows.copy()
    random.shuffle(mixed)
    before, after = pd.DataFrame(rows), pd.DataFrame(mixed)
    pd.testing.assert_frame_equal(r.score_readability(before), r.score_readability(after))
    pd.testing.assert_frame_equal(r.describe_sentences(before), r.describe_sentences(after))


@given(st.lists(sentence, min_size=1, max_size=40))
def test_printing_a_text_twice_changes_no_score(rows):
    once = pd.DataFrame(rows)
    one, two = r.score_readability(once), r.score_readability(pd.concat([once, once]))
    scored = one["reason"] == ""
    pd.testing.assert_series_equal(one.loc[scored, "score"], two.loc[scored, "score"])
