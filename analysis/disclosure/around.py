"""Hits with the words around them, as far as released words lie beside them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.contexts import CONTEXT
from analysis.language import list_words_of, number_stretches, order_words

WITHHELD = "…"
AROUND = ["left", "match", "right"]


def show_around(hits: pd.DataFrame, tokens: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Put each hit and up to six words on either side together from released words, and from nothing else.

    hits: one row a hit (source, position, n_words); a word of it may be withheld. tokens: one row a released word
    (source, sentence, segment, position, token). segments: every segment, with its number of words.
    Returns one row a hit, in the same order: left, match and right. Words of the same sentence are shown up to the
    first that is withheld, for which "…" stands; nothing stands where the segment ends.
    """
    released = tokens.sort_values(["source", "position"], ignore_index=True)
    is_seen = _are_seen(hits, released)
    match = pd.Series(WITHHELD, index=range(len(hits)))
    ends = pd.DataFrame({"first": -1, "last": -1}, index=match.index)
    words = list_words_of(hits[is_seen], released)
    by_hit = words.assign(token=released["token"].to_numpy()[words["row"]]).groupby("hit")
    match[is_seen] = by_hit["token"].agg(" ".join).to_numpy(dtype=object)
    ends[is_seen] = by_hit["row"].agg(["first", "last"]).to_numpy()
    line = _Line(released, segments)
    left = line.walk(ends["first"].to_numpy(), step=-1)
    right = line.walk(ends["last"].to_numpy(), step=1)
    return pd.DataFrame({"left": left, "match": match.to_numpy(), "right": right}, columns=AROUND)


def _are_seen(hits: pd.DataFrame, released: pd.DataFrame) -> np.ndarray:
    """Tell which hits have all their words among the released ones, one behind the other (a note aside)."""
    ordered = released.iloc[order_words(released)]
    stretch = number_stretches(ordered)
    places = pd.MultiIndex.from_frame(ordered[["source", "position"]])
    first = places.get_indexer(pd.MultiIndex.from_frame(hits[["source", "position"]]))
    last = first + hits["n_words"].to_numpy(dtype=np.int64) - 1
    is_inside = (first >= 0) & (last < len(ordered))
    return is_inside & (stretch[first * is_inside] == stretch[last * is_inside])


class _Line:
    """Released words in order, and where the segment of each begins and ends."""

    def __init__(self, released: pd.DataFrame, segments: pd.DataFrame) -> None:
        ordered = segments.sort_values(["source", "segment"])
        end = ordered.groupby("source")["n_words"].cumsum()
        limits = ordered[["source", "segment"]].assign(begin=end - ordered["n_words"] + 1, end=end)
        placed = released[["source", "segment"]].merge(limits, how="left", on=["source", "segment"])
        self.limit = {-1: placed["begin"].to_numpy(), 1: placed["end"].to_numpy()}
        self.position = released["position"].to_numpy(dtype=np.int64)
        self.token = released["token"].to_numpy(dtype=object)
        self.home = released.groupby(["source", "segment", "sentence"], dropna=False).ngroup().to_numpy()

    def walk(self, start: np.ndarray, *, step: int) -> list[str]:
        """Return what stands beside words, as texts; start: their rows, -1 for none. step: -1 left, 1 right."""
        is_open, said = start >= 0, [[] for _ in start]
        at = start.copy()
        for _ in range(CONTEXT):
            beside = np.clip(at + step, 0, len(self.token) - 1)
            is_next = self.position[beside] == self.position[at] + step
            is_shown = is_open & is_next & (self.home[beside] == self.home[at])
            self._mark(said, at, is_open & ~is_next, step)
            for hit in np.flatnonzero(is_shown):
                said[hit].append(self.token[beside[hit]])
            at, is_open = np.where(is_shown, beside, at), is_shown
        return [" ".join(words[::step]) for words in said]

    def _mark(self, said: list[list[str]], at: np.ndarray, is_stopped: np.ndarray, step: int) -> None:
        """Add "…" where the next word of the segment is withheld."""
        goes_on = self.position[at] != self.limit[step][at]
        for hit in np.flatnonzero(is_stopped & goes_on):
            said[hit].append(WITHHELD)
