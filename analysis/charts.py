"""Draw results: one plot_ function a kind of result, a table in and a figure out.

Titles and notes are added by figures.py. An empty table gives an empty figure, in whose place
`figures.show_figure` shows a sentence.
"""

from __future__ import annotations

from datetime import datetime

import matplotlib.dates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.layout import (
    THICK,
    add_legend,
    colour,
    drawn,
    head_panels,
    marker,
    new_panels,
    new_rows,
    note_rows,
    place_rows,
    stack_bars,
    taken_by,
)
from analysis.palette import ACCENTS, BAND, CARD, MUTED
from analysis.voices import BELONGS

MOST_TIMES = 32  # as often, or as seldom: ratios beyond stand on the edge
_PLACES = [0, 1, 4, None, 6, 5, 3]
_SHADES = {key: BAND if n is None else ACCENTS[n] for key, n in zip(BELONGS, _PLACES, strict=True)}
_SIDES = {
    "n_question_only": ("question, no answer follows", ACCENTS[1]),
    "n_both": ("question first, answer follows", BAND),
    "n_answer_only": ("answer alone", ACCENTS[0]),
}


@drawn
def plot_roles(shares: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw whose words each text consists of, a bar a text.

    shares: one row per (row, belongs): row, belongs (a key of BELONGS), share (0 to 1). names: how each value
    of row is printed, in order.
    """
    figure, axes = new_rows(names.values())
    wide = shares.pivot(index="row", columns="belongs", values="share").reindex(list(names)).fillna(0)
    present = [belongs for belongs in BELONGS if belongs in wide and wide[belongs].any()]
    stack_bars(axes, [(wide[belongs], BELONGS[belongs], _SHADES[belongs]) for belongs in present])
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    add_legend(axes)
    return figure


@drawn
def plot_timeline(events: pd.DataFrame) -> Figure:
    """Draw when the events were and how much was said, a row an event.

    events: one row per event, by date: label, date (ISO), n_words (own words).
    """
    figure, axes = new_rows(events["label"])
    days = matplotlib.dates.date2num(pd.to_datetime(events["date"]))
    rows, span = np.arange(len(days)), max(np.ptp(days), 28)
    axes.hlines(rows, days.min() - span, days, color=BAND, linewidth=2)
    size = 20 + 400 * events["n_words"] / max(events["n_words"].max(), 1)
    axes.scatter(days, rows, s=size, color=ACCENTS[0], zorder=2, linewidths=0, clip_on=False)
    note_rows(axes, [f"  {n:,} words" for n in events["n_words"]], days)
    axes.set_xlim(days.min() - 0.1 * span, days.max() + 0.1 * span)
    axes.xaxis.set_major_locator(matplotlib.dates.AutoDateLocator(minticks=2, maxticks=5))
    axes.xaxis.set_major_formatter(lambda day, _: _name_day(matplotlib.dates.num2date(day)))
    return figure


def _name_day(day: datetime) -> str:
    return f"{day.day} {day:%b %Y}"


@drawn
def plot_rates(rates: pd.DataFrame, *, by: str) -> Figure:
    """Draw rates with their intervals, a row a topic or phrase, a column an event.

    rates: one row per (event, by), events and rows in order: label (of the event), by, per_1000, low, high.
    """
    labels, names = list(rates["label"].unique()), list(rates[by].unique())
    figure, panels = new_panels(names, len(labels))
    for place, (label, panel) in enumerate(zip(labels, panels, strict=True)):
        _draw_rates(panel, rates[rates["label"] == label].set_index(by).reindex(names), place)
        panel.set_xlim(0, _reach(rates))
    head_panels(figure, panels, labels, taken=taken_by(names))
    return figure


def _draw_rates(panel: Axes, rates: pd.DataFrame, place: int) -> None:
    rows = np.arange(len(rates))
    panel.hlines(rows, rates["low"], rates["high"], color=colour(place), linewidth=4, alpha=0.3)
    style = {"color": colour(place), "marker": marker(place), "s": 44, "zorder": 3, "linewidths": 0}
    panel.scatter(rates["per_1000"], rows, clip_on=False, **style)  # a rate of 0 stands on the edge
    panel.xaxis.get_major_locator().set_params(nbins=2)


def _reach(rates: pd.DataFrame) -> float:
    """Intervals of rare topics are wide; the axis ends where the points need it, and wider ones are cut."""
    highest = rates["per_1000"].max()
    return 1.6 * highest if highest > 0 else 1


@drawn
def plot_ratios(comparisons: pd.DataFrame) -> Figure:
    """Draw how many times as often each event mentions each topic as the others do, a column an event.

    comparisons: one row per (event, topic), in order: label, topic, ratio, low, high, differs. A mark is
    filled where the event differs; a ratio beyond the picture stands on its edge.
    """
    labels, topics = list(comparisons["label"].unique()), list(comparisons["topic"].unique())
    figure, panels = new_panels(topics, len(labels))
    for place, (label, panel) in enumerate(zip(labels, panels, strict=True)):
        mine = comparisons[comparisons["label"] == label].set_index("topic").reindex(topics)
        _draw_ratios(panel, mine.reset_index(), place)
    head_panels(figure, panels, labels, taken=taken_by(topics))
    return figure


def _draw_ratios(panel: Axes, ratios: pd.DataFrame, place: int) -> None:
    """Draw on a logarithmic axis, on which twice as often and half as often are equally far from 1."""
    ends = ratios[["ratio", "low", "high"]].clip(1 / MOST_TIMES, MOST_TIMES)
    panel.axvline(1, color=MUTED, linewidth=1.2, zorder=1)
    panel.hlines(ratios.index, ends["low"], ends["high"], color=colour(place), linewidth=4, alpha=0.3)
    style = {"marker": marker(place), "s": 36, "zorder": 3, "edgecolors": colour(place), "clip_on": False}
    for differs, face in ((True, colour(place)), (False, CARD)):
        mine = ends[ratios["differs"].eq(differs) & ends["ratio"].notna()]
        panel.scatter(mine["ratio"], mine.index, color=face, **style)
    panel.set_xscale("log")
    panel.set(xlim=(1 / MOST_TIMES, MOST_TIMES), xticks=[1 / 8, 1, 8], xticklabels=["⅛", "1", "8"])
    panel.minorticks_off()


@drawn
def plot_agenda(exchanges: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw who raises each topic, a row a topic.

    exchanges: one row per topic, in order: topic, n_question_only, n_both, n_answer_only (exchanges). names:
    how each topic is printed.
    """
    figure, axes = new_rows([names[topic] for topic in exchanges["topic"]])
    stack_bars(axes, [(exchanges[side], label, shade) for side, (label, shade) in _SIDES.items()])
    axes.xaxis.get_major_locator().set_params(integer=True)
    add_legend(axes)
    return figure


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
    totals = _list_totals(uses, phrases, len(events))
    note_rows(panels[-1], totals, np.ones(len(phrases)))
    headings = [f"{event.label}\n{event.n_words:,} words" for event in events.itertuples()]
    head_panels(figure, panels, headings, taken=taken_by(phrases, totals))
    return figure


def _list_totals(uses: pd.DataFrame, phrases: list[str], n_events: int) -> list[str]:
    totals = uses.groupby("phrase")["event"].agg(["size", "nunique"]).reindex(phrases, fill_value=0)
    return [f"{n} in {k} of {n_events}" for n, k in totals.itertuples(index=False)]


@drawn
def plot_found(found: pd.DataFrame, *, n_events: int) -> Figure:
    """Draw how often phrases recur, a bar a phrase, and in how many events.

    found: one row per phrase, in order: phrase, n, n_events. n_events: how many events there are.
    """
    figure, axes = new_rows(found["phrase"])
    axes.barh(np.arange(len(found)), found["n"], color=ACCENTS[0], height=THICK, linewidth=0)
    note_rows(axes, [f"in {k} of {n_events}" for k in found["n_events"]], found["n"].to_numpy())
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure
