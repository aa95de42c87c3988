"""Whether phrases come back in interview after interview more than answers dealt at random would give."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.patterns import find_segments
from analysis.roles import OWN
from analysis.statistics import Baseline, count_spread, deal, measure_baseline


class Uses(NamedTuple):
    """The turns with own words, in the order of the table of segments, and the phrases used in them.

    sources: names. source: of each turn, as a place among these. phrases: all that were looked for. turn, phrase: a
    pair for each phrase that a turn uses, however often.
    """

    sources: pd.Index
    source: np.ndarray
    phrases: list[str]
    turn: np.ndarray
    phrase: np.ndarray


def count_uses(hits: pd.DataFrame, segments: pd.DataFrame) -> Uses:
    """Tell which phrases each turn of own words uses.

    hits: one row a use of a phrase (phrase, source, segment). segments: one row a run of one role.
    """
    is_own = segments["role"].isin(OWN) & (segments["n_words"] > 0)
    spoken = segments.loc[is_own, ["source", "segment", "turn"]]
    source, names = pd.factorize(spoken["source"])
    of_source = spoken["turn"].to_numpy(dtype=np.int64)
    turn, turns = pd.factorize(source * (1 + of_source.max(initial=0)) + of_source)
    phrases = sorted(hits["phrase"].astype("category").cat.categories)
    phrase = pd.Categorical(hits["phrase"].astype(object), categories=phrases).codes.astype(np.int64)
    row = find_segments(hits, spoken)
    pairs = turn[row[row >= 0]] * max(1, len(phrases)) + phrase[row >= 0]
    of_turn, of_phrase = np.divmod(np.unique(pairs), max(1, len(phrases)))
    first = np.zeros(len(turns), dtype=np.int64)
    first[turn[::-1]] = source[::-1]
    return Uses(pd.Index(names), first, phrases, of_turn, of_phrase)


def measure_return(uses: Uses, sources: pd.Index, fewest: int) -> tuple[int, Baseline]:
    """Measure how many phrases are used in so many interviews or more, and how many in any.

    sources: those that count. Chance deals the answers to the interviews at random, each keeping how many it has: a
    phrase of many answers then reaches many. Returns the number of phrases, and a Baseline in phrases.
    """
    is_counted = uses.sources.isin(sources)[uses.source]
    of_turn = np.cumsum(is_counted) - 1
    is_use = is_counted[uses.turn]
    answer, (phrase, used) = of_turn[uses.turn[is_use]], pd.factorize(uses.phrase[is_use])
    label, names = pd.factorize(uses.source[is_counted])
    count = partial(count_spread, phrase, answer, fewest=fewest, n_labels=len(names))
    observed = float(count(label[np.newaxis])[0])
    n_held = len(label) + len(answer) + len(used) * len(names)
    return len(used), measure_baseline(
        observed, lambda random, n: count(deal(label, random, n)), n_held=n_held
    )
