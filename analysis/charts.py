"""Draw results: one plot_ function a kind of result, a table in and a figure out. Frames come from figures.py."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from analysis.figures import ACCENTS, BAND, CARD, INK, MARKERS, MUTED, new_axes, styled
from analysis.voices import BELONGS

ROW = 30  # pixels a row of a chart is high
_SHADES = dict(
    zip(BELONGS, [ACCENTS[0], ACCENTS[1], ACCENTS[4], BAND, ACCENTS[6], ACCENTS[5], ACCENTS[3]], strict=True)
)


def _colour(place: int) -> str:
    return ACCENTS[place % len(ACCENTS)]


def _marker(place: int) -> str:
    return MARKERS[place % len(MARKERS)]


def _stack(label: str) -> str:
    """Break an event's label into short lines, the day last."""
    name, _, day = label.rpartition(", ")
    return "\n".join([*textwrap.wrap(name, 12), day])


def _name_rows(axes, names: list[str]) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(False, axis="y")


def _legend(axes, columns: int) -> None:
    """Write the legend above the rows, from the left edge of the picture; a blank title keeps the room free."""
    handles, labels = axes.get_legend_handles_labels()
    lines = -(-len(labels) // columns)
    axes.set_title("\n" * lines, fontsize=10.5)
    to_the_left = blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    legend = axes.legend(
        handles,
        labels,
        loc="lower left",
        bbox_to_anchor=(0.015, 1.0),
        bbox_transform=to_the_left,
        ncols=columns,
        fontsize=9.5,
    )
    legend.set_in_layout(False)


@styled
def plot_roles(shares: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw whose words each text consists of, a bar a text.

    shares: one row per (row, belongs): row, belongs (a key of BELONGS), share (0 to 1). names: how each value of row is
    printed, in order.
    """
    figure, axes = new_axes(height=ROW * len(names) + 110)
    wide = shares.pivot(index="row", columns="belongs", values="share").reindex(list(names)).fillna(0)
    left = np.zeros(len(names))
    for belongs in [b for b in BELONGS if b in wide and wide[b].any()]:
        axes.barh(
            range(len(names)),
            wide[belongs],
            left=left,
            color=_SHADES[belongs],
            height=0.62,
            label=BELONGS[belongs],
            linewidth=0,
        )
        left += wide[belongs].to_numpy()
    _name_rows(axes, list(names.values()))
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    _legend(axes, 2)
    return figure


@styled
def plot_timeline(events: pd.DataFrame) -> Figure:
    """Draw when the events were and how much was said.

    events: one row per event, by date: label, date (ISO), n_words (own words).
    """
    figure, axes = new_axes(height=170)
    days = pd.to_datetime(events["date"])
    x = (days - days.min()).dt.days.to_numpy()
    axes.axhline(0, color=BAND, linewidth=3, zorder=1)
    axes.scatter(
        x,
        np.zeros(len(x)),
        s=40 + 900 * events["n_words"] / events["n_words"].max(),
        color=ACCENTS[0],
        zorder=2,
        linewidths=0,
    )
    for place, (day, row) in enumerate(zip(x, events.itertuples(), strict=True)):
        above = place % 2 == 0
        axes.annotate(
            f"{row.label.rsplit(',', 1)[0]}\n{row.n_words:,} words",
            (day, 0),
            (0, 30 if above else -30),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            fontsize=9.5,
            color=INK,
        )
    span = max(x.max(), 1)
    axes.set(xlim=(-0.16 * span, 1.16 * span), ylim=(-1, 1), yticks=[])
    axes.set_xticks(
        x, [f"{day.day} {day:%b %Y}" if n == 0 else f"{day.day} {day:%b}" for n, day in enumerate(days)]
    )
    axes.grid(False)
    return figure


@styled
def plot_rates(rates: pd.DataFrame, *, by: str) -> Figure:
    """Draw rates with their intervals, a row a topic or phrase, a column an event.

    rates: one row per (event, by), events and rows in order: label (of the event), by, per_1000, low, high.
    """
    labels, names = list(rates["label"].unique()), list(rates[by].unique())
    figure, axes = new_axes(height=ROW * len(names) * 0.86 + 60)
    axes.remove()
    panels = figure.subplots(1, len(labels), sharey=True, sharex=True)
    for place, (label, panel) in enumerate(zip(labels, np.atleast_1d(panels), strict=True)):
        mine = rates[rates["label"] == label].set_index(by).reindex(names)
        rows = np.arange(len(names))
        panel.hlines(rows, mine["low"], mine["high"], color=_colour(place), linewidth=4, alpha=0.3)
        panel.scatter(
            mine["per_1000"], rows, color=_colour(place), marker=_marker(place), s=44, zorder=3, linewidths=0
        )
        panel.set_title(_stack(label), fontsize=9.5, color=_colour(place) if place < 4 else INK, loc="left")
        _name_rows(panel, names)
        panel.set_xlim(-0.04 * _reach(rates), _reach(rates))
    return figure


def _reach(rates: pd.DataFrame) -> float:
    """Intervals of rare topics are wide; the axis ends where the points need it, and wider ones run out of it."""
    return 1.6 * rates["per_1000"].max() or 1


@styled
def plot_agenda(exchanges: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw who raises each topic, a row a topic.

    exchanges: one row per topic, in order: topic, n_question_only, n_both, n_answer_only (exchanges). names: how each topic is
    printed.
    """
    figure, axes = new_axes(height=ROW * len(exchanges) * 0.86 + 60)
    parts = {
        "n_question_only": ("the question only", ACCENTS[1]),
        "n_both": ("question and answer", BAND),
        "n_answer_only": ("the answer only", ACCENTS[0]),
    }
    left = np.zeros(len(exchanges))
    for column, (label, colour) in parts.items():
        axes.barh(
            range(len(exchanges)),
            exchanges[column],
            left=left,
            color=colour,
            height=0.62,
            label=label,
            linewidth=0,
        )
        left += exchanges[column].to_numpy()
    _name_rows(axes, [names[topic] for topic in exchanges["topic"]])
    axes.xaxis.get_major_locator().set_params(integer=True)
    _legend(axes, 3)
    return figure


@styled
def plot_occurrences(uses: pd.DataFrame, events: pd.DataFrame, *, phrases: list[str]) -> Figure:
    """Draw where in each conversation a phrase is used (a dispersion plot), a row a phrase.

    uses: one row per use: phrase, event, place (0 to 1). events: one row per event, by date: event, label, n_words; bars are as long
    as the events. phrases: the rows, in order.
    """
    figure, axes = new_axes(height=ROW * len(phrases) + 60)
    gap = 0.05 * events["n_words"].sum()
    minimum = 0.2 * events["n_words"].sum()
    widths = events["n_words"].clip(lower=minimum).to_numpy()
    starts = np.concatenate([[0], np.cumsum(widths + gap)[:-1]])
    for place, (event, start, width) in enumerate(zip(events.itertuples(), starts, widths, strict=True)):
        axes.barh(range(len(phrases)), width, left=start, color=BAND, height=0.26, linewidth=0)
        mine = uses[uses["event"] == event.event]
        rows = mine["phrase"].map({phrase: row for row, phrase in enumerate(phrases)})
        axes.vlines(
            start + mine["place"] * width, rows - 0.38, rows + 0.38, color=_colour(place), linewidth=2.2
        )
        axes.text(
            start,
            -0.75,
            _stack(event.label),
            fontsize=9,
            va="bottom",
            color=_colour(place) if place < 4 else INK,
        )
    totals = (
        uses.groupby("phrase").agg(n=("event", "size"), k=("event", "nunique")).reindex(phrases, fill_value=0)
    )
    for row, total in enumerate(totals.itertuples()):
        axes.text(
            starts[-1] + widths[-1] + gap / 2,
            row,
            f"{total.n} in {total.k} of {len(events)}",
            va="center",
            fontsize=9.5,
            color=MUTED,
        )
    _name_rows(axes, phrases)
    axes.set(xlim=(0, (starts[-1] + widths[-1]) * 1.17), xticks=[])
    axes.set_ylim(len(phrases) - 0.4, -2.4)
    axes.grid(False)
    return figure


@styled
def plot_found(found: pd.DataFrame, *, n_events: int) -> Figure:
    """Draw how often phrases recur, a bar a phrase, and in how many events.

    found: one row per phrase, in order: phrase, n, n_events. n_events: how many events there are.
    """
    figure, axes = new_axes(height=ROW * len(found) * 0.86 + 40)
    axes.barh(range(len(found)), found["n"], color=ACCENTS[0], height=0.62, linewidth=0)
    for row, phrase in enumerate(found.itertuples()):
        axes.text(
            phrase.n, row, f"  in {phrase.n_events} of {n_events}", va="center", fontsize=9.5, color=MUTED
        )
    _name_rows(axes, list(found["phrase"]))
    axes.set_xlim(0, 1.2 * found["n"].max())
    axes.xaxis.get_major_locator().set_params(integer=True)
    return figure


@styled
def plot_components(described: pd.DataFrame, *, columns: dict[str, str], labels: list[str]) -> Figure:
    """Draw the components of readability side by side, a row an event, a mark a role.

    described: one row per (label, role): the columns. columns: which to draw, with their names. labels: the rows, in order.
    """
    figure, axes = new_axes(height=ROW * len(labels) + 100)
    axes.remove()
    panels = figure.subplots(1, len(columns), sharey=True)
    for panel, (column, name) in zip(np.atleast_1d(panels), columns.items(), strict=True):
        for place, (role, mine) in enumerate(described.groupby("role", sort=True)):
            rows = mine["label"].map({label: row for row, label in enumerate(labels)})
            panel.scatter(
                mine[column],
                rows,
                color=_colour(place),
                marker=_marker(place),
                s=60,
                zorder=3,
                linewidths=0,
                label=role,
            )
        panel.set_xlabel(name, fontsize=9.5)
        panel.margins(x=0.25)
        panel.xaxis.get_major_locator().set_params(nbins=3)
        _name_rows(panel, labels)
    _legend(np.atleast_1d(panels)[0], 4)
    return figure


@styled
def plot_grades(scores: pd.DataFrame, *, labels: list[str]) -> Figure:
    """Draw the scores of several formulas of one unit, a row a formula, a mark an event.

    scores: one row per (label, name): label (of the event), name (of the formula), score. labels: the events, in order.
    """
    names = list(scores["name"].unique())
    figure, axes = new_axes(height=ROW * len(names) + 80)
    for row, name in enumerate(names):
        of_formula = scores.loc[scores["name"] == name, "score"]
        axes.hlines(row, of_formula.min(), of_formula.max(), color=BAND, linewidth=5, zorder=1)
    for place, label in enumerate(labels):
        mine = scores[scores["label"] == label]
        rows = mine["name"].map({name: row for row, name in enumerate(names)})
        axes.scatter(
            mine["score"],
            rows,
            color=_colour(place),
            marker=_marker(place),
            s=60,
            zorder=3,
            label=label,
            edgecolors=CARD,
        )
    _name_rows(axes, names)
    _legend(axes, 2)
    return figure


@styled
def plot_lengths(sentences: pd.DataFrame, *, rows: list[str]) -> Figure:
    """Draw how long sentences are: the middle half as a bar, the median as a mark, a tenth beyond either end of the line.

    sentences: one row per sentence: row, n_words. rows: in order.
    """
    figure, axes = new_axes(height=ROW * len(rows) + 30)
    quantiles = (
        sentences.groupby("row")["n_words"].quantile([0.1, 0.25, 0.5, 0.75, 0.9]).unstack().reindex(rows)
    )
    places = range(len(rows))
    axes.hlines(places, quantiles[0.1], quantiles[0.9], color=MUTED, linewidth=1.2, zorder=0)
    axes.barh(
        places,
        quantiles[0.75] - quantiles[0.25],
        left=quantiles[0.25],
        color=ACCENTS[0],
        height=0.5,
        linewidth=0,
    )
    axes.vlines(quantiles[0.5], np.array(places) - 0.25, np.array(places) + 0.25, color=CARD, linewidth=2.5)
    _name_rows(axes, rows)
    axes.set_xlim(left=0)
    return figure
