"""What holds for every chart: without rows there is a sentence in its place."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import figures
from analysis.figures.frame import show_figure

PLOTS = [
    function
    for name in figures.PAGES
    for function_name, function in vars(getattr(figures, name)).items()
    if function_name.startswith("plot_")
]
WORDS = {"title": "-", "subtitle": "-", "note": "-", "alt": "-", "caption": "Nobody spoke."}


@pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.__name__)
def test_a_table_without_rows_becomes_a_sentence(plot):
    figure = plot(pd.DataFrame())
    assert not figure.axes[0].has_data()
    assert show_figure(figure, name="none", table=pd.DataFrame(), **WORDS).plain == "Nobody spoke."


def test_every_page_with_pictures_is_tried():
    drawn = {plot.__module__.split(".")[-1] for plot in PLOTS}
    assert len(PLOTS) >= 15 and drawn == {*figures.PAGES, "trends"}  # of many events, on several pages
