"""What is spoken about: topic hits counted, rated and set against the questions."""

from __future__ import annotations

import pandas as pd

from analysis.intervals import rate_interval
from analysis.patterns import find_matches
from analysis.roles import OWN

TURN = ["event", "source", "turn"]
EXCHANGE = ["source", "exchange"]


def count_topics(tokens: pd.DataFrame, patterns: pd.DataFrame) -> pd.DataFrame:
    """Count how often each source mentions each topic.

    tokens: one row per word (see `find_matches`), of the roles that should count.
    patterns: one row per pattern (topic, pattern).
    Returns one row per (source, topic), silent pairs included as zero: n.
    """
    hits = find_matches(tokens, patterns, by="topic")
    pairs = [sorted(tokens["source"].unique()), _list_topics(hits)]
    counts = hits.groupby(["source", "topic"], observed=True).size()
    silent_too = pd.MultiIndex.from_product(pairs, names=counts.index.names)
    return counts.reindex(silent_too, fill_value=0).rename("n").reset_index()


def rate_topics(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Rate how often the speaker's own words mention each topic at each event.

    hits: one row per topic hit, from `find_matches`. segments: one row per run of one role (source, segment,
    turn, role, n_words). sources: one row per source (source, event, date, label, is_reference).
    Returns one row per (event, topic), in order of date: label, date, n hits, n_words, per_1000 (hits per
    1,000 own words), low and high (its 95 % confidence limits over turns, see `rate_interval`), n_turns, and
    reason (why there are no limits, '' where there are). Only the reference source of an event counts.
    """
    events = sources[sources["is_reference"]].sort_values(["date", "event"])
    own = events.merge(segments[segments["role"].isin(OWN)], on="source", how="left")
    own = own.fillna({"turn": 0, "n_words": 0})  # an event without own words stays, as one turn of no words
    words = own.groupby(TURN)["n_words"].sum()
    placed = hits.merge(own[["segment", *TURN]], on=["source", "segment"])
    counts = placed.groupby([*TURN, "topic"], observed=True).size().unstack("topic", fill_value=0)
    counts = counts.reindex(index=words.index, columns=_list_topics(hits), fill_value=0)
    rates = [
        {"event": event, "topic": topic, **_rate_turns(turns[topic], words.loc[turns.index])}
        for event, turns in counts.groupby("event")
        for topic in turns
    ]
    columns = ["event", "topic", "n", "n_words", "per_1000", "low", "high", "n_turns", "reason"]
    return events[["event", "label", "date"]].merge(pd.DataFrame(rates, columns=columns), on="event")


def sort_by_spread(rates: pd.DataFrame) -> pd.DataFrame:
    """Put the topics in whose rates the events differ most first; events stay by date, ties by topic.

    rates: one row per (event, topic), as from `rate_topics`. Returns the same rows.
    """
    spread = rates.groupby("topic")["per_1000"].agg(lambda rate: rate.max() - rate.min())
    order = (
        spread.rename("spread")
        .reset_index()
        .sort_values(["spread", "topic"], ascending=[False, True])["topic"]
    )
    rank = rates["topic"].map({topic: place for place, topic in enumerate(order)})
    return (
        rates.assign(rank=rank).sort_values(["rank", "date", "event"], ignore_index=True).drop(columns="rank")
    )


def _rate_turns(counts: pd.Series, words: pd.Series) -> dict[str, object]:
    n, n_words = int(counts.sum()), int(words.sum())
    low, high, reason = rate_interval(counts, words)
    return {
        "n": n,
        "n_words": n_words,
        "per_1000": 1000 * n / n_words if n_words else float("nan"),
        "low": 1000 * low,
        "high": 1000 * high,
        "n_turns": int((words > 0).sum()),
        "reason": reason,
    }


def count_exchanges(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count who raises a topic: the questions, the answers to them, or both.

    Takes what `rate_topics` takes. An exchange is a question and the own words that follow it up to the next
    question, in the reference source of an event; questions without an answer are left out.
    Returns one row per topic: n_exchanges, n_question (exchanges whose question mentions the topic), n_answer
    (whose answer does), n_both, n_question_only, n_answer_only.
    """
    reference = sources.loc[sources["is_reference"], "source"]
    talk = _number_exchanges(segments[segments["source"].isin(reference)])
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
    counts = counts.reindex(pd.Index(_list_topics(hits), name="topic"), fill_value=0).reset_index()
    counts.insert(1, "n_exchanges", len(talk[EXCHANGE].drop_duplicates()))
    return counts


def _number_exchanges(segments: pd.DataFrame) -> pd.DataFrame:
    """Return the segments of questions and own words that belong to an exchange: is_question and exchange."""
    talk = segments[segments["role"].isin([*OWN, "question"])].sort_values(["source", "segment"])
    talk = talk.assign(is_question=talk["role"] == "question")
    opens = talk["is_question"] & ~talk.groupby("source")["is_question"].shift(fill_value=False)
    talk = talk.assign(exchange=opens.groupby(talk["source"]).cumsum())
    is_answered = ~talk.groupby(EXCHANGE)["is_question"].transform("all")
    return talk[(talk["exchange"] > 0) & is_answered]


def _list_topics(hits: pd.DataFrame) -> list[str]:
    """Return all topics that were looked for, found or not, in alphabetical order."""
    return sorted(hits["topic"].astype("category").cat.categories)
