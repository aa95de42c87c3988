"""Which rows may leave the building: enough to recompute every result, too little to rebuild a text."""

from __future__ import annotations

import re
from itertools import zip_longest

import numpy as np
import pandas as pd

from analysis.families import find_occurrences
from analysis.patterns import find_matches, find_raw_matches
from analysis.phrases import find_recurring_rows
from analysis.reuse import find_reused_rows
from analysis.words import count_words_in

LONGEST_RUN = 14  # running words of a source that may be visible
_PART = re.compile(r"\w+")
CONTEXT = 6  # words shown on either side of a tracked phrase


def release_tables(
    full: dict[str, pd.DataFrame], texts: pd.DataFrame, visible: pd.Series, phrases: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return the tables that may be published.

    full: segments, sentences and tokens of all sources. texts: one row a source (source, text). visible: what
    `find_visible_rows` says of these tokens. phrases: one row a pattern of a tracked phrase.
    Returns segments and sentences whole; words, one row a (source, role, norm) with its count n; of tokens
    the visible ones; contexts, one row a use of a tracked phrase, with up to six words on either side. No 15
    running words can be rebuilt from all of these: a word that would complete them is withheld, and a context
    is cut short (after the non-consumptive practice of HathiTrust's Extracted Features).
    """
    tokens = full["tokens"]
    kept = _limit_runs(tokens, visible)
    uses = find_matches(tokens[kept], phrases, by="phrase")
    return {
        "segments": full["segments"],
        "sentences": full["sentences"],
        "tokens": tokens[kept].reset_index(drop=True),
        "words": count_forms(tokens),
        "contexts": _cut_contexts(tokens, kept, uses, texts),
    }


def find_visible_rows(
    tokens: pd.DataFrame, decisions: dict[str, pd.DataFrame], sources: pd.DataFrame
) -> pd.Series:
    """Tell which words take part in a result, and therefore have to be visible.

    tokens: one row a word. decisions: patterns and phrases, one row a pattern of a topic, of a tracked
    phrase; equivalents, one row a word form. sources: one row a source (source, event, date, is_reference).
    Returns one boolean per row of tokens: whether a pattern matches the word, or it is part of a phrase, a
    family of variants or a passage that recurs in two or more independent events.
    """
    visible = find_recurring_rows(tokens, sources) | find_reused_rows(tokens, sources)
    families = find_occurrences(tokens, count_forms(tokens), sources, decisions["equivalents"])
    visible |= _covered(tokens, families)
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        visible |= _covered(tokens, find_raw_matches(tokens, decisions[name], by=by))
    return visible


def count_forms(tokens: pd.DataFrame) -> pd.DataFrame:
    """Count each word form: one row a (source, role, norm), sorted, with n."""
    return tokens.groupby(["source", "role", "norm"], as_index=False).size().rename(columns={"size": "n"})


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


def _covered(tokens: pd.DataFrame, matches: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie inside matches."""
    wanted = matches.loc[matches.index.repeat(matches["n_words"]), ["source", "position"]]
    wanted["position"] += wanted.groupby(level=0).cumcount()
    places = pd.MultiIndex.from_frame(tokens[["source", "position"]])
    return places.isin(pd.MultiIndex.from_frame(wanted))


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
    last = use.position + use.n_words - 1
    shown = words.iloc[slice(*_widen(seen, sizes, words["segment"].to_numpy(), use.position, last))]
    start, end = shown["start"].iloc[0], shown["end"].iloc[-1]
    parts = (text[start : use.start], text[use.start : use.end], text[use.end : end])
    return (use.phrase, use.source, use.position, use.role, *(" ".join(part.split()) for part in parts))


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
