"""The picture of a validation: any number of topics, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from drawing import draw

from analysis.figures.validation import plot_validation


@pytest.mark.parametrize("n", [1, 3, 40])
def test_a_picture_of_any_number_of_topics_fits(n):
    table = pd.DataFrame({"topic": range(n), "precision": np.linspace(0, 1, n), "recall": np.nan})
    for measure in ("precision", "recall"):
        table = table.assign(**{f"{measure}_low": 0.0, f"{measure}_high": 1.0})
    names = dict.fromkeys(range(n), "Antidisestablishmentarianism and the reform of the salt tax")
    figure = plot_validation(table, names=names)
    assert draw(figure)
    assert figure.axes[0].collections[-1].get_offsets()[:, 0].tolist() == np.linspace(0, 1, n).tolist()
