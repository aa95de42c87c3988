"""What two versions of one sentence call the same thing: short pairs of words in the same place."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd

from analysis.versions.alignment import read_words
from analysis.versions.side_by_side import PAIR

LONGEST_WORDING = 3  # on either side of a pair
REWORDING = [f"{side}{part}" for side in PAIR for part in ("", "_sentence", "_position", "_words")]


def list_rewordings(tokens: pd.DataFrame, passages: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    """List what stands in the same place of two linked sentences in different words.

    tokens, equivalents: as for `versions.align_sentences`. passages: one row a link, as it returns them.
    Returns one row a pair: report, report_sentence, report_position (of its first word), report_words;
    source, source_sentence, source_position, source_words. A place lies between two words that follow each
    other in both sentences among those that each has once and both have, as compared, or between such a word
    and an end of both. A pair has one to three running words a side, begins and ends with content words, and
    has no word in common.
    """
    is_linked = tokens["source"].isin([*passages["report"], *passages["source"]])
    words = read_words(tokens[is_linked], equivalents).rename_axis("row").reset_index()
    links = passages[["report", "report_sentence", "source", "source_sentence"]].reset_index(names="link")
    gaps = _find_gaps(_find_anchors(links, words))
    for side in PAIR:
        gaps = _trim(gaps, words, side)
    gaps = gaps[_differ(gaps, words["compared"].to_numpy())]
    pairs = pd.concat([_describe(gaps, words, side) for side in PAIR], axis=1)
    return pairs.sort_values(REWORDING[:3] + REWORDING[4:7], ignore_index=True)


def _find_anchors(links: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Return the words that both sentences of a link have once, and the ends: link, report, source (rows)."""
    place = ["source", "sentence"]
    once = words[~words.duplicated([*place, "compared"], keep=False)]
    ends = words.groupby(place)["row"].agg(["min", "max"]).reset_index()
    edges = [
        ends[place].assign(compared=name, row=ends[end] + step)
        for name, end, step in ((" start", "min", -1), (" end", "max", 1))  # no word has a space
    ]
    marks = pd.concat([once[[*place, "compared", "row"]], *edges])
    sides = [
        links.merge(
            marks.rename(columns={"source": side, "sentence": f"{side}_sentence", "row": f"{side}_row"})
        )
        for side in PAIR
    ]
    return sides[0].merge(sides[1])[["link", "report_row", "source_row"]]


def _find_gaps(anchors: pd.DataFrame) -> pd.DataFrame:
    """Return what lies between anchors that follow each other in both: first and last row on each side."""
    ordered = anchors.sort_values(["link", "report_row"], ignore_index=True)
    ordered["rank"] = ordered.groupby("link")["source_row"].rank()
    after = ordered.groupby("link").shift(-1)
    follows = after["rank"] == ordered["rank"] + 1
    rows = {}
    for side in PAIR:
        rows[f"{side}_first"] = ordered.loc[follows, f"{side}_row"] + 1
        rows[f"{side}_last"] = after.loc[follows, f"{side}_row"].astype(int) - 1
    return pd.DataFrame(rows)


def _trim(gaps: pd.DataFrame, words: pd.DataFrame, side: str) -> pd.DataFrame:
    """Keep the gaps that hold one to three running words from the first content word to the last."""
    content = np.flatnonzero(words["has_content"])
    begin = np.searchsorted(content, gaps[f"{side}_first"])
    end = np.searchsorted(content, gaps[f"{side}_last"], side="right") - 1
    has_content = begin <= end
    first, last = content[begin[has_content]], content[end[has_content]]
    held = gaps[has_content].assign(**{f"{side}_first": first, f"{side}_last": last})
    position = words["position"].to_numpy()
    runs_on = position[last] - position[first] == last - first
    return held[runs_on & (last - first < LONGEST_WORDING)]


def _differ(gaps: pd.DataFrame, compared: np.ndarray) -> np.ndarray:
    """Tell which gaps have no word on one side that is also on the other."""
    first, last, begin, end = (
        gaps[f"{side}_{edge}"].to_numpy() for side in PAIR for edge in ("first", "last")
    )
    same = np.zeros(len(gaps), dtype=bool)
    for i, j in product(range(LONGEST_WORDING), repeat=2):
        one, other = np.minimum(first + i, last), np.minimum(begin + j, end)
        same |= compared[one] == compared[other]
    return ~same


def _describe(gaps: pd.DataFrame, words: pd.DataFrame, side: str) -> pd.DataFrame:
    first, last = gaps[f"{side}_first"].to_numpy(), gaps[f"{side}_last"].to_numpy()
    printed = words["token"].tolist()
    table = words[["source", "sentence", "position"]].iloc[first].reset_index(drop=True)
    said = [" ".join(printed[a : b + 1]) for a, b in zip(first, last, strict=True)]
    table = table.assign(words=pd.Series(said, dtype="str")).astype({"sentence": "int64"})
    return table.set_axis([side, f"{side}_sentence", f"{side}_position", f"{side}_words"], axis=1)
