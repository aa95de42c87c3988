"""Which rows of the tokens may be seen."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.counting import count_forms
from analysis.patterns import find_raw_matches
from analysis.phrases import find_occurrences, find_recurring_rows, find_reused_rows
from analysis.roles import OWN, QUESTION


def find_visible_rows(
    tokens: pd.DataFrame, decisions: dict[str, pd.DataFrame], sources: pd.DataFrame
) -> pd.Series:
    """Tell which words take part in a result, and therefore have to be visible.

    tokens: one row a word. decisions: patterns and phrases, one row a pattern of a topic, of a tracked
    phrase; equivalents, one row a word form. sources: one row a source (source, event, date, is_reference).
    Returns one boolean per row of tokens: whether a pattern matches the word, or it is part of a phrase, a
    family of variants, of the speaker or of the interviewers, or a passage that recurs in two or more
    independent events.
    """
    visible = find_recurring_rows(tokens, sources) | find_reused_rows(tokens, sources)
    for roles in (OWN, (QUESTION,)):
        families = find_occurrences(
            tokens, count_forms(tokens), sources, decisions["equivalents"], roles=roles
        )
        visible |= _covered(tokens, families)
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        visible |= _covered(tokens, find_raw_matches(tokens, decisions[name], by=by))
    return visible


def _covered(tokens: pd.DataFrame, matches: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie inside matches."""
    wanted = matches.loc[matches.index.repeat(matches["n_words"]), ["source", "position"]]
    wanted["position"] += wanted.groupby(level=0).cumcount()
    places = pd.MultiIndex.from_frame(tokens[["source", "position"]])
    return places.isin(pd.MultiIndex.from_frame(wanted))
