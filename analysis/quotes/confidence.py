"""How likely a verdict is right, from 0 to 1: each grows with what speaks for it, and with nothing else.

The constants were set on the tuning half of `benchmarks/quotes.py`, which prints for each step of confidence how
many verdicts were right on the half that was kept aside.
"""

from __future__ import annotations

from analysis.quotes.fits import ALTERED

_HALF = 6.0  # bits beyond chance that halve the doubt
_SURE = 0.99
_CHANGED = 0.97  # of a verdict that says words were changed, at most
_LOWEST = 0.5
_IN_OTHER_WORDS = 0.6  # of a place in other words, at most
_LONG = 8  # words of a quotation whose absence says something


def rate_fit(verdict: str, evidence: float, share: float) -> float:
    """Return how likely a verdict on shared words is right.

    evidence: how many bits rarer they are than chance. share: of the words of the quotation.
    """
    halvings = max(0.0, evidence) / _HALF
    doubt = (1 - _LOWEST) * 0.5**halvings
    most = _CHANGED * (0.7 + 0.3 * share) if verdict == ALTERED else _SURE
    return round(most * (1 - doubt), 2)


def rate_translation(covered: float, evidence: float) -> float:
    """Return how likely a place in other words is the one meant; covered: share of the content found there."""
    halvings = max(0.0, evidence) / (2 * _HALF)
    sure = 1 - 0.5**halvings
    return round(_IN_OTHER_WORDS * covered * sure, 2)


def rate_absent(covered: float, n_words: int) -> float:
    """Return how likely a quotation is nowhere in a corpus; covered: share of its content at the likeliest place."""
    short = min(1.0, n_words / _LONG)
    missing = 1 - covered
    gain = (_SURE - _LOWEST) * short * missing
    return round(_LOWEST + gain, 2)
