"""What is looked for in the words of all sources: every search is done here, once for all who need it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.counting import count_forms
from analysis.patterns import find_raw_matches, read_text
from analysis.phrases import decide_families, find_by_voice, settle_hits
from analysis.roles import OWN, QUESTION


class Found(NamedTuple):
    """Where what is looked for stands.

    topics, phrases: one row a match of the patterns of topics, of tracked phrases, with its fate (see
    `find_raw_matches`). phrase_hits: those matches of tracked phrases that count, each word once over all
    phrases. families, asked: one row a use of every family that recurs in the speaker's own
    words, in the interviewers' questions (see `find_by_voice`).
    """

    topics: pd.DataFrame
    phrases: pd.DataFrame
    phrase_hits: pd.DataFrame
    families: pd.DataFrame
    asked: pd.DataFrame

    @property
    def topic_hits(self) -> pd.DataFrame:
        """The matches of topics that count, as from `find_matches`."""
        return _keep_hits(self.topics)

    @property
    def parts(self) -> dict[str, pd.DataFrame]:
        """What was found, by the name under which `disclosure.COSTS` weighs it."""
        return {name: getattr(self, name) for name in ("topics", "phrases", "families", "asked")}


def find_all(tokens: pd.DataFrame, decisions: dict[str, pd.DataFrame], sources: pd.DataFrame) -> Found:
    """Find what the decisions name, and what recurs without being named.

    tokens: one row a word. decisions: patterns, phrases, equivalents and families, by name. sources: one row a source.
    """
    words, equivalents = count_forms(tokens), decisions["equivalents"]
    text = read_text(tokens)
    phrases = find_raw_matches(tokens, decisions["phrases"], by="phrase", text=text)
    families, asked = find_by_voice(tokens, words, sources, equivalents, voices=(OWN, (QUESTION,)))
    return Found(
        topics=find_raw_matches(tokens, decisions["patterns"], by="topic", text=text),
        phrases=phrases,
        phrase_hits=settle_hits(_keep_hits(phrases), decisions["phrases"]),
        families=decide_families(families, decisions["families"]),
        asked=asked,
    )


def _keep_hits(matches: pd.DataFrame) -> pd.DataFrame:
    counting = matches[matches["fate"] == "counts"]
    return counting.drop(columns="fate").reset_index(drop=True)
