"""Syllables by spelling, against words that people divided."""

from __future__ import annotations

import csv

import pytest
from in_languages import FOLDER

from analysis.language.vowel_groups import count_syllables_in

with (FOLDER / "syllables.csv").open(encoding="utf-8", newline="") as lines:
    DIVIDED = {row["language"]: row["words"].split() for row in csv.DictReader(lines)}


@pytest.mark.parametrize("language", DIVIDED)
def test_most_words_are_divided_as_people_do_and_the_sum_is_right(language):
    counted = [count_syllables_in(word.replace("·", ""), language) for word in DIVIDED[language]]
    marked = [word.count("·") + 1 for word in DIVIDED[language]]
    assert sum(a != b for a, b in zip(counted, marked, strict=True)) <= 5  # of about a hundred; measured
    assert sum(counted) == pytest.approx(sum(marked), rel=0.02)


@pytest.mark.parametrize(
    ("language", "word", "n"),
    [
        ("de", "geehrte", 3),
        ("de", "Medien", 3),
        ("de", "U-Bahn", 2),
        ("fr", "circulent", 2),  # a verb's plural is mute
        ("fr", "souvent", 2),
        ("fr", "l'homme", 1),
        ("es", "río", 2),
        ("es", "guerra", 2),
        ("it", "zio", 2),
        ("it", "più", 1),
        ("ru", "доверие", 4),
        ("ru", "в", 1),
        ("ru", "1948", 1),
    ],
)
def test_words_by_the_rules_of_their_language(language, word, n):
    assert count_syllables_in(word, language) == n
