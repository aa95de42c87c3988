"""Which decisions match nothing? Listed with their lines: a slip of the pen, or words that nobody says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pandas as pd

from analysis.patterns import find_raw_matches
from analysis.storage import Corpus, list_lines, load_schema

_NOTHING = (
    "{path}, {lines}: {what} nothing in any text; look with `refrain explain`, or leave it for other texts."
)


def list_unused(corpus: Corpus, tokens: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence on the patterns, the topics and the tracked phrases that match nothing.

    tokens: one row a word that is shown; every word that a pattern matches is, unless it is withheld.
    """
    decisions = corpus.decisions
    for name, by, others in (("patterns", "topic", "topics"), ("phrases", "phrase", "")):
        found = find_raw_matches(tokens, decisions[name], by=by).astype({by: str})
        used = pd.MultiIndex.from_frame(found[[by, "pattern"]])
        is_used = pd.MultiIndex.from_frame(decisions[name][[by, "pattern"]]).isin(used)
        yield from _tell(corpus.data, name, decisions[name][~is_used], "pattern")
        whole = decisions[others or name]
        is_silent = ~whole[by].isin(found[by]) & ~whole[by].duplicated()
        yield from _tell(corpus.data, others or name, whole[is_silent], by)


def _tell(data: Path, name: str, unused: pd.DataFrame, what: str) -> Iterator[str]:
    """Yield one sentence on rows of a file of decisions, if there are any."""
    if unused.empty:
        return
    path = data / load_schema()[name]["path"]
    every = list_lines(path)
    lines = [every[row] for row in unused.index]
    only = f"{what} '{unused[what].iloc[0]}' matches" if len(unused) == 1 else f"{len(unused)} {what}s match"
    yield _NOTHING.format(path=path, lines=_join_lines(lines), what=only)


def _join_lines(lines: list[int]) -> str:
    """Write numbers of lines in runs: lines 3, 5-8."""
    breaks = [0, *(i for i, (one, other) in enumerate(pairwise(lines), 1) if other != one + 1), len(lines)]
    runs = [lines[start:end] for start, end in pairwise(breaks)]
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"line{'s' if len(lines) > 1 else ''} {shown}"
