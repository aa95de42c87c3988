"""Other ways to count: what is changed, one thing at a time, to see which findings depend on it."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.sensitivity.cases import PHRASES, TOPICS, Case, Variant
from analysis.sensitivity.other_ends import split_nowhere, split_plainly
from analysis.sensitivity.other_hits import count_once_an_answer, halve_lists, keep_literal, use_codes
from analysis.sensitivity.recounts import count_copies, count_role

COPIES = "copies counted"
HALVES, N_HALVES = "half of each word list", 4
LEFT_OUT = "one interview may carry a finding"
MOST_LEFT_OUT = 20  # of more events, neighbours in time are left out together


def list_variants(case: Case) -> list[Variant]:
    """Return the grid of a case, in a fixed order: the same for all but for the events it can leave out."""
    return [*GRID, *_list_halves(), *_list_left_out(case.sources)]


def describe_variants() -> pd.DataFrame:
    """List the grid: one row a kind of variant, with variant and reason."""
    rows = [variant[:2] for variant in GRID]
    several = [
        (f"{HALVES}, drawn at random", _list_halves()[0].reason),
        ("without an interview, each in turn", LEFT_OUT),
    ]
    return pd.DataFrame([*rows, *several], columns=["variant", "reason"])


def _list_halves() -> list[Variant]:
    reason = "who wrote the lists might have thought of other words"
    return [
        Variant(f"{HALVES}, draw {draw + 1}", reason, partial(halve_lists, draw=draw))
        for draw in range(N_HALVES)
    ]


def _list_left_out(sources: pd.DataFrame) -> list[Variant]:
    """Return a variant for each event, or group of neighbours in time, unless there is only one event."""
    events = list_events(sources)
    if len(events) < 2:
        return []
    names = events["label"].where(~events["label"].duplicated(keep=False), events["event"])
    groups = np.array_split(np.arange(len(events)), min(len(events), MOST_LEFT_OUT))
    return [
        Variant(
            f"without {_name_group(names.iloc[group])}",
            LEFT_OUT,
            partial(leave_out, events=list(events["event"].iloc[group])),
        )
        for group in groups
    ]


def _name_group(names: pd.Series) -> str:
    return names.iloc[0] if len(names) == 1 else f"{names.iloc[0]} to {names.iloc[-1]}"


def leave_out(case: Case, *, events: list[str]) -> Case:
    """Leave out events with all their sources: every count is of the sources that are listed."""
    return case._replace(sources=case.sources[~case.sources["event"].isin(events)].reset_index(drop=True))


GRID = [
    Variant(COPIES, "a search through all files counts a copy as an interview of its own", count_copies),
    Variant(
        "questions counted", "a search does not tell them from answers", partial(count_role, role="question")
    ),
    Variant(
        "repeats counted",
        "what is printed twice may have been said twice",
        partial(count_role, role="repeat"),
    ),
    Variant("another splitter", "sentences end at a mark, a space, a capital", split_plainly),
    Variant("no sentence ends", "a match may cross ends of sentences inside a paragraph", split_nowhere),
    Variant("once an answer", "one answer may hold most uses", count_once_an_answer),
    Variant(
        "coded paragraphs", "words are not meanings; only interviews coded in full", use_codes, (TOPICS,)
    ),
    Variant("to the letter", "a phrase joins wordings that somebody chose", keep_literal, (PHRASES,)),
]
