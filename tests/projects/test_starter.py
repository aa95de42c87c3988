"""Topics to start from, by hand: which words are chosen, and which stand together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.projects.starter import _list_small
from analysis.projects.starter_phrases import _choose_wordings, _is_unfit
from analysis.projects.starter_topics import group_words, list_pattern_rows, list_topic_rows
from analysis.projects.starter_words import choose_words


def place(units, *, is_own=True):
    """One row a word: units are (event, words)."""
    rows = [
        (event, f"{event} {i}", word, word, is_own)
        for i, (event, said) in enumerate(units)
        for word in said.split()
    ]
    return pd.DataFrame(rows, columns=["event", "unit", "norm", "lemma", "is_own"])


def test_words_in_bursts_are_chosen_and_even_ones_are_not():
    """Ten stretches of ten words; `tariff` has 9 uses in 3: spread evenly, 10 (1 - 0.9 ** 9) = 6.13 would hold it."""
    burst, even = "tariff tariff tariff steady x1 x2 x3 x4 x5 x6", "steady y1 y2 y3 y4 y5 y6 y7 y8 y9"
    words = place([(f"e{i % 2}", burst if i < 3 else even) for i in range(10)])
    chosen = choose_words(words, names=set(), language="en")
    assert list(chosen["lemma"]) == ["tariff"]
    assert chosen["n"][0] == 9 and chosen["n_events"][0] == 2 and chosen["n_units"][0] == 3
    assert chosen["bursts"][0] == pytest.approx(10 * (1 - 0.9**9) / 3)
    assert np.isnan(chosen["times"][0])  # nobody asks


def test_one_short_text_has_no_word_that_comes_in_bursts():
    words = place([("e0", "tariff " * 9 + "x"), ("e0", "tariff y1 y2 y3 y4 y5 y6 y7 y8 y9")])
    assert choose_words(words, names=set(), language="en").empty


def test_names_and_words_of_the_interviewers_are_not_chosen():
    said = "tariff tariff tariff x1 x2 x3 x4 x5 x6 x7"
    words = place([(f"e{i % 2}", said if i < 3 else "y " * 10) for i in range(10)])
    assert choose_words(words, names={"tariff"}, language="en").empty
    asked = place([("e0", "tariff z1 z2 z3 z4 " * 250)], is_own=False)  # a fifth of 1,250 words
    assert choose_words(pd.concat([words, asked]), names=set(), language="en").empty


@pytest.mark.parametrize(("word", "is_chosen"), [("ich", False), ("zoll", True)])
def test_function_words_of_other_languages_are_no_topic(word, is_chosen):
    said = f"{word} {word} {word} x1 x2 x3 x4 x5 x6 x7"
    words = place([(f"e{i % 2}", said if i < 3 else "y " * 10) for i in range(10)])
    assert (list(choose_words(words, names=set(), language="de")["lemma"]) == [word]) == is_chosen


def test_small_words_are_told_by_how_many_answers_hold_them_only_where_there_is_no_list():
    words = place([("e0", "की पुल" if i < 6 else "की") for i in range(20)])
    assert _list_small(words, "hi") == {"की", "पुल"}  # in 20 and 6 of 20 answers, five of which are a quarter
    assert _list_small(words[words["unit"] != "e0 5"], "hi") == {"की"}
    assert _list_small(words, "de") == set()


def test_a_phrase_has_no_name_and_two_words_that_are_not_small():
    assert _is_unfit("Jane sails", {"jane"}, set())
    assert _is_unfit("की सुरक्षा", set(), {"की"})
    assert not _is_unfit("लोगों की सुरक्षा", set(), {"की"})
    assert not _is_unfit("so-called", set(), set())


@pytest.mark.parametrize("word", ["actually", "gonna"])
def test_adverbs_and_words_of_any_conversation_are_no_topic(word):
    said = f"{word} {word} {word} x1 x2 x3 x4 x5 x6 x7"
    words = place([(f"e{i % 2}", said if i < 3 else "y " * 10) for i in range(10)])
    assert choose_words(words, names=set(), language="en").empty


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("tariff wall tariff wall x1 x2 x3 x4 x5 x6", []),  # each beside the other in all uses
        (
            "tariff wall x1 tariff of x2 tariff x3 of tariff",
            ["tariff"],
        ),  # in one use of four, and in all of one
        ("tariff of wall of tariff of wall of x1 x2", ["tariff", "wall"]),
    ],
)
def test_a_half_of_a_phrase_is_no_topic(said, chosen):
    words = place([(f"e{i % 2}", said if i < 3 else "y " * 10) for i in range(10)])
    listed = choose_words(words, names=set(), language="en")["lemma"]
    assert sorted(word for word in listed if not word.startswith("x")) == chosen


@pytest.mark.parametrize(("n_others", "is_topic"), [(1, True), (5, False)])
def test_words_that_chance_puts_together_are_no_topic(n_others, is_topic):
    """Of 12 stretches two words stand in 4 each and share 3: a chance of (4 * 8 + 1) / 495, or 1 in 15.

    Three words make 3 pairs, of which chance puts a fifth of a pair together so often; seven make 21, and it is more
    than one.
    """
    said = ["boat tax"] * 3 + ["boat", "tax"] + ["y"] * 7
    words = place([(f"e{i % 2}", words) for i, words in enumerate(said)])
    others = {f"z{i}": 1 for i in range(n_others)}
    groups = group_words(make_chosen(boat=4, tax=4, **others), words)
    assert (["boat", "tax"] in groups) == is_topic


USES = pd.DataFrame(
    [("salt tax", "the same words"), ("salt taxes", "inflection"), ("salt and old tax", "an open slot"),
     ("tax on salt", "order"), ("salt for a tax", "other function words between"),
     ("salt on tax", "other function words between"), ("salt on tax", "other function words between")],
    columns=["variant", "rule"],
)  # fmt: skip


def test_a_pattern_is_a_wording_that_is_surely_the_phrase():
    assert _choose_wordings(USES).tolist() == ["salt tax", "salt taxes", "salt on tax", "salt on tax"]
    assert _choose_wordings(USES.iloc[2:3]).tolist() == ["salt and old tax"]


def make_chosen(**n):
    return pd.DataFrame({"lemma": list(n), "n": list(n.values()), "n_events": 2, "times": 3.25})


def test_words_that_always_stand_together_are_one_topic_called_by_the_most_frequent():
    said = ["salt tax levy", "salt tax levy", "tax salt levy", "boat", "boat", "boat", "x"]
    words = place([(f"e{i % 2}", words) for i, words in enumerate(said)])
    chosen = make_chosen(salt=5, tax=7, levy=5, boat=6)
    assert group_words(chosen, words) == [["tax", "levy", "salt"]]
    words = place([(f"e{i % 2}", words) for i, words in enumerate([*said, *"yyy"])])
    groups = group_words(chosen, words)  # of ten stretches: in fewer, a word that stands alone is no topic
    assert groups == [["tax", "levy", "salt"], ["boat"]]
    topics = list_topic_rows(groups, words)
    assert topics["topic"].tolist() == ["tax", "boat"]
    assert topics["description"].tolist() == [
        "suggested: words that stand near “tax”: levy, salt",
        "suggested: “boat”, a word that comes in bursts",
    ]
    patterns = list_pattern_rows(topics, groups, chosen, words)
    assert patterns["reason"][0] == (
        "suggested: in 2 of 2 events, 7 uses in all forms, 3.2 times as frequent as in the questions"
    )


def test_words_of_another_script_have_topics_with_names_of_their_own():
    words = place([("e0", "море соль")] * 3)
    topics = list_topic_rows([["море", "соль"]], words)
    assert topics["topic"].tolist() == ["topic_1"] and topics["label"].tolist() == ["море"]
