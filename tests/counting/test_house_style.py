"""The same words in another house style: the same counts, or a difference that the methods page states."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counting import count_segments
from analysis.patterns.matching import find_matches
from examples import examples

# Pairs of one meaning in two styles; the style of a whole text is one side of each.
SAME = [
    ("US", "U.S."),
    ("UN", "U.N."),
    ("IMF", "I.M.F."),
    ("AM", "a.m."),
    ("ie", "i.e."),
    ("don't", "don’t"),
    ("won't", "won´t"),
    ("it's", "it`s"),
    ("EU-led", "EU‑led"),
    ("Selm-Elm", "Selm–Elm"),
    ("10-15", "10–15"),
    ("12,000", "12\u202f000"),
    ("“calm”", '"calm"'),
    ("‘grey’", "'grey'"),
    (" — and", " – and"),
    ("—so", " -- so"),
    ("café", "cafe\u0301"),
    ("...", "…"),
]
# What differs, and by how many words: each stands in the methods page.
STATED = [
    ("5%", "5 per cent", 2),
    ("9:30", "9.30", -1),
    ("organise", "organize", 0),
    ("co-operate", "cooperate", 0),
    ("ice-cold", "ice cold", 1),
    ("12,000", "12 000", 1),
    ("J.R. Moor", "J. R. Moor", 1),
    ("$5", "5 dollars", 1),
    ("cost-benefit", "cost–benefit", 1),
    ("R&D", "R and D", 1),
]
PATTERNS = ["US", "UN Charter", "IMF", "EU", "calm sea", "don't", "Selm-Elm", "us", "grey sea"]
FRAMES = [
    "The {} Charter is calm sea.", "We saw {} in the grey sea.", "They told us {} of it.", "A {} calm sea lay there.",
]  # fmt: skip


def count(text: str) -> tuple[list[str], dict[str, int]]:
    columns = {"segment": [1], "paragraph": [1], "role": ["answer"], "start": [0], "end": [len(text)]}
    segments = pd.DataFrame(columns | {"turn": [1], "speaker": [""], "n_words": [1]})
    tokens = count_segments(text, segments)["tokens"].assign(source="alpha")
    patterns = pd.DataFrame({"topic": PATTERNS, "pattern": PATTERNS})
    hits = find_matches(tokens, patterns, by="topic")["topic"].value_counts()
    return tokens["norm"].tolist(), hits.to_dict()


@examples(4)
@given(st.lists(st.tuples(st.sampled_from(FRAMES), st.sampled_from(SAME)), min_size=1, max_size=5))
def test_a_house_style_changes_no_count(said):
    one, two = (" ".join(frame.format(pair[side]) for frame, pair in said) for side in (0, 1))
    assert count(one) == count(two)


@pytest.mark.parametrize(("one", "two", "more"), STATED)
def test_a_stated_difference_is_what_it_is_said_to_be(one, two, more):
    first, second = (count(f"We saw {said} of it.")[0] for said in (one, two))
    assert len(second) - len(first) == more
    assert first != second


def test_the_methods_page_states_each_difference():
    from analysis.storage import HOME

    page = (HOME.parent / "book" / "methods.md").read_text("utf-8")
    stated = re.search(r"\*\*Stated differences\*\*.*?\n\n", page, re.S)[0]
    for one, two, _ in STATED:
        assert one in stated and two in stated, f"{one} / {two}"
