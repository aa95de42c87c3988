"""Lexical diversity: tiny texts by hand, slow ways to the same values, no growth with length."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counting.word_forms import count_forms
from analysis.storage.tables import read_table
from analysis.vocabulary.diversity import (
    DIVERSITY,
    DRAWS,
    FEWEST_WORDS,
    NO_FACTOR,
    THRESHOLDS,
    TOO_SHORT,
    WINDOWS,
    list_diversity,
    measure_diversity,
    measure_hdd,
    measure_mattr,
    measure_mtld,
)
from examples import examples

DATA = Path(__file__).parents[2] / "data"


def codes(text: str) -> np.ndarray:
    return pd.factorize(np.array(text.split(), dtype=object))[0]


def tell(*texts: tuple[str, str, list[str]]) -> pd.DataFrame:
    """Tokens of invented sources: (source, role, words)."""
    rows = [
        (source, role, place, word) for source, role, words in texts for place, word in enumerate(words, 1)
    ]
    return pd.DataFrame(rows, columns=["source", "role", "position", "norm"])


def measure(*texts: tuple[str, str, list[str]]) -> pd.DataFrame:
    tokens = tell(*texts)
    return measure_diversity(tokens, count_forms(tokens))


def test_hdd_of_two_words_drawn_from_three():
    # "cod cod eel": of the pairs cod-cod, cod-eel, cod-eel two have both words; (1 + 2 + 2) / 3 words of 2.
    assert measure_hdd(np.array([2, 1]), draws=2) == pytest.approx(5 / 6)


def test_hdd_of_words_that_never_come_back_is_the_highest():
    # Every sample of 42 tokens has 42 types (McCarthy and Jarvis 2010); textcomplexity 0.11.0 gives 1/42.
    assert measure_hdd(np.ones(100, dtype=int), draws=42) == pytest.approx(1)
    # Ten words ten times each: a sample of 42 has almost all of the ten, 9.97 of 42.
    assert measure_hdd(np.full(10, 10), draws=42) == pytest.approx(9.97 / 42, abs=1e-4)


def test_mtld_of_the_papers_sentence():
    # Forwards the ratio falls to 4/6 at the second "people", backwards to 3/5 at the second "the"; what is
    # left, 3 or 4 words, has no repetition: one factor either way.
    sentence = codes("of the people by the people for the people")
    assert measure_mtld(sentence, threshold=72) == 9


def test_what_is_left_over_counts_for_the_way_it_has_gone():
    # a a: ratio 1/2, a factor. b c d e b: ratio 4/5, which is (1 - 0.8) / (1 - 0.72) of a factor. Backwards
    # b e d c b is no factor, 4/5; with a 5/6; with a a 5/7, at last below 0.72: one factor and nothing left.
    forwards, backwards = 1 + (1 - 4 / 5) / (1 - 0.72), 1
    expected = (7 / forwards + 7 / backwards) / 2
    assert measure_mtld(codes("a a b c d e b"), threshold=72) == pytest.approx(expected)


def test_a_ratio_that_reaches_the_threshold_ends_a_factor():
    # 18 different words of 25 are 0.72 and not less: one factor, and three new words after it are on no way.
    # Backwards 21 of all 28 are different: 0.75, no factor.
    text = [*range(18), *range(7), 18, 19, 20]
    expected = (28 + 28 / ((1 - 0.75) / (1 - 0.72))) / 2
    assert measure_mtld(np.array(text), threshold=72) == pytest.approx(expected)


def test_words_that_never_come_back_have_no_mtld():
    assert np.isnan(measure_mtld(np.arange(200), threshold=72))


def test_mattr_is_the_mean_of_its_windows():
    # "a b a a c" in windows of 3: aba 2/3, baa 2/3, aac 2/3; of 2: 1, 1, 1/2, 1.
    assert measure_mattr(codes("a b a a c"), window=3) == pytest.approx(2 / 3)
    assert measure_mattr(codes("a b a a c"), window=2) == pytest.approx(3.5 / 4)
    assert measure_mattr(codes("a b a a c"), window=5) == pytest.approx(3 / 5)


words = st.lists(st.integers(0, 5), min_size=4, max_size=9)


@examples(10)
@given(words, st.integers(1, 4))
def test_hdd_is_the_mean_over_all_samples(text, draws):
    samples = list(combinations(text, draws))
    mean = sum(Fraction(len(set(sample)), draws) for sample in samples) / len(samples)
    assert measure_hdd(np.bincount(text)[np.bincount(text) > 0], draws=draws) == pytest.approx(float(mean))


@examples(17)
@given(st.lists(st.integers(0, 9), min_size=5, max_size=60), st.integers(1, 5))
def test_mattr_is_that_of_counting_each_window(text, window):
    ratios = [len(set(text[i : i + window])) / window for i in range(len(text) - window + 1)]
    assert measure_mattr(np.array(text), window=window) == pytest.approx(np.mean(ratios))


def slow_factors(text: list[int], threshold: Fraction) -> Fraction:
    """Cut off the shortest beginning whose ratio reaches the threshold, and go on with the rest."""
    for end in range(1, len(text) + 1):
        if Fraction(len(set(text[:end])), end) <= threshold:
            return 1 + slow_factors(text[end:], threshold)
    return (1 - Fraction(len(set(text)), len(text))) / (1 - threshold) if text else Fraction(0)


@examples(17)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=80), st.sampled_from(THRESHOLDS))
def test_mtld_is_that_of_cutting_the_text(text, threshold):
    ways = [slow_factors(way, Fraction(threshold, 100)) for way in (text, text[::-1])]
    value = measure_mtld(np.array(text), threshold=threshold)
    if 0 in ways:
        assert np.isnan(value)
    else:
        assert value == pytest.approx(float(sum(len(text) / way for way in ways) / 2))


@examples(7)
@given(st.lists(st.integers(0, 40), min_size=100, max_size=150), st.randoms(use_true_random=False))
def test_hdd_does_not_know_the_order_of_words_and_no_measure_their_names(text, random):
    shuffled = random.sample(text, len(text))
    numbers = random.sample(range(41), 41)
    renamed = [str(numbers[word]) for word in text]
    one, other, third = (
        measure(("daily", "answer", [str(word) for word in way])).set_index(["measure", "setting"])["value"]
        for way in (text, shuffled, renamed)
    )
    assert one["hdd"].to_list() == other["hdd"].to_list()
    assert one.to_list() == third.to_list()


def test_values_do_not_grow_with_length():
    """Texts drawn from one vocabulary, 1,000 and 16,000 words: the plain ratio falls, the measures stay."""
    random = np.random.default_rng(7)
    chances = 1 / np.arange(1, 3001)
    short, long = (
        [random.choice(3000, n, p=chances / chances.sum()) for _ in range(12)] for n in (1000, 16000)
    )
    plain = [np.mean([len(set(text)) / len(text) for text in texts]) for texts in (short, long)]
    assert plain[1] < plain[0] / 2
    values = {
        **{
            f"hdd_{n}": (lambda text, n=n: measure_hdd(np.bincount(text)[np.bincount(text) > 0], draws=n))
            for n in DRAWS
        },
        **{f"mtld_{n}": (lambda text, n=n: measure_mtld(text, threshold=n)) for n in THRESHOLDS},
        **{f"mattr_{n}": (lambda text, n=n: measure_mattr(text, window=n)) for n in WINDOWS},
    }
    assert list(values) == DIVERSITY
    for name, value in values.items():
        means = [np.mean([value(text) for text in texts]) for texts in (short, long)]
        assert means[1] == pytest.approx(means[0], rel=0.03), name


def test_a_text_has_a_row_a_measure_and_setting():
    table = measure(("daily", "answer", ["cod", "eel"] * 60), ("daily", "apparatus", ["title"] * 200))
    assert table[["source", "role"]].drop_duplicates().to_numpy().tolist() == [["daily", "answer"]]
    assert list(zip(table["measure"], table["setting"], strict=True)) == [
        ("hdd", 42), ("hdd", 84), ("mattr", 50), ("mattr", 100), ("mtld", 66), ("mtld", 72),
    ]  # fmt: skip
    mattr = table[table["measure"] == "mattr"]
    assert mattr["value"].tolist() == [2 / 50, 2 / 100]
    assert table["n_words"].eq(120).all()


def test_below_the_minimum_there_is_a_reason_and_no_value():
    table = measure(
        ("daily", "answer", ["cod"] * (FEWEST_WORDS - 1)), ("daily", "question", ["eel"] * FEWEST_WORDS)
    )
    short = table["role"] == "answer"
    assert table.loc[short, "value"].isna().all()
    assert set(table.loc[short, "reason"]) == {TOO_SHORT}
    assert table.loc[~short, "value"].notna().all()
    assert set(table.loc[~short, "reason"]) == {""}
    new = measure(("daily", "answer", [f"w{n}" for n in range(150)])).set_index("measure")["reason"]
    assert new["mtld"].tolist() == [NO_FACTOR] * 2
    assert new["hdd"].tolist() == [""] * 2


def test_words_are_read_in_the_order_of_their_positions():
    tokens = tell(("daily", "answer", (["cod"] * 5 + ["eel"] * 5 + ["roe"] * 5) * 8))
    mixed = tokens.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(
        measure_diversity(tokens, count_forms(tokens)), measure_diversity(mixed, count_forms(mixed))
    )


def test_the_list_is_of_reference_sources_by_date():
    text = ["cod", "eel"] * 60
    table = measure(*[(source, "answer", text) for source in ("b", "a", "copy")], ("a", "question", text[:9]))
    columns = {
        "source": ["a", "b", "copy"],
        "event": ["e1", "e2", "e2"],
        "date": ["2031-05-02", "2031-05-01", "2031-05-01"],
        "label": list("ABC"),
        "is_reference": [True, True, False],
    }
    sources = pd.DataFrame(columns)
    listed = list_diversity(table, sources)
    assert listed[["label", "role", "n_words"]].to_numpy().tolist() == [
        ["B", "answer", 120], ["A", "answer", 120], ["A", "question", 9],
    ]  # fmt: skip
    assert listed["reason"].tolist() == ["", "", TOO_SHORT]
    assert list_diversity(table[:0], sources).columns.tolist() == [
        "event",
        "label",
        "role",
        "n_words",
        *DIVERSITY,
        "reason",
    ]


def test_hdd_of_the_published_words_is_that_of_the_published_table():
    words, diversity = read_table(DATA, "words"), read_table(DATA, "diversity")
    published = diversity[diversity["measure"] == "hdd"]
    assert len(published) > 0
    for row in published.dropna(subset="value").itertuples():
        counts = words.loc[(words["source"] == row.source) & (words["role"] == row.role), "n"]
        assert row.n_words == counts.sum()
        assert row.value == pytest.approx(measure_hdd(counts.to_numpy(), draws=row.setting), abs=1e-6)


def test_the_published_table_is_that_of_the_texts(first_corpus_once):
    tokens = first_corpus_once.full["tokens"]
    pd.testing.assert_frame_equal(
        measure_diversity(tokens, count_forms(tokens)), read_table(DATA, "diversity"), check_dtype=False
    )


@examples(10)
@given(st.lists(st.lists(st.integers(0, 9), min_size=30, max_size=30), min_size=16, max_size=20))
def test_many_texts_at_once_have_the_values_of_each(texts):
    texts = np.array(texts)
    for threshold in THRESHOLDS:
        alone = [float(measure_mtld(text, threshold=threshold)) for text in texts]
        assert measure_mtld(texts, threshold=threshold).tolist() == pytest.approx(alone, nan_ok=True)
    alone = [float(measure_mattr(text, window=5)) for text in texts]
    assert measure_mattr(texts, window=5).tolist() == pytest.approx(alone)
