"""Pictures of readability: one event and many, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from bands import measured, names_of
from drawing import FEW_AND_MANY, draw, name_events

from analysis.figures import readability as charts


@FEW_AND_MANY
@pytest.mark.parametrize("roles", [["answer"], ["answer", "question"]])
def test_components_fit(k, roles):
    table = measured(
        k, roles, {"words a sentence": 20.5, "syllables a word": 1.5, "share of difficult words": 0.3}
    )
    figure = charts.plot_components(table, names=names_of(table))
    assert draw(figure)
    legend = figure.axes[0].get_legend().get_texts()
    assert [text.get_text() for text in legend] == [f"{role}s" for role in roles]


def test_a_component_without_an_interval_is_drawn_as_well():
    table = measured(1, ["answer"], {"words a sentence": 20.5}, interval_low=np.nan, interval_high=np.nan)
    assert draw(charts.plot_components(table, names=names_of(table)))


@FEW_AND_MANY
def test_grades_fit_and_an_event_without_a_score_is_not_in_the_legend(k):
    table = measured(k, ["answer"], {"SMOG": 12.0, "Fog": 14.0})
    first = table["label"] == table["label"].iloc[0]
    table.loc[first, ["score", "low", "high", "interval_low", "interval_high"]] = np.nan
    figure = charts.plot_grades(table, names=names_of(table))
    assert draw(figure)
    assert len(figure.axes[0].get_legend().get_texts()) == k - 1


@FEW_AND_MANY
def test_lengths_fit(k):
    labels = list(name_events(k)["label"])
    sentences = pd.DataFrame({"row": labels * 3, "n_words": [1, 5, 9] * k})
    assert draw(charts.plot_lengths(sentences, rows=labels))
