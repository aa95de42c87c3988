"""Draw many round marks as few paths: a mark is a line without length, and its round ends are the dot."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

_LONG = 1e-4  # of the axis: what has no length at all is not drawn everywhere


def draw_many(axes: Axes, x: np.ndarray, y: np.ndarray, *, areas: np.ndarray, shade: str) -> None:
    """Draw a round mark a place, those of one area as one path; a mark of no known place is left out.

    x, y: in data units. areas: as `Axes.scatter` has them, the square of the width in points.
    """
    known = ~(np.isnan(x) | np.isnan(y))
    x, y, areas = x[known], y[known], areas[known]
    long = _LONG * (np.ptp(x) or 1) if len(x) else 0
    for area in np.unique(areas):
        is_so = areas == area
        axes.add_patch(_draw_path(x[is_so], y[is_so], long, width=float(area) ** 0.5, shade=shade))
    axes.autoscale_view()


def _draw_path(x: np.ndarray, y: np.ndarray, long: float, *, width: float, shade: str) -> PathPatch:
    begin, end = np.column_stack([x, y]), np.column_stack([x + long, y])
    points = np.stack([begin, end], axis=1).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, Path.LINETO], len(x))
    look = {"fill": False, "edgecolor": shade, "linewidth": width, "capstyle": "round"}
    return PathPatch(Path(points, codes), snap=False, **look)  # ends at whole pixels would leave marks out
