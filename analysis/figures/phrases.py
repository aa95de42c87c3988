"""Draw where phrases are used, and how often they recur."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.layout import (
    THICK,
    colour,
    drawn,
    head_panels,
    new_panels,
    new_rows,
    note_rows,
    place_rows,
    taken_by,
)
from analysis.figures.palette import ACCENTS, BAND


@drawn
def plot_occurrences(uses: pd.DataFrame, events: pd.DataFrame, *, phrases: list[str]) -> Figure:
    """Draw where in each conversation phrases are used (dispersion plot), a row a phrase, a column an event.

    uses: one row per use: phrase, event, place (0 to 1). events: one row per event, by date: event, label,
    n_words. phrases: the rows, in order.
    """
    figure, panels = new_panels(phrases, len(events))
    rows = np.arange(len(phrases))
    for place, (panel, event) in enumerate(zip(panels, events["event"], strict=True)):
        mine = uses[uses["event"] == event]
        at = place_rows(mine["phrase"], phrases)
        panel.barh(rows, 1, color=BAND, height=0.26, linewidth=0)
        panel.vlines(mine["place"], at - 0.38, at + 0.38, color=colour(place), linewidth=2.2)
        panel.set(xlim=(0, 1), xticks=[])
    totals = total_uses(uses, phrases, n_events=len(events))["text"].tolist()
    note_rows(panels[-1], totals, np.ones(len(phrases)))
    headings = [f"{event.label}\n{event.n_words:,} words" for event in events.itertuples()]
    head_panels(figure, panels, headings, taken=taken_by(phrases, totals))
    return figure


def total_uses(uses: pd.DataFrame, phrases: list[str], *, n_events: int) -> pd.DataFrame:
    """Count the uses of phrases, and the events that use them.

    uses: one row per use: phrase, event. Returns one row a phrase, in their order: n, k (events), text (such
    as "5 in 2 of 4").
    """
    totals = uses.groupby("phrase")["event"].agg(n="size", k="nunique").reindex(phrases, fill_value=0)
    texts = [f"{n} in {k} of {n_events}" for n, k in totals.itertuples(index=False)]
    return totals.assign(text=texts)


@drawn
def plot_found(found: pd.DataFrame, *, n_events: int) -> Figure:
    """Draw how often phrases recur, a bar a phrase, and in how many events.

    found: one row per phrase, in order: phrase, n, n_events. n_events: how many events there are.
    """
    figure, axes = new_rows(found["phrase"])
    rows, lengths = np.arange(len(found)), found["n"].to_numpy()
    axes.barh(rows, lengths, color=ACCENTS[0], height=THICK, linewidth=0)
    note_rows(axes, [f"in {k} of {n_events}" for k in found["n_events"]], lengths)
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure
