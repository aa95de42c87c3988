"""What the page on vocabulary says: no word too many, and no lead that is none."""

from __future__ import annotations

import pandas as pd
import pytest
from distinctive_words import evidence, keywords
from reports import report_of

from analysis.pages import vocabulary as messages
from analysis.pages.vocabulary import list_comparisons, list_tested, tell_words
from analysis.vocabulary import DIVERSITY


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(0, "cod", 0.0)], "No word is clearly more frequent in one event"),
        ([(0, "cod", 0.4)], "“cod” is clearly more frequent in one event"),
        ([(0, "cod", 0.4), (1, "eel", 0.1)], "“cod” and “eel” are clearly more frequent in one event"),
        ([(0, f"w{n}", 0.4) for n in range(5)], "5 words are clearly more frequent in one event"),
    ],
)
def test_few_clear_words_are_named(rows, title):
    said = messages.say_keywords(keywords(*rows), report_of(2), evidence=evidence())
    assert said["title"] == title


@pytest.mark.parametrize(
    ("turns_q", "title"),
    [
        ([0.5], "“cod” is more frequent in one event, but not by turns"),
        ([0.5, 0.01], "“cod” and “eel” are more frequent in one event, 1 of them also by turns"),
    ],
)
def test_a_title_says_whether_turns_agree(turns_q, title):
    shown = keywords((0, "cod", 0.4), (1, "eel", 0.1)).head(len(turns_q)).assign(turns_q=turns_q)
    assert messages.say_keywords(shown, report_of(2), evidence=evidence())["title"] == title


def test_tests_are_counted():
    said = messages.say_keywords(keywords((0, "cod", 0.4)), report_of(1), evidence=evidence(by_lrc=1))
    assert said["caption"].startswith(
        "Of 400 comparisons of a word, 1 is clear by LRC, more frequent or rarer (under 1%), none by all"
    )
    assert "400 words tested on each side, those used at least 5 times in at least 3 turns." in said["note"]
    assert said["alt"].endswith("Gazette, 1 May: cod.")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("answer", "their", 0.0), ("question", "you", 0.5)], "“you” is clearly more frequent in questions"),
        ([("answer", "their", 0.5)], "“their” is clearly more frequent in answers"),
        ([("question", "you", 0.0)], "No word is clearly more frequent in questions"),
    ],
)
def test_voices_are_told_apart_by_the_questions_if_they_have_words(rows, title):
    said = messages.say_voices(keywords(*rows), report_of(1), evidence=evidence())
    assert said["title"] == title
    assert said["caption"].endswith("Of what is rare in the shorter of the two, little can be said.")


def test_words_are_told_in_quotation_marks():
    assert tell_words(pd.Series(["cod", "eel"])) == "“cod”, “eel”"
    assert tell_words([]) == "no word"


def test_tested_words_stand_by_comparison_the_strongest_first():
    of_events = keywords(("a", "cod", 0.4), ("a", "eel", 0.0)).assign(g2=[3.0004, 9.0])
    of_voices = keywords(("answer", "their", 0.5), ("question", "you", 0.5))
    names = {"a": "Gazette", "answer": "answers, against questions"}
    listed = list_tested(of_events, of_voices, names=names)
    assert listed["word"].tolist() == ["eel", "cod", "their"]  # a question's word is an answer's turned round
    assert listed["compared"].tolist() == ["Gazette", "Gazette", "answers, against questions"]
    assert listed["g2"].tolist() == [9.0, 3.0, 9.0]
    assert listed["high"].isna().tolist() == [True, False, False]  # without limit


def test_comparisons_keep_their_order():
    sides = [evidence().assign(side=side) for side in ("b", "a", "question")]
    listed = list_comparisons(*sides, names={"a": "Gazette", "b": "Herald"})
    assert listed["compared"].tolist() == ["Herald", "Gazette"]


def diversity(*pairs: tuple[float, float | None]) -> pd.DataFrame:
    rows = [
        (f"Gazette, {n} May", role, 500, *[value] * len(DIVERSITY))
        for n, pair in enumerate(pairs, 1)
        for role, value in zip(["answer", "question"], pair, strict=True)
        if value is not None
    ]
    return pd.DataFrame(rows, columns=["label", "role", "n_words", *DIVERSITY])


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([(2, 1)], "Answers come out more varied in the only event"),
        ([(1, 2), (1, 2), (2, 1)], "Questions come out more varied in 2 of 3 events"),
        ([(1, 2), (2, 1)], "How varied the words are"),
        ([(1, 1)], "How varied the words are"),
        ([(1, None)], "How varied the words are"),
    ],
)
def test_roles_are_compared_where_all_measures_agree(pairs, title):
    said = messages.say_diversity(diversity(*pairs), report_of(1))
    assert said["title"] == title
    assert said["caption"].startswith("No event") or said["caption"].endswith("they have no interval.")


def test_where_measures_differ_nobody_is_ahead():
    mixed = diversity((1.0, 2.0))
    mixed.loc[mixed["role"] == "question", DIVERSITY[0]] = 0.5
    said = messages.say_diversity(mixed, report_of(1))
    assert said["title"] == "How varied the words are"
    assert "in none of 1 event and questions in none of 1 event" in said["caption"]


def test_events_without_questions_are_not_compared():
    assert messages.say_diversity(diversity((1, None)), report_of(1))["caption"].startswith("No event holds")
