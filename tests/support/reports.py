"""What messages ask of a report, invented."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

FIELDS = {"title", "subtitle", "note", "caption", "alt"}


def report_of(k: int) -> SimpleNamespace:
    """What messages ask of a report: an invented minister, k events of 500 own words, a text each."""
    labels = [f"Gazette, {n} May" for n in range(1, k + 1)]
    events = pd.DataFrame(
        {"event": range(k), "label": labels, "date": [f"2031-05-{n:02}" for n in range(1, k + 1)]}
    )
    sources = events.assign(source=labels, kind="transcript", is_reference=True)
    return SimpleNamespace(
        speaker="Ingrid Halvarsen",
        sources=sources,
        references=sources,
        events=events.assign(n_words=500),
        segments=pd.DataFrame({"n_words": [700] * k}),
        equivalents=pd.DataFrame(columns=["form", "stands_for", "kind"]),
        deliveries=pd.DataFrame(columns=["source", "delivery", "translated"]),
        phrases=pd.DataFrame({"phrase": ["open harbours", "open harbours", "salt tax"]}),
    )
