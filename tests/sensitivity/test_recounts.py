"""Sentences ended by other rules: what patterns find then is what they find in a text that is split so."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from cases import ask, make_case, say
from pandas.testing import assert_frame_equal

from analysis.counting.sentences import split_sentences
from analysis.counting.tokens import split_tokens
from analysis.patterns.matching import find_matches
from analysis.sensitivity.other_ends import find_plain_ends, gather_sought, split_nowhere, split_plainly

CASE = make_case(
    ask("Why fish? And why now?", "Yes. We open. Harbours sleep; the ferry (old). Map of old ice. Yes."),
    say("Mr. Roe pays the levy. Dr. Poe too: no tax. We said: open. Harbours!", "Fish"),
)


def split_from_text(find_spans) -> pd.DataFrame:
    """Read all words of the texts again, and end their sentences by a rule."""
    parts = []
    for source, segments in CASE.segments.groupby("source"):
        sentences = split_sentences(CASE.texts[source], segments, find_spans=find_spans)
        parts.append(split_tokens(CASE.texts[source], segments, sentences).assign(source=source))
    return pd.concat(parts, ignore_index=True)


def find_plain_spans(text: str) -> list[tuple[int, int]]:
    return list(pairwise([0, *find_plain_ends(text), len(text)]))


@pytest.mark.parametrize(
    ("change", "find_spans"),
    [(split_plainly, find_plain_spans), (split_nowhere, lambda text: [(0, len(text))])],
)
@pytest.mark.parametrize("is_gathered", [True, False])
def test_other_ends_of_sentences_give_what_reading_the_text_again_gives(change, find_spans, is_gathered):
    case = CASE._replace(sought=gather_sought(CASE)) if is_gathered else CASE
    changed, again = change(case), split_from_text(find_spans)
    for hits, patterns, by in (
        (changed.topic_hits, "patterns", "topic"),
        (changed.phrase_hits, "phrases", "phrase"),
    ):
        assert_frame_equal(hits, find_matches(again, CASE.decisions[patterns], by=by))


def test_only_words_that_a_pattern_may_find_are_gathered():
    words = gather_sought(CASE).words["norm"]
    first = "fish open harbours ferry old map of old ice"  # a bracket and a full stop part no `old map` here
    assert words.tolist() == [*first.split(), "levy", "tax", "open", "harbours", "fish"]


def test_without_ends_of_sentences_a_phrase_reaches_over_one():
    assert "open harbours" not in set(CASE.phrase_hits["phrase"])
    assert "open harbours" in set(split_nowhere(CASE).phrase_hits["phrase"])
