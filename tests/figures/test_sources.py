"""Pictures of the texts: one and many, without words, with long names, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import FEW_AND_MANY, PAPERS, draw, name_events
from matplotlib.dates import date2num

from analysis.counting.role_shares import BELONGS
from analysis.figures.sources import plot_roles, plot_timeline


@FEW_AND_MANY
def test_a_timeline_has_a_row_and_a_mark_an_event(k):
    figure = plot_timeline(name_events(k))
    assert draw(figure)
    assert figure.axes[0].get_yticklabels()[0].get_text() == "Gazette, 2\N{NO-BREAK SPACE}Apr"
    assert len(figure.axes[0].collections[1].get_offsets()) == k


@pytest.mark.parametrize(("dates", "notes"), [
    (["2031-04-02", ""], ["\u00a0\u00a0\u00a01 word", "\u00a0\u00a0\u00a02 words, day unknown"]),
    (["", ""], ["\u00a0\u00a0\u00a01 word, day unknown", "\u00a0\u00a0\u00a02 words, day unknown"]),
])  # fmt: skip
def test_an_event_of_no_known_day_stands_apart(dates, notes):
    events = name_events(2).assign(date=dates, n_words=[1, 2])
    figure = plot_timeline(events)
    assert draw(figure)
    assert [text.get_text() for text in figure.axes[0].texts] == notes


@pytest.mark.parametrize(("last", "label"), [("2036-01-12", "2034"), ("2031-09-12", "1 Jul 2031")])
def test_an_axis_of_years_names_years(last, label):
    axes = plot_timeline(name_events(2).assign(date=["2031-04-02", last])).axes[0]
    formatter = axes.xaxis.get_major_formatter()
    day = date2num(pd.Timestamp("2034-01-01" if label == "2034" else "2031-07-01"))
    assert formatter(day, 0) == label


def test_many_events_of_no_known_day_are_drawn_side_by_side():
    events = pd.DataFrame({"label": [f"e{i}" for i in range(40)], "date": "", "n_words": 5})
    figure = plot_timeline(events)
    assert draw(figure)
    (marks,) = figure.axes[0].patches
    assert len(marks.get_path().vertices) == 2 * 40


def test_a_timeline_of_events_on_one_day():
    events = name_events(2).assign(date="2031-04-02", n_words=0)
    assert draw(plot_timeline(events))


@FEW_AND_MANY
def test_roles_fit_and_add_up(k):
    rows = PAPERS[:k]
    shares = pd.DataFrame({"row": rows}).merge(pd.DataFrame({"belongs": list(BELONGS)}), how="cross")
    figure = plot_roles(shares.assign(share=1 / len(BELONGS)), rows=rows)
    assert draw(figure)
    ends = [bar.get_x() + bar.get_width() for bar in figure.axes[0].patches]
    assert max(ends) == pytest.approx(1)


def test_a_text_without_words_is_an_empty_row():
    shares = pd.DataFrame({"row": ["Gazette"], "belongs": ["own"], "share": [np.nan]})
    assert draw(plot_roles(shares, rows=["Gazette", "Herald"]))


def test_the_area_of_a_mark_is_in_proportion_to_its_words():
    events = name_events(2).assign(n_words=[4_000, 1_000])
    sizes = plot_timeline(events).axes[0].collections[-1].get_sizes()
    assert sizes[0] == 4 * sizes[1]
