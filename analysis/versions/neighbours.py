"""Where in another text a sentence belongs, when what it says and where its neighbours belong both count."""

from __future__ import annotations

import numpy as np

SHARPNESS = 25.0  # a likeness higher by 0.04 makes a place e times as likely
CHANCE = 0.25  # likeness that sentences on one subject have without reporting each other
UNKNOWN = 0.2  # share of sentences that have no counterpart, before anything is compared
ELSEWHERE = 0.2  # share of steps that lead to any place of the text: what a change of order costs
FALL = 0.5  # each sentence further from "the same or the next" makes a step e**0.5 times less likely


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
    step, prior = _steps(m), np.array([[1 - UNKNOWN], [UNKNOWN]])
    said = np.stack([fit, np.ones((n, m))], axis=1)
    ahead, behind = np.empty((n, 2, m)), np.ones((n, 2, m))
    ahead[0] = _share(prior / m * said[0])
    for i in range(1, n):
        at = ahead[i - 1].sum(axis=0)
        ahead[i] = _share(prior * np.stack([at @ step, at]) * said[i])
    for i in range(n - 2, -1, -1):
        here, nowhere = prior * said[i + 1] * behind[i + 1]
        behind[i] = _share(np.broadcast_to(step @ here + nowhere, (2, m)))
    both = ahead * behind
    return both[:, 0] / both.sum(axis=(1, 2))[:, None]


def _steps(m: int) -> np.ndarray:
    """Return how likely a walk is to go on from each place (row) to each place (column)."""
    ahead = np.arange(m)[None, :] - np.arange(m)[:, None]
    near = np.exp(-FALL * np.abs(ahead - 0.5))
    return (1 - ELSEWHERE) * near / near.sum(axis=1, keepdims=True) + ELSEWHERE / m


def _share(weights: np.ndarray) -> np.ndarray:
    return weights / weights.sum()
