"""The picture of steps: a mark a corpus, nothing cut off."""

from __future__ import annotations

import pandas as pd
import pytest
from drawing import draw

from analysis.figures.speed import plot_steps


@pytest.mark.parametrize("n", [1, 2, 9])
def test_a_picture_of_any_number_of_corpora_fits(n):
    corpora = [f"talk of a very long evening, number {i}" for i in range(n)]
    rows = [(name, 1000 * i, step, 10.0**i) for i, name in enumerate(corpora) for step in ("one", "other")]
    figure = plot_steps(pd.DataFrame(rows, columns=["corpus", "words", "step", "seconds"]))
    assert draw(figure)
    drawn = [mark.get_offsets()[:, 0].tolist() for mark in figure.axes[0].collections]
    assert drawn == [[10.0**i] * 2 for i in reversed(range(n))]
