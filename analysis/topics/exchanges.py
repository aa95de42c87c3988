"""Who raises a topic: questions and answers set against each other, and against what chance gives."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.own_words import select_references
from analysis.roles import OWN, QUESTION
from analysis.statistics import Baseline, deal, measure_baseline
from analysis.topics.counts import list_topics
from analysis.topics.placed import Events, Placed, choose_events, place_topics

EXCHANGE = ["source", "exchange"]
CASE = ["topic", *EXCHANGE]


class Following(NamedTuple):
    """How many exchanges there are, how many topics their questions raise, and how many are taken up, by chance."""

    n_exchanges: int
    n_raised: int
    taken_up: Baseline


def count_exchanges(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count who raises a topic: the questions, the answers to them, or both.

    Takes what `rate_topics` takes. An exchange is a question and the own words that follow it up to the next
    question, in the reference source of an event; questions without an answer are left out.
    Returns one row per topic: n_exchanges, n_question (exchanges whose question mentions the topic), n_answer
    (whose answer does), n_both, n_question_only, n_answer_only.
    """
    talk = number_exchanges(segments, sources)
    sides = _mark_sides(hits, talk)
    tallies = {
        "n_question": sides["question"],
        "n_answer": sides["answer"],
        "n_both": sides["question"] & sides["answer"],
        "n_question_only": ~sides["answer"],
        "n_answer_only": ~sides["question"],
    }
    counts = pd.DataFrame(tallies).groupby("topic", observed=True).sum()
    counts = counts.reindex(pd.Index(list_topics(hits), name="topic"), fill_value=0).reset_index()
    counts.insert(1, "n_exchanges", len(talk[EXCHANGE].drop_duplicates()))
    return counts


def measure_following(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Baseline:
    """Measure how many of the topics that a question raises the answer to it takes up.

    Takes what `rate_topics` takes. Chance deals the questions of each interview to its answers at random: an
    answer then follows a topic only because the whole interview is about it.
    Returns a Baseline in cases, a case being a topic in an exchange; n_question of `count_exchanges`, summed,
    is of how many. An interview of one exchange has nothing to deal, and moves no draw.
    """
    return describe_following(hits, segments, sources).taken_up


def describe_following(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Following:
    """Measure what `measure_following` does, and tell of how many exchanges and raised topics.

    Takes what `rate_topics` takes.
    """
    placed = place_topics(hits, segments)
    return follow_topics(Exchanges(placed), choose_events(placed, sources))


class Exchanges:
    """The exchanges of all sources, by source and in reading order: whether question, and answer, mention a topic.

    source: of each exchange. raised, said: a row an exchange, a column a topic.
    """

    def __init__(self, placed: Placed) -> None:
        order = np.lexsort((placed.segment, placed.source))
        exchange, is_answered = _number(placed.source[order], placed.is_question[order])
        rows = order[is_answered]
        opens = np.diff(exchange[is_answered], prepend=0) > 0
        place = np.full(len(placed.source), -1)
        place[rows] = np.cumsum(opens) - 1
        self.source = placed.source[rows[opens]]
        table = np.zeros((2, len(self.source), len(placed.topics)), dtype=bool)
        is_said = place[placed.row] >= 0
        row, topic = placed.row[is_said], placed.topic[is_said]
        table[placed.is_question[row].astype(int), place[row], topic] = True
        self.said, self.raised = table


def follow_topics(exchanges: Exchanges, events: Events) -> Following:
    """Measure what `describe_following` does, in the exchanges of the sources that count."""
    rows = np.flatnonzero(events.of[exchanges.source] >= 0)
    raised, said, source = exchanges.raised[rows], exchanges.said[rows], exchanges.source[rows]
    here = np.arange(len(rows))

    def follow(random: np.random.Generator, n: int) -> np.ndarray:
        """Count, draw by draw, the topics that dealt questions and answers share, one topic at a time."""
        dealt = deal(here, random, n, within=source)
        topics = np.flatnonzero(raised.any(axis=0) & said.any(axis=0))
        answers = [np.flatnonzero(said[:, topic]) for topic in topics]
        taken = [
            raised[:, topic][dealt[:, of]].sum(axis=1) for topic, of in zip(topics, answers, strict=True)
        ]
        return np.sum(taken, axis=0) if taken else np.zeros(n)

    taken_up = measure_baseline(int((raised & said).sum()), follow, n_held=3 * len(here))
    return Following(len(here), int(raised.sum()), taken_up)


def count_asking(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> int:
    """Count the exchanges whose question mentions any topic; takes what `rate_topics` takes."""
    sides = _mark_sides(hits, number_exchanges(segments, sources))
    asking = sides[sides["question"]].index.to_frame(index=False)
    return len(asking[EXCHANGE].drop_duplicates())


def number_exchanges(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Number the exchanges of each reference source, in reading order.

    segments, sources: as for `rate_topics`. Returns the segments of questions and own words that belong to an
    answered question, with is_question and exchange (1, 2, ... in its source).
    """
    talk = segments[segments["role"].isin([*OWN, QUESTION])]
    talk = select_references(talk, sources).sort_values(["source", "segment"])
    is_question = talk["role"].eq(QUESTION).to_numpy(dtype=bool)
    source, _ = pd.factorize(talk["source"])
    number, is_answered = _number(source, is_question)
    is_first = np.diff(source, prepend=-1) != 0
    exchange = number - (number - is_question)[is_first][source]
    talk = talk.assign(is_question=is_question, exchange=exchange)
    return talk[is_answered]


def _number(source: np.ndarray, is_question: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number exchanges over all sources, from 1, and tell which segments belong to one that is answered.

    source, is_question: of each segment, those of a source in reading order. A segment before the first question of
    its source has the number of the exchange before it.
    """
    is_first = np.diff(source, prepend=-1) != 0
    opens = is_question & (is_first | ~np.roll(is_question, 1))
    number, run = np.cumsum(opens), np.cumsum(opens | is_first)
    is_answered = np.bincount(run, ~is_question)[run] > 0
    is_asked = np.bincount(run, opens)[run] > 0
    return number, is_answered & is_asked


def _mark_sides(hits: pd.DataFrame, talk: pd.DataFrame) -> pd.DataFrame:
    """Return one row per (topic, source, exchange) with a mention: question and answer, whether it has one."""
    mentions = hits.merge(talk[["segment", *EXCHANGE, "is_question"]], on=["source", "segment"])
    is_question = mentions.groupby(CASE, observed=True)["is_question"]
    # A mention outside the question is one in the answer.
    return pd.DataFrame({"question": is_question.any(), "answer": ~is_question.all()}, dtype=bool)
