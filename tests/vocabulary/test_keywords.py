"""Distinctive words: published values, a second and slower way to each measure, and what must not matter."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from scipy import stats

from analysis.disclosure.word_list import list_words
from analysis.statistics.keyness import bound_ratio, log_odds, log_ratio, score_g2
from analysis.storage.tables import read_table
from analysis.vocabulary.keywords import (
    FEWEST_KEYWORD_TURNS,
    FEWEST_KEYWORD_USES,
    LEVEL,
    MOST_COMPARED,
    STRENGTHS,
    choose_keywords,
    compare_event_words,
    compare_voices,
    list_evidence,
    score_keywords,
    spread_events,
)
from examples import examples

DATA = Path(__file__).parents[2] / "data"

# Three interviews with the harbour minister of an invented island; the herald printed the first one too.
SOURCES = pd.DataFrame(
    [
        ("gazette", "spring", "2031-04-02", True),
        ("herald", "spring", "2031-04-02", False),
        ("radio", "autumn", "2031-10-09", True),
        ("almanac", "winter", "2031-12-20", True),
    ],
    columns=["source", "event", "date", "is_reference"],
)


def read(source: str, *turns: tuple[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tokens and segments of an invented source: turns of (role, words), one segment each."""
    rows = [(source, n, role, word) for n, (role, text) in enumerate(turns, 1) for word in text.split()]
    tokens = pd.DataFrame(rows, columns=["source", "segment", "role", "norm"])
    segments = [(source, n, n, role, len(text.split())) for n, (role, text) in enumerate(turns, 1)]
    return tokens, pd.DataFrame(segments, columns=["source", "segment", "turn", "role", "n_words"])


def tables(*sources: tuple[pd.DataFrame, pd.DataFrame]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Words and segments of several sources, as they are released."""
    tokens, segments = (pd.concat(parts, ignore_index=True) for parts in zip(*sources, strict=True))
    return list_words(tokens, segments), segments


SPRING = read("gazette", *[("question", "what of the fish"), ("answer", "the herring and the salt")] * 3)
AUTUMN = read("radio", *[("question", "will you come"), ("answer", "the salt tax will go")] * 3)


def row_of(table: pd.DataFrame, side: str, word: str) -> pd.Series:
    return table.set_index(["side", "word"]).loc[(side, word)]


def test_uses_and_turns_are_counted_here_and_elsewhere():
    counts = compare_event_words(*tables(SPRING, AUTUMN), SOURCES)
    assert counts[["side", "word"]].to_numpy().tolist() == [
        ["autumn", "salt"], ["autumn", "the"], ["spring", "salt"], ["spring", "the"],
    ]  # fmt: skip
    the = row_of(counts, "spring", "the")
    assert the[["n", "n_words", "n_other", "n_words_other"]].tolist() == [6, 15, 3, 15]
    assert the[["n_turns", "turns", "n_turns_other", "turns_other"]].tolist() == [3, 3, 3, 3]


def test_words_of_both_sides_are_tested_whatever_the_side():
    assert (FEWEST_KEYWORD_USES, FEWEST_KEYWORD_TURNS) == (5, 3)
    rare = read("gazette", *[("answer", "herring herring")] * 2, ("answer", "cod cod cod cod cod"))
    other = read("radio", ("answer", "herring pilot"), ("answer", "pilot"), ("answer", "pilot pilot"))
    # herring: 5 uses in 3 turns; cod: 5 uses in 1; pilot: 4 uses in 3.
    assert set(compare_event_words(*tables(rare, other), SOURCES)["word"]) == {"herring"}


def test_copies_and_words_of_others_change_nothing():
    counts = compare_event_words(*tables(SPRING, AUTUMN), SOURCES)
    copy = read("herald", *[("answer", "cod cod cod"), ("narration", "the salt the salt")] * 5)
    assert_frame_equal(compare_event_words(*tables(SPRING, AUTUMN, copy), SOURCES), counts)


def test_one_event_has_nothing_to_be_compared_with():
    counts = compare_event_words(*tables(SPRING), SOURCES)
    assert counts.empty
    assert score_keywords(counts).empty
    assert choose_keywords(score_keywords(counts)).empty
    assert list_evidence(score_keywords(counts)).empty


def test_answers_are_set_against_questions_where_both_are_printed():
    silent = read("almanac", *[("answer", "cod cod cod")] * 5)
    counts = compare_voices(*tables(SPRING, AUTUMN, silent), SOURCES)
    assert counts["side"].unique().tolist() == ["answer", "question"]
    assert row_of(counts, "question", "will")[["n", "n_other", "turns", "turns_other"]].tolist() == [
        3,
        3,
        6,
        6,
    ]
    assert "cod" not in counts["word"].tolist()
    assert compare_voices(*tables(silent), SOURCES).empty


def test_quotes_and_answers_are_the_speakers_own_words():
    quoted = read("radio", *[("quote", "the salt tax"), ("question", "why the tax")] * 5)
    counts = compare_voices(*tables(quoted), SOURCES)
    assert row_of(counts, "answer", "tax")[["n", "n_other"]].tolist() == [5, 5]


def test_turns_of_one_length_are_expected_in_proportion():
    # Of 12 turns of one length 6 have the word; 4 of them, and so 2 of the 6, are in spring.
    spring = read("gazette", *[("answer", "salt x")] * 3, ("answer", "x x"))
    autumn = read("radio", *[("answer", "salt x")] * 3, *[("answer", "x x")] * 5)
    counts = compare_event_words(*tables(spring, autumn), SOURCES)
    assert row_of(counts, "spring", "salt")["expected_turns"] == pytest.approx(2)
    assert row_of(counts, "autumn", "salt")["expected_turns"] == pytest.approx(4)
    assert row_of(counts, "spring", "x")["expected_turns"] == pytest.approx(4)


def test_a_long_turn_is_expected_to_have_a_word_more_often():
    # One turn of 30 words against six of 5, each side having the word in some of its turns.
    long = read("gazette", ("answer", "salt " * 3 + "x " * 27))
    short = read("radio", *[("answer", "salt y y y y")] * 2, *[("answer", "y y y y y")] * 4)
    counts = compare_event_words(*tables(long, short), SOURCES)
    # At rate r: 1 - exp(-30 r) + 6 (1 - exp(-5 r)) = 3; with u = exp(-5 r): u^6 + 6 u = 4.
    u = np.roots([1, 0, 0, 0, 0, 6, -4])
    u = u[np.isreal(u) & (u.real > 0)].real[0]
    assert row_of(counts, "spring", "salt")["expected_turns"] == pytest.approx(1 - u**6, abs=1e-5)
    assert row_of(counts, "autumn", "salt")["expected_turns"] == pytest.approx(6 * (1 - u), abs=1e-5)


# Dunning 1993, bigrams ranked by the log-likelihood test: -2 log lambda, and the counts of A B, of B after
# others, of A before others, of neither.
@pytest.mark.parametrize(
    ("published", "both", "first", "second", "neither"),
    [
        (270.72, 110, 2442, 111, 29114), (263.90, 29, 13, 123, 31612), (256.84, 31, 23, 139, 31584),
        (167.23, 10, 0, 3, 31764), (157.21, 76, 104, 2476, 29121), (157.03, 16, 16, 51, 31694),
        (146.80, 9, 0, 5, 31763), (115.02, 16, 0, 865, 30896), (104.53, 10, 9, 41, 31717),
        (100.96, 8, 2, 27, 31740),
    ],
)  # fmt: skip
def test_g2_is_the_published_one(published, both, first, second, neither):
    n, n_all, other, all_other = both, both + first, second, second + neither
    expected = (n + other) * n_all / (n_all + all_other)
    assert score_g2(n, n_all, other, all_other, expected) == pytest.approx(published, abs=0.006)


counts_of_a_word = st.tuples(
    st.integers(0, 60), st.integers(0, 900), st.integers(0, 60), st.integers(0, 900)
).filter(lambda c: c[0] + c[2] > 0 and c[1] > 0 and c[3] > 0)


@examples(20)
@given(counts_of_a_word)
def test_g2_is_that_of_scipy(cells):
    n, rest, other, rest_other = cells
    g2 = stats.chi2_contingency(
        [[n, rest], [other, rest_other]], correction=False, lambda_="log-likelihood"
    ).statistic
    n_all, all_other = n + rest, other + rest_other
    expected = (n + other) * n_all / (n_all + all_other)
    assert score_g2(n, n_all, other, all_other, expected) == pytest.approx(g2, abs=1e-9)


@examples(20)
@given(counts_of_a_word, st.sampled_from([0.5, 0.95, 1 - 0.05 / 400]))
def test_limits_are_those_of_an_exact_binomial_interval(cells, level):
    n, rest, other, rest_other = cells
    n_all, all_other = n + rest, other + rest_other
    share = stats.binomtest(n, n + other).proportion_ci(level, method="exact")
    low, high = bound_ratio(n, n_all, other, all_other, level=level)
    expected = [
        -math.inf if share.low == 0 else math.log2(share.low / (1 - share.low) * all_other / n_all),
        math.inf if share.high == 1 else math.log2(share.high / (1 - share.high) * all_other / n_all),
    ]
    # The other implementation searches for its limits, and leaves 1 - share to rounding.
    assert [float(low), float(high)] == pytest.approx(expected, rel=1e-5, abs=1e-5)
    assert low <= log_ratio(n, n_all, other, all_other) <= high


def test_limits_of_a_zero_count_are_exact():
    # All 5 uses here, none there, sides alike: the share is at least tail ** (1/5), the ratio has no limit.
    low, high = bound_ratio(5, 100, 0, 100, level=0.95)
    share = 0.025 ** (1 / 5)
    assert float(low) == pytest.approx(math.log2(share / (1 - share)))
    assert float(high) == math.inf


def test_a_log_ratio_counts_doublings_and_half_a_use_stands_for_none():
    assert log_ratio(8, 1000, 2, 1000) == 2
    assert log_ratio(8, 2000, 2, 1000) == 1
    assert log_ratio(8, 1000, 0, 1000) == 4
    assert log_ratio(0, 1000, 8, 1000) == -4


def slow_log_odds(n: int, n_all: int, other: int, all_other: int, strength: float) -> tuple[float, float]:
    """Monroe, Colaresi & Quinn 2008, written out for one word."""
    alpha = strength * (n + other) / (n_all + all_other)
    omega = (n + alpha) / (n_all + strength - n - alpha)
    omega_other = (other + alpha) / (all_other + strength - other - alpha)
    delta = math.log(omega) - math.log(omega_other)
    return delta, delta / math.sqrt(1 / (n + alpha) + 1 / (other + alpha))


@examples(17)
@given(counts_of_a_word, st.sampled_from(STRENGTHS))
def test_log_odds_are_those_of_the_formula(cells, strength):
    n, rest, other, rest_other = cells
    asked = (n, n + rest, other, other + rest_other)
    assert log_odds(*asked, strength=strength) == pytest.approx(slow_log_odds(*asked, strength), rel=1e-9)


@examples(17)
@given(counts_of_a_word)
def test_a_stronger_prior_draws_nearer_to_none(cells):
    n, rest, other, rest_other = cells
    odds = [abs(log_odds(n, n + rest, other, other + rest_other, strength=s)[0]) for s in STRENGTHS]
    assert odds[0] >= odds[1] - 1e-12 >= odds[2] - 2e-12


texts = st.lists(
    st.lists(st.sampled_from("abcdef"), min_size=1, max_size=9).map(" ".join), min_size=3, max_size=8
)


def scored(*of_sources: list[str]) -> pd.DataFrame:
    names = ["gazette", "radio", "almanac"]
    parts = [
        read(name, *[("answer", text) for text in turns])
        for name, turns in zip(names, of_sources, strict=False)
    ]
    return score_keywords(compare_event_words(*tables(*parts), SOURCES))


@examples(5)
@given(texts, texts)
def test_two_sides_mirror_each_other(one, other):
    found = scored(one, other)
    here, there = (found[found["side"] == side].reset_index(drop=True) for side in ("spring", "autumn"))
    for column in ("log_ratio", "lrc", *(f"z_{strength}" for strength in STRENGTHS)):
        assert here[column].to_numpy() == pytest.approx(-there[column].to_numpy(), nan_ok=True)
    assert here["low"].to_numpy() == pytest.approx(-there["high"].to_numpy())
    for column in ("g2", "q", "turns_g2", "turns_q"):
        assert here[column].to_numpy() == pytest.approx(there[column].to_numpy(), abs=1e-9)
    assert here["expected_turns"].add(there["expected_turns"]).to_numpy() == pytest.approx(
        (here["n_turns"] + there["n_turns"]).to_numpy()
    )


@examples(5)
@given(texts, texts, texts)
def test_what_is_clear_is_clear_by_the_interval_of_its_family(one, two, three):
    found = scored(one, two, three)
    assert (found["n_tested"] == found.groupby("side")["word"].transform("nunique")).all()
    beyond = (found["low"] > 0) | (found["high"] < 0)
    assert (beyond == (found["lrc"] != 0)).all()
    assert (found["lrc"].abs() <= found["log_ratio"].abs() + 1e-12).all()
    for row in found.itertuples():
        tail = (1 - LEVEL) / row.n_tested / 2
        p = stats.binom.sf(row.n - 1, row.n + row.n_other, row.n_words / (row.n_words + row.n_words_other))
        assert (row.lrc > 0) == (p < tail)  # the interval inverts the exact test


def test_the_more_words_are_tested_the_wider_is_each_interval():
    # cod: 9 uses of 9 here, a share of 0.025 ** (1/9) or more if it were tested alone.
    alone, among = (
        row_of(scored(["cod cod cod " + more] * 3, ["x x x " + more] * 3), "spring", "cod")
        for more in ("x x", "x x a b c d e f")
    )
    for row, n_tested in ((alone, 2), (among, 8)):
        share = (0.025 / n_tested) ** (1 / 9)
        ratio = share / (1 - share) * row["n_words_other"] / row["n_words"]
        assert row["n_tested"] == n_tested
        assert row["low"] == pytest.approx(math.log2(ratio))
    assert alone["lrc"] > among["lrc"]


def test_a_turn_is_split_where_its_role_changes():
    tokens, segments = read("radio", *[("answer", "cod x x"), ("quote", "cod x x")] * 3)
    one_turn_each = segments.assign(turn=[1, 1, 2, 2, 3, 3])
    counts = compare_event_words(*tables(SPRING, (tokens, one_turn_each)), SOURCES)
    assert row_of(counts, "autumn", "cod")[["n_turns", "turns"]].tolist() == [6, 6]


@examples(5)
@given(texts, texts, texts)
def test_false_discoveries_are_controlled_one_family_at_a_time(one, two, three):
    found = scored(one, two, three)
    for _, family in found.groupby("side"):
        for prefix in ("", "turns_"):
            p = sorted(stats.chi2.sf(family[f"{prefix}g2"], 1))
            by_hand = [min(1, *(p[k] * len(p) / (k + 1) for k in range(i, len(p)))) for i in range(len(p))]
            assert sorted(family[f"{prefix}q"]) == pytest.approx(by_hand)


def test_a_word_that_comes_back_in_one_long_turn_is_less_of_a_mark():
    burst = read("gazette", ("answer", "cod " * 9 + "x " * 9), *[("answer", "x x x")] * 9)
    steady = read("gazette", ("answer", "x " * 18), *[("answer", "cod x x")] * 9)
    other = read("radio", *[("answer", "cod x x x x x")] * 2, *[("answer", "x x x x x x")] * 8)
    in_one, in_nine = (
        row_of(score_keywords(compare_event_words(*tables(part, other), SOURCES)), "spring", "cod")
        for part in (burst, steady)
    )
    assert in_one[["g2", "log_ratio"]].tolist() == in_nine[["g2", "log_ratio"]].tolist()
    assert in_one["turns_g2"] < 1 < 10 < in_nine["turns_g2"]


def test_kinds_of_words():
    words = "1,200 the don't Selm kiev harbour self-defence"
    found = scored(*[[words.lower()] * 5] * 2)
    kinds = dict(zip(found["word"], found["kind"], strict=True))
    assert kinds == {
        "1,200": "number", "the": "function word", "don't": "function word", "selm": "name", "kiev": "name",
        "harbour": "content word", "self-defence": kinds["self-defence"],
    }  # fmt: skip


def test_the_words_that_stand_out_come_first_by_lrc_then_by_g2():
    columns = {
        "side": list("ssssaa"),
        "word": ["weak", "strong", "clear", "rare", "same", "also"],
        "lrc": [0, 0, 0.3, 0, 0, 0],
        "g2": [3, 9, 8, 9, 5, 5],
        "q": [0.2, 0.01, 0.02, 0.01, 0.04, 0.04],
        "log_ratio": [1, 1, 2, -1, 1, 1],
    }
    table = pd.DataFrame(columns)
    assert choose_keywords(table)["word"].tolist() == ["clear", "strong", "also", "same"]
    assert choose_keywords(table, most=1)["word"].tolist() == ["clear", "also"]


def test_evidence_is_counted_by_side():
    found = scored(["cod cod cod x"] * 8, ["x x x x"] * 8)
    evidence = list_evidence(found).set_index("side").loc["spring"]
    assert evidence[["n_words", "turns", "n_tested"]].tolist() == [32, 8, 2]
    assert evidence[["by_lrc", "by_g2", "by_turns", "by_all"]].tolist() == [2, 2, 1, 1]
    assert evidence["stable"] == 2  # both words are among the first ten of each list


def test_the_published_tables_hold_turns_and_equal_sizes():
    words, segments = read_table(DATA, "words"), read_table(DATA, "segments")
    turns = segments[segments["n_words"] > 0].groupby(["source", "role"])["turn"].nunique()
    most = words.groupby(["source", "role"])["n_turns"].max().fillna(0)
    assert (most <= turns.reindex(most.index)).all()
    assert (words["n_turns"].fillna(0) <= words["n"]).all()


def test_of_many_events_thirty_are_compared_from_the_first_to_the_last():
    days = pd.date_range("2031-01-01", periods=100).strftime("%Y-%m-%d")
    sources = pd.DataFrame({"source": days, "event": days, "date": days, "is_reference": True})
    compared = spread_events(sources)
    assert len(compared) == MOST_COMPARED
    assert (compared[0], compared[-1]) == (days[0], days[-1])
    assert spread_events(sources.head(4)) == list(days[:4])


def test_an_event_that_is_not_compared_counts_among_the_others(monkeypatch):
    monkeypatch.setattr("analysis.vocabulary.keywords.MOST_COMPARED", 2)
    names = ["one", "three", "two"]
    sources = pd.DataFrame(
        {
            "source": names,
            "event": names,
            "date": ["2031-01-01", "2031-03-01", "2031-02-01"],
            "is_reference": True,
        }
    )
    words = pd.DataFrame({"source": names, "role": "answer", "norm": "harbour", "n": [2, 4, 8], "n_turns": 1})
    segments = pd.DataFrame({"source": names, "turn": 1, "role": "answer", "n_words": [2, 4, 8]})
    counts = compare_event_words(words, segments, sources)
    assert counts[["side", "n", "n_other"]].to_numpy().tolist() == [["one", 2, 12], ["three", 4, 10]]
