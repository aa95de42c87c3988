"""What is spoken about: topic hits counted and set against the questions."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.own_words import select_references
from analysis.patterns import find_matches
from analysis.roles import OWN, QUESTION

EXCHANGE = ["source", "exchange"]


def count_topics(
    tokens: pd.DataFrame, patterns: pd.DataFrame, *, sources: Iterable[str] = ()
) -> pd.DataFrame:
    """Count how often each source mentions each topic.

    tokens: one row per word (see `find_matches`), of the roles that should count.
    patterns: one row per pattern (topic, pattern). sources: names of sources that may have no word in tokens,
    as in a released table, and count as silent.
    Returns one row per (source, topic), silent pairs included as zero: n.
    """
    hits = find_matches(tokens, patterns, by="topic")
    pairs = [sorted({*tokens["source"], *sources}), list_topics(hits)]
    counts = hits.groupby(["source", "topic"], observed=True).size()
    silent_too = pd.MultiIndex.from_product(pairs, names=counts.index.names)
    return counts.reindex(silent_too, fill_value=0).rename("n").reset_index()


def count_exchanges(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count who raises a topic: the questions, the answers to them, or both.

    Takes what `rate_topics` takes. An exchange is a question and the own words that follow it up to the next
    question, in the reference source of an event; questions without an answer are left out.
    Returns one row per topic: n_exchanges, n_question (exchanges whose question mentions the topic), n_answer
    (whose answer does), n_both, n_question_only, n_answer_only.
    """
    talk = _number_exchanges(select_references(segments, sources))
    mentions = hits.merge(talk[["segment", *EXCHANGE, "is_question"]], on=["source", "segment"])
    sides = mentions.groupby(["topic", *EXCHANGE], observed=True)["is_question"]
    question, answer = sides.any(), ~sides.all()  # a mention outside the question is one in the answer
    tallies = {
        "n_question": question,
        "n_answer": answer,
        "n_both": question & answer,
        "n_question_only": ~answer,
        "n_answer_only": ~question,
    }
    counts = pd.DataFrame(tallies).groupby("topic", observed=True).sum()
    counts = counts.reindex(pd.Index(list_topics(hits), name="topic"), fill_value=0).reset_index()
    counts.insert(1, "n_exchanges", len(talk[EXCHANGE].drop_duplicates()))
    return counts


def _number_exchanges(segments: pd.DataFrame) -> pd.DataFrame:
    """Return the segments of questions and own words that belong to an exchange: is_question and exchange."""
    talk = segments[segments["role"].isin([*OWN, QUESTION])].sort_values(["source", "segment"])
    talk = talk.assign(is_question=talk["role"] == QUESTION)
    follows = talk.groupby("source")["is_question"].shift(fill_value=False)
    opens = talk["is_question"] & ~follows
    talk = talk.assign(exchange=opens.groupby(talk["source"]).cumsum())
    is_answered = ~talk.groupby(EXCHANGE)["is_question"].transform("all")
    return talk[(talk["exchange"] > 0) & is_answered]


def list_topics(hits: pd.DataFrame) -> list[str]:
    """Return all topics that were looked for, found or not, in alphabetical order."""
    return sorted(hits["topic"].astype("category").cat.categories)
