"""Pattern words that may fit the same words are found without comparing each with each."""

import pytest

from analysis.patterns.syntax import ANY, GAP
from analysis.patterns.word_index import FormIndex, WordIndex, implies


@pytest.mark.parametrize(
    ("word", "wider"),
    [("lake", "lake"), ("lakes", "lake" + ANY), ("Lake", "lake"), ("pro-EU", "+EU"), ("lake", ANY + "ke")],
)
def test_a_word_finds_what_allows_it_too(word, wider):
    assert implies(word, wider) and FormIndex([[("calm", wider)], [("sea",)]]).list_wider(("calm", word)) == [
        0
    ]


def test_only_the_rarest_word_of_a_form_is_asked_for():
    # "the" stands in all three, so that a pattern with "the" meets none of them by it.
    index = FormIndex([[("the", "lake")], [("the", "sea")], [("the", "pond" + ANY)]])
    assert index.list_wider(("the", "ponds")) == [2]


@pytest.mark.parametrize(
    ("word", "others", "meets"),
    [
        ("lake", ["sea", "lake"], True),
        ("lake", ["sea"], False),
        ("la" + ANY, ["sea", "lake"], True),
        ("lakes", ["la" + ANY], True),
        (ANY + "ke", ["lake"], True),
        ("EU", ["pro-eu"], True),
        ("pro-eu", ["EU"], True),
        ("lake", [GAP, "sea"], True),
        ("lake", [], False),
    ],
)
def test_words_meet_where_beginnings_and_ends_allow(word, others, meets):
    assert WordIndex(others).may_meet(word) == meets
