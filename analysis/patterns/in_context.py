"""A hit in its context: the words of its paragraph on either side, from a text or from words that are released."""

from __future__ import annotations

import pandas as pd

CONTEXT = 10  # words on either side, inside the paragraph
HIDDEN = "…"  # in place of words that are not released


def cut_context(hit, words: pd.DataFrame, text: str | None) -> tuple[str, str, str]:
    """Return the left, the match and the right of a hit, each on one line.

    hit: role, start, end, position, as a row of `find_matches`. words: those of its paragraph, one row each (role,
    position, start, end, token), in order. text: where the words come from; None where only some of them are
    released: start and end then count words, and HIDDEN stands where the next word is withheld.
    """
    return _join_words(hit, words) if text is None else _cut_text(hit, words, text)


def _sides(hit, words: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the words of a paragraph before, in and behind a hit; a label is none of them."""
    words = words[(words["role"] == "apparatus") == (hit.role == "apparatus")]
    before, behind = words[words["end"] <= hit.start], words[words["start"] >= hit.end]
    inside = words[(words["start"] >= hit.start) & (words["end"] <= hit.end)]
    return before.tail(CONTEXT), inside, behind.head(CONTEXT)


def _cut_text(hit, words: pd.DataFrame, text: str) -> tuple[str, str, str]:
    """Cut a hit and what is around it out of its text."""
    before, _, behind = _sides(hit, words)
    start = before["start"].min() if len(before) else hit.start
    end = behind["end"].max() if len(behind) else hit.end
    left, match, right = text[start : hit.start], text[hit.start : hit.end], text[hit.end : end]
    return " ".join(left.split()), " ".join(match.split()), " ".join(right.split())


def _join_words(hit, words: pd.DataFrame) -> tuple[str, str, str]:
    """Put a hit and what is around it together from the words that are released."""
    before, inside, behind = _sides(hit, words)
    first = inside["position"].iloc[0] if len(inside) else hit.position
    last = inside["position"].iloc[-1] if len(inside) else hit.position + hit.n_words - 1
    left = _join_visible(before["token"][::-1], (first - before["position"])[::-1])[::-1]
    right = _join_visible(behind["token"], behind["position"] - last)
    return " ".join(left), " ".join(inside["token"]) or HIDDEN, " ".join(right)


def _join_visible(tokens: pd.Series, distance: pd.Series) -> list[str]:
    """Return the words up to the first that is withheld; tokens, distance: from the hit outwards."""
    is_next = distance.to_numpy() == range(1, len(distance) + 1)
    n = len(is_next) if is_next.all() else int(is_next.argmin())
    return [*tokens.iloc[:n], *([HIDDEN] if n < CONTEXT else [])]
