"""Draw what each step of a build takes, a mark a corpus."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator

from analysis.figures.layout import add_legend, colour, drawn, marker, new_rows, place_rows


@drawn
def plot_steps(steps: pd.DataFrame) -> Figure:
    """Draw the seconds of each step on a logarithmic scale.

    steps: one row per (corpus, step), as from `pages.speed.list_steps`: corpus, words, step, seconds.
    """
    rows = list(dict.fromkeys(steps["step"]))
    figure, axes = new_rows(rows)
    largest_first = steps.sort_values("words", ascending=False, kind="stable")["corpus"].drop_duplicates()
    for place, corpus in enumerate(largest_first):
        of_corpus = steps[steps["corpus"] == corpus]
        _draw_marks(axes, of_corpus["seconds"], place_rows(of_corpus["step"], rows), place, corpus)
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(numticks=6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:,g} s"))
    axes.minorticks_off()
    add_legend(axes)
    return figure


def _draw_marks(axes: Axes, seconds: pd.Series, rows: pd.Series, place: int, corpus: str) -> None:
    style = {"color": colour(place), "marker": marker(place), "s": 44, "zorder": 3, "linewidths": 0}
    axes.scatter(seconds, rows, label=corpus, clip_on=False, **style)
