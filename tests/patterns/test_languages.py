"""A pattern of one language does not count in a text of another."""

from __future__ import annotations

import pandas as pd
import pytest
from pattern_texts import read_sentences

from analysis.patterns.matching import find_matches, find_raw_matches

SOURCES = pd.DataFrame({"source": ["a", "b"], "language": ["de-AT", "en"]})
PATTERNS = pd.DataFrame(
    [["gift", "gift", "de"], ["gift", "gift shop", ""], ["gift", "-no gift", "en"]],
    columns=["topic", "pattern", "language"],
)


@pytest.fixture(scope="module")
def tokens():
    texts = {"a": "No gift here; a gift there.", "b": "No gift here; a gift shop there; a gift."}
    parts = [read_sentences(text, source=source) for source, text in texts.items()]
    return pd.concat(parts, ignore_index=True)


def test_a_pattern_counts_in_texts_of_its_language_and_the_others_everywhere(tokens):
    hits = find_matches(tokens, PATTERNS, by="topic", sources=SOURCES)
    found = list(zip(hits["source"], hits["pattern"], strict=True))
    assert found == [("a", "gift"), ("a", "gift"), ("b", "gift shop")]


def test_what_cancels_in_one_language_cancels_nothing_in_another(tokens):
    raw = find_raw_matches(tokens, PATTERNS, by="topic", sources=SOURCES)
    assert raw.loc[raw["fate"] == "cancels", "source"].tolist() == ["b"]


def test_a_language_without_sources_is_an_error_and_not_a_silent_count(tokens):
    with pytest.raises(ValueError, match="hand on the sources"):
        find_matches(tokens, PATTERNS, by="topic")
    plain = find_matches(tokens, PATTERNS.assign(language=""), by="topic")
    assert plain["source"].value_counts().to_dict() == {"a": 1, "b": 2}
