"""Which sentences readability is measured on."""

from __future__ import annotations

import pandas as pd

from analysis.pages.readability_prose import Prose, keep_answers, pool


def test_answers_are_kept_and_interviews_pooled():
    sentences = pd.DataFrame({"label": ["a", "a", "b"], "role": ["answer", "question", "answer"]})
    talk = Prose(sentences, sentences.head(2))
    assert keep_answers(talk).sentences["label"].tolist() == ["a", "b"]
    assert keep_answers(talk).splittings["label"].tolist() == ["a"]
    assert pool(talk).sentences["label"].nunique() == 1
