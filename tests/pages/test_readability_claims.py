"""What is said of differences in readability: nothing that is chance, once a measurement, spoken apart from written."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from bands import measured

from analysis.pages import readability_claims as claims
from analysis.readability.comparisons import COMPARED, DEPENDS, TOO_FEW, WITHIN_CHANCE

NAMES = {
    "words_per_sentence": (30.0, 20.0),
    "syllables_per_word": (1.8, 1.6),
    "share_difficult_words": (0.3, 0.2),
}
HERALD, GAZETTE, OBSERVER = "Herald, 3 May", "Gazette, 9 May", "Observer, 12 May"


def compared(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Comparisons: first, second, measurement, verdict, why."""
    columns = ["first", "second", "formula", "verdict", "why"]
    table = pd.DataFrame(rows, columns=columns)
    scores = table["formula"].map(NAMES)
    table = table.assign(name=table["formula"], score_first=scores.str[0], score_second=scores.str[1])
    table["difference"] = table["score_first"] - table["score_second"]
    table["low"] = table["difference"] - (table["formula"] == "words_per_sentence") * 1.0
    known = table["why"].isin([WITHIN_CHANCE, "", DEPENDS])
    table = table.assign(high=table["difference"], p=0.01, n_ways=6.0, of_ways=7, n_first=9, n_second=9)
    tested = np.where(known, -0.5, np.nan)
    return table.assign(tested=tested, reach=np.where(known, 7.75, np.nan))[COMPARED]


def lengths(*said: tuple[str, str, str]) -> pd.DataFrame:
    """Sentence lengths of answers and questions: label, verdict, why."""
    return compared(
        *[(f"{a}, answers", f"{a}, questions", "words_per_sentence", v, why) for a, v, why in said]
    )


CALLED = (HERALD, "higher", "")
OPEN = (GAZETTE, "", WITHIN_CHANCE)
FEW = (OBSERVER, "", TOO_FEW)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ([CALLED], f"In {HERALD}, answers have longer sentences than questions"),
        ([(HERALD, "lower", "")], f"In {HERALD}, answers have shorter sentences than questions"),
        ([CALLED, OPEN, FEW], f"In {HERALD}, answers have longer sentences than questions"),
        (
            [CALLED, (GAZETTE, "higher", "")],
            "In both interviews, answers have longer sentences than questions",
        ),
        (
            [(f"Herald, {n} May", "higher", "") for n in range(1, 5)] + [OPEN],
            "In 4 of 5 interviews, answers have longer sentences than questions",
        ),
        ([OPEN, FEW], "neutral"),  # length of the texts, no difference
        ([CALLED, (GAZETTE, "lower", "")], "neutral"),  # one each way
        ([], "neutral"),  # no questions
    ],
)
def test_a_title_names_the_interviews_in_which_a_difference_is_called(said, title):
    assert claims.title_roles(lengths(*said), neutral="neutral") == title


def test_a_title_speaks_of_sentence_length_alone():
    words = compared((f"{HERALD}, answers", f"{HERALD}, questions", "syllables_per_word", "higher", ""))
    assert claims.title_roles(words, neutral="neutral") == "neutral"


def test_what_is_called_comes_with_both_averages_and_the_ways_that_show_it():
    told = claims.tell_roles(lengths(CALLED, OPEN, FEW))
    assert told == (
        "In Herald, 3 May, answers have longer sentences than questions (30.0 words a sentence against 20.0, by "
        "6 of 7 ways of ending sentences). In Gazette, 9 May, sentence length is open: averaged over exchanges, "
        "answers have 0.5 words fewer, and chance alone gives up to 7.8. In Observer, 12 May, sentence length is "
        "open: too few answers."
    )


def test_the_reason_is_the_one_that_holds():
    told = claims.tell_roles(lengths((HERALD, "", DEPENDS)))
    assert told.endswith(f"In {HERALD}, sentence length is open: {DEPENDS}.")
    assert "alone gives" not in told
    assert "chance" not in told


def test_words_know_no_way_of_ending_sentences():
    words = compared((f"{HERALD}, answers", f"{HERALD}, questions", "syllables_per_word", "higher", ""))
    assert (
        claims.tell_roles(words)
        == "In Herald, 3 May, answers have longer words than questions (1.80 syllables a word against 1.60)."
    )


def pair(*rows: tuple[str, str, str], first: str = HERALD, second: str = GAZETTE) -> pd.DataFrame:
    return compared(*[(first, second, *row) for row in rows])


DIFFER = [
    ("words_per_sentence", "higher", ""),
    ("syllables_per_word", "higher", ""),
    ("share_difficult_words", "", WITHIN_CHANCE),
]


def test_written_answers_are_told_apart_from_spoken_ones():
    told = claims.tell_events(pair(*DIFFER), {HERALD: "written", GAZETTE: "spoken"})
    assert told == (
        "In Herald, 3 May (written), answers have longer sentences (30.0 words a sentence against 20.0, by 6 of 7 "
        "ways of ending sentences) and longer words (1.80 syllables a word against 1.60) than in Gazette, 9 May "
        f"(spoken). {claims.DELIVERED} Of 1 pair of interviews, 1 can be told apart."
    )


def test_of_two_spoken_interviews_delivery_is_no_reason():
    told = claims.tell_events(pair(*DIFFER), {HERALD: "spoken", GAZETTE: "spoken"})
    assert claims.DELIVERED not in told
    assert claims.tell_events(pair(*DIFFER), {}).startswith("In Herald, 3 May, answers have longer")


@pytest.mark.parametrize("delivery", [{}, {HERALD: "written"}, {HERALD: "written", GAZETTE: ""}])
def test_where_delivery_is_not_stated_nothing_is_said_of_it(delivery):
    assert claims.DELIVERED not in claims.tell_events(pair(*DIFFER), delivery)


def test_difficult_words_are_a_share_and_not_harder_ones():
    told = claims.tell_events(pair(("share_difficult_words", "higher", "")), {})
    assert "a larger share of difficult words (30% difficult against 20%) than in" in told


def test_the_side_with_more_comes_first_and_the_scores_turn_with_it():
    turned = [("words_per_sentence", "lower", ""), ("syllables_per_word", "higher", "")]
    told = claims.tell_events(pair(*turned), {})
    assert told.startswith(
        "In Gazette, 9 May, answers have longer sentences (20.0 words a sentence against 30.0"
    )
    assert "and shorter words (1.60 syllables a word against 1.80) than in Herald, 3 May." in told


def test_pairs_are_counted_and_not_formulas():
    rows = pd.concat([
        pair(*DIFFER),
        pair(*[(name, "", TOO_FEW) for name in NAMES], second=OBSERVER),
        pair(*[(name, "", WITHIN_CHANCE) for name in NAMES], first=GAZETTE, second=OBSERVER),
    ])  # fmt: skip
    told = claims.tell_events(rows, {})
    assert told.endswith(
        "Of 3 pairs of interviews, 1 can be told apart (too few answers in 1; within chance in 1)."
    )
    assert "formula" not in told
    none = claims.tell_events(pair(*[(name, "", TOO_FEW) for name in NAMES]), {})
    assert none == "Of 1 pair of interviews, none can be told apart (too few answers in 1)."


def test_all_together_is_told_with_its_range_and_what_chance_allows():
    together = lengths(("all interviews", "", WITHIN_CHANCE))
    assert claims.tell_all(together) == (
        "In all interviews that print both, a sentence of the answers has 30.0 words on average and one of the "
        "questions 20.0; by the way of ending sentences, the difference is 9.0 to 10.0 words. This is open: "
        "averaged over exchanges, answers have 0.5 words fewer, and chance alone gives up to 7.8."
    )
    turned = claims.tell_all(together.assign(low=-0.8, high=2.1))
    assert "the difference is −0.8 to 2.1 words" in turned
    assert claims.tell_all(lengths(("all interviews", "higher", ""))).endswith(
        "This is more than chance gives."
    )


def own(**scores: float) -> pd.DataFrame:
    table = measured(len(scores), ["answer"], {"flesch_reading_ease": 0.0})
    return table.assign(name="Flesch", score=list(scores.values()), label=list(scores))


def test_a_range_says_the_written_answers_apart():
    delivery = {"Herald": "spoken", "Gazette": "written", "Observer": "spoken"}
    told = claims.tell_range(own(Herald=50.0, Gazette=31.25, Observer=43.0), delivery)
    assert (
        told == "Flesch (higher is easier): the spoken answers 43.0 (Observer) to 50.0 (Herald) and the "
        "written answers 31.2 (Gazette)."
    )
    assert (
        claims.tell_range(own(Herald=50.0, Gazette=31.0), {})
        == "Flesch (higher is easier): the answers 31.0 (Gazette) to 50.0 (Herald)."
    )
    assert claims.tell_range(own(Herald=np.nan), {}) == "No interview holds enough words for a score."


def test_where_there_is_nothing_a_sentence_says_so():
    none = compared()
    told = [claims.tell_events(none, {}), claims.tell_roles(none), claims.tell_all(none)]
    told.append(claims.tell_range(own(Herald=1.0).head(0), {}))
    assert all(re.fullmatch(r"[A-Z][^.]+\.", text) for text in told)
