"""What is spoken about: topic hits counted, set against the questions and against hand coding."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.patterns import find_matches
from analysis.roles import OWN

OUTSIDE_TEXT = ["apparatus", "note"]
EXCHANGE = ["source", "exchange"]
PARAGRAPH = ["source", "paragraph"]


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
    counts = counts.reindex(pd.Index(list_topics(hits), name="topic"), fill_value=0).reset_index()
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


def code_paragraphs(hits: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Code each paragraph with the topics it mentions.

    hits: one row per topic hit. segments: one row per run of one role (source, segment, paragraph, role).
    Returns one row per (source, paragraph, topic) with a hit in any role but apparatus and note: n hits.
    """
    spoken = segments.loc[~segments["role"].isin(OUTSIDE_TEXT), ["segment", *PARAGRAPH]]
    placed = hits.merge(spoken, on=["source", "segment"]).astype({"topic": str})
    return placed.groupby([*PARAGRAPH, "topic"]).size().rename("n").reset_index()


def score_coding(predicted: pd.DataFrame, coded: pd.DataFrame) -> pd.DataFrame:
    """Score predicted topics of paragraphs against those that people coded.

    predicted: one row per (source, paragraph, topic). coded: the same; a paragraph that was read and found to
    be about no topic is a row with the topic ''. Paragraphs nobody coded are left out of the score.
    Returns one row per topic, in alphabetical order, then `micro` (all decisions pooled) and `macro` (the
    mean over topics; its counts are the totals): n_coded, n_predicted, n_both, precision (n_both /
    n_predicted), recall (n_both / n_coded) and f1 (their harmonic mean), NaN where undefined; higher is
    better, 1 is perfect.
    Source: van Rijsbergen (1979), Information Retrieval, chapter 7.
    """
    read = coded[PARAGRAPH].drop_duplicates()
    coded = coded.loc[coded["topic"] != "", [*PARAGRAPH, "topic"]].drop_duplicates()
    predicted = predicted[[*PARAGRAPH, "topic"]].astype({"topic": str}).drop_duplicates().merge(read)
    decisions = {"n_coded": coded, "n_predicted": predicted, "n_both": coded.merge(predicted)}
    counts = pd.DataFrame({name: table["topic"].value_counts() for name, table in decisions.items()})
    counts = counts.fillna(0).astype("int64").sort_index().rename_axis("topic")
    topics, micro = _score(counts), _score(counts.sum().to_frame("micro").T)
    macro = micro.assign(**topics[["precision", "recall", "f1"]].mean()).rename({"micro": "macro"})
    return pd.concat([topics, micro, macro]).rename_axis("topic").reset_index()


def _score(counts: pd.DataFrame) -> pd.DataFrame:
    both = counts["n_both"]
    return counts.assign(
        precision=both / counts["n_predicted"],
        recall=both / counts["n_coded"],
        f1=2 * both / (counts["n_predicted"] + counts["n_coded"]),
    )


def list_topics(hits: pd.DataFrame) -> list[str]:
    """Return all topics that were looked for, found or not, in alphabetical order."""
    return sorted(hits["topic"].astype("category").cat.categories)
