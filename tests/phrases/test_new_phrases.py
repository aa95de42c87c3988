"""Phrases that are new beside the chosen ones and the longer ones: an invented list checked by hand."""

from __future__ import annotations

import pandas as pd

from analysis.phrases.new_phrases import list_new

FOUND = pd.DataFrame(
    [
        ("Open harbours", "expression", 5, 2, 2),  # chosen
        ("our open harbours", "expression", 2, 3, 2),  # holds a chosen one
        ("cold water", "expression", 3, 2, 2),  # a piece of a longer one
        ("cold water fish", "expression", 2, 3, 2),
        ("salt tax", "expression", 2, 2, 3),
        ("prime minister", "name", 9, 2, 3),
    ],
    columns=["phrase", "kind", "n", "n_words", "n_events"],
)
USES = pd.DataFrame({"kind": ["named"], "is_own": [True], "variant": ["open harbours"]})


def test_chosen_phrases_pieces_and_names_are_not_new():
    assert list_new(FOUND, USES)["phrase"].tolist() == ["salt tax", "cold water fish"]


def test_what_anybody_says_stands_behind():
    said = pd.DataFrame([("at the same time", "expression", 9, 4, 3)], columns=FOUND.columns)
    table = pd.concat([said, FOUND], ignore_index=True)
    assert list_new(table, USES)["phrase"].tolist() == ["salt tax", "cold water fish", "at the same time"]
    assert list_new(table, USES, ["de"])["phrase"].tolist()[0] == "at the same time"


def test_without_chosen_phrases_only_pieces_and_names_go():
    new = list_new(FOUND, USES.head(0))["phrase"].tolist()
    assert new == ["salt tax", "Open harbours", "cold water fish", "our open harbours"]
    assert list_new(FOUND.head(0), USES).empty
