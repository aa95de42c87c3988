"""Pictures of topics: one event and many, without hits, without numbers, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import LONG_NAMES, draw, list_cases, name_events

from analysis.figures.topics import MOST_TIMES, plot_agenda, plot_rates, plot_ratios


def rate(events: pd.DataFrame, per_1000: float) -> pd.DataFrame:
    pairs = events.merge(pd.DataFrame({"topic": LONG_NAMES}), how="cross")
    return pairs.assign(per_1000=per_1000, low=per_1000 / 2, high=per_1000 * 2)


@pytest.mark.parametrize(("k", "per_1000"), [*list_cases(2.5), *((4, n) for n in (0, 400, np.nan))])
def test_rates_have_a_panel_an_event_and_fit(k, per_1000):
    figure = plot_rates(rate(name_events(k), per_1000), by="topic")
    assert draw(figure)
    assert len(figure.axes) == k


@pytest.mark.parametrize(("k", "ratio"), [*list_cases(0.1), *((4, n) for n in (0, 1, 400, np.inf, np.nan))])
def test_ratios_have_a_panel_an_event_and_fit(k, ratio):
    compared = rate(name_events(k), 1).assign(ratio=ratio, low=ratio / 3, high=ratio * 3, differs=False)
    figure = plot_ratios(compared)
    assert draw(figure)
    assert len(figure.axes) == k


def test_a_ratio_stands_where_it_belongs_and_is_filled_where_it_differs():
    ratios = {"ratio": [2, np.inf, 0.5], "low": [1.5, 3, np.nan], "high": [3, np.inf, np.nan]}
    compared = pd.DataFrame(
        {"label": "Gazette, 2 Apr", "topic": LONG_NAMES[:3], "differs": [True, True, False]}
    )
    filled, hollow = plot_ratios(compared.assign(**ratios)).axes[0].collections[-2:]
    assert np.asarray(filled.get_offsets()).tolist() == [[2, 0], [MOST_TIMES, 1]]
    assert np.asarray(hollow.get_offsets()).tolist() == [[0.5, 2]]


def test_a_rate_stands_where_it_belongs():
    rates = pd.DataFrame({"label": "Gazette, 2 Apr", "topic": ["Trams", "Grain"], "per_1000": [1, 4]})
    figure = plot_rates(rates.assign(low=np.nan, high=np.nan), by="topic")
    marks = figure.axes[0].collections[-1].get_offsets()
    assert marks.tolist() == [[1, 0], [4, 1]]
    assert figure.axes[0].get_xlim() == (0, pytest.approx(6.4))


def test_the_agenda_fits():
    exchanges = pd.DataFrame(
        {"topic": LONG_NAMES[:5], "n_question_only": 1, "n_both": 0, "n_answer_only": [0, 1, 2, 3, 4]}
    )
    figure = plot_agenda(exchanges)
    assert draw(figure)
    assert len(figure.axes[0].patches) == 3 * 5
