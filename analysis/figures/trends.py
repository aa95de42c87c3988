"""Draw how rates move over time, and on which days phrases are said: for more events than columns fit."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.markers import CARETUP

from analysis.figures.dots import draw_many
from analysis.figures.layout import ARROW, THIN, drawn, new_panels, new_rows, note_rows, of_row, place_rows
from analysis.figures.palette import BAND, MUTED, OWN
from analysis.figures.sheet import find_sheet
from analysis.figures.style import new_axes
from analysis.messages import translate

MOST_ROWS = 30  # drawn; the table behind a picture has every row
MOST_MARKS = 60  # side by side in a row; of more events, neighbours share a mark
HIGH = 0.8  # of a row, which the highest rate or interval takes
ROOM = 1.6  # times the highest rate, to which intervals are drawn


@drawn
def plot_trends(rates: pd.DataFrame, *, by: str) -> Figure:
    """Draw rates over time, a row a topic: a dot a period, joined by a line, with its interval upright.

    rates: one row per (period, by), periods and rows in order: date (its first day), by, per_1000, low, high.
    Each row has its own height, so that rare topics are seen to move as well; intervals beyond it are cut.
    """
    names = list(rates[by].unique())[:MOST_ROWS]
    figure, (panel,) = new_panels(names, 1)
    highest = []
    for row, name in enumerate(names):
        mine = rates[rates[by] == name]
        highest.append(mine["per_1000"].max())
        _draw_trend(panel, mine, row)
    figure.set_figheight(1.6 * figure.get_figheight())
    _mark_days(panel)
    ends = np.full(len(names), date2num(pd.to_datetime(rates["date"])).max())
    note_rows(panel, [translate("highest {value:.1f}", value=value) for value in highest], ends)
    return figure


def _draw_trend(panel: Axes, rates: pd.DataFrame, row: int) -> None:
    days = date2num(pd.to_datetime(rates["date"]))
    highest = rates["per_1000"].max()
    reach = min(max(highest, rates["high"].max()), ROOM * highest) or 1
    high_of_row = of_row(panel, HIGH)
    ground = row + high_of_row / 2
    at, low, high = (
        ground - high_of_row * (rates[name] / reach).clip(0, 1) for name in ("per_1000", "low", "high")
    )
    panel.axhline(ground, color=BAND, linewidth=1, zorder=0)
    panel.vlines(days, low, high, color=OWN, linewidth=THIN)
    is_cut = (rates["high"] > reach).to_numpy()
    if is_cut.any():
        panel.plot(days[is_cut], high[is_cut], color=OWN, **ARROW, marker=CARETUP)
    panel.plot(days, at, color=OWN, linewidth=1.2, marker="o", markersize=4.5)


@drawn
def plot_days(uses: pd.DataFrame, events: pd.DataFrame, *, phrases: list[str]) -> Figure:
    """Draw on which days phrases are said, a row a phrase, a mark an event, its area the number of uses.

    uses: one row per use: phrase, event. events: one row per event: event, date. phrases: the rows, in order.
    Of more than sixty events those whose marks would cover each other share one.
    """
    figure, axes = new_rows(phrases)
    is_dated = (events["date"] != "").any()
    dates = date2num(pd.to_datetime(events["date"].replace("", None)))
    # Where no day is known of any, they stand side by side.
    days = dict(zip(events["event"], dates if is_dated else np.arange(float(len(events))), strict=True))
    counts = uses.groupby(["phrase", "event"]).size().rename("n").reset_index()
    rows = place_rows(counts["phrase"], phrases)
    axes.hlines(np.arange(len(phrases)), *_ends(list(days.values())), color=BAND, linewidth=2, zorder=0)
    is_shared = len(events) > MOST_MARKS
    at = counts["event"].map(_share_days(days) if is_shared else days).astype(float)
    marks = counts.assign(row=rows, at=at).groupby(["row", "at"])["n"].sum().reset_index()
    areas = _choose_areas(marks["n"].to_numpy(float), is_shared=is_shared)
    draw_many(axes, marks["at"].to_numpy(), marks["row"].to_numpy(), areas=areas, shade=OWN)
    if is_dated:
        _mark_days(axes)
    else:
        axes.set_xticks([])
    totals = counts.groupby("phrase")["n"].agg(["sum", "size"]).reindex(phrases).fillna(0).astype(int)
    texts = [f"{n} in {k}" for n, k in totals.itertuples(index=False, name=None)]
    note_rows(axes, texts, np.full(len(phrases), _ends(list(days.values()))[1]))
    return figure


@drawn
def plot_words(events: pd.DataFrame) -> Figure:
    """Draw how many own words there are of each event, by date; events: date, n_words.

    Where no day is known, the events stand side by side, in their order.
    """
    figure, axes = new_axes(height=220)
    is_dated = events["date"] != ""
    shown = events[is_dated] if is_dated.any() else events
    days = date2num(pd.to_datetime(shown["date"])) if is_dated.any() else np.arange(len(shown))
    draw_many(
        axes, np.asarray(days), shown["n_words"].to_numpy(float), areas=np.full(len(shown), 18.0), shade=OWN
    )
    axes.set_ylim(0, 1.08 * max(shown["n_words"].max(), 1))
    axes.grid(True, axis="y")
    axes.tick_params(axis="y", labelcolor=MUTED)
    if is_dated.any():
        _mark_days(axes)
    else:
        axes.set_xticks([])
    return figure


def _choose_areas(n: np.ndarray, *, is_shared: bool) -> np.ndarray:
    """Return the area of each mark; of shared ones the largest are as wide as their part of the time."""
    return 6 + np.round(20 * n / n.max(initial=1)) if is_shared else 12 + 10 * n


def _share_days(days: dict[str, float]) -> dict[str, float]:
    """Move each day to the middle of its part of the time from the first to the last."""
    first, last = _ends(list(days.values()))
    wide = (last - first) / MOST_MARKS or 1
    return {
        event: first + (min((day - first) // wide, MOST_MARKS - 1) + 0.5) * wide
        for event, day in days.items()
    }


def _ends(days: list[float]) -> tuple[float, float]:
    known = [day for day in days if not np.isnan(day)]
    return (min(known), max(known)) if known else (0.0, 1.0)


class _FirstAndLast(AutoDateLocator):
    """The first and the last of the dates that an axis would name, for which a phone has room."""

    def __call__(self) -> np.ndarray:
        low, high = sorted(self.axis.get_view_interval())
        seen = [day for day in super().__call__() if low <= day <= high]
        return np.array(seen if len(seen) < 3 else [seen[0], seen[-1]])


def choose_days() -> AutoDateLocator:
    """Return what chooses the dates that an axis names."""
    locator = _FirstAndLast if find_sheet().is_narrow else AutoDateLocator
    return locator(minticks=2, maxticks=5)


def _mark_days(axes: Axes) -> None:
    locator = choose_days()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
