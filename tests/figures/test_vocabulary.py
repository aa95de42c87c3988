"""Pictures of distinctive words and what they say: one event and many, nothing cut off, no word too many."""

from __future__ import annotations

import inspect
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from drawing import FEW_AND_MANY, PAPERS, draw

from analysis.figures.vocabulary import plot_keywords, plot_opposites
from analysis.pages import vocabulary as messages
from analysis.vocabulary.diversity import DIVERSITY

VOICES = {"answer": "answers", "question": "questions"}


def keywords(*rows: tuple[object, str, float]) -> pd.DataFrame:
    """Words that stand out: (side, word, lrc); one that is not clear has an interval with one end open."""
    table = pd.DataFrame(rows, columns=["side", "word", "lrc"])
    clear = table["lrc"] != 0
    counts = {
        "kind": "content word",
        "n": 12,
        "n_other": 1_000,
        "log_ratio": 2.5,
        "g2": 9.0,
        "q": 0.01,
        "turns_q": 0.01,
    }
    return table.assign(**counts, low=table["lrc"].where(clear, -1), high=np.where(clear, 4, np.inf))


def evidence(**counts: int) -> pd.DataFrame:
    return pd.DataFrame([{"n_tested": 400, "by_lrc": 0, "by_all": 0, **counts}])


def report_of(k: int) -> SimpleNamespace:
    events = pd.DataFrame({"event": range(k), "label": [f"Gazette, {n} May" for n in range(1, k + 1)]})
    return SimpleNamespace(speaker="Ingrid Halvarsen", events=events)


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


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(0, "cod", 0.0)], "No word is clearly more frequent in one event"),
        ([(0, "cod", 0.4)], "“cod” is clearly more frequent in one event"),
        ([(0, "cod", 0.4), (1, "eel", 0.1)], "“cod” and “eel” are clearly more frequent in one event"),
        ([(0, f"w{n}", 0.4) for n in range(5)], "5 words are clearly more frequent in one event"),
    ],
)
def test_few_clear_words_are_named(rows, title):
    said = messages.say_keywords(keywords(*rows), report_of(2), evidence=evidence())
    assert said["title"] == title


@pytest.mark.parametrize(
    ("turns_q", "title"),
    [
        ([0.5], "“cod” is more frequent in one event, but not by turns"),
        ([0.5, 0.01], "“cod” and “eel” are more frequent in one event, 1 of them also by turns"),
    ],
)
def test_a_title_says_whether_turns_agree(turns_q, title):
    shown = keywords((0, "cod", 0.4), (1, "eel", 0.1)).head(len(turns_q)).assign(turns_q=turns_q)
    assert messages.say_keywords(shown, report_of(2), evidence=evidence())["title"] == title


def test_tests_are_counted():
    said = messages.say_keywords(keywords((0, "cod", 0.4)), report_of(1), evidence=evidence(by_lrc=1))
    assert said["caption"].startswith(
        "Of 400 comparisons of a word, 1 is clear by LRC, more frequent or rarer (under 1%), none by all"
    )
    assert "400 words tested on each side, those used at least 5 times in at least 3 turns." in said["note"]
    assert said["alt"].endswith("Gazette, 1 May: cod.")


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("answer", "their", 0.0), ("question", "you", 0.5)], "“you” is clearly more frequent in questions"),
        ([("answer", "their", 0.5)], "“their” is clearly more frequent in answers"),
        ([("question", "you", 0.0)], "No word is clearly more frequent in questions"),
    ],
)
def test_voices_are_told_apart_by_the_questions_if_they_have_words(rows, title):
    said = messages.say_voices(keywords(*rows), report_of(1), evidence=evidence())
    assert said["title"] == title
    assert said["caption"].endswith("Of what is rare in the shorter of the two, little can be said.")


def diversity(*pairs: tuple[float, float | None]) -> pd.DataFrame:
    rows = [
        (f"Gazette, {n} May", role, 500, *[value] * len(DIVERSITY))
        for n, pair in enumerate(pairs, 1)
        for role, value in zip(["answer", "question"], pair, strict=True)
        if value is not None
    ]
    return pd.DataFrame(rows, columns=["label", "role", "n_words", *DIVERSITY])


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([(2, 1)], "Answers come out more varied in the only event"),
        ([(1, 2), (1, 2), (2, 1)], "Questions come out more varied in 2 of 3 events"),
        ([(1, 2), (2, 1)], "How varied the words are"),
        ([(1, 1)], "How varied the words are"),
        ([(1, None)], "How varied the words are"),
    ],
)
def test_roles_are_compared_where_all_measures_agree(pairs, title):
    said = messages.say_diversity(diversity(*pairs), report_of(1))
    assert said["title"] == title
    assert said["caption"].startswith("No event") or said["caption"].endswith("they have no interval.")


def test_where_measures_differ_nobody_is_ahead():
    mixed = diversity((1.0, 2.0))
    mixed.loc[mixed["role"] == "question", DIVERSITY[0]] = 0.5
    said = messages.say_diversity(mixed, report_of(1))
    assert said["title"] == "How varied the words are"
    assert "in none of 1 event and questions in none of 1 event" in said["caption"]


def test_events_without_questions_are_not_compared():
    assert messages.say_diversity(diversity((1, None)), report_of(1))["caption"].startswith("No event holds")


EMPTY = {
    "say_keywords": {"evidence": evidence()},
    "say_voices": {"evidence": evidence()},
    "say_diversity": {},
}


@pytest.mark.parametrize("name", EMPTY)
def test_where_there_is_nothing_the_caption_is_a_sentence(name):
    said = getattr(messages, name)(pd.DataFrame(), report_of(1), **EMPTY[name])
    assert said.keys() == {"title", "subtitle", "note", "caption", "alt"}
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])


def test_every_message_is_tried_without_rows():
    says = {name for name, _ in inspect.getmembers(messages, inspect.isfunction) if name.startswith("say_")}
    assert says == EMPTY.keys()
