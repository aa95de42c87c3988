"""Pictures of phrases: one event and many, with long names, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import FEW_AND_MANY, LONG_NAMES, draw, name_events

from analysis.figures.phrases import MOST_COLUMNS, plot_found, plot_occurrences, total_uses
from analysis.figures.trends import MOST_MARKS


@FEW_AND_MANY
def test_occurrences_fit(k):
    events = name_events(k)
    uses = pd.DataFrame({"phrase": LONG_NAMES[1], "event": [0] * 30, "place": np.linspace(0, 0.999, 30)})
    uses["is_literal"] = uses.index < 20
    figure = plot_occurrences(uses, events, phrases=LONG_NAMES)
    assert draw(figure)
    assert len(figure.axes) == (k if k <= MOST_COLUMNS else 1)
    said = "20 in 1 (30 in 1)" if k <= MOST_COLUMNS else "30 in 1"
    assert said in [text.get_text() for text in figure.axes[-1].texts]


def test_many_events_of_no_known_day_stand_side_by_side():
    events = name_events(MOST_COLUMNS + 1).assign(date="")
    uses = pd.DataFrame({"phrase": "cod", "event": [0, 3], "place": 0.5, "is_literal": True})
    figure = plot_occurrences(uses, events, phrases=["cod"])
    assert draw(figure)
    (marks,) = figure.axes[0].patches
    assert marks.get_path().vertices[::2, 0].tolist() == [0, 3] and not len(figure.axes[0].get_xticks())


def test_events_too_near_for_marks_of_their_own_share_one():
    events = name_events(4 * MOST_MARKS).assign(date="")  # side by side: a part of the time has four of them
    uses = pd.DataFrame({"phrase": "cod", "event": [0, 3, 4, 239], "place": 0.5, "is_literal": True})
    figure = plot_occurrences(uses, events, phrases=["cod"])
    assert sorted(_count_marks(figure)) == [1, 2]  # one of two uses, two of one


def test_a_drawing_of_many_events_is_light():
    events = name_events(60)
    uses = pd.DataFrame({"phrase": name, "event": range(60), "place": 0.5} for name in LONG_NAMES).explode(
        "event"
    )
    assert len(draw(plot_occurrences(uses.assign(is_literal=True), events, phrases=LONG_NAMES))) < 30_000


def _count_marks(figure):
    return [len(patch.get_path().vertices) // 2 for patch in figure.axes[0].patches]


@pytest.mark.parametrize("n", [1, 20])
def test_found_phrases_fit(n):
    found = pd.DataFrame({"phrase": (LONG_NAMES * 4)[:n], "n": 1_000, "n_events": 12})
    assert draw(plot_found(found, n_events=12))


def test_uses_are_counted_with_their_events():
    uses = pd.DataFrame(
        {"phrase": ["Trams", "Trams", "Grain"], "event": [0, 1, 1], "is_literal": [True, False, True]}
    )
    totals = total_uses(uses, ["Trams", "Grain", "Salt"])
    assert totals["text"].to_dict() == {
        "Trams": "1 in 1 (2 in 2)",
        "Grain": "1 in 1",
        "Salt": "0 in 0",
    }
