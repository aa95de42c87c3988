"""Which sentences readability is measured on."""

from __future__ import annotations

import pandas as pd

from analysis.pages.readability_prose import Prose, keep_both_roles


def test_only_sources_with_questions_and_answers_are_kept():
    sentences = pd.DataFrame({"source": ["a", "a", "b"], "role": ["answer", "question", "answer"]})
    splittings = pd.DataFrame({"source": ["a", "b"]})
    talk = keep_both_roles(Prose(sentences, splittings))
    assert talk.sentences["source"].tolist() == ["a", "a"]
    assert talk.splittings["source"].tolist() == ["a"]
