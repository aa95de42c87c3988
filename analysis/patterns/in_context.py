"""A hit in its context: the words of its paragraph on either side, from a text or from words that are released."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

CONTEXT = 10  # words on either side, inside the paragraph
HIDDEN = "…"  # in place of words that are not released


class Words(NamedTuple):
    """The words of a paragraph in order, as arrays: whether each is a label's, its place, its reach, its letters."""

    is_label: np.ndarray
    position: np.ndarray
    start: np.ndarray
    end: np.ndarray
    token: np.ndarray


def gather_paragraphs(words: pd.DataFrame) -> dict[tuple[str, int], Words]:
    """Gather words by source and paragraph: once, for many hits.

    words: one row a word (source, paragraph, role, position, start, end, token).
    """
    ordered = words.sort_values(["source", "position"])
    label = (ordered["role"] == "apparatus").to_numpy()
    columns = [label, *(ordered[name].to_numpy() for name in ("position", "start", "end", "token"))]
    groups = ordered.groupby(["source", "paragraph"]).indices
    return {place: Words(*(column[rows] for column in columns)) for place, rows in groups.items()}


def cut_context(hit, words: Words | None, text: str | None) -> tuple[str, str, str]:
    """Return the left, the match and the right of a hit, each on one line.

    hit: role, start, end, position, n_words, as a row of `find_matches`. words: those of its paragraph, None where none
    is released. text: where the words come from; None where only some of them are released: start and end then count
    words, and HIDDEN stands where the next word is withheld.
    """
    if words is None:
        return HIDDEN, HIDDEN, HIDDEN
    return _join_words(hit, words) if text is None else _cut_text(hit, words, text)


def _sides(hit, words: Words) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return which words of a paragraph stand before, in and behind a hit; a label is none of them."""
    own = words.is_label == (hit.role == "apparatus")
    before = np.flatnonzero(own & (words.end <= hit.start))
    behind = np.flatnonzero(own & (words.start >= hit.end))
    inside = np.flatnonzero(own & (words.start >= hit.start) & (words.end <= hit.end))
    return before[-CONTEXT:], inside, behind[:CONTEXT]


def _cut_text(hit, words: Words, text: str) -> tuple[str, str, str]:
    """Cut a hit and what is around it out of its text."""
    before, _, behind = _sides(hit, words)
    start = words.start[before[0]] if len(before) else hit.start
    end = words.end[behind[-1]] if len(behind) else hit.end
    left, match, right = text[start : hit.start], text[hit.start : hit.end], text[hit.end : end]
    return " ".join(left.split()), " ".join(match.split()), " ".join(right.split())


def _join_words(hit, words: Words) -> tuple[str, str, str]:
    """Put a hit and what is around it together from the words that are released."""
    before, inside, behind = _sides(hit, words)
    first = words.position[inside[0]] if len(inside) else hit.position
    last = words.position[inside[-1]] if len(inside) else hit.position + hit.n_words - 1
    outwards = before[::-1]
    left = _join_visible(words.token[outwards], first - words.position[outwards])
    right = _join_visible(words.token[behind], words.position[behind] - last)
    match = " ".join(words.token[inside]) or HIDDEN
    return " ".join(reversed(left)), match, " ".join(right)


def _join_visible(tokens: np.ndarray, distance: np.ndarray) -> list[str]:
    """Return the words up to the first that is withheld; tokens, distance: from the hit outwards."""
    is_next = distance == np.arange(1, len(distance) + 1)
    n = len(is_next) if is_next.all() else int(is_next.argmin())
    return [*tokens[:n], *([HIDDEN] if n < CONTEXT else [])]
