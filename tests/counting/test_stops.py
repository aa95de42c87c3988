"""Which stops end a sentence, on invented cases; a bar in data/ends/cases.csv marks an end."""

from __future__ import annotations

import csv
from itertools import accumulate
from pathlib import Path

import nupunkt
import pytest

from analysis.counting.abbreviations import load_abbreviations, load_library
from analysis.counting.sentences import find_sentences
from analysis.counting.stop_rules import RULES
from analysis.counting.stops import find_spans

CASES = Path(__file__).parents[1] / "data" / "ends" / "cases.csv"
# What cannot be known from the words around: a name behind a dotted name, a straight mark that opens or closes.
UNKNOWABLE = ("The E.U. Commission agreed.| So did the E.U.| Moor wept.", 'It is done.|"We know."')


def read_cases(half: str) -> list[str]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["half"] == half]


def errors_in(case: str) -> int:
    parts = case.split("|")
    text = "".join(parts)
    found = {end for _, end in find_sentences(text, [(0, len(text))])}
    return len(found ^ set(accumulate(map(len, parts))))


@pytest.mark.parametrize("case", [case for case in read_cases("seen") if case not in UNKNOWABLE])
def test_ends_of_cases_that_rules_were_made_on(case):
    assert errors_in(case) == 0


def test_ends_of_cases_kept_aside():
    assert sum(map(errors_in, read_cases("held"))) <= 4  # of 137 ends; the library alone has 25 errors


def test_spans_cover_the_text():
    text = "We met Lt. Gen. Moor.1 He left.Next came Pell…  I saw him. "
    spans = find_spans(text)
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text)
    assert find_spans("") == []


def test_everyday_words_are_no_abbreviations():
    known = load_abbreviations()
    assert not any(word in known for word in ("west", "poland", "human", "story", "so", "will", "code"))
    assert all(word in known for word in ("mr", "ltd", "dept", "u.s.c"))


def test_the_library_ends_sentences_behind_everyday_words_and_not_behind_abbreviations():
    assert len(list(load_library().span_tokenize("so west. Moor waits"))) == 2
    assert len(list(load_library().span_tokenize("so mr. Moor waits"))) == 1


def test_the_list_of_the_library_itself_is_left_alone():
    load_abbreviations()
    assert "west" in nupunkt.load("default").abbreviations


def test_each_rule_says_what_it_does():
    assert all(rule.says and rule.test.__name__ == f"_{rule.rule}" for rule in RULES)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("नया पुल हमारा है। वह चलेगा॥ क्या सच है?", 3),
        ("橋は約束です。氷は待たない！", 2),
        ("هل انتهى الجسر؟ نعم.", 2),
        ("The bridge (पुल) stands. It holds.", 2),
    ],
)
def test_stops_of_other_scripts_always_end_a_sentence(text, n):
    spans = find_spans(text)
    assert len(spans) == n and (spans[0][0], spans[-1][1]) == (0, len(text))
