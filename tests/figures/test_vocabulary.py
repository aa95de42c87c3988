"""Pictures of distinctive words: one event and many, nothing cut off."""

from __future__ import annotations

import numpy as np
import pytest
from distinctive_words import keywords
from drawing import FEW_AND_MANY, PAPERS, draw

from analysis.figures.vocabulary import plot_keywords, plot_opposites

VOICES = {"answer": "answers", "question": "questions"}


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


def test_the_second_side_stands_to_the_left_with_its_interval():
    shown = keywords(("answer", "their", 0.5), ("question", "you", 1.0))
    figure = plot_opposites(shown, names=VOICES)
    assert draw(figure)
    axes = figure.axes[0]
    lines = [c for c in axes.collections if type(c).__name__ == "LineCollection"]
    assert [line.get_segments()[0][:, 0].tolist() for line in lines] == [[0.5, 4], [-1, -4]]
    assert [text.get_text() for text in axes.texts] == [
        "12 in answers, 1,000 in questions", "12 in questions, 1,000 in answers",
    ]  # fmt: skip
    assert axes.get_legend_handles_labels()[1] == ["more often in answers", "more often in questions"]


@pytest.mark.parametrize("sides", [["answer"], ["question"]])
def test_one_side_alone_fits(sides):
    assert draw(plot_opposites(keywords(*[(side, "you", 0.0) for side in sides]), names=VOICES))


def test_a_filled_mark_is_one_that_is_clear():
    figure = plot_keywords(keywords(("a", "clear", 0.5), ("a", "hollow", 0.0)), names={"a": "Gazette"})
    faces = figure.axes[0].collections[1].get_facecolors()
    assert not np.array_equal(faces[0], faces[1])
    assert faces[1].tolist() == [1, 1, 1, 1]


def test_no_words_are_an_empty_picture():
    for plot in (plot_keywords, plot_opposites):
        assert plot(keywords()[:0], names={}).axes[0].collections[:] == []
