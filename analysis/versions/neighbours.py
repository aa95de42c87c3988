"""Where in another text a sentence belongs, when what it says and where its neighbours belong both count."""

from __future__ import annotations

import numpy as np

SHARPNESS = 25.0  # a likeness higher by 0.04 makes a place e times as likely
CHANCE = 0.25  # likeness that sentences on one subject have without reporting each other
UNKNOWN = 0.2  # share of sentences that have no counterpart, before anything is compared
ELSEWHERE = 0.2  # share of steps that lead to any place of the text: what a change of order costs
FALL = 0.5  # each sentence further from "the same or the next" makes a step e**0.5 times less likely
REACH = 80  # sentences; FALL * REACH is 40, and e**-40 is below what a sum of such numbers can hold
WEIGHTS = np.exp(-FALL * np.abs(np.arange(REACH, -REACH - 1, -1) - 0.5))  # of places that far ahead


def place_sentences(likeness: np.ndarray) -> np.ndarray:
    """Return how likely each sentence of one text is to belong to each of another, read in either direction.

    likeness: one row a sentence of one text, one column a sentence of the other, in the order of the texts,
    0 to 1 (below 0: they cannot belong together).
    Returns the mean of two probabilities, same shape: that of the column for its row, and of the row for its
    column. Swapping the texts transposes the result. A text is a walk through the other: mostly to the same
    sentence or the next, sometimes anywhere, sometimes nowhere (a hidden Markov model, Vogel, Ney & Tillmann
    1996, COLING, 836-841; both directions together after Liang, Taskar & Klein 2006, HLT-NAACL, 104-111).
    """
    if not likeness.size:
        return np.zeros(likeness.shape)
    fit = np.exp(SHARPNESS * (likeness - CHANCE))
    return (_walk(fit) + _walk(fit.T).T) / 2


def _walk(fit: np.ndarray) -> np.ndarray:
    """Return the probability of each place (column) for each sentence (row): forwards, then backwards.

    A state is a place and whether the sentence belongs there or nowhere; nowhere keeps the place.
    """
    n, m = fit.shape
    size = sum_near(np.ones(m))
    prior = np.array([[1 - UNKNOWN], [UNKNOWN]])
    ahead, behind = np.empty((n, 2, m)), np.ones((2, m))
    at = np.full(m, 1 / m)
    for i in range(n):
        at, stayed = take_step(at, size) if i else at, at
        ahead[i] = _share(prior * np.stack([at * fit[i], stayed]))
        at = ahead[i].sum(axis=0)
    places = np.empty((n, m))
    for i in range(n - 1, -1, -1):
        both = ahead[i] * behind
        places[i] = both[0] / both.sum()
        here, nowhere = prior * np.stack([fit[i], np.ones(m)]) * behind
        behind = _share(np.broadcast_to(step_back(here, size) + nowhere, (2, m)))
    return places


def take_step(at: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Return how likely a walk is at each place after a step; at: before it. size: as from `sum_near` of ones.

    From a place it goes near, the less likely the further, or, a share of the time, anywhere.
    """
    near = sum_near((at / size)[::-1])[::-1]
    return (1 - ELSEWHERE) * near + ELSEWHERE * at.mean()


def step_back(of: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Return the mean of a figure over the places to which a step leads, for each place it leads from."""
    return (1 - ELSEWHERE) * sum_near(of) / size + ELSEWHERE * of.mean()


def sum_near(of: np.ndarray) -> np.ndarray:
    """Sum a figure over all places, each weighed by how near it lies, for each place a step leads from.

    No table of all steps is kept: what lies further off than REACH weighs too little to change a sum.
    """
    return np.convolve(of, WEIGHTS)[REACH : REACH + len(of)]


def _share(weights: np.ndarray) -> np.ndarray:
    return weights / weights.sum()
