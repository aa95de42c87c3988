"""What a hyphen or a space keeps from a pattern is listed."""

from __future__ import annotations

import pandas as pd
import pytest
from pattern_texts import patterns_of, read_sentences

from analysis.patterns.matching import find_raw_matches
from analysis.patterns.near_misses import find_near_misses


def misses(text, *patterns):
    tokens, wanted = read_sentences(text), patterns_of(only=patterns)
    found = find_near_misses(tokens, wanted, find_raw_matches(tokens, wanted, by="topic"))
    return [text[start:end] for start, end in zip(found["start"], found["end"], strict=True)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("root cause*", "The root-causes, a root cause, rootcauses.", ["root-causes", "rootcauses"]),
        ("ceasefire*", "A cease-fire, two cease fires, a ceasefire.", ["cease-fire", "cease fires"]),
        ("G20", "The G-20, the G 20, the g-20, the G20.", ["G-20", "G 20"]),
        ("G-20", "The G20 and the G-20.", ["G20"]),
        ("lake", "The lakes and a la ke.", ["la ke"]),
        ("old ... mill", "An oldmill.", []),
        ("a * lake", "A xlake.", []),
        ("sea", "", []),
    ],
)
def test_near_misses_of_a_pattern(pattern, text, expected):
    assert misses(text, pattern) == expected


def test_what_another_pattern_finds_is_no_near_miss():
    assert misses("A cease-fire.", "ceasefire", "cease-fire") == []


def test_patterns_that_cancel_have_no_near_misses():
    assert misses("A cease-fire now.", "now", "-ceasefire now") == []


def test_a_near_miss_stays_inside_a_stretch():
    tokens = read_sentences("We cease", "fire at noon")
    wanted = patterns_of(only=["ceasefire"])
    assert find_near_misses(tokens, wanted, find_raw_matches(tokens, wanted, by="topic")).empty
    follows = pd.array([None, 1, None, 3], dtype="Int64")
    tokens = read_sentences("We cease fire now").assign(follows=follows)
    assert find_near_misses(tokens, wanted, find_raw_matches(tokens, wanted, by="topic")).empty
