"""The turns of all sources, each with its time where the file of its source has times."""

from __future__ import annotations

import pandas as pd

from analysis.pipeline.build import list_turns
from analysis.readers import Reading, Time
from analysis.storage.schema import load_unreleased


def test_each_source_has_the_times_of_its_own_file():
    columns = ["source", "turn", "role", "speaker", "start", "end", "n_words"]
    rows = [("plain", 1, "answer", "Jane Roe", 0, 9, 2), ("timed", 1, "question", "interviewer", 0, 9, 3)]
    segments = pd.DataFrame(rows, columns=columns).astype({"turn": "Int64"})
    marks = [Reading("", "plain text"), Reading("", "WebVTT", times=(Time(0, 61.5),))]
    turns = list_turns(segments, pd.DataFrame({"source": ["plain", "timed"], "marks": marks}))
    assert turns["start_time"].isna().tolist() == [True, False]
    assert turns.loc[1, ["source", "start_time", "n_words"]].tolist() == ["timed", 61.5, 3]
    fields = load_unreleased()["turns"]["schema"]["fields"]
    assert list(turns.columns) == [field["name"] for field in fields]
