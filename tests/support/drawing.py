"""Invented events to draw, and the picture as it leaves the house."""

from __future__ import annotations

from itertools import cycle

import pandas as pd
import pytest

from analysis.figures.frame import draw_narrow
from analysis.figures.svg import draw_svg

PAPERS = [
    "Gazette", "The Salt Island Evening Messenger", "Radio Norrhavn", "Independent-Coastguard-Weekly",
    "Herald", "Quarterly Review of Harbours and Inland Waterways of the North", "TV",
    "WWWWWWWWWWWWWWW MMMMMMM", "Post",
]  # fmt: skip

LONG_NAMES = ["Harbours", "The reform of the salt tax and of everything that hangs together with it",
          "Antidisestablishmentarianism-and-its-opponents", "Trams", "Grain"]  # fmt: skip

EVENTS = [1, 3, 4, 9]
FEW_AND_MANY = pytest.mark.parametrize("k", EVENTS)


def list_cases(value: float) -> list[tuple[int, float]]:
    """Few events and many, each with the same value."""
    return [(k, value) for k in EVENTS]


def name_events(k: int) -> pd.DataFrame:
    """Events of an invented minister, three weeks apart, some without a word."""
    days = pd.date_range("2031-04-02", periods=k, freq="21D")
    labels = [f"{paper}, {day.day} {day:%b}" for paper, day in zip(cycle(PAPERS), days, strict=False)]
    words = [12_345 * (n % 4) for n in range(1, k + 1)]
    table = {"event": list(range(k)), "label": labels, "date": days.strftime("%Y-%m-%d"), "n_words": words}
    return pd.DataFrame(table)


def draw(figure) -> str:
    """The picture as it leaves the house, wide and for a phone; what is cut off is an error there."""
    return draw_svg(figure, "Harbours") + draw_narrow(figure, "Harbours")
