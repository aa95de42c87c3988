"""What was suggested by counting and confirmed by nobody: how a row says so, and how the pages do."""

from __future__ import annotations

import pandas as pd

SUGGESTED = "suggested"  # how the reason of such a row begins
MARK = " (suggested)"  # behind its name, wherever that is printed


def are_suggested(reasons: pd.Series) -> pd.Series:
    """Tell which reasons of decisions are no person's."""
    return reasons.str.startswith(SUGGESTED)


def mark_topics(topics: pd.DataFrame, patterns: pd.DataFrame) -> pd.DataFrame:
    """Mark the labels of the topics with a suggested pattern, or a suggested description.

    topics: one row a topic (topic, label, description). patterns: one row a pattern (topic, reason).
    """
    open_topics = patterns.loc[are_suggested(patterns["reason"]), "topic"]
    is_open = topics["topic"].isin(open_topics) | are_suggested(topics["description"])
    return topics.assign(label=topics["label"] + is_open.map({True: MARK, False: ""}).astype("str"))


def mark_phrases(phrases: pd.DataFrame) -> pd.DataFrame:
    """Mark the names of the phrases with a suggested pattern: one row a pattern (phrase, reason)."""
    open_phrases = phrases.loc[are_suggested(phrases["reason"]), "phrase"]
    is_open = phrases["phrase"].isin(open_phrases)
    return phrases.assign(phrase=phrases["phrase"] + is_open.map({True: MARK, False: ""}).astype("str"))


def bare_name(name: str) -> str:
    """Return a name without the mark: the words themselves."""
    return name.removesuffix(MARK)


def mark_of(name: str) -> str:
    """Return the mark that a name bears, '' if none."""
    return MARK if name.endswith(MARK) else ""
