"""Tables of scores: a cell holds a score and its band, or the reason for having none."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
from bands import measured

from analysis.pages.readability_tables import list_bands, list_comparisons, list_facts, list_limits


def test_a_cell_holds_a_score_and_its_band_or_the_reason():
    table = measured(2, ["answer"], {"SMOG": 12.5, "FORCAST": 10.0})
    table.loc[0, ["score", "low", "high", "reason"]] = [np.nan, np.nan, np.nan, "needs 30 sentences, has 9"]
    table.loc[table["name"] == "FORCAST", ["low", "high"]] = 10.0
    shown = list_bands(table, names={label: label for label in table["label"]})
    assert shown.to_numpy().tolist() == [
        ["SMOG", "", "needs 30 sentences, has 9", "12.5 (11.5 to 13.5)"],
        ["FORCAST", "", "10.0", "10.0"],
    ]


def test_limits_are_those_over_turns():
    table = measured(1, ["answer"], {"words a sentence": 20.0})
    row = list_limits(table).iloc[0]
    assert row[["words a sentence", "turns", "words", "limits"]].tolist() == [
        "20.0 (18.0 to 22.0)",
        8,
        400,
        "",
    ]


def test_formulas_that_rest_on_the_same_measurements_stand_together():
    labels = ["Flesch reading ease", "FORCAST grade", "LIX"]
    table = measured(1, ["answer"], dict.fromkeys(labels, 10.0))
    shown = list_bands(table, names={label: label for label in table["label"]})
    assert shown[["formula", "rests on"]].to_numpy().tolist() == [
        ["Flesch reading ease", "sentence length, word length"],
        ["LIX", "sentence length, word length"],
        ["FORCAST grade", "word length"],
    ]


def test_differences_that_are_called_come_first():
    columns = ["formula", "verdict", "n_ways", "of_ways", "low", "high"]
    still_open = pd.DataFrame([("lix", "", np.nan, 7, 1.0, 2.0)], columns=columns)
    called = pd.DataFrame(
        [("smog", "higher", 6.0, 7, 1.0, 2.0), ("rix", "higher", 7.0, 7, 1.0, 1.0)], columns=columns
    )
    listed = list_comparisons(still_open, called)
    assert listed["formula"].tolist() == ["smog", "rix", "lix"]
    assert listed["ways"].tolist() == ["6 of 7", "", ""]


def test_only_formulas_that_fit_are_told_where_no_text_is_in_english():
    def name_facts(*languages):
        report = SimpleNamespace(sources=pd.DataFrame({"language": languages}))
        return [set(table["formula"]) for table in list_facts(report)]

    english, others = name_facts("en", "fr")
    assert "dale_chall" in english and "gulpease" in others
    assert name_facts("fr") == [{"lix", "rix"}, {"kandel_moles"}]
