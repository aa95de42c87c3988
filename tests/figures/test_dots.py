"""Many round marks as few paths: each is drawn, none of an unknown place, and the picture stays light."""

from __future__ import annotations

import re

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis.figures.dots import draw_many
from analysis.figures.palette import OWN
from analysis.figures.style import new_axes
from analysis.figures.svg import draw_svg


def _draw(x, areas):
    figure, axes = new_axes()
    draw_many(axes, np.array(x, float), np.zeros(len(x)), areas=np.array(areas, float), shade=OWN)
    return draw_svg(figure, "Marks")


def _marks(svg):
    """Return how many marks each path with round ends has, by its width."""
    paths = re.findall(r'<path d="([^"]*)"[^>]*stroke-width: ([\d.]+)[^"]*stroke-linecap: round', svg)
    return {width: path.count("M") for path, width in paths}


def test_marks_of_one_area_are_one_path():
    assert _marks(_draw([1, 2, 5], [16, 16, 25])) == {"4": 2, "5": 1}


def test_a_mark_of_no_known_place_is_left_out():
    assert _marks(_draw([1, np.nan], [16, 16])) == {"4": 1}


def test_no_mark_is_lost_among_hundreds():
    assert _marks(_draw(range(500), [16] * 500)) == {"4": 500}


def test_a_mark_takes_few_letters():
    one, many = (len(_draw(range(n), [16] * n)) for n in (100, 600))
    assert (many - one) / 500 < 25


def test_no_mark_is_lost_in_a_bitmap():
    figure, axes = new_axes()
    x = np.arange(150.0)
    draw_many(axes, x, np.zeros(150), areas=np.full(150, 16.0), shade=OWN)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    places = axes.transData.transform(np.column_stack([x, np.zeros(150)])).astype(int)
    pixels = np.asarray(canvas.buffer_rgba())[::-1]  # from the bottom up, as places are
    assert (pixels[places[:, 1], places[:, 0], 0] < 100).all()  # OWN is dark, the ground white
