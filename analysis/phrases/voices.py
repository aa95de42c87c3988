"""What is the speaker's: families beside the interviewers' questions, and who takes them over from whom."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import select_references
from analysis.phrases.coinciding import keep_standing
from analysis.phrases.everyday import count_asked
from analysis.roles import OWN, QUESTION
from analysis.statistics import RATE, adjust_p, compare_samples, measure_samples

_COMPARED = ["family", "n", "n_asked", "times", "low", "high", "p", "differs", "reason"]
_TAKEN = ["family", "first", "then", "n_events", "n_uses", "fewest_turns"]


def compare_with_questions(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Compare how often the speaker and the interviewers say each family.

    uses: one row a use in any role, as from `ledger.list_uses`. segments: one row a segment, none left out. sources:
    one row a source.
    Returns one row a family that stands for itself, in the order given: family, n, n_asked (uses in own words and in
    questions of reference sources), times (how many times more often a word of the speaker's begins it than one of the
    questions'), low, high (95 % interval over turns, see `statistics.ratio_interval`), p, differs (with a rate of false
    discoveries of 5 % among all families), reason (why there is no interval).
    """
    uses = keep_standing(uses)
    own = uses[uses["is_own"].astype(bool)]
    asked = select_references(uses[uses["role"] == QUESTION], sources)
    families = pd.Index(own["family"].drop_duplicates())
    said = [_measure(*side, families) for side in (_count(own, segments, sources, OWN),
                                                   _count(asked, segments, sources, (QUESTION,)))]  # fmt: skip
    found = [compare_samples(one, other) for one, other in zip(*said, strict=True)]
    table = pd.DataFrame(found, columns=["times", "low", "high", "p", "reason"])
    table = table.assign(
        family=families, n=own["family"].value_counts().reindex(families).to_numpy(dtype=int)
    )
    table["n_asked"] = table["family"].map(count_asked(uses, sources)).fillna(0).astype(int)
    table["differs"] = adjust_p(table["p"]) < RATE
    return table[_COMPARED]


def _count(
    uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, roles: tuple[str, ...]
) -> tuple[pd.DataFrame, pd.Series]:
    """Return the uses with their turn, and the words of each turn in these roles."""
    spoken = select_references(segments[segments["role"].isin(roles)], sources)
    placed = uses.merge(spoken[["source", "segment", "turn"]], on=["source", "segment"])
    return placed, spoken.groupby(["source", "turn"])["n_words"].sum()


def _measure(placed: pd.DataFrame, turns: pd.Series, families: pd.Index) -> list:
    counts = np.zeros((len(families), len(turns)))
    turn = turns.index.get_indexer(pd.MultiIndex.from_frame(placed[["source", "turn"]]))
    np.add.at(
        counts, (families.get_indexer(placed["family"]), turn), placed["family"].isin(families).to_numpy()
    )
    return measure_samples(counts, turns)


def trace_takeovers(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Tell who says a family first in an event, and who says it after that.

    Takes what `compare_with_questions` does; segments also with speaker. Voices are "speaker", "interviewer", and
    everybody else by the name in segments.
    Returns one row a (family, first, then), of families that stand for themselves: n_events (in which one voice
    says it first and the other later), n_uses (of the other, in these), fewest_turns (between the first use and the
    nearest of the other, over these events).
    That somebody says it later does not show that it was taken from whoever said it first.
    """
    spoken = select_references(keep_standing(uses), sources).merge(
        segments[["source", "segment", "turn", "speaker"]], on=["source", "segment"]
    )
    spoken = spoken.assign(voice=name_voices(spoken)).sort_values(["family", "source", "position"])
    first = spoken.drop_duplicates(["family", "source"])[["family", "source", "event", "voice", "turn"]]
    first = first.rename(columns={"voice": "first", "turn": "first_turn"})
    later = spoken.drop(columns="event").merge(first, on=["family", "source"])
    later = later[(later["voice"] != later["first"]) & later["voice"].ne("")]
    later = later.assign(turns=later["turn"] - later["first_turn"]).rename(columns={"voice": "then"})
    by = later.groupby(["family", "first", "then"])
    table = by.agg(n_events=("event", "nunique"), n_uses=("event", "size"), fewest_turns=("turns", "min"))
    ordered = table.reset_index().sort_values(["n_events", "n_uses", "family", "first"],
                                              ascending=[False, False, True, True])  # fmt: skip
    return ordered[_TAKEN].reset_index(drop=True)


def name_voices(spoken: pd.DataFrame) -> pd.Series:
    """Name the voice of each use (role, speaker): "speaker", "interviewer", or whose name it is; '' for an outlet's."""
    others = spoken["speaker"].where(spoken["speaker"].fillna("") != "", "somebody else")
    voices = pd.Series("", index=spoken.index).mask(spoken["role"] == "other", others)
    return voices.mask(spoken["role"].isin(OWN), "speaker").mask(spoken["role"] == QUESTION, "interviewer")
