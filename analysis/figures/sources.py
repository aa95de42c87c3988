"""Draw whose words the texts hold, and when they were said."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd
from matplotlib.dates import date2num, num2date
from matplotlib.figure import Figure

from analysis.counting import BELONGS
from analysis.figures.layout import add_legend, drawn, new_rows, note_rows, stack_bars
from analysis.figures.palette import ACCENTS, BAND, MISSING, MUTED, OWN
from analysis.figures.sheet import find_sheet
from analysis.figures.trends import MOST_ROWS, choose_days, plot_words
from analysis.language import MONTHS
from analysis.messages import translate, translate_number, translate_word

MANY_DAYS = 300  # of an axis from which years are told apart
LARGEST, LARGEST_NARROW = 400, 160  # of a mark: square points; on a phone it may not reach the name above it
SMALLEST = 10  # of a mark that is to be seen at all
SHORTEST = 28  # days that an axis of dates spans at least
YEARS = 1000  # days from which it names years only
_PLACES = [0, 1, 4, 2, None, 6, 5, 3]
_SHADES = {key: MISSING if n is None else ACCENTS[n] for key, n in zip(BELONGS, _PLACES, strict=True)}


@drawn
def plot_roles(shares: pd.DataFrame, *, rows: list[str]) -> Figure:
    """Draw whose words each text consists of, a bar a text.

    shares: one row per (row, belongs): row, belongs (a key of BELONGS), share (0 to 1). rows: in order; the first
    thirty are drawn.
    """
    rows = rows[:MOST_ROWS]
    figure, axes = new_rows(rows)
    wide = shares.pivot(index="row", columns="belongs", values="share").reindex(rows).fillna(0)
    present = [belongs for belongs in BELONGS if belongs in wide and wide[belongs].any()]
    stack_bars(axes, [(wide[belongs], BELONGS[belongs], _SHADES[belongs]) for belongs in present])
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    add_legend(axes)
    return figure


@drawn
def plot_timeline(events: pd.DataFrame) -> Figure:
    """Draw when the events were and how much was said, a row an event.

    events: one row per event, by date: label, date (ISO; '' where no day is known, which stands at the left end),
    n_words (own words).
    """
    if len(events) > MOST_ROWS:
        return plot_words(events)
    figure, axes = new_rows(events["label"])
    words, is_dated = events["n_words"], (events["date"] != "").to_numpy()
    days, first, last = _place_days(events["date"])
    span = max(last - first, SHORTEST)
    left = first - (0.1 if is_dated.all() else 0.4) * span
    rows, at = np.arange(len(days)), np.where(is_dated, days, first - 0.25 * span)
    axes.hlines(rows, first - span, at, color=BAND, linewidth=2)
    longest = max(words.max(), 1)
    largest = LARGEST_NARROW if find_sheet().is_narrow else LARGEST
    size = np.maximum(largest * words / longest, SMALLEST)
    colours = np.where(is_dated, OWN, MUTED)
    axes.scatter(at, rows, s=size, c=colours, zorder=2, linewidths=0, clip_on=False)
    unknown = np.where(is_dated, "", translate(", day unknown"))
    note_rows(
        axes,
        [
            "\u00a0" * 3 + translate_number(n, "{n:,} word", "{n:,} words", n=n) + why
            for n, why in zip(words, unknown, strict=True)
        ],
        at,
    )
    axes.set_xlim(left, last + 0.1 * span)
    if not is_dated.any():
        axes.set_xticks([])
        return figure
    axes.xaxis.set_major_locator(choose_days())
    axes.xaxis.set_major_formatter(lambda day, _: _name_day(num2date(day), span))
    return figure


def _place_days(dates: pd.Series) -> tuple[np.ndarray, float, float]:
    """Return the day of each event as matplotlib counts days, missing where it is not known, and the ends."""
    days = date2num(pd.to_datetime(dates.replace("", None)))
    known = days[~np.isnan(days)]
    return (days, known.min(), known.max()) if len(known) else (days, 0.0, 0.0)


def _name_day(day: datetime, span: float) -> str:
    """Name a day of an axis; span: its days. Of many years only these; on a phone a part of the date."""
    if span > YEARS:
        return str(day.year)
    month = translate_word(MONTHS[day.month - 1])
    if find_sheet().is_narrow:
        if span > MANY_DAYS:
            return f"{month} {day.year}"
        return translate("{day} {month}", day=day.day, month=month)
    return translate("{day} {month} {year}", day=day.day, month=month, year=str(day.year))
