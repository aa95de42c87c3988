"""Which rows may leave the building: enough to recompute every result, too little to rebuild a text."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np
import pandas as pd

from analysis.counting import count_forms, count_turns
from analysis.disclosure.runs import LONGEST_RUN, may_show, measure_parts
from analysis.patterns import find_matches
from analysis.vocabulary import measure_diversity

CONTEXT = 6  # words shown on either side of a tracked phrase


def release_tables(
    full: dict[str, pd.DataFrame],
    texts: pd.DataFrame,
    visible: pd.Series,
    phrases: pd.DataFrame,
    uses: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """Return the tables that may be published.

    full: segments, sentences, tokens, splittings and doubts of all sources. texts: one row a source (source, text).
    visible: what `find_visible_rows` says of these tokens. phrases: one row a pattern of a tracked phrase.
    uses: one row a hit of these patterns in the full tokens, from `find_matches`.
    Returns segments, sentences, splittings and doubts whole; words, one row a (source, role, norm) with its counts n
    and n_turns; of tokens the visible ones; contexts, one row a use of a tracked phrase, with up to six words
    on either side; diversity, one row a (source, role, measure, setting). No 15 running words can be rebuilt
    from all of these: a word that would complete them is withheld, and a context is cut short (after the
    non-consumptive practice of HathiTrust's Extracted Features).
    """
    tokens, words = full["tokens"], count_forms(full["tokens"])
    kept = _limit_runs(tokens, visible)
    if not kept.equals(visible):  # a use may have lost a word, and give room to a shorter one
        uses = find_matches(tokens[kept], phrases, by="phrase")
    return {
        "segments": full["segments"],
        "sentences": full["sentences"],
        "splittings": full["splittings"],
        "doubts": full["doubts"],
        "tokens": tokens[kept].reset_index(drop=True),
        "words": count_turns(words, tokens, full["segments"]),
        "contexts": _cut_contexts(tokens, kept, uses, texts),
        "diversity": measure_diversity(tokens, words),
    }


def _limit_runs(tokens: pd.DataFrame, visible: pd.Series) -> pd.Series:
    """Withhold every 15th of the visible words that stand in a row."""
    ordered = tokens.sort_values(["source", "position"])
    shown = visible.loc[ordered.index]
    breaks = ~shown | ordered["source"].ne(ordered["source"].shift())
    place = shown.groupby(breaks.cumsum()).cumsum()
    return (shown & (place % (LONGEST_RUN + 1) != 0)).loc[tokens.index]


def _cut_contexts(
    tokens: pd.DataFrame, kept: pd.Series, uses: pd.DataFrame, texts: pd.DataFrame
) -> pd.DataFrame:
    """Cut out each use of a tracked phrase with the words around it that may be shown."""
    text_of = texts.set_index("source")["text"]
    rows = []
    for source, found in uses.sort_values(["source", "position", "phrase"]).groupby("source"):
        words = tokens[tokens["source"] == source].sort_values("position")
        sizes = measure_parts(words["token"])
        seen = np.where(np.concatenate([[False], kept.loc[words.index], [False]]), sizes, 0)
        rows += [_cut_context(use, words, seen, sizes, text_of[source]) for use in found.itertuples()]
    columns = ["phrase", "source", "position", "role", "left", "match", "right"]
    contexts = pd.DataFrame(rows, columns=columns).astype({"position": "int64"})
    return contexts.sort_values(["phrase", "source", "position"], ignore_index=True)


def _cut_context(use, words: pd.DataFrame, seen: np.ndarray, sizes: np.ndarray, text: str) -> tuple:
    """Return one row of contexts; words: those of one source, in order. What it shows is marked as seen."""
    last = int(words["position"].iloc[words["end"].searchsorted(use.end)])
    if (
        last - use.position >= use.n_words
    ):  # a note stands inside: its words are not shown, nor what is around
        said = words.iloc[use.position - 1 : last]
        return (
            use.phrase,
            use.source,
            use.position,
            use.role,
            "",
            _join_said(said[said["role"] == use.role]),
            "",
        )
    shown = words.iloc[slice(*_widen(seen, sizes, words["segment"].to_numpy(), use.position, last))]
    start, end = shown["start"].iloc[0], shown["end"].iloc[-1]
    parts = (text[start : use.start], text[use.start : use.end], text[use.end : end])
    return (use.phrase, use.source, use.position, use.role, *(" ".join(part.split()) for part in parts))


def _join_said(words: pd.DataFrame) -> str:
    return " ".join(" ".join(token.split()) for token in words["token"])


def _widen(
    seen: np.ndarray, sizes: np.ndarray, segment: np.ndarray, first: int, last: int
) -> tuple[int, int]:
    """Show one word more at a time, left and right in turn, inside the segment and while runs stay short.

    seen: how much of each word can be seen already, by position, with a word that nobody sees at either end.
    sizes: how much there is, in parts, for some count `don't` or `long-term` as two words.
    segment: the segment of each word. first and last: positions of the match.
    Returns the rows (from, before) that may be shown, and marks them in `seen`.
    """
    home = segment[first - 1]
    left = range(first - 1, max(first - 1 - CONTEXT, 0), -1)
    right = range(last + 1, min(last + 1 + CONTEXT, len(segment) + 1))
    for before, after in zip_longest(left, right):
        if before == first - 1 and segment[before - 1] == home and may_show(seen, sizes, before):
            first = before
        if after == last + 1 and segment[after - 1] == home and may_show(seen, sizes, after):
            last = after
    return first - 1, last
