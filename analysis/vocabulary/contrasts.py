"""The counts that distinctive words rest on, made of all words: spellings joined, uses in one answer told."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import list_references
from analysis.roles import ONE_VOICE, OWN, QUESTION
from analysis.vocabulary.keywords import compare_event_words, compare_voices, find_printing_both
from analysis.vocabulary.turn_words import count_in_turns, read_turn_words

EVENTS, VOICES = "events", "voices"  # what is compared
MOSTLY = 0.5  # of the uses of a word on a side: more in one turn, and the word is that turn's


def list_contrasts(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Count each word of each event against the other events, and of answers against questions.

    tokens: one row a word (source, role, segment, norm). segments, sources: as for `compare_event_words`.
    equivalents: as for `turn_words.join_spellings`.
    Returns one row per (compared, side, word): compared (events, voices), what `compare_event_words` returns,
    and n_most, the most uses of the word in one turn of the side.
    """
    said = read_turn_words(tokens, segments, sources, equivalents, roles=(*OWN, QUESTION))
    in_turns = count_in_turns(said)
    words = _count_words(in_turns)
    compared = {
        EVENTS: compare_event_words(words, segments, sources),
        VOICES: compare_voices(words, segments, sources),
    }
    counts = pd.concat([table.assign(compared=name) for name, table in compared.items()], ignore_index=True)
    most = _count_most(in_turns, sources, {*compared[EVENTS]["side"].unique()})
    counts = (
        counts.join(most, on=["compared", "side", "word"]).fillna({"n_most": 0}).astype({"n_most": "int64"})
    )
    ordered = counts[["compared", *counts.columns.drop("compared")]].round({"expected_turns": 6})
    return ordered.sort_values(["compared", "side", "word"], ignore_index=True)


def _count_words(in_turns: pd.DataFrame) -> pd.DataFrame:
    """Count each word of each source and role: source, role, norm, n, n_turns (turns with the word)."""
    in_turns = in_turns.assign(n_turns=in_turns["turn"].notna().to_numpy(dtype=np.int64))
    words = in_turns.groupby(["source", "role", "norm"], as_index=False)[["n", "n_turns"]].sum()
    return words.astype({"source": "str", "role": "str"})


def _count_most(in_turns: pd.DataFrame, sources: pd.DataFrame, compared: set[str]) -> pd.Series:
    """Count the most uses of each word in one turn, by what is compared, side and word; compared: events."""
    events = list_references(sources).set_index("source")["event"]
    events = events[events.isin(compared)]
    own = in_turns[in_turns["role"].isin(OWN) & in_turns["source"].isin(events.index)]
    exchanges = in_turns[in_turns["source"].isin(find_printing_both(in_turns, sources))]
    sides = {
        EVENTS: own.assign(side=_rename(own["source"], events.to_dict())),
        VOICES: exchanges.assign(side=_rename(exchanges["role"], ONE_VOICE)),
    }
    most = {compared: _count_most_of(rows) for compared, rows in sides.items()}
    return pd.concat(most, names=["compared"]).rename("n_most")


def _rename(names: pd.Series, others: dict[str, str]) -> pd.Categorical:
    """Give categories other names; those of one name become one."""
    known = names.cat.categories
    code, renamed = pd.factorize(known.to_series().replace(others).astype("str"), sort=True)
    return pd.Categorical.from_codes(np.append(code, -1)[names.cat.codes], categories=renamed)


def _count_most_of(rows: pd.DataFrame) -> pd.Series:
    """Count the most uses in one turn; rows: one row a (side, source, turn, norm, role) with n."""
    rows = rows[rows["turn"].notna()]
    sides, norms = rows["side"].cat.categories, rows["norm"].cat.categories
    of_source = rows["source"].cat.codes.to_numpy().astype(np.int64), rows["turn"].to_numpy(dtype=np.int64)
    turn = of_source[0] * (1 + of_source[1].max(initial=0)) + of_source[1]
    word = rows["side"].cat.codes.to_numpy().astype(np.int64) * len(norms) + rows["norm"].cat.codes.to_numpy()
    order = np.argsort(word * (1 + turn.max(initial=0)) + turn, kind="stable")
    word, turn, n = word[order], turn[order], rows["n"].to_numpy()[order]
    in_turn = np.flatnonzero((np.diff(word, prepend=-1) != 0) | (np.diff(turn, prepend=-1) != 0))
    summed = np.add.reduceat(n, in_turn) if len(n) else n
    first = np.flatnonzero(np.diff(word[in_turn], prepend=-1) != 0)
    most = np.maximum.reduceat(summed, first) if len(n) else n
    side, norm = np.divmod(word[in_turn][first], max(1, len(norms)))
    index = pd.MultiIndex.from_arrays(
        [sides.astype("str")[side], norms.astype("str")[norm]], names=["side", "word"]
    )
    return pd.Series(most, index=index)


def are_of_one_turn(counts: pd.DataFrame) -> pd.Series:
    """Tell which words (n, n_most) one turn of the side holds mostly: they are that turn's, not the side's."""
    return counts["n_most"] > MOSTLY * counts["n"]
