"""What is looked for in the words of all sources: every search is done here, once for all who need it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd

from analysis.counting import count_forms
from analysis.language import fit_equivalents
from analysis.patterns import Text, find_raw_matches, read_text
from analysis.phrases import decide_families, find_by_voice, settle_hits
from analysis.pipeline.steps import KEEP_NONE, Steps
from analysis.roles import OWN, QUESTION
from analysis.storage import number_words

SOUGHT = {
    "topics": ("patterns", "topic"),
    "phrases": ("phrases", "phrase"),
}  # the decisions, and their column
PATTERN = ["pattern", "language"]  # what a search reads beside that column


class Sought(NamedTuple):
    """Where what the decisions name stands.

    topics, phrases: one row a match of the patterns of topics, of tracked phrases, with its fate (see
    `find_raw_matches`). phrase_hits: those matches of tracked phrases that count, each word once over all
    phrases.
    """

    topics: pd.DataFrame
    phrases: pd.DataFrame
    phrase_hits: pd.DataFrame

    @property
    def topic_hits(self) -> pd.DataFrame:
        """The matches of topics that count, as from `find_matches`."""
        return _keep_hits(self.topics)


class Found(NamedTuple):
    """Where what is looked for stands, and what recurs without being named.

    topics, phrases, phrase_hits: as in `Sought`. families, asked: one row a use of every family that recurs in the
    speaker's own words, in the interviewers' questions (see `find_by_voice`).
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
    found = find_families(tokens, fit_equivalents(decisions["equivalents"], sources["language"]), sources)
    families = decide_families(found["families"], decisions["families"])
    return Found(*find_sought(lambda: tokens, decisions, sources), families=families, asked=found["asked"])


def find_sought(
    read_tokens: Callable[[], pd.DataFrame],
    decisions: dict[str, pd.DataFrame],
    sources: pd.DataFrame,
    steps: Steps = KEEP_NONE,
) -> Sought:
    """Find what the decisions name.

    read_tokens: returns the words, where any are looked at. decisions, sources: as for `find_all`. Patterns of topics
    that have changed are sought alone, and so are phrases, and texts.
    """
    text, spoken, found = _LazyText(read_tokens), sources[["source", "language"]], {}
    for name, (table, by) in SOUGHT.items():
        listed = decisions[table].filter([by, *PATTERN])  # a reason in other words finds nothing else
        found |= steps.ask_by_group(name, partial(_seek, text, name, spoken), listed, by)
    hits = settle_hits(_keep_hits(found["phrases"]), decisions["phrases"])
    return Sought(**found, phrase_hits=hits)


def find_families(
    tokens: pd.DataFrame, equivalents: pd.DataFrame, sources: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Find what recurs without being named: families and asked, as `Found` has them."""
    words = count_forms(tokens)
    families, asked = find_by_voice(tokens, words, sources, equivalents, voices=(OWN, (QUESTION,)))
    return {"families": number_words(families), "asked": number_words(asked)}


class _LazyText:
    """The words of tokens as patterns are sought in them, read when they are needed: once for the same sources."""

    def __init__(self, read_tokens: Callable[[], pd.DataFrame]) -> None:
        self._read_tokens, self._sources, self._read = read_tokens, None, None

    def read(self, sources: set[str] | None) -> tuple[pd.DataFrame, Text]:
        """Return the tokens of some sources, or of all, and their text."""
        if self._read is None or sources != self._sources:
            tokens = self._read_tokens()
            if sources is not None:
                tokens = tokens[tokens["source"].isin(sources)]
            self._sources, self._read = sources, (tokens, read_text(tokens))
        return self._read


def _seek(
    text: _LazyText,
    name: str,
    spoken: pd.DataFrame,
    listed: pd.DataFrame,
    sources: set[str] | None,
) -> dict[str, pd.DataFrame]:
    _, by = SOUGHT[name]
    tokens, read = text.read(sources)
    return {name: find_raw_matches(tokens, listed, by=by, text=read, sources=spoken)}


def _keep_hits(matches: pd.DataFrame) -> pd.DataFrame:
    counting = matches[matches["fate"] == "counts"]
    return counting.drop(columns="fate").reset_index(drop=True)
