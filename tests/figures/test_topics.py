"""Charts for one event and for many, with long names, without hits, without numbers: nothing is cut off."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from drawing import FEW_AND_MANY, PAPERS, draw, name_events

from analysis import figures as charts
from analysis.counting.role_shares import BELONGS
from analysis.figures import layout, phrases, sources, topics
from analysis.figures.frame import show_figure

TOPICS = ["Harbours", "The reform of the salt tax and of everything that hangs together with it",
          "Antidisestablishmentarianism-and-its-opponents", "Trams", "Grain"]  # fmt: skip


def rate(events: pd.DataFrame, per_1000: float) -> pd.DataFrame:
    pairs = events.merge(pd.DataFrame({"topic": TOPICS}), how="cross")
    return pairs.assign(per_1000=per_1000, low=per_1000 / 2, high=per_1000 * 2)


def shapes(figure, kind: str) -> int:
    """The number of marks (PathCollection), bars (Rectangle) or lines (LineCollection) in all panels."""
    found = [artist for axes in figure.axes for artist in axes.get_children()]
    return sum(type(artist).__name__ == kind and artist is not artist.axes.patch for artist in found)


@FEW_AND_MANY
def test_a_timeline_has_a_row_and_a_mark_an_event(k):
    figure = charts.plot_timeline(name_events(k))
    assert draw(figure)
    assert figure.axes[0].get_yticklabels()[0].get_text() == "Gazette, 2\N{NO-BREAK SPACE}Apr"
    assert len(figure.axes[0].collections[1].get_offsets()) == k


def test_a_timeline_of_events_on_one_day():
    events = name_events(2).assign(date="2031-04-02", n_words=0)
    assert draw(charts.plot_timeline(events))


@FEW_AND_MANY
@pytest.mark.parametrize("per_1000", [0, 2.5, 400, np.nan])
def test_rates_have_a_panel_an_event_and_fit(k, per_1000):
    figure = charts.plot_rates(rate(name_events(k), per_1000), by="topic")
    assert draw(figure)
    assert len(figure.axes) == k


@FEW_AND_MANY
@pytest.mark.parametrize("ratio", [0, 0.1, 1, 400, np.inf, np.nan])
def test_ratios_have_a_panel_an_event_and_fit(k, ratio):
    compared = rate(name_events(k), 1).assign(ratio=ratio, low=ratio / 3, high=ratio * 3, differs=False)
    figure = charts.plot_ratios(compared)
    assert draw(figure)
    assert len(figure.axes) == k


def test_a_ratio_stands_where_it_belongs_and_is_filled_where_it_differs():
    ratios = {"ratio": [2, np.inf, 0.5], "low": [1.5, 3, np.nan], "high": [3, np.inf, np.nan]}
    compared = pd.DataFrame({"label": "Gazette, 2 Apr", "topic": TOPICS[:3], "differs": [True, True, False]})
    filled, hollow = charts.plot_ratios(compared.assign(**ratios)).axes[0].collections[-2:]
    assert np.asarray(filled.get_offsets()).tolist() == [[2, 0], [topics.MOST_TIMES, 1]]
    assert np.asarray(hollow.get_offsets()).tolist() == [[0.5, 2]]


def test_a_rate_stands_where_it_belongs():
    rates = pd.DataFrame({"label": "Gazette, 2 Apr", "topic": ["Trams", "Grain"], "per_1000": [1, 4]})
    figure = charts.plot_rates(rates.assign(low=np.nan, high=np.nan), by="topic")
    marks = figure.axes[0].collections[-1].get_offsets()
    assert marks.tolist() == [[1, 0], [4, 1]]
    assert figure.axes[0].get_xlim() == (0, pytest.approx(6.4))


@FEW_AND_MANY
def test_occurrences_fit(k):
    events = name_events(k)
    uses = pd.DataFrame({"phrase": TOPICS[1], "event": [0] * 30, "place": np.linspace(0, 0.999, 30)})
    figure = charts.plot_occurrences(uses, events, phrases=TOPICS)
    assert draw(figure)
    assert len(figure.axes) == k
    assert f"30 in 1 of {k}" in [text.get_text() for text in figure.axes[-1].texts]


def test_headings_stand_side_by_side_without_touching():
    events = name_events(4)
    uses = pd.DataFrame({"phrase": ["Trams"], "event": [0], "place": [0.5]})
    figure = charts.plot_occurrences(uses, events, phrases=["Trams"])
    draw(figure)
    boxes = [axes.get_title(loc="left") and axes._left_title.get_window_extent() for axes in figure.axes]
    assert all(left.x1 <= right.x0 for left, right in itertools.pairwise(boxes))


@FEW_AND_MANY
def test_roles_fit_and_add_up(k):
    names = dict(enumerate(PAPERS[:k]))
    shares = pd.DataFrame({"row": list(names)}).merge(pd.DataFrame({"belongs": list(BELONGS)}), how="cross")
    figure = charts.plot_roles(shares.assign(share=1 / len(BELONGS)), names=names)
    assert draw(figure)
    ends = [bar.get_x() + bar.get_width() for bar in figure.axes[0].patches]
    assert max(ends) == pytest.approx(1)


def test_a_text_without_words_is_an_empty_row():
    shares = pd.DataFrame({"row": ["a"], "belongs": ["own"], "share": [np.nan]})
    assert draw(charts.plot_roles(shares, names={"a": "Gazette", "b": "Herald"}))


def test_the_agenda_fits():
    exchanges = pd.DataFrame(
        {"topic": range(5), "n_question_only": 1, "n_both": 0, "n_answer_only": [0, 1, 2, 3, 4]}
    )
    figure = charts.plot_agenda(exchanges, names=dict(enumerate(TOPICS)))
    assert draw(figure)
    assert len(figure.axes[0].patches) == 3 * 5


@pytest.mark.parametrize("n", [1, 20])
def test_found_phrases_fit(n):
    found = pd.DataFrame({"phrase": (TOPICS * 4)[:n], "n": 1_000, "n_events": 12})
    assert draw(charts.plot_found(found, n_events=12))


def test_nine_events_can_be_told_apart():
    assert len({(layout.colour(place), layout.marker(place)) for place in range(9)}) == 9


EMPTY = {
    "plot_roles": {"names": {}},
    "plot_timeline": {},
    "plot_rates": {"by": "topic"},
    "plot_ratios": {},
    "plot_agenda": {"names": {}},
    "plot_occurrences": {"events": name_events(1), "phrases": []},
    "plot_found": {"n_events": 1},
}


@pytest.mark.parametrize("plot", sorted(EMPTY))
def test_a_table_without_rows_becomes_a_sentence(plot):
    figure = getattr(charts, plot)(pd.DataFrame(), **EMPTY[plot])
    words = {"title": "-", "subtitle": "-", "note": "-", "alt": "-", "caption": "Nobody spoke."}
    assert show_figure(figure, name="none", table=pd.DataFrame(), **words).plain == "Nobody spoke."


def test_every_chart_is_tried_without_rows():
    modules = (sources, topics, phrases)
    plots = {name for module in modules for name in vars(module) if name.startswith("plot_")}
    assert plots == EMPTY.keys()
