"""Draw how well the dictionary agrees with coded paragraphs."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.layout import draw_dots, draw_intervals, drawn, head_panels, new_panels, taken_by
from analysis.figures.palette import EVENTS

MEASURED = EVENTS[0]
PANELS = {"precision": "precision:\nof what it finds, coded", "recall": "recall:\nof what is coded, found"}


@drawn
def plot_validation(scores: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw precision and recall with their intervals side by side, a row a topic.

    scores: one row per topic, in order: topic, and each of precision and recall with _low and _high. names:
    how each topic is printed.
    """
    rows = [names[topic] for topic in scores["topic"]]
    figure, panels = new_panels(rows, len(PANELS))
    for panel, measure in zip(panels, PANELS, strict=True):
        _draw_shares(panel, scores, measure)
    head_panels(figure, panels, list(PANELS.values()), taken=taken_by(rows))
    return figure


def _draw_shares(panel: Axes, scores: pd.DataFrame, measure: str) -> None:
    panel.set(xlim=(-0.02, 1.12), xticks=[0, 0.5, 1])
    rows = np.arange(len(scores))
    draw_intervals(panel, rows, scores[f"{measure}_low"], scores[f"{measure}_high"], MEASURED)
    draw_dots(panel, scores[measure], rows, MEASURED)
    panel.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
