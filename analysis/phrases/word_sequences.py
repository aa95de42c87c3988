"""Sequences of words around one content word that come again and again.

They are stock connectors (as they say at sea) and the fixed part of a frame or of a verb whose object changes (out
of the room, walk away from). The words without content tie them, so they are read off all words.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import CONJUNCTIONS, DETERMINERS, SUBJECT_PRONOUNS
from analysis.phrases.chance import are_tied
from analysis.phrases.content_words import Stream
from analysis.phrases.family_overlaps import lie_inside
from analysis.phrases.family_sets import recur_apart

FEWEST_WORDS, LONGEST = 3, 8  # two words tie too little; longer sequences hold other content words
_NEVER_FIRST = CONJUNCTIONS
_NEVER_LAST = CONJUNCTIONS | DETERMINERS | SUBJECT_PRONOUNS  # they begin something else


def add_sequences(found: pd.DataFrame, content: Stream, words: Stream, counts: pd.Series) -> pd.DataFrame:
    """Add the sequences of words to sets of content words.

    found: one row a use of a set (see `family_sets.list_sets`; is_loose). content, words: streams of content words
    and of all words. counts: n by lemma, of all words.
    Returns one row a use, of sets and of sequences, in the streams laid one behind the other. A sequence whose
    every own use lies inside uses of sets is left out.
    """
    listed = list_sequences(words, _flag_content(content, words), counts)
    tied = found[~found["is_loose"]]
    sets = pd.DataFrame({name: content.row[tied[name]] for name in ("first", "last")})
    rest = _drop_inner(listed, sets, words.event)
    places = {name: rest[name] + len(content.code) for name in ("first", "last")}
    numbers = {name: rest["key"] + found[name].max() + 1 if len(found) else rest["key"] for name in ("key", "order")}
    rest = rest.assign(**places, **numbers, joints=0, is_gapped=False, is_wide=False, is_loose=False)
    return pd.concat([found, rest[found.columns]], ignore_index=True)


def _flag_content(content: Stream, words: Stream) -> np.ndarray:
    """Tell of all words which have content."""
    has_content = np.zeros(len(words.code), dtype=bool)
    has_content[content.row] = True
    return has_content


def list_sequences(words: Stream, has_content: np.ndarray, counts: pd.Series) -> pd.DataFrame:
    """List the uses of every sequence of three to eight words, one of them with content, that is tied.

    words: all words of running text. has_content: of each of them, whether it has content. counts: n by lemma.
    Returns one row a use: key (a number for the words in their order), first and last (in the stream), n (words). It
    recurs in two events, more often than independent words do (see `chance.are_tied`); one whose every own use
    lies inside longer ones is left out.
    """
    n_content = np.append(0, np.cumsum(has_content))
    first = np.flatnonzero(recur_apart(words.code, words.event)[words.code])
    uses = pd.DataFrame({"key": words.code[first], "first": first, "last": first})
    tables, n_keys = [uses.head(0).assign(n=0)], 0
    for n in range(2, LONGEST + 1):
        uses = _lengthen(uses, words, n_content)
        if n >= FEWEST_WORDS and len(uses):
            tables.append(uses.assign(key=uses["key"] + n_keys, n=n))
            n_keys += uses["key"].max() + 1
    listed = pd.concat(tables, ignore_index=True)
    tied = _keep_tied(listed[_count_within(listed, n_content) == 1], words, counts)
    return _drop_inner(tied, tied, words.event)


def _lengthen(uses: pd.DataFrame, words: Stream, n_content: np.ndarray) -> pd.DataFrame:
    """Return the uses of sequences one word longer that recur and have at most one content word."""
    uses = uses[words.near[uses["last"]]]
    uses = uses.assign(last=uses["last"] + 1)
    uses = uses[_count_within(uses, n_content) <= 1]
    longer = uses["key"].to_numpy(dtype=np.int64) * len(words.lemmas) + words.code[uses["last"]]
    key = pd.factorize(longer)[0]
    recurs = recur_apart(key, words.event[uses["first"]])[key]
    return uses[recurs].assign(key=pd.factorize(key[recurs])[0])


def _count_within(uses: pd.DataFrame, so_far: np.ndarray) -> np.ndarray:
    return so_far[uses["last"] + 1] - so_far[uses["first"]]


def _keep_tied(found: pd.DataFrame, words: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the sequences that are tied, and begin and end well."""
    sets = found.drop_duplicates("key").set_index("key")
    begin, end = (words.lemmas[words.code[sets[name]]] for name in ("first", "last"))
    sets = sets[~(pd.Index(begin).isin(_NEVER_FIRST) | pd.Index(end).isin(_NEVER_LAST))]
    own = found["key"][words.event[found["first"]] >= 0]
    n_uses = own.value_counts().reindex(sets.index, fill_value=0).to_numpy()
    tied = are_tied(n_uses, _expect(sets, words, counts))
    return found[found["key"].isin(sets.index[tied])]


def _expect(sets: pd.DataFrame, words: Stream, counts: pd.Series) -> np.ndarray:
    """Return how often independent words would stand so."""
    n_words = counts.sum()
    share = counts.reindex(words.lemmas).to_numpy(dtype=float) / n_words
    first, n = sets["first"].to_numpy(), sets["n"].to_numpy()
    expected = np.full(len(sets), float(n_words))
    for place in range(LONGEST):
        longer = n > place
        expected[longer] *= share[words.code[first[longer] + place]]
    return expected


def _drop_inner(found: pd.DataFrame, longer: pd.DataFrame, event: np.ndarray) -> pd.DataFrame:
    """Leave out the sequences whose every own use lies inside longer uses (first, last)."""
    own = found[event[found["first"]] >= 0]
    inside = lie_inside(own, longer, n_places=len(event))
    return found[found["key"].isin(own["key"].to_numpy()[~inside])]
