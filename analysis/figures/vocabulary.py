"""Draw which words are distinctive, a dot with its interval a word, and how varied words are."""

from __future__ import annotations

from math import ceil

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from analysis.figures.layout import (
    THIN,
    add_legend,
    draw_intervals,
    drawn,
    name_panel,
    new_panels,
    new_rows,
    note_row,
    place_rows,
    style_row,
)
from analysis.figures.numbers import display_text
from analysis.figures.palette import CARD, MARKERS, MUTED, OWN, SIDES
from analysis.figures.phrases import MOST_COLUMNS
from analysis.figures.trends import MOST_ROWS
from analysis.messages import translate
from analysis.vocabulary import are_of_one_turn

BEYOND = 60  # stands for an infinite bound; far outside every picture


@drawn
def plot_keywords(keywords: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw the words that stand out in each side, a group of rows a side.

    keywords: one row per (side, word), in order, as from `choose_keywords`. names: how each side is printed,
    in order; one without words has a row that says so, unless they are more than
    eight. At most thirty words are drawn. Filled marks: the whole interval lies beyond equal.
    """
    keywords = keywords.head(MOST_ROWS)
    shown = (
        names if len(names) <= MOST_COLUMNS else [side for side in names if (keywords["side"] == side).any()]
    )
    groups = {side: keywords[keywords["side"] == side] for side in shown}
    labels = [label for side, words in groups.items() for label in _name_group(names[side], words)]
    figure, axes = new_rows(labels)
    heading = 0
    _set_scale(axes, -0.5, keywords["log_ratio"].max())
    for words in groups.values():
        style_row(axes, heading, fontweight="bold")
        rows = heading + 1 + np.arange(len(words))
        _draw_words(axes, words, rows, where=(translate("here"), translate("elsewhere")))
        heading += 1 + len(words)
    return figure


def _name_group(heading: str, words: pd.DataFrame) -> list[str]:
    return (
        [heading, *_name_words(words)] if len(words) else [translate("{heading}: no word", heading=heading)]
    )


def _name_words(words: pd.DataFrame) -> list[str]:
    names = (words["kind"] == "name").map({True: translate(" (name)"), False: ""})
    bursts = are_of_one_turn(words).map({True: translate(" (one answer)"), False: ""})
    return (words["word"] + names + bursts).tolist()


def _draw_words(axes: Axes, words: pd.DataFrame, rows: np.ndarray, *, where: tuple[str, str]) -> None:
    """Draw dots and intervals, and write behind each row how often the word is used where."""
    low, high = (words[column].clip(-BEYOND, BEYOND) for column in ("low", "high"))
    draw_intervals(axes, rows, low, high, OWN)
    faces = np.where(words["lrc"] != 0, OWN, CARD)
    style = {"s": 50, "zorder": 3, "linewidths": 1.5, "edgecolors": OWN}
    axes.scatter(words["log_ratio"], rows, c=faces, **style)
    for row, word in zip(rows, words.itertuples(), strict=True):
        text = ", ".join(
            f"{display_text(n)} {place}" for n, place in zip((word.n, word.n_other), where, strict=True)
        )
        note_row(axes, text, row, (1, row), coordinates=axes.get_yaxis_transform())


def _set_scale(axes: Axes, low: float, high: float) -> None:
    """Scale from log ratios, named by how many times as often; wider intervals are cut at the edge."""
    axes.axvline(0, color=MUTED, linewidth=1, zorder=1)
    reach = high - low
    margin = 0.15 * reach
    axes.set_xlim(low - margin, high + margin)
    axes.xaxis.set_major_locator(MultipleLocator(ceil(reach / 4)))
    axes.xaxis.set_major_formatter(lambda x, _: f"{2 ** abs(x):,.0f}×" if x else translate("equal"))


@drawn
def plot_diversity(diversity: pd.DataFrame, *, columns: dict[str, str], labels: list[str]) -> Figure:
    """Draw measures of lexical diversity side by side, a row an event, a mark a role.

    diversity: one row per (label, role): the columns, and what chance gives of each, such as mtld_72_low and
    mtld_72_high, drawn as a line. columns: which to draw, with their names. labels: the rows, in order.
    """
    figure, panels = new_panels(labels, len(columns))
    diversity = diversity[diversity["label"].isin(labels)]
    for panel, (column, name) in zip(panels, columns.items(), strict=True):
        for place, (role, mine) in enumerate(diversity.groupby("role", sort=True)):
            rows = place_rows(mine["label"], labels)
            style = {"color": SIDES[role], "marker": MARKERS[place], "edgecolors": CARD}
            low, high = mine[f"{column}_low"], mine[f"{column}_high"]
            panel.hlines(rows, low, high, color=SIDES[role], linewidth=THIN)
            panel.scatter(mine[column], rows, s=60, zorder=3, label=f"{role}s", **style)
        name_panel(panel, name, margin=0.25, n_panels=len(columns))
    figure.set_figheight(figure.get_figheight() + 0.2)  # for the names below
    add_legend(panels[0])
    return figure
