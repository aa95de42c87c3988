"""Draw where phrases are used, and how often they recur."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.layout import (
    THICK,
    drawn,
    head_panels,
    new_panels,
    new_rows,
    note_rows,
    of_row,
    place_rows,
    taken_by,
)
from analysis.figures.palette import BAND, OWN
from analysis.figures.trends import plot_days
from analysis.messages import translate, translate_number

MOST_COLUMNS = 8  # events; of more, uses are drawn by date


@drawn
def plot_occurrences(uses: pd.DataFrame, events: pd.DataFrame, *, phrases: list[str]) -> Figure:
    """Draw where in each conversation phrases are used (dispersion plot), a row a phrase, a column an event.

    Of more than eight events, the days are drawn (`plot_days`). uses: one row per use: phrase, event, place (0
    to 1), is_literal (said to the letter; the marks of others are thin and short).
    events: one row per event, by date: event, label, n_words. phrases: the rows, in order.
    """
    if len(events) > MOST_COLUMNS:
        return plot_days(uses, events, phrases=phrases)
    figure, panels = new_panels(phrases, len(events))
    rows = np.arange(len(phrases))
    for panel, event in zip(panels, events["event"], strict=True):
        panel.barh(rows, 1, color=BAND, height=of_row(panel, 0.26), linewidth=0)
        _draw_uses(panel, uses[uses["event"] == event], phrases)
        panel.set(xlim=(0, 1), xticks=[])
    totals = total_uses(uses, phrases)["text"].tolist()
    note_rows(panels[-1], totals, np.ones(len(phrases)))
    headings = [
        "\n".join(
            [event.label, translate_number(event.n_words, "{n:,} word", "{n:,} words", n=event.n_words)]
        )
        for event in events.itertuples()
    ]
    head_panels(figure, panels, headings, taken=taken_by(phrases, totals))
    return figure


def _draw_uses(panel: Axes, uses: pd.DataFrame, phrases: list[str]) -> None:
    """Draw a mark a use, thin and short where it is not said to the letter."""
    at, literal = place_rows(uses["phrase"], phrases), uses["is_literal"].astype(bool)
    for said, width, share in ((literal, 2.2, 0.38), (~literal, 1, 0.22)):
        rows, half = at[said], of_row(panel, share)
        panel.vlines(uses["place"][said], rows - half, rows + half, color=OWN, linewidth=width)


def total_uses(uses: pd.DataFrame, phrases: list[str]) -> pd.DataFrame:
    """Count the uses of phrases, and the events that use them, to the letter and in all wordings.

    uses: one row per use: phrase, event, is_literal. Returns one row a phrase, in their order: n_literal,
    k_literal, n, k (events), text ("5 in 2", or "3 in 1 (5 in 2)" with what is joined in brackets).
    """
    counts = {"n": ("event", "size"), "k": ("event", "nunique")}
    said = uses[uses["is_literal"].astype(bool)].groupby("phrase").agg(**counts).add_suffix("_literal")
    totals = uses.groupby("phrase").agg(**counts).join(said).reindex(phrases).fillna(0).astype(int)
    texts = [
        translate("{n} in {k}", n=row.n, k=row.k) if row.n == row.n_literal
        else translate("{n} in {k} ({n_all} in {k_all})", n=row.n_literal, k=row.k_literal, n_all=row.n, k_all=row.k)
        for row in totals.itertuples()
    ]  # fmt: skip
    return totals.assign(text=texts)


@drawn
def plot_found(found: pd.DataFrame, *, n_events: int) -> Figure:
    """Draw how often phrases recur, a bar a phrase, and in how many events.

    found: one row per phrase, in order: phrase, n, n_events. n_events: how many events there are.
    """
    figure, axes = new_rows(found["phrase"])
    rows, lengths = np.arange(len(found)), found["n"].to_numpy()
    axes.barh(rows, lengths, color=OWN, height=of_row(axes, THICK), linewidth=0)
    note_rows(axes, [translate("in {k} of {n}", k=k, n=n_events) for k in found["n_events"]], lengths)
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure
