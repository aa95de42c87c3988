"""Where a phrase may run on."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counting import count_segments
from analysis.patterns.matching import find_matches


def count(text, *notes):
    """Count a text of one answer, with notes in it."""
    rows, at = [], 0
    for note in notes:
        start = text.index(note, at)
        rows += [("answer", at, start), ("note", start, start + len(note))]
        at = start + len(note)
    segments = pd.DataFrame([*rows, ("answer", at, len(text))], columns=["role", "start", "end"])
    segments = segments[segments["start"] < segments["end"]].reset_index(drop=True)
    numbers = {"segment": range(1, len(segments) + 1), "paragraph": 1, "turn": 1, "speaker": "", "n_words": 1}
    return count_segments(text, segments.assign(**numbers))["tokens"].assign(source="alpha")


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("We saw the root causes.", 1),
        ("At the root, causes are many.", 1),
        ("The “root” causes are many.", 1),
        ("A strong root; causes are few.", 0),
        ("We saw the root: causes differ.", 0),
        ("It was the root — causes came later.", 0),
        ("It was the root—causes came later.", 0),
        ("It was the root – causes came later.", 0),
        ("It was the root - causes came later.", 0),
        ("It was the root -- causes came later.", 0),
        ("He dug up the root (causes unknown).", 0),
        ("He dug (up) a (root) causes unknown.", 0),
        ("It was the root … causes came later.", 0),
        ("It was the root... causes came later.", 0),
        ("It was the root\ncauses of it.", 1),
    ],
)
def test_a_phrase_stops_at_these_signs(text, n):
    wanted = pd.DataFrame({"topic": ["only"], "pattern": ["root causes"]})
    assert len(find_matches(count(text), wanted, by="topic")) == n


@pytest.mark.parametrize("note", ["[sic – Ed.]", "1", "(see the map; note)"])
def test_a_note_or_a_footnote_mark_parts_no_phrase(note):
    wanted = pd.DataFrame({"topic": ["only"], "pattern": ["root causes"]})
    found = find_matches(count(f"We saw the root {note} causes of it.", note), wanted, by="topic")
    assert found["n_words"].tolist() == [2]


def test_an_abbreviation_in_brackets_belongs_to_its_name():
    wanted = pd.DataFrame({"topic": ["only"], "pattern": ["sea pact OSP"]})
    assert len(find_matches(count("We signed the Old Sea Pact (OSP) here."), wanted, by="topic")) == 1


def test_each_word_names_the_one_it_goes_on_from():
    follows = count("We wait; they [all] go. So.", "[all]")["follows"]
    assert follows.fillna(0).tolist() == [0, 1, 0, 0, 3, 0]
