"""Pictures of distinctive words: one event and many, nothing cut off."""

from __future__ import annotations

import numpy as np
import pandas as pd
from distinctive_words import keywords
from drawing import FEW_AND_MANY, PAPERS, draw

from analysis.figures.vocabulary import plot_diversity, plot_keywords


@FEW_AND_MANY
def test_words_stand_under_their_event_and_fit(k):
    shown = keywords(
        *[(n, word, 0.5) for n in range(k) for word in ("harbour", "antidisestablishmentarianism")]
    )
    figure = plot_keywords(shown, names=dict(enumerate(PAPERS[:k])))
    assert draw(figure)
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert len(labels) == 3 * k
    assert labels[1].replace("\n", "") == "harbour"
    dots = [dot.get_offsets() for dot in figure.axes[0].collections[1::2]]
    assert np.concatenate(dots)[:, 1].tolist() == [3 * n + row for n in range(k) for row in (1, 2)]


def test_an_event_without_words_says_so_and_a_name_is_marked():
    shown = keywords(("b", "selm", 0.0)).assign(kind="name")
    figure = plot_keywords(shown, names={"a": "Gazette", "b": "Herald"})
    assert draw(figure)
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == ["Gazette: no word", "Herald", "selm (name)"]


def test_a_word_that_one_answer_holds_mostly_is_marked():
    shown = keywords(("a", "burst", 0.5), ("a", "steady", 0.5)).assign(n_most=[7, 6])  # of 12 uses
    figure = plot_keywords(shown, names={"a": "Gazette"})
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels == ["Gazette", "burst (one answer)", "steady"]


def test_a_filled_mark_is_one_that_is_clear():
    figure = plot_keywords(keywords(("a", "clear", 0.5), ("a", "hollow", 0.0)), names={"a": "Gazette"})
    faces = figure.axes[0].collections[1].get_facecolors()
    assert not np.array_equal(faces[0], faces[1])
    assert faces[1].tolist() == [1, 1, 1, 1]


def test_no_words_are_an_empty_picture():
    assert plot_keywords(keywords()[:0], names={}).axes[0].collections[:] == []


@FEW_AND_MANY
def test_diversity_fits_and_chance_is_a_line(k):
    labels = PAPERS[:k]
    rows = [(label, role, 100.0) for label in labels for role in ("answer", "question")]
    table = pd.DataFrame(rows, columns=["label", "role", "mtld_72"])
    is_asked = table["role"] == "question"
    table = table.assign(
        mtld_72_low=np.where(is_asked, 80, np.nan), mtld_72_high=np.where(is_asked, 120, np.nan)
    )
    figure = plot_diversity(table, columns={"mtld_72": "MTLD"}, labels=list(labels))
    assert draw(figure)
    lines = [c for c in figure.axes[0].collections if type(c).__name__ == "LineCollection"]
    assert lines[-1].get_segments()[0][:, 0].tolist() == [80, 120]
