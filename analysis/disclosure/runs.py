"""How long a run of visible words is, and how much of a source is seen."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.language import count_words_in

LONGEST_RUN = 14  # running words of a source that may be visible
_PART = re.compile(r"\w+")


def measure_visibility(segments: pd.DataFrame, tokens: pd.DataFrame, contexts: pd.DataFrame) -> pd.DataFrame:
    """Measure what released tables let a reader see of each source.

    segments, tokens, contexts: released tables, one row each a segment, word, context.
    Returns one row a source: n_words (running words of the whole file), n_visible, share_visible,
    n_in_runs (visible words in runs of 15 or more), share_in_runs.
    """
    n_words = segments.groupby("source")["n_words"].sum()
    seen = {source: see_words(n, *_of(source, tokens, contexts)) for source, n in n_words.items()}
    n_visible = pd.Series({source: flags.sum() for source, flags in seen.items()}, dtype="int64")
    n_in_runs = pd.Series({source: _count_in_runs(flags) for source, flags in seen.items()}, dtype="int64")
    counts = {"n_words": n_words, "n_visible": n_visible, "share_visible": n_visible / n_words}
    runs = {"n_in_runs": n_in_runs, "share_in_runs": n_in_runs / n_words}
    return pd.DataFrame(counts | runs).rename_axis("source").reset_index()


def measure_parts(printed: pd.Series) -> np.ndarray:
    """Count the parts of each word of a source, by position, with nothing at either end."""
    return np.concatenate([[0], printed.map(lambda token: len(_PART.findall(token))), [0]])


def may_show(seen: np.ndarray, sizes: np.ndarray, position: int) -> bool:
    """Mark a word as seen, unless 15 parts of words in a row could be seen then; tell whether it is."""
    left, right = position - 1, position + 1
    while seen[left]:
        left -= 1
    while seen[right]:
        right += 1
    if seen[left + 1 : right].sum() + sizes[position] - seen[position] <= LONGEST_RUN:
        seen[position] = sizes[position]
    return bool(seen[position])


def _of(source: str, *tables: pd.DataFrame) -> list[pd.DataFrame]:
    return [table[table["source"] == source] for table in tables]


def see_words(n_words: int, tokens: pd.DataFrame, contexts: pd.DataFrame) -> np.ndarray:
    """Tell which words of a source can be seen, by position, with an unseen one at either end."""
    seen = np.zeros(n_words + 2, dtype=bool)
    seen[tokens["position"]] = True
    for row in contexts.itertuples():
        before, inside, after = (count_words_in(part) for part in (row.left, row.match, row.right))
        seen[max(row.position - before, 1) : row.position + inside + after] = True
    seen[-1] = False
    return seen


def _count_in_runs(seen: np.ndarray) -> int:
    """Count the words in runs of 15 or more; the array begins and ends with False."""
    edges = np.flatnonzero(np.diff(seen.astype(int)))
    lengths = edges[1::2] - edges[::2]
    return int(lengths[lengths > LONGEST_RUN].sum())
