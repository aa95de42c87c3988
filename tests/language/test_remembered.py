"""Answers that are remembered by the word, and where white space stands."""

from __future__ import annotations

from analysis.language.blanks import find_blanks
from analysis.language.remembered import Remembered


def test_each_word_is_asked_once():
    asked = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("port", "a", "port")] == [4, 1, 4]
    assert asked == ["port", "a"]


def test_when_too_many_are_remembered_it_begins_anew():
    lengths = Remembered(len, most=2)
    assert [lengths[word] for word in ("a", "to", "sea")] == [1, 2, 3]
    assert lengths == {"sea": 3}


def test_blanks_of_any_width_are_told_and_the_end_counts_as_one():
    assert find_blanks("a b\u2009\u3000.\n").tolist() == [False, True, False, True, True, False, True, True]
    assert find_blanks("").tolist() == [True]
