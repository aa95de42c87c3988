"""What length alone does to who raises a topic: the answers, cut at random as though they also asked."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, measure_baseline
from analysis.topics.exchanges import EXCHANGE, count_exchanges, number_exchanges


class _Voice(NamedTuple):
    """The answers of one interview, end to end: their words, and where in them which topic is mentioned."""

    n_words: int
    place: np.ndarray  # of each mention: how many of these words stand before it
    topic: np.ndarray  # of each mention: its topic, as a number
    questions: np.ndarray  # the length of each question, in words
    answers: np.ndarray  # the length of the answer to it


def measure_alone(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Baseline:
    """Measure in which share of cases a topic comes up in the answer alone.

    Takes what `rate_topics` takes. A case is a topic in an exchange (see `count_exchanges`). An answer is
    longer than its question, and mentions more for that alone. Chance therefore takes the answers of an
    interview as one voice, laid in a circle, and cuts it, from a random place on, into pieces as long as the
    questions and answers, whose exchanges are dealt at random: in these nobody asks.
    Returns a Baseline in shares from 0 to 1; NaN where no topic comes up in any exchange.
    """
    counts = count_exchanges(hits, segments, sources)
    alone, asked = int(counts["n_answer_only"].sum()), int(counts["n_question"].sum())
    voices = _lay_out(hits, number_exchanges(segments, sources), segments)
    observed = alone / (alone + asked) if alone + asked else np.nan
    return measure_baseline(
        observed, lambda random, n: np.array([_cut_all(voices, random) for _ in range(n)])
    )


def _lay_out(hits: pd.DataFrame, talk: pd.DataFrame, segments: pd.DataFrame) -> list[_Voice]:
    """Lay the answers of each interview end to end."""
    before = segments.sort_values(["source", "segment"])
    before = before.assign(first=before.groupby("source")["n_words"].cumsum() - before["n_words"])
    talk = talk.merge(before[["source", "segment", "first"]], on=["source", "segment"])
    said = talk[~talk["is_question"]]
    said = said.assign(laid=said.groupby("source")["n_words"].cumsum() - said["n_words"])
    placed = hits.merge(said[["source", "segment", "first", "laid"]], on=["source", "segment"])
    placed = placed.assign(place=placed["position"] - 1 - placed["first"] + placed["laid"])
    lengths = talk.groupby([*EXCHANGE, "is_question"])["n_words"].sum().unstack("is_question", fill_value=0)
    return [
        _lay_one(placed[placed["source"] == source], of_source)
        for source, of_source in lengths.groupby(level="source")
    ]


def _lay_one(placed: pd.DataFrame, lengths: pd.DataFrame) -> _Voice:
    topic = pd.factorize(placed["topic"].astype(str))[0]
    questions, answers = (lengths[is_question].to_numpy(dtype=int) for is_question in (True, False))
    return _Voice(int(answers.sum()), placed["place"].to_numpy(dtype=int), topic, questions, answers)


def _cut_all(voices: list[_Voice], generator: np.random.Generator) -> float:
    """Cut every voice once, and return the share of cases that stand in a piece as of an answer alone."""
    cut = [_cut(voice, generator) for voice in voices if voice.n_words and len(voice.topic)]
    alone, n = np.sum(cut, axis=0) if cut else (0, 0)
    return alone / n if n else np.nan


def _cut(voice: _Voice, generator: np.random.Generator) -> tuple[int, int]:
    """Return the cases of one cut in an answer alone, and all of them."""
    order = generator.permutation(len(voice.questions))
    pieces = np.column_stack([voice.questions[order], voice.answers[order]]).ravel()
    ends = np.cumsum(pieces)
    start = generator.integers(voice.n_words)
    once = (voice.place - start) % voice.n_words
    # Questions are pieces too, so the cut goes round more than once; what lies beyond its end is not reached.
    rounds = np.arange(-(-ends[-1] // voice.n_words)) * voice.n_words
    reached = (once[:, None] + rounds).ravel()
    topic = np.repeat(voice.topic, len(rounds))[reached < ends[-1]]
    piece = np.searchsorted(ends, reached[reached < ends[-1]], side="right")
    case = topic * len(order) + piece // 2
    asked, cases = np.unique(case[piece % 2 == 0]), np.unique(case)
    return len(cases) - len(asked), len(cases)
