"""How much is said again by chance: the share of words said before, in a corpus whose words are shuffled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.own_words import list_events, select_own_words
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
    own = select_own_words(tokens[tokens["sentence"].notna()], sources)
    is_later = own["source"].isin(later).to_numpy()
    if not is_later.any():
        return pd.DataFrame(columns=["figure", "source", "observed", "mean", "low", "high", "n_draws"])
    words, n_draws = list_spoken(own, sources), max(1, min(MOST_DRAWS, MOST_WORDS // len(own)))
    observed = _measure(words, is_later)
    drawn = [_measure(drawing, is_later) for drawing in _shuffle(words, own, n_draws)]
    found = summarise_draws(observed, np.array(drawn))
    return pd.DataFrame([(SAID_AGAIN, "all", *found)], columns=["figure", "source", *found._fields]).round(6)


def _measure(words: Words, is_later: np.ndarray) -> float:
    return float(np.count_nonzero(find_again(words) & is_later[words.row]) / np.count_nonzero(is_later))


def _shuffle(words: Words, own: pd.DataFrame, n_draws: int) -> Iterator[Words]:
    """Yield the words of so many draws. What else is known of a place stays as it is, and is not asked for again."""
    generator = np.random.default_rng(SEED)
    code, source = (pd.factorize(own[column])[0] for column in ("norm", "source"))
    places = np.argsort(source, kind="stable")
    for _ in range(n_draws):
        drawn = np.empty_like(code)
        drawn[places] = code[np.lexsort((generator.random(len(own)), source))]
        yield words._replace(code=drawn[words.row])
