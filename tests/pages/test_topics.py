"""What the page on topics says, of invented interviews in which a bolder sentence would be false."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from exchange_tables import make_interviews

from analysis.pages.topic_leads import tell_coded, tell_leads
from analysis.pages.topics import (
    NEUTRAL,
    find_power,
    say_rates,
    say_ratios,
    tell_differences,
    tell_spread,
)
from analysis.statistics import Baseline
from analysis.topics import compare_topics, measure_leads, rate_topics, tell_kept

TOPICS = pd.DataFrame({"topic": ["Fish", "Trams"], "names": ["", ""]})
OPEN = "Which topic leads is not certain"
CLEAR = [*["Fish a b c"] * 7, "Fish Trams a b"]
TIED = ["Fish a b c", "Trams a b c"] * 4
FRAGILE = [*["Fish a b"] * 4, *["Trams a b"] * 3]
ONE_ANSWER = ["Fish a", "Fish a", "a b", "a b", "a b", "a b", "a b", "a b"]
SILENT = ["a b c"] * 8


def make_tables(*interviews: list[str], kind: str = "transcript", topics: pd.DataFrame = TOPICS):
    """Return rates, leads, comparisons and report of interviews, each a list of answers."""
    counted = make_interviews(*[[("answer", words) for words in talk] for talk in interviews], kind=kind)
    hits, segments, sources = counted
    hits = hits.assign(topic=pd.Categorical(hits["topic"], categories=["Fish", "Trams"]))
    words = segments.groupby("source")["n_words"].sum()
    report = SimpleNamespace(
        speaker="Ingrid Halvarsen",
        references=sources,
        events=sources.assign(n_words=sources["source"].map(words).fillna(0).astype(int)),
    )
    counted = (hits, segments, sources)
    return rate_topics(*counted), measure_leads(*counted, topics), compare_topics(*counted), report


def say(*interviews: list[str], **options) -> dict[str, str]:
    rates, leads, _, report = make_tables(*interviews, **options)
    return say_rates(rates, report, leads=leads)


@pytest.mark.parametrize(
    ("interviews", "title"),
    [
        ([CLEAR], "Fish leads in the only interview"),
        ([CLEAR, CLEAR], "Fish leads in both interviews"),
        ([CLEAR, TIED], "Fish leads in 1 of 2 interviews; elsewhere it is not certain"),
        ([TIED], OPEN),
        ([FRAGILE], OPEN),
        ([ONE_ANSWER], OPEN),
        ([["Fish"] * 5], OPEN),
        ([SILENT], NEUTRAL),
        ([[]], NEUTRAL),
    ],
)
def test_a_topic_leads_only_where_it_would_lead_again(interviews, title):
    assert say(*interviews)["title"] == title


def test_passages_that_somebody_chose_have_no_leader_and_are_marked():
    said = say(CLEAR, kind="excerpt")
    assert said["title"] == OPEN
    assert "Of talk-1 only the passages printed are counted, which somebody else chose." in said["note"]
    assert "passages printed" not in say(CLEAR)["note"]


def test_a_list_of_names_does_not_lead_over_one_without():
    assert say(CLEAR, topics=TOPICS.assign(names=["country", ""]))["title"] == OPEN


def test_a_leader_by_paragraphs_that_is_not_the_highest_in_the_picture_is_no_title():
    # Fish in every paragraph, once; trams in one of them, nine times.
    assert say([*["Fish"] * 7, "Fish " + "Trams " * 9])["title"] == OPEN


def test_what_one_answer_holds_is_said_beside_the_rate():
    assert "lean on one answer" not in say(ONE_ANSWER)["caption"]
    held = say(["Fish Fish Fish a", *["a b c d"] * 7])
    assert "these lean on one answer: Fish in talk-1 (3 of 3 mentions)." in held["caption"]
    assert "talk-1: Fish, 93.8 (3 of 3 in one answer)" in held["alt"]


@pytest.mark.parametrize("interviews", [[CLEAR], [TIED], [SILENT], [CLEAR, TIED]])
def test_no_caption_ranks_topics_by_rate(interviews):
    said = say(*interviews)
    assert "Highest" not in said["caption"] + said["alt"] and "is no ranking" in said["caption"]


def test_a_single_topic_leads_over_nothing():
    hits, segments, sources = make_interviews([("answer", words) for words in ["Fish a b c"] * 8])
    leads = measure_leads(hits, segments, sources, TOPICS.head(1))
    assert leads["reason"].unique().tolist() == ["there is no other topic"]


def test_why_there_is_no_interval_is_said_once_a_reason():
    said = say(["Fish"], ["Fish"])["note"]
    assert said.endswith("No interval for talk-1 and talk-2: fewer than 6 answers.")


@pytest.mark.parametrize(
    ("interviews", "words"),
    [
        ([CLEAR], "talk-1: Fish, 8 of 8, first in 100% of redrawn answers (certain)"),
        ([TIED], "talk-1: several topics, 4 of 8 each (not certain)"),
        ([CLEAR, TIED], "all together: Fish, 12 of 16"),
        ([SILENT], "No topic is mentioned."),
    ],
)
def test_leads_are_told_with_their_resamplings(interviews, words):
    _, leads, _, report = make_tables(*interviews)
    assert words in tell_leads(leads, report)


def codes(*topics: str) -> pd.DataFrame:
    """One row a paragraph of one text, with its topic."""
    return pd.DataFrame({"source": "talk-1", "paragraph": range(1, len(topics) + 1), "topic": list(topics)})


@pytest.mark.parametrize(
    ("settled", "predicted", "said"),
    [
        (
            codes("f", "f", "t"),
            codes("t", "t", "f"),
            "the coding puts Fish (2) first, the word lists Trams (2).",
        ),
        (codes("f", "f", "t"), codes("f", "f", ""), "coding and word lists alike put Fish (2) first."),
        (codes("f", "f", "t"), codes("", "", ""), "the coding puts Fish (2) first, the word lists none."),
        (
            codes("f", "t", ""),
            codes("f"),
            "On the 3 paragraphs coded by hand, the coding puts Fish and Trams (1 each)",
        ),
        (
            codes("f"),
            codes("f", "t", "t", "t"),
            "On the 1 paragraph coded by hand, coding and word lists alike",
        ),
        (codes(""), codes("f"), "No paragraph is coded by hand"),
        (codes(), codes("f"), "No paragraph is coded by hand"),
    ],
)
def test_the_coding_may_put_another_topic_first(settled, predicted, said):
    assert said in tell_coded(settled, predicted, {"f": "Fish", "t": "Trams"})


UNDEALT = Baseline(1, np.nan, np.nan, np.nan, 0)


@pytest.mark.parametrize(
    ("interviews", "words"),
    [
        ([["Fish Fish"], ["Fish Fish Fish"]], "every interview: 1, each at least 2 times. Found in none: 1."),
        ([["Fish"], ["Fish Fish"]], "every interview: 1, of which 1 hangs on a single mention in one of them."),
        ([["Fish"], ["Trams"]], "Found in every interview: 0. Found in none: 0."),
        ([["a"]], "Found in every interview: 0. Found in none: 2."),
    ],
)  # fmt: skip
def test_found_everywhere_is_told_with_the_thinnest(interviews, words):
    assert words in tell_spread(make_tables(*interviews)[0], UNDEALT)


def test_found_everywhere_stands_beside_chance_where_answers_can_be_dealt():
    rates = make_tables(["Fish Fish"], ["Fish Fish"])[0]
    assert " Answers dealt at random would give 1 (0 to 2): within what chance gives. Found in none" in (
        tell_spread(rates, Baseline(1, 1.2, 0, 2, 2_000))
    )
    assert "outside what chance gives" in tell_spread(rates, Baseline(3, 1.2, 0, 2, 2_000))
    assert "chance" not in tell_spread(rates, UNDEALT)


REPORT = SimpleNamespace(speaker="Ingrid Halvarsen", references=pd.DataFrame({"label": [], "kind": []}))


def comparisons(*differs: bool) -> pd.DataFrame:
    n = len(differs)
    return pd.DataFrame(
        {
            "label": "Gazette, 1 May", "topic": [f"Fish {i}" for i in range(n)], "ratio": [2.0, 0.5, 3.0][:n],
            "low": [0.5, 0.125, 0.75][:n], "high": [8.0, 2.0, 12.0][:n], "p": 0.01, "differs": differs,
            "reason": "",
        }
    )  # fmt: skip


def test_without_a_difference_the_title_says_what_could_have_been_seen():
    # Each interval reaches four times up and four times down.
    assert find_power(comparisons(False, False)) == pytest.approx(4)
    said = say_ratios(comparisons(False, False), REPORT)
    assert said["title"] == "With so few answers, only a topic at least about 4 times as frequent would show"
    assert "No difference is shown, which does not mean that there is none." in said["alt"]


def test_intervals_open_on_one_side_tell_no_power():
    open_ended = comparisons(False, False).assign(ratio=[0, np.inf], low=[0, 3], high=[2, np.inf])
    assert np.isnan(find_power(open_ended))
    assert say_ratios(open_ended, REPORT)["title"].startswith("How often interviews mention a topic")


def test_the_title_counts_what_differs():
    assert say_ratios(comparisons(True, False), REPORT)["title"] == "Of 2 comparisons, 1 differs surely"
    assert say_ratios(comparisons(True, True, False), REPORT)["title"] == "Of 3 comparisons, 2 differ surely"


def test_without_any_interval_the_title_is_neutral_and_the_note_says_why():
    few = comparisons(False).assign(p=np.nan, low=np.nan, high=np.nan, reason="fewer than 6 turns")
    said = say_ratios(few, REPORT)
    assert said["title"] == "How often interviews mention a topic, compared with the others"
    assert tell_differences(few) == "No two sides have answers enough to be compared."
    assert said["note"].endswith("Without interval: Gazette, 1 May (fewer than 6 answers).")


def test_one_interview_has_nothing_to_be_compared_with():
    _, _, compared, report = make_tables(CLEAR)
    assert say_ratios(compared, report)["caption"] == "There are not two interviews to compare."


def test_differences_are_named_with_their_direction():
    assert tell_differences(comparisons(True, True)).startswith(
        "Surely different from the others: Gazette, 1 May: Fish 0 more often and "
        "Gazette, 1 May: Fish 1 less often. "
    )


def test_what_cannot_be_compared_is_not_said_to_be_alike():
    some = comparisons(False, False, False).assign(p=[0.6, np.nan, np.nan])
    assert tell_differences(some).endswith("Of 2 more nothing can be said, as they have no interval.")


def test_a_share_that_misses_certainty_is_not_rounded_up_to_it():
    assert tell_kept(0.949) == "94%"
