"""Groups of sentences scored and described, on small tables typed by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.readability import components as c
from analysis.readability import scores as r
from analysis.readability.formulas import FORMULAS, formula_facts
from examples import examples

NAMES = [formula.formula for formula in FORMULAS]


def make_sentences(n: int = 40, **columns) -> pd.DataFrame:
    """Sentences of 10 words, 50 letters, 15 syllables: 6 words of one, 1 of three or more; 2 long ones, 4 of
    three or fewer letters, 3 difficult, 5 unfamiliar."""
    facts = {"source": "a", "role": "answer", "n_words": 10, "n_letters": 50, "n_syllables": 15}
    facts |= {"n_monosyllables": 6, "n_polysyllables": 1, "n_long_words": 2, "n_mini_words": 4}
    facts |= {"n_difficult_words": 3, "n_unfamiliar_words": 5}
    return pd.DataFrame(facts | columns, index=range(n))


def scores(sentences: pd.DataFrame) -> pd.Series:
    return r.score_readability(sentences).set_index("formula")["score"]


@pytest.mark.parametrize("n_words", [20, 40])
def test_longer_sentences_are_harder(n_words):
    # The same words in fewer sentences: 400 words of the same kind in 40 sentences, then in fewer.
    short, n_long = make_sentences(40), 400 // n_words
    grown = [column for column in short if column.startswith("n_")]
    long = make_sentences(n_long).assign(**{column: short[column].iloc[0] * n_words / 10 for column in grown})
    long = pd.concat([long, long.assign(source="a")] * 2)  # enough sentences for every formula
    assert_harder(long, short, only=set(NAMES) - {"forcast"})  # which does not ask where sentences end


@pytest.mark.parametrize(
    ("column", "value", "moved"),
    [
        (
            "n_syllables",
            25,
            {"flesch_reading_ease", "flesch_kincaid", "flesch_recalculated", "easy_listening"},
        ),
        ("n_letters", 80, {"automated_readability", "coleman_liau"}),
        ("n_monosyllables", 2, {"farr_jenkins_paterson", "forcast"}),
        ("n_polysyllables", 5, {"gunning_fog", "smog", "linsear_write"}),
        ("n_long_words", 6, {"lix", "rix"}),
        ("n_mini_words", 8, {"eflaw"}),
        ("n_difficult_words", 8, {"dale_chall", "dale_chall_recalculated"}),
        ("n_unfamiliar_words", 9, {"spache"}),
    ],
)
def test_harder_words_are_harder(column, value, moved):
    assert_harder(make_sentences(**{column: value}), make_sentences(), only=moved)


def assert_harder(harder: pd.DataFrame, easier: pd.DataFrame, only: set[str]) -> None:
    facts = formula_facts().set_index("formula")
    sign = np.where(facts["direction"] == "higher is harder", 1, -1)
    difference = (scores(harder) - scores(easier))[facts.index] * sign
    assert set(difference.index[difference > 0]) == only
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
    assert (scored["reason"] == "").sum() == len(NAMES) - 2  # FORCAST needs 150 words
    assert scored["score"].isna().equals(scored["reason"] != "")
    shorter = r.score_readability(make_sentences(3)).set_index("formula")  # 30 words
    assert shorter["score"].isna().all()
    assert shorter.loc["lix", "reason"] == "needs 100 words, has 30"


def test_sentences_without_words_do_not_count():
    empty = make_sentences(5, n_words=0, n_letters=0, n_syllables=0)
    with_empty = pd.concat([make_sentences(), empty, empty.assign(source="c")])
    pd.testing.assert_frame_equal(r.score_readability(with_empty), r.score_readability(make_sentences()))


def test_components_by_hand():
    # 18 words in 3 sentences: 90 letters, 27 syllables, 9 difficult, 6 long, 3 polysyllables, 15 of one.
    counts = {"n_words": 18, "n_sentences": 3, "n_letters": 90, "n_syllables": 27, "n_monosyllables": 15}
    counts |= {"n_polysyllables": 3, "n_long_words": 6, "n_difficult_words": 9}
    found = {
        part.formula: part.score(**{name: counts[name] for name in part.counts}) for part in c.COMPONENTS
    }
    assert found == {
        "words_per_sentence": 6,
        "letters_per_word": 5,
        "syllables_per_word": 1.5,
        "share_monosyllables": pytest.approx(5 / 6),
        "share_polysyllables": pytest.approx(1 / 6),
        "share_long_words": pytest.approx(1 / 3),
        "share_difficult_words": 0.5,
    }


def test_lengths_are_spread_by_hand():
    # Five sentences of 1, 2, 3, 4 and 10 words, and one without words: half have at most 3.
    sentences = make_sentences(6).assign(n_words=[1, 2, 3, 4, 10, 0])
    (row,) = c.spread_lengths(sentences).to_dict("records")
    assert (row["n_sentences"], row["mean"], row["p25"], row["p50"], row["p75"]) == (5, 4, 2, 3, 4)
    assert row["p90"] == pytest.approx(7.6)  # 4 + 0.6 * (10 - 4)


def test_no_sentences_give_no_rows():
    assert r.score_readability(make_sentences(0)).empty
    assert list(r.score_readability(make_sentences(0))) == list(r.score_readability(make_sentences()))


def test_a_missing_column_is_named():
    with pytest.raises(InputError, match="no column event; merge it"):
        r.score_readability(make_sentences(), by=["event"])
    with pytest.raises(InputError, match="n_syllables"):
        r.score_readability(make_sentences().drop(columns="n_syllables"))


sentence = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["a", "b"]),
        "role": st.sampled_from(["answer", "question"]),
        "n_words": st.integers(0, 60),
        "n_letters": st.integers(0, 300),
        "n_syllables": st.integers(0, 100),
    }
    | {count: st.integers(0, 20) for count in r.COUNTS[3:]}
)


@examples(4)
@given(st.lists(sentence, min_size=1, max_size=40), st.randoms())
def test_the_order_of_sentences_changes_nothing(rows, random):
    mixed = rows.copy()
    random.shuffle(mixed)
    before, after = pd.DataFrame(rows), pd.DataFrame(mixed)
    pd.testing.assert_frame_equal(r.score_readability(before), r.score_readability(after))


@examples(4)
@given(st.lists(sentence, min_size=1, max_size=40))
def test_printing_a_text_twice_changes_no_score(rows):
    once = pd.DataFrame(rows)
    one, two = r.score_readability(once), r.score_readability(pd.concat([once, once]))
    scored = one["reason"] == ""
    pd.testing.assert_series_equal(one.loc[scored, "score"], two.loc[scored, "score"])
