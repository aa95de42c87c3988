"""What answers and questions repeat from earlier events, counted by hand."""

from __future__ import annotations

import math

import pandas as pd
from family_texts import SOURCES, read

from analysis.phrases.reuse_compared import compare_reuse


def compare(*texts: pd.DataFrame) -> dict[str, object]:
    tokens = pd.concat([text.assign(segment=n) for n, text in enumerate(texts, 1)], ignore_index=True)
    segments = tokens.groupby(["source", "segment", "role"], as_index=False).agg(n_words=("norm", "size"))
    return compare_reuse(tokens, segments.assign(turn=segments["segment"]).astype({"turn": "Int64"}), SOURCES)


def test_shares_and_the_longest_passage():
    first = read("We sail at the break of day.", source="gazette")
    later = read("They sail at the break of day. Rain is near.", source="radio")
    compared = compare(first, later)
    assert compared["share"] == 6 / 10 and compared["longest"] == 6 and compared["is_longest_known"]
    assert math.isnan(compared["times_low"]) and math.isnan(compared["baseline"])


def test_a_single_event_repeats_nothing():
    compared = compare(read("We sail at the break of day.", source="gazette"))
    assert math.isnan(compared["share"]) and compared["longest"] == 0


def test_where_no_day_is_known_nothing_is_said_before():
    undated = SOURCES.assign(date="")
    texts = [read("We sail at the break of day.", source=source) for source in ("gazette", "radio")]
    tokens = pd.concat([text.assign(segment=1) for text in texts], ignore_index=True)
    segments = tokens.groupby(["source", "segment", "role"], as_index=False).agg(n_words=("norm", "size"))
    compared = compare_reuse(tokens, segments.assign(turn=1).astype({"turn": "Int64"}), undated)
    assert math.isnan(compared["share"])


def test_questions_are_the_baseline():
    first = read("We sail at the break of day.", source="gazette")
    asked = read("Do you sail at the break of day?", source="radio", role="question")
    said = read("Rain is near.", source="radio")
    said["position"] += len(asked)
    said["sentence"] += 10
    compared = compare(first, asked, said)
    assert (compared["share"], compared["baseline"]) == (0, 6 / 8)
