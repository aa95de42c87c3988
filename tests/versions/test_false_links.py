"""The same rules on interviews that a report does not report: how many sentences find a counterpart there."""

from __future__ import annotations

import pandas as pd
from version_pairs import NO_EQUIVALENTS, make_sources, make_tables

from analysis.versions.false_links import MOST_TRIED, measure_false_links

FERRY = ("answer", "The ferry to Port Selm will sail again on Monday.")
HERRING = ("answer", "The herring quota was raised twice last year by Councillor Oldwick.")
TOLD = ("narration", "The herring quota was raised twice last year.")


def tables(**texts: list) -> tuple[pd.DataFrame, ...]:
    """Texts by name; `full` and `news` are one event, every other text is an event of its own."""
    sources = make_sources(["full", "news"])
    others = [name for name in texts if name not in ("full", "news")]
    own = pd.DataFrame({"source": others, "event": others, "kind": "transcript", "is_reference": True})
    dates = {name: f"2031-05-{day:02}" for day, name in enumerate(texts, 1)}
    both = pd.concat([sources, own], ignore_index=True)
    return *make_tables(texts), both.assign(date=both["source"].map(dates))


def test_a_sentence_of_another_interview_is_a_false_link():
    made = tables(full=[FERRY], news=[("quote", FERRY[1]), TOLD], evening=[HERRING], morning=[])
    found = measure_false_links(*made, NO_EQUIVALENTS)
    assert found.to_numpy().tolist() == [["news", "evening", 2, 1], ["news", "morning", 2, 0]]


def test_where_nothing_is_another_interview_nothing_is_tried():
    assert measure_false_links(*tables(full=[FERRY], news=[TOLD]), NO_EQUIVALENTS).empty
    sources = pd.DataFrame([("full", "talk", "transcript", True, "2031-05-01")])
    sources.columns = ["source", "event", "kind", "is_reference", "date"]
    assert measure_false_links(*make_tables({"full": [FERRY]}), sources, NO_EQUIVALENTS).empty


def test_of_many_interviews_the_nearest_by_date_are_tried():
    many = {f"talk-{n:02}": [HERRING] for n in range(MOST_TRIED + 2)}
    found = measure_false_links(*tables(full=[FERRY], news=[TOLD], **many), NO_EQUIVALENTS)
    assert found["source"].tolist() == sorted(many)[:MOST_TRIED]
