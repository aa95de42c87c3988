"""Whether answers take up what questions raise, beside questions dealt to answers at random."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import select_references
from analysis.roles import OWN, QUESTION
from analysis.statistics import Baseline, deal, measure_baseline


def measure_following(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Baseline:
    """Measure how many of the topics that a question raises the answer to it takes up.

    Takes what `rate_topics` takes. Chance deals the questions of each interview to its answers at random.
    Returns a Baseline in cases, a case being a topic in an exchange.
    """
    talk = _number_exchanges(select_references(segments, sources))
    places = pd.MultiIndex.from_frame(talk[["source", "exchange"]].drop_duplicates())
    mentions = hits.merge(talk, on=["source", "segment"])
    raised, said = (
        _tabulate(mentions[mentions["is_question"] == asks], places, hits["topic"]) for asks in (True, False)
    )
    shared = raised @ said.T  # how many topics each question shares with each answer
    here, within = np.arange(len(places)), places.get_level_values("source").to_numpy()
    return measure_baseline(
        float(shared[here, here].sum()),
        lambda generator: shared[deal(here, generator, within=within), here].sum(),
    )


def _number_exchanges(segments: pd.DataFrame) -> pd.DataFrame:
    """Return source, segment, is_question and exchange of the answered questions and their answers."""
    talk = segments[segments["role"].isin([*OWN, QUESTION])].sort_values(["source", "segment"])
    talk = talk.assign(is_question=talk["role"] == QUESTION)
    opens = talk["is_question"] & ~talk.groupby("source")["is_question"].shift(fill_value=False)
    talk = talk.assign(exchange=opens.groupby(talk["source"]).cumsum())
    is_answered = ~talk.groupby(["source", "exchange"])["is_question"].transform("all")
    return talk.loc[(talk["exchange"] > 0) & is_answered, ["source", "segment", "is_question", "exchange"]]


def _tabulate(mentions: pd.DataFrame, places: pd.MultiIndex, topics: pd.Series) -> np.ndarray:
    """Return a row an exchange and a column a topic: 1 where it is mentioned, else 0."""
    names = topics.astype("category").cat.categories
    table = np.zeros((len(places), len(names)), dtype=int)
    row = places.get_indexer(pd.MultiIndex.from_frame(mentions[["source", "exchange"]]))
    table[row, names.get_indexer(mentions["topic"].astype(object))] = 1
    return table
