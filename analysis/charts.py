"""Draw results: one plot_ function a kind of result, a table in and a figure out.

Titles and notes are added by figures.py. An empty table gives an empty figure, in whose place
`figures.show_figure` shows a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps

import matplotlib.dates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import ACCENTS, BAND, CARD, MUTED, new_axes, styled
from analysis.layout import (
    SMALL,
    add_legend,
    colour,
    head_panels,
    marker,
    new_panels,
    new_rows,
    taken_by,
)
from analysis.voices import BELONGS

THICK = 0.62  # of a row
MOST_TIMES = 32  # as often, or as seldom: ratios beyond stand on the edge
_PLACES = [0, 1, 4, None, 6, 5, 3]
_SHADES = {key: BAND if n is None else ACCENTS[n] for key, n in zip(BELONGS, _PLACES, strict=True)}
_SIDES = {
    "n_question_only": ("question, no answer follows", ACCENTS[1]),
    "n_both": ("question first, answer follows", BAND),
    "n_answer_only": ("answer alone", ACCENTS[0]),
}


def _drawn(plot: Callable[..., Figure]) -> Callable[..., Figure]:
    """Give a plot_ function the report's style, and an empty figure for an empty table."""

    @wraps(plot)
    def draw(table: pd.DataFrame, *others: object, **options: object) -> Figure:
        return new_axes()[0] if table.empty else plot(table, *others, **options)

    return styled(draw)


def _stack_bars(axes: Axes, parts: list[tuple[pd.Series, str, str]]) -> None:
    """Draw bars end to end, a row a value; parts: lengths, label and colour of each part."""
    left = np.zeros(len(parts[0][0])) if parts else 0
    for lengths, label, shade in parts:
        rows = np.arange(len(lengths))
        axes.barh(rows, lengths, left=left, color=shade, height=THICK, label=label, linewidth=0)
        left = left + lengths.to_numpy()


def _place_rows(column: pd.Series, names: list[str]) -> pd.Series:
    return column.map({name: row for row, name in enumerate(names)}).astype(float)


def _note_rows(axes: Axes, texts: list[str], ends: np.ndarray) -> None:
    """Write a small text behind the end of each row."""
    for row, (text, end) in enumerate(zip(texts, ends, strict=True)):
        axes.annotate(text, (end, row), (8, 0), textcoords="offset points", va="center", fontsize=SMALL,
                      color=MUTED)  # fmt: skip


@_drawn
def plot_roles(shares: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw whose words each text consists of, a bar a text.

    shares: one row per (row, belongs): row, belongs (a key of BELONGS), share (0 to 1). names: how each value
    of row is printed, in order.
    """
    figure, axes = new_rows(names.values())
    wide = shares.pivot(index="row", columns="belongs", values="share").reindex(list(names)).fillna(0)
    present = [belongs for belongs in BELONGS if belongs in wide and wide[belongs].any()]
    _stack_bars(axes, [(wide[belongs], BELONGS[belongs], _SHADES[belongs]) for belongs in present])
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    add_legend(axes)
    return figure


@_drawn
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
    _note_rows(axes, [f"  {n:,} words" for n in events["n_words"]], days)
    axes.set_xlim(days.min() - 0.1 * span, days.max() + 0.1 * span)
    axes.xaxis.set_major_locator(matplotlib.dates.AutoDateLocator(minticks=2, maxticks=5))
    axes.xaxis.set_major_formatter(lambda day, _: _name_day(matplotlib.dates.num2date(day)))
    return figure


def _name_day(day: datetime) -> str:
    return f"{day.day} {day:%b %Y}"


@_drawn
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


@_drawn
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


@_drawn
def plot_agenda(exchanges: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw who raises each topic, a row a topic.

    exchanges: one row per topic, in order: topic, n_question_only, n_both, n_answer_only (exchanges). names:
    how each topic is printed.
    """
    figure, axes = new_rows([names[topic] for topic in exchanges["topic"]])
    _stack_bars(axes, [(exchanges[side], label, shade) for side, (label, shade) in _SIDES.items()])
    axes.xaxis.get_major_locator().set_params(integer=True)
    add_legend(axes)
    return figure


@_drawn
def plot_occurrences(uses: pd.DataFrame, events: pd.DataFrame, *, phrases: list[str]) -> Figure:
    """Draw where in each conversation phrases are used (dispersion plot), a row a phrase, a column an event.

    uses: one row per use: phrase, event, place (0 to 1). events: one row per event, by date: event, label,
    n_words. phrases: the rows, in order.
    """
    figure, panels = new_panels(phrases, len(events))
    rows = np.arange(len(phrases))
    for place, (panel, event) in enumerate(zip(panels, events["event"], strict=True)):
        mine = uses[uses["event"] == event]
        at = _place_rows(mine["phrase"], phrases)
        panel.barh(rows, 1, color=BAND, height=0.26, linewidth=0)
        panel.vlines(mine["place"], at - 0.38, at + 0.38, color=colour(place), linewidth=2.2)
        panel.set(xlim=(0, 1), xticks=[])
    totals = _list_totals(uses, phrases, len(events))
    _note_rows(panels[-1], totals, np.ones(len(phrases)))
    headings = [f"{event.label}\n{event.n_words:,} words" for event in events.itertuples()]
    head_panels(figure, panels, headings, taken=taken_by(phrases, totals))
    return figure


def _list_totals(uses: pd.DataFrame, phrases: list[str], n_events: int) -> list[str]:
    totals = uses.groupby("phrase")["event"].agg(["size", "nunique"]).reindex(phrases, fill_value=0)
    return [f"{n} in {k} of {n_events}" for n, k in totals.itertuples(index=False)]


@_drawn
def plot_found(found: pd.DataFrame, *, n_events: int) -> Figure:
    """Draw how often phrases recur, a bar a phrase, and in how many events.

    found: one row per phrase, in order: phrase, n, n_events. n_events: how many events there are.
    """
    figure, axes = new_rows(found["phrase"])
    axes.barh(np.arange(len(found)), found["n"], color=ACCENTS[0], height=THICK, linewidth=0)
    _note_rows(axes, [f"in {k} of {n_events}" for k in found["n_events"]], found["n"].to_numpy())
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure


@_drawn
def plot_components(described: pd.DataFrame, *, columns: dict[str, str], labels: list[str]) -> Figure:
    """Draw the components of readability side by side, a row an event, a mark a role.

    described: one row per (label, role): the columns. columns: which to draw, with their names. labels: the
    rows, in order.
    """
    figure, panels = new_panels(labels, len(columns))
    for panel, (column, name) in zip(panels, columns.items(), strict=True):
        for place, (role, mine) in enumerate(described.groupby("role", sort=True)):
            _scatter(panel, mine[column], _place_rows(mine["label"], labels), place, label=f"{role}s")
        panel.set_xlabel(name, fontsize=SMALL)
        panel.margins(x=0.25)
        panel.xaxis.get_major_locator().set_params(nbins=3)
    figure.set_figheight(figure.get_figheight() + 0.2)  # for the names below
    add_legend(panels[0])
    return figure


def _scatter(axes: Axes, values: pd.Series, rows: pd.Series, place: int, *, label: str) -> None:
    style = {"color": colour(place), "marker": marker(place), "s": 60, "zorder": 3}
    axes.scatter(values, rows, label=label, edgecolors=CARD, **style)


@_drawn
def plot_grades(scores: pd.DataFrame, *, labels: list[str]) -> Figure:
    """Draw the scores of several formulas of one unit, a row a formula, a mark an event.

    scores: one row per (label, name): label (of the event), name (of the formula), score. labels: the events,
    in order; those without a score are left out.
    """
    names = list(scores["name"].unique())
    figure, axes = new_rows(names)
    reach = scores.groupby("name")["score"].agg(["min", "max"]).reindex(names)
    axes.hlines(np.arange(len(names)), reach["min"], reach["max"], color=BAND, linewidth=5, zorder=1)
    for place, label in enumerate(labels):
        mine = scores[(scores["label"] == label) & scores["score"].notna()]
        if len(mine):
            _scatter(axes, mine["score"], _place_rows(mine["name"], names), place, label=label)
    add_legend(axes)
    return figure


@_drawn
def plot_lengths(sentences: pd.DataFrame, *, rows: list[str]) -> Figure:
    """Draw how long sentences are, in rows.

    The middle half of the sentences is a bar, their median a gap in it, the middle four fifths a line.
    sentences: one row per sentence: row, n_words. rows: in order.
    """
    figure, axes = new_rows(rows)
    lengths = sentences.groupby("row")["n_words"]
    low, first, median, third, high = (lengths.quantile(q).reindex(rows) for q in (0.1, 0.25, 0.5, 0.75, 0.9))
    at = np.arange(len(rows))
    axes.hlines(at, low, high, color=MUTED, linewidth=1.2, zorder=0)
    axes.barh(at, third - first, left=first, color=ACCENTS[0], height=0.5, linewidth=0)
    axes.vlines(median, at - 0.25, at + 0.25, color=CARD, linewidth=2.5)
    axes.set_xlim(left=0)
    return figure
