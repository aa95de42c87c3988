"""Whether the speaker says more over again than the questions do, over turns; and the longest passage shared."""

from __future__ import annotations

import math

import pandas as pd

from analysis.own_words import list_events
from analysis.phrases.reuse import LENGTHS, SHORTEST, find_again_rows, measure_reuse
from analysis.roles import OWN, QUESTION
from analysis.statistics import rate_interval, ratio_interval


def compare_reuse(tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> dict[str, object]:
    """Compare what answers repeat from earlier events, in passages of four words or more, with what questions do.

    tokens, segments, sources: as for `reuse.measure_reuse`; segments also with segment and turn.
    Returns share, low, high (of own words of later events, 95 % interval over turns), baseline (the same
    share of the questions' words), times, times_low, times_high (how many times larger, see
    `statistics.ratio_interval`), reason (why there is no such interval), longest (words of the longest
    passage that two events share in own words; 0 for none of four), is_longest_known (no for one as long as any
    that is looked for).
    """
    turns = _count_turns(tokens, segments, sources)
    said, asked = (turns[turns["role"] == role][["n", "n_words"]] for role in ("answer", QUESTION))
    own = rate_interval(said["n"], said["n_words"])
    ratio = ratio_interval((said["n"], said["n_words"]), (asked["n"], asked["n_words"]))
    reuse = measure_reuse(tokens, segments, sources)
    shared = reuse.loc[(reuse["n_reused"] > 0).fillna(False), "length"]
    return {
        "share": _share(said),
        "low": own.low,
        "high": own.high,
        "baseline": _share(asked),
        "times": ratio.ratio,
        "times_low": ratio.low,
        "times_high": ratio.high,
        "reason": ratio.reason,
        "longest": int(shared.max()) if len(shared) else 0,
        "is_longest_known": bool(not len(shared) or shared.max() < max(LENGTHS)),
    }


def _share(turns: pd.DataFrame) -> float:
    n_words = turns["n_words"].sum()
    return float(turns["n"].sum() / n_words) if n_words else math.nan


def _count_turns(tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count words said before in each turn of later events, of those whose day is known: role, n, n_words."""
    events = list_events(sources)
    later = events.loc[events["date"] != "", "source"].iloc[1:]
    spoken = segments[segments["source"].isin(later) & segments["role"].isin([*OWN, QUESTION])]
    again = tokens[find_again_rows(tokens, sources, shortest=SHORTEST)].groupby(["source", "segment"]).size()
    table = spoken.join(again.rename("n"), on=["source", "segment"]).fillna({"n": 0})
    table = table.replace({"role": dict.fromkeys(OWN, "answer")})
    return table.groupby(["source", "turn", "role"])[["n", "n_words"]].sum().reset_index()
