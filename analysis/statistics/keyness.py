"""How much more frequent a word is in one text than in another."""

from __future__ import annotations

import numpy as np
from scipy.special import betaincinv, rel_entr

ZERO = 0.5  # stands for a count of zero in a point estimate, which else were infinite


def log_ratio(n: np.ndarray, n_words: np.ndarray, n_other: np.ndarray, n_words_other: np.ndarray):
    """Return the binary logarithm of a ratio of two relative frequencies: 1 is twice as often, -1 half.

    Source: Hardie (2014), Log Ratio: an informal introduction (CASS, Lancaster University); as there, 0.5
    stands for a count of zero.
    """
    return np.log2(np.maximum(n, ZERO) / n_words) - np.log2(np.maximum(n_other, ZERO) / n_words_other)


def bound_ratio(n, n_words, n_other, n_words_other, *, level) -> tuple[np.ndarray, np.ndarray]:
    """Return the exact confidence limits of a log ratio; for a count of zero one of them is infinite.

    Of all uses of a word, the share in this side is bounded after Clopper and Pearson (1934, Biometrika
    26:404-413), and the limits of the ratio follow from it (conditional Poisson test; Evert 2022). level: of
    each interval, such as 0.95.
    """
    tail = (1 - np.asarray(level, dtype=float)) / 2
    here, elsewhere = _bound_share(n, n_other, tail), _bound_share(n_other, n, tail)
    size = np.log2(n_words_other / n_words)
    return _odds(here) + size, size - _odds(elsewhere)


def _bound_share(n: np.ndarray, n_other: np.ndarray, tail: np.ndarray) -> np.ndarray:
    """Return the lower limit of the share of the n in all uses."""
    return np.where(n > 0, betaincinv(np.maximum(n, 1), n_other + 1, tail), 0)


def _odds(share: np.ndarray) -> np.ndarray:
    """Return the binary logarithm of the odds."""
    with np.errstate(divide="ignore"):  # the logarithm of zero is what is meant
        return np.log2(share) - np.log2(1 - share)


def score_g2(n, n_all, n_other, n_all_other, expected) -> np.ndarray:
    """Return the log-likelihood ratio of a word's counts in two sides, over all four cells; 0 is no evidence.

    expected: of n, if the sides were alike. Twice the sum of observed * log(observed / expected) over what
    has the word and what has not, on either side; a cell of zero adds nothing. Source: Dunning (1993),
    Computational Linguistics 19:61-74. Rayson and Garside (2000), Comparing corpora using frequency
    profiling, leave out the cells of all other words, which makes next to no difference.
    """
    expected_other = n + n_other - expected
    cells = [(n, expected), (n_all - n, n_all - expected)]
    cells += [(n_other, expected_other), (n_all_other - n_other, n_all_other - expected_other)]
    terms = [rel_entr(seen, np.where(seen > 0, thought, 1)) for seen, thought in cells]
    return np.maximum(2 * np.sum(terms, axis=0), 0)  # rounding may leave a shade less than nothing


def log_odds(n, n_words, n_other, n_words_other, *, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the difference of the log-odds of a word in two sides, drawn towards none, and its z.

    An informative Dirichlet prior adds to either side `strength` words, spread as in both sides together. NaN
    where there is no other word.
    Source: Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16:372-403.
    """
    prior = strength * (n + n_other) / (n_words + n_words_other)
    here, there = n + prior, n_other + prior
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = np.log(here / (n_words + strength - here)) - np.log(there / (n_words_other + strength - there))
    return odds, odds / np.sqrt(1 / here + 1 / there)
