"""How the words of a text came to be: said where it is decided, and only there."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from analysis.pages.deliveries import list_deliveries, mark_labels, name_deliveries


def test_how_the_words_came_to_be_is_marked_where_it_is_decided():
    sources = pd.DataFrame(
        {"source": ["a", "b"], "label": ["Gazette, 3 May", "Herald, 4 May"], "is_reference": True}
    ).assign(outlet=["The Gazette", None])
    columns = ["source", "delivery", "translated", "translator", "reason"]
    deliveries = pd.DataFrame([("a", "written", "yes", "a bureau", "It says so")], columns=columns)
    names = dict(zip(sources["source"], sources["label"], strict=True))
    report = SimpleNamespace(sources=sources, deliveries=deliveries, text_names=names)
    assert mark_labels(report) == {
        "Gazette, 3 May": "Gazette, 3 May (written, translated)",
        "Herald, 4 May": "Herald, 4 May",
    }
    assert name_deliveries(report) == {"Gazette, 3 May": "written", "Herald, 4 May": ""}
    described = list_deliveries(report)[["outlet", "translator", "delivery"]]
    assert described.to_numpy().tolist() == [
        ["The Gazette", "a bureau", "written, translated"],
        ["not named", "not named", "not stated"],
    ]
    assert mark_labels(SimpleNamespace(sources=sources, deliveries=deliveries.head(0), text_names=names)) == {
        label: label for label in sources["label"]
    }
