"""Which rows may leave the building: enough to recompute every result, too little to rebuild a text."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.patterns import find_matches, find_raw_matches
from analysis.phrases import find_recurring_rows
from analysis.words import count_words_in

LONGEST_RUN = 14  # running words of a source that may be visible
CONTEXT = 6  # words shown on either side of a tracked phrase
RELEASED = ["segments", "sentences", "tokens", "words", "contexts"]


def release_tables(
    full: dict[str, pd.DataFrame],
    texts: pd.DataFrame,
    patterns: pd.DataFrame,
    phrases: pd.DataFrame,
    sources: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """Return the tables that may be published.

    full: segments, sentences and tokens of all sources. texts: one row a source (source, text). patterns: one row a topic
    pattern. phrases: one row a pattern of a tracked phrase. sources: one row a source (event, is_reference).
    Returns segments and sentences whole; words, one row a (source, role, norm) with its count n; of tokens only
    the rows that a pattern matches or that are part of a phrase recurring in two or more independent events;
    contexts, one row a use of a tracked phrase, with up to six words either side, fewer where more would let
    runs of 15 or more words be rebuilt (after the non-consumptive practice of HathiTrust's Extracted Features).
    """
    tokens = full["tokens"]
    kept = _limit_runs(tokens, find_visible_rows(tokens, patterns, phrases, sources))
    contexts = _contexts(tokens, kept, find_matches(tokens, phrases, by="phrase"), texts)
    return {
        "segments": full["segments"],
        "sentences": full["sentences"],
        "tokens": tokens[kept].reset_index(drop=True),
        "words": count_forms(tokens),
        "contexts": contexts,
    }


def find_visible_rows(
    tokens, patterns: pd.DataFrame, phrases: pd.DataFrame, sources: pd.DataFrame
) -> pd.Series:
    """Tell which words take part in a result: one boolean per row of tokens, as in `release_tables`."""
    visible = find_recurring_rows(tokens, sources)
    for table, by in ((patterns, "topic"), (phrases, "phrase")):
        visible |= _covered(tokens, find_raw_matches(tokens, table, by=by))
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
    totals = segments.groupby("source")["n_words"].sum()
    rows = []
    for source, n_words in totals.items():
        seen = _seen(n_words, tokens[tokens["source"] == source], contexts[contexts["source"] == source])
        runs = _runs(seen)
        in_runs = sum(length for length in runs[:, 1] if length > LONGEST_RUN) if len(runs) else 0
        rows.append((source, n_words, int(seen.sum()), seen.sum() / n_words, int(in_runs), in_runs / n_words))
    columns = ["source", "n_words", "n_visible", "share_visible", "n_in_runs", "share_in_runs"]
    return pd.DataFrame(rows, columns=columns)


def _covered(tokens: pd.DataFrame, matches: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie inside matches."""
    wanted = matches.loc[matches.index.repeat(matches["n_words"]), ["source", "position"]]
    wanted["position"] += wanted.groupby(level=0).cumcount()
    places = pd.MultiIndex.from_frame(tokens[["source", "position"]])
    return places.isin(pd.MultiIndex.from_frame(wanted))


def _limit_runs(tokens: pd.DataFrame, visible: pd.Series) -> pd.Series:
    """Withhold a word wherever more than 14 visible ones would stand in a row."""
    ordered = tokens.sort_values(["source", "position"]).index
    flags = visible.loc[ordered].to_numpy(copy=True)
    starts = tokens.loc[ordered, "position"].to_numpy() == 1
    run = 0
    for i, starts_source in enumerate(starts):
        run = 0 if starts_source else run
        run = run + 1 if flags[i] else 0
        if run > LONGEST_RUN:
            flags[i], run = False, 0
    return pd.Series(flags, index=ordered).loc[tokens.index]


def _contexts(tokens: pd.DataFrame, kept: pd.Series, hits: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    text_of = texts.set_index("source")["text"]
    rows = []
    for source, group in hits.groupby("source", sort=True):
        mine = tokens["source"] == source
        place = tokens[mine].set_index("position")
        seen = np.zeros(len(place) + 2, dtype=bool)
        seen[1:-1] = kept[mine].to_numpy()
        for hit in group.sort_values(["position", "phrase"]).itertuples():
            first, last = _widen(
                seen, place["segment"].to_numpy(), hit.position, hit.position + hit.n_words - 1
            )
            span = place.loc[first:last]
            whole = text_of[source]
            rows.append(
                (
                    hit.phrase,
                    source,
                    hit.position,
                    hit.role,
                    _line(whole, span["start"].iloc[0], hit.start),
                    _line(whole, hit.start, hit.end),
                    _line(whole, hit.end, span["end"].iloc[-1]),
                )
            )
    table = pd.DataFrame(rows, columns=["phrase", "source", "position", "role", "left", "match", "right"])
    return table.astype({"position": "int64"}).sort_values(
        ["phrase", "source", "position"], ignore_index=True
    )


def _widen(seen: np.ndarray, segment: np.ndarray, first: int, last: int) -> tuple[int, int]:
    """Show one word more at a time, left and right in turn, inside the segment and as long as runs stay short."""
    home, limits = segment[first - 1], (first - CONTEXT, last + CONTEXT)
    for _ in range(CONTEXT):
        if first - 1 >= max(1, limits[0]) and segment[first - 2] == home and _may_show(seen, first - 1):
            first -= 1
        if last + 1 <= min(len(segment), limits[1]) and segment[last] == home and _may_show(seen, last + 1):
            last += 1
    return first, last


def _may_show(seen: np.ndarray, position: int) -> bool:
    if not seen[position]:
        seen[position] = True
        left = next(i for i in range(position, -1, -1) if not seen[i])
        right = next(i for i in range(position, len(seen)) if not seen[i])
        seen[position] = right - left - 1 <= LONGEST_RUN
    return bool(seen[position])


def _line(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _seen(n_words: int, tokens: pd.DataFrame, contexts: pd.DataFrame) -> np.ndarray:
    seen = np.zeros(n_words + 2, dtype=bool)
    seen[tokens["position"]] = True
    for row in contexts.itertuples():
        before, inside, after = (count_words_in(part) for part in (row.left, row.match, row.right))
        seen[row.position - before : row.position + inside + after] = True
    return seen


def _runs(seen: np.ndarray) -> np.ndarray:
    """Return (start, length) of each run of True in an array that begins and ends with False."""
    edges = np.flatnonzero(np.diff(seen.astype(int)))
    return np.column_stack([edges[::2] + 1, edges[1::2] - edges[::2]])
