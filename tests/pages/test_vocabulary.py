"""What the page on vocabulary says: no word too many, and none that chance gives as well."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from distinctive_words import chance, evidence, keywords
from reports import report_of

from analysis.pages import vocabulary as messages
from analysis.pages.vocabulary import list_comparisons, list_tested
from analysis.statistics.keyness import bound_ratio

ABOVE, WITHIN, NONE = chance(4, 1.26, 0, 3), chance(4, 1.26, 0, 4), chance(4, 1.26, 0, 3).head(0)
BY_CHANCE = "No word surely stands out: 4 do by LRC, and chance alone gives 0 to 4"


@pytest.mark.parametrize(
    ("rows", "beside", "title"),
    [
        ([(0, "cod", 0.4)], ABOVE, "“cod” stands out in one interview"),
        ([(0, "cod", 0.4), (1, "eel", 0.1)], ABOVE, "“cod” and “eel” stand out in one interview or another"),
        (
            [(0, f"w{n}", 0.4) for n in range(5)],
            ABOVE,
            "4 words stand out in one interview or another, by chance 1.3 (0 to 3)",
        ),
        ([(0, "cod", 0.0)], ABOVE, "4 words stand out in one interview or another, by chance 1.3 (0 to 3)"),
        ([(0, "cod", 0.4)], WITHIN, BY_CHANCE),  # as many as chance gives
        ([(0, "cod", 0.0)], chance(0, 1.26, 0, 4), "No word stands out in one interview"),
        ([(0, "cod", 0.4)], NONE, "Which words an interview uses more than the others"),  # nothing beside it
    ],
)
def test_words_are_named_only_beyond_chance(rows, beside, title):
    said = messages.say_keywords(keywords(*rows), report_of(2), evidence=evidence(), chance=beside)
    assert said["title"] == title


def test_a_word_of_joined_spellings_has_no_quotation_marks():
    report = report_of(2)
    report.equivalents = pd.DataFrame([{"form": "colour", "stands_for": "color", "kind": "spelling"}])
    shown = keywords((0, "color", 0.4), (1, "eel", 0.1))
    said = messages.say_keywords(shown, report, evidence=evidence(), chance=ABOVE)
    assert said["title"] == "color and “eel” stand out in one interview or another"


@pytest.mark.parametrize("columns", [{"turns_q": [0.5, 0.01]}, {"n_most": [7, 6]}])
def test_a_word_of_few_answers_is_not_named(columns):
    shown = keywords((0, "cod", 0.4), (1, "eel", 0.1)).assign(**columns)
    said = messages.say_keywords(shown, report_of(2), evidence=evidence(), chance=ABOVE)
    assert said["title"] == "“eel” stands out in one interview"


def test_tests_are_counted():
    said = messages.say_keywords(
        keywords((0, "cod", 0.4)), report_of(1), evidence=evidence(by_lrc=1), chance=WITHIN
    )
    assert said["caption"].startswith(
        "Of 400 comparisons of a word, 1 is clear by LRC, more frequent or rarer (under 1%), none by all"
    )
    assert "400 words tested on each side, those used at least 5 times in at least 3 answers." in said["note"]
    assert said["alt"].endswith("Gazette, 1 May: cod.")


def test_what_is_found_stands_beside_what_chance_finds():
    found = keywords((0, "cod", 0.4), (0, "eel", 0.0), (1, "hake", 0.1)).assign(n_most=[7, 7, 1])
    told = messages.tell_keywords(found, WITHIN)
    assert told == (
        "Of 3 comparisons of a word in one interview with all others, 2 find it more frequent there by LRC: cod "
        "(mostly one answer) and hake; by chance 1.3 (0 to 4), when answers are dealt to the interviews at random. So "
        "they may all be chance."
    )
    assert messages.tell_keywords(found, ABOVE).endswith("at random.")
    none = messages.tell_keywords(keywords((0, "cod", 0.0)), WITHIN)
    assert none.startswith("Of 1 comparison of a word in one interview with all others, none find it more")
    assert "may all" not in none
    assert re.fullmatch(r"[^.]+\.", messages.tell_keywords(keywords().head(0), NONE))


def test_the_harder_test_is_told_of_the_words_that_are_clear():
    clear = keywords((0, "cod", 0.4), (1, "eel", 0.1), (1, "hake", 0.0))
    assert "but the answers that have it, none of these hold." in messages.tell_firm(
        clear.assign(turns_q=1.0)
    )
    assert "1 of these holds." in messages.tell_firm(clear.assign(turns_q=[0.01, 1.0, 0.01]))
    assert messages.tell_firm(keywords((0, "cod", 0.0))) == "No word is left for a harder test."


def test_what_questions_are_too_short_to_show_is_told():
    sizes = {"n_words": 9_000, "n_words_other": 1_000, "n_tested": 100}
    told = messages.tell_power(keywords(("answer", "their", 0.0)).assign(**sizes))
    n = int(re.search(r"come up (\d+) times", told)[1])
    level = 1 - 0.05 / 100
    assert (
        bound_ratio(n, 9_000, 0, 1_000, level=level)[0]
        > 0
        >= bound_ratio(n - 1, 9_000, 0, 1_000, level=level)[0]
    )
    assert "1,000 words" in told
    assert messages.tell_power(keywords().head(0)) == "No interview prints questions and answers."


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


def test_of_many_comparisons_each_has_its_strongest_words_and_the_page_says_so(monkeypatch):
    monkeypatch.setattr(messages, "MOST_TESTED", 4)
    rows = [(side, word, 0.0) for side in "ab" for word in ("cod", "eel", "crab")]
    tested = keywords(*rows).assign(g2=[1.0, 9.0, 4.0] * 2)
    listed = list_tested(tested, names={"a": "Gazette", "b": "Herald"})
    assert listed["word"].tolist() == ["eel", "crab"] * 2
    assert "the words of the highest G²" in messages.name_tested(tested)
    assert "highest" not in messages.name_tested(tested.head(4))


def test_of_one_interview_both_sentences_say_something():
    nothing = keywords((0, "cod", 0.0)).head(0)
    assert messages.tell_firm(nothing) == "So no word can be told to stand out."
