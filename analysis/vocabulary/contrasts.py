"""The counts that distinctive words rest on, made of all words: spellings joined, uses in one answer told."""

from __future__ import annotations

import pandas as pd

from analysis.counting import count_forms, count_turns
from analysis.own_words import list_references
from analysis.roles import ONE_VOICE, OWN, QUESTION
from analysis.vocabulary.keywords import compare_event_words, compare_voices

EVENTS, VOICES = "events", "voices"  # what is compared
SPELLING = "spelling"  # a kind of equivalents
MOSTLY = 0.5  # of the uses of a word on a side: more in one turn, and the word is that turn's


def join_spellings(tokens: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    """Give all spellings of one word one form, as decided; words that only mean the same are left alone.

    tokens: one row a word (norm). equivalents: one row a form that stands for another (form, stands_for, kind),
    as for the ledger; of kind spelling or rendering.
    """
    spellings = equivalents[equivalents["kind"] == SPELLING]
    forms = dict(zip(spellings["form"], spellings["stands_for"], strict=True))
    return tokens.assign(norm=tokens["norm"].replace(forms))


def list_contrasts(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Count each word of each event against the other events, and of answers against questions.

    tokens: one row a word (source, role, segment, norm). segments, sources: as for `compare_event_words`.
    equivalents: as for `join_spellings`.
    Returns one row per (compared, side, word): compared (events, voices), what `compare_event_words` returns,
    and n_most, the most uses of the word in one turn of the side.
    """
    joined = join_spellings(tokens, equivalents)
    words = count_turns(count_forms(joined), joined, segments)
    compared = {
        EVENTS: compare_event_words(words, segments, sources),
        VOICES: compare_voices(words, segments, sources),
    }
    counts = pd.concat([table.assign(compared=name) for name, table in compared.items()], ignore_index=True)
    most = _count_most(joined, segments, sources)
    counts = (
        counts.join(most, on=["compared", "side", "word"]).fillna({"n_most": 0}).astype({"n_most": "int64"})
    )
    ordered = counts[["compared", *counts.columns.drop("compared")]].round({"expected_turns": 6})
    return ordered.sort_values(["compared", "side", "word"], ignore_index=True)


def _count_most(tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Count the most uses of each word in one turn, by what is compared and side."""
    turns = tokens.merge(segments[["source", "segment", "turn"]], on=["source", "segment"])
    placed = name_sides(turns, sources)
    in_turn = placed.groupby(["compared", "side", "norm", "source", "turn"]).size()
    return in_turn.groupby(level=[0, 1, 2]).max().rename_axis(["compared", "side", "word"]).rename("n_most")


def name_sides(rows: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of reference sources (source, role) their side in either comparison: compared, side."""
    events = list_references(sources).set_index("source")["event"]
    of_references = rows[rows["source"].isin(events.index)]
    own = of_references[of_references["role"].isin(OWN)]
    by_event = own.assign(compared=EVENTS, side=own["source"].map(events))
    spoken = of_references[of_references["role"].isin([*OWN, QUESTION])]
    by_voice = spoken.assign(compared=VOICES, side=spoken["role"].replace(ONE_VOICE))
    return pd.concat([by_event, by_voice], ignore_index=True)


def are_of_one_turn(counts: pd.DataFrame) -> pd.Series:
    """Tell which words (n, n_most) one turn of the side holds mostly: they are that turn's, not the side's."""
    return counts["n_most"] > MOSTLY * counts["n"]
