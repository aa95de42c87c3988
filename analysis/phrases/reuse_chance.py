"""How much is said again by chance: the share of words said before, in a corpus whose words are shuffled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.language import number_values
from analysis.own_words import are_own_words, list_events
from analysis.phrases.reuse import Words, find_again, list_spoken
from analysis.statistics import summarise_draws

SAID_AGAIN = "said_again"  # the name of the figure
MOST_DRAWS = 39  # of so many the middle 95 % leaves out one at either end
MOST_WORDS = 400_000  # shuffled over all draws
SEED = 12


def list_reuse_chance(tokens: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Set the share of own words that were said before beside the share in shuffled words.

    tokens: every word, one row each, as for `reuse.measure_reuse`. sources: one row a source.
    Returns one row, or none with fewer than two dated events: figure ("said_again"), source ("all"), observed, mean,
    low and high of the middle 95 % of draws, n_draws. In a draw the own words of each event change places among
    themselves, those of one sentence and of another.
    """
    later = list_events(sources[sources["date"] != ""])["source"].iloc[1:]
    is_own = (are_own_words(tokens, sources) & tokens["sentence"].notna()).to_numpy()
    is_later = is_own & tokens["source"].isin(later).to_numpy()
    if not is_later.any():
        return pd.DataFrame(columns=["figure", "source", "observed", "mean", "low", "high", "n_draws"])
    words, own = _list_own(tokens, sources), np.flatnonzero(is_own)
    n_draws = max(1, min(MOST_DRAWS, MOST_WORDS // len(own)))
    drawn = [_measure(drawing, is_later) for drawing in _shuffle(words, tokens, own, n_draws)]
    found = summarise_draws(_measure(words, is_later), np.array(drawn))
    return pd.DataFrame([(SAID_AGAIN, "all", *found)], columns=["figure", "source", *found._fields]).round(6)


def _list_own(tokens: pd.DataFrame, sources: pd.DataFrame) -> Words:
    words = list_spoken(tokens, sources)
    return Words(*(column[words.is_own] for column in words))


def _measure(words: Words, is_later: np.ndarray) -> float:
    return float(np.count_nonzero(find_again(words) & is_later[words.row]) / np.count_nonzero(is_later))


def _shuffle(words: Words, tokens: pd.DataFrame, own: np.ndarray, n_draws: int) -> Iterator[Words]:
    """Yield the words of so many draws. What else is known of a place stays as it is, and is not asked for again.

    own: the rows of own words, also of events without a date.
    """
    generator = np.random.default_rng(SEED)
    code, source = (number_values(tokens[name])[0] for name in ("norm", "source"))
    by_source = np.argsort(source[own], kind="stable")
    row, source = own[by_source], source[own][by_source]
    begins = np.flatnonzero(np.diff(source, prepend=-1))
    drawn = np.zeros(len(tokens), dtype=code.dtype)
    for _ in range(n_draws):
        parts = np.split(generator.random(len(own))[by_source], begins[1:])
        orders = [np.argsort(part, kind="stable") for part in parts]
        drawn[row] = code[row[np.concatenate(orders) + np.repeat(begins, [len(part) for part in parts])]]
        yield words._replace(code=drawn[words.row])
