"""How charts are laid out: headings that do not touch, events that can be told apart."""

from __future__ import annotations

import itertools

import pandas as pd
from drawing import draw, name_events

from analysis.figures import layout
from analysis.figures.phrases import plot_occurrences


def test_headings_stand_side_by_side_without_touching():
    events = name_events(4)
    uses = pd.DataFrame({"phrase": ["Trams"], "event": [0], "place": [0.5], "is_literal": [True]})
    figure = plot_occurrences(uses, events, phrases=["Trams"])
    draw(figure)
    boxes = [axes.get_title(loc="left") and axes._left_title.get_window_extent() for axes in figure.axes]
    assert all(left.x1 <= right.x0 for left, right in itertools.pairwise(boxes))


def test_nine_events_can_be_told_apart():
    assert len({(layout.colour(place), layout.marker(place)) for place in range(9)}) == 9
