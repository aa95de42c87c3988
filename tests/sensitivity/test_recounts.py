"""Sentences ended by other rules: the words stay, and so do all links but those at the ends that moved."""

from __future__ import annotations

import pandas as pd
import pytest
from cases import ask, make_case, say
from pandas.testing import assert_frame_equal

from analysis.counting.sentences import split_sentences
from analysis.counting.tokens import split_tokens
from analysis.patterns.matching import find_matches
from analysis.patterns.texts import read_text
from analysis.sensitivity.recounts import find_plain_spans, split_nowhere, split_plainly

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


@pytest.mark.parametrize(
    ("change", "find_spans"),
    [(split_plainly, find_plain_spans), (split_nowhere, lambda text: [(0, len(text))])],
)
@pytest.mark.parametrize("is_read", [True, False])
def test_other_ends_of_sentences_give_what_reading_the_text_again_gives(change, find_spans, is_read):
    case = CASE._replace(text=read_text(CASE.tokens)) if is_read else CASE
    changed, again = change(case), split_from_text(find_spans)
    assert_frame_equal(changed.tokens, again)
    assert_frame_equal(changed.topic_hits, find_matches(again, CASE.decisions["patterns"], by="topic"))


def test_without_ends_of_sentences_a_phrase_reaches_over_one():
    assert "open harbours" not in set(CASE.phrase_hits["phrase"])
    assert "open harbours" in set(split_nowhere(CASE).phrase_hits["phrase"])
