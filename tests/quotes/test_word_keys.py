"""Words as they are compared: spelling, contractions and figures make no difference, and nothing else is lost."""

from __future__ import annotations

import pytest

from analysis.quotes.word_keys import is_denial, is_number, keys_of

SAME = [
    ("don't", "do not"),
    ("can't", "cannot"),
    ("won't", "will not"),
    ("it's", "it is"),
    ("organisation", "organization"),
    ("labour", "labor"),
    ("forty", "40"),
    ("1,000", "1000"),
    ("cease-fire", "cease fire"),
    ("café", "cafe"),
]
DIFFERENT = [
    ("four", "for"),
    ("not", "now"),
    ("US", "us"),
    ("hour", "hor"),
    ("bridge", "bridges"),
    ("13", "30"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_one_thing(one, other):
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_words_stay_two(one, other):
    assert keys_of(one) != keys_of(other)


def test_what_weighs_most():
    assert all(map(is_denial, ["not", "never", "without"])) and not is_denial("now")
    assert is_number("40") and not is_number("reefs")
