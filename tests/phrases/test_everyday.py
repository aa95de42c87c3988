"""What interviewers say nearly as often ranks behind what is the speaker's."""

from __future__ import annotations

import pandas as pd

from analysis.language import choose_lists
from analysis.phrases.everyday import count_asked, count_sides, find_everyday, find_habits, find_stock
from analysis.roles import OWN, QUESTION

SOURCES = pd.DataFrame({"source": ["gazette"], "is_reference": [True]})
# The speaker has twice the words of the questions.
WORDS = pd.DataFrame({"source": "gazette", "role": ["answer", "question"], "norm": "sea", "n": [200, 100]})


def list_uses(key: str, *, own: int, asked: int) -> pd.DataFrame:
    roles = ["answer"] * own + ["question"] * asked
    return pd.DataFrame({"key": key, "family": key, "source": "gazette", "role": roles, "is_loose": False})


USES = pd.concat(
    [
        list_uses("last year", own=4, asked=2),  # 20 in a thousand, and 20 in questions
        list_uses("shared waters", own=12, asked=2),  # three times as frequent as in questions
        list_uses("open harbours", own=2, asked=1),  # one question makes no habit
    ],
    ignore_index=True,
)


def test_only_what_questions_say_as_often_is_everybodys():
    assert find_everyday(count_sides(USES, WORDS, SOURCES, OWN), OWN) == {"last year"}


def test_of_the_interviewers_own_families_none_is():
    assert find_everyday(count_sides(USES, WORDS, SOURCES, (QUESTION,)), (QUESTION,)) == set()


def test_uses_in_questions_are_counted():
    assert count_asked(USES, SOURCES).to_dict() == {"last year": 2, "open harbours": 1, "shared waters": 2}


def test_stock_phrases_are_known_by_their_words_and_in_english_only():
    names = pd.Series({1: "at the same time", 2: "shared waters"})
    assert find_stock(names, choose_lists(["en"])) == {1}
    assert find_stock(names, choose_lists(["de"])) == set()


def test_a_habit_is_what_questions_hardly_share():
    uses = pd.concat([list_uses("in the end", own=12, asked=0), list_uses("at all", own=12, asked=3)])
    assert find_habits(count_sides(uses, WORDS, SOURCES, OWN)) == {"in the end"}  # (2/3)**12 is 0.008
    alone = WORDS[WORDS["role"] == "answer"]
    assert find_habits(count_sides(uses, alone, SOURCES, OWN)) == set()
