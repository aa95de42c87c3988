"""What nobody has confirmed says so wherever its name is printed."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.pages.phrases import name_choosers
from analysis.phrases.wordings import is_said, label_family
from analysis.suggested import mark_phrases, mark_topics


def test_a_topic_is_suggested_while_any_of_its_patterns_is():
    topics = pd.DataFrame(
        {"topic": ["sea", "tax"], "label": ["Sea", "Tax"], "description": ["all of it", "levies"]}
    )
    patterns = pd.DataFrame(
        {"topic": ["sea", "sea", "tax"], "reason": ["suggested: 9 uses", "I know", "it is suggested"]}
    )
    assert mark_topics(topics, patterns)["label"].tolist() == ["Sea (suggested)", "Tax"]
    mine = patterns.assign(reason="I read it")
    assert mark_topics(topics, mine)["label"].tolist() == ["Sea", "Tax"]
    assert mark_topics(topics.head(0), patterns.head(0))["label"].tolist() == []


def test_a_marked_phrase_is_still_found_to_the_letter_and_quoted_without_its_mark():
    phrases = pd.DataFrame({"phrase": ["salt tax"], "reason": ["suggested: 9 uses"]})
    (name,) = mark_phrases(phrases)["phrase"]
    assert name == "salt tax (suggested)" and is_said(name, "the salt tax now")
    row = SimpleNamespace(family=name, n=2, n_literal=2, n_variants=1)
    assert label_family(row) == "“salt tax” (suggested)"
    row = SimpleNamespace(family=name, n=3, n_literal=2, n_variants=2)
    assert label_family(row) == "salt tax (2 wordings) (suggested)"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["salt tax", "salt tax", "sea"], "chosen by the authors"),
        (["salt tax (suggested)"], "suggested by counting"),
        (["salt tax (suggested)", "sea"], "chosen by the authors or suggested (1)"),
    ],
)
def test_who_chose_the_phrases_is_said(names, words):
    assert name_choosers(pd.DataFrame({"phrase": names})) == words
