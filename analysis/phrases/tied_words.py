"""Sequences and frames that function words tie, far more often than grammar alone would."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import AUXILIARIES, DETERMINERS, LINKS, PERSON_WORDS, SUBJECT_PRONOUNS, WordLists
from analysis.phrases.chance import TIES, are_tied
from analysis.phrases.content_words import Stream
from analysis.phrases.family_overlaps import drop_overlaps, lie_inside
from analysis.phrases.family_sets import locate_word, recur_apart
from analysis.phrases.word_frames import LONGEST_SLOT, list_frames
from analysis.phrases.word_sequences import LONGEST, list_sequences

_NEVER_FIRST = LINKS | AUXILIARIES | PERSON_WORDS  # the middle of a clause begins with them, not a formula
_NEVER_LAST = LINKS | DETERMINERS | SUBJECT_PRONOUNS  # they begin something else
# In other languages, by their classes: what a clause begins with in its middle, and what begins something else.
_NEVER_FIRST_CLASSES, _NEVER_LAST_CLASSES = ("auxiliaries",), ("determiners", "prepositions", "conjunctions")


def add_tied(
    found: pd.DataFrame, content: Stream, words: Stream, counts: pd.Series, lists: WordLists
) -> pd.DataFrame:
    """Add the sequences and frames that function words tie to sets of content words.

    found: one row a use of a set (see `family_sets.list_sets`; expected, is_loose). content, words: streams of content
    words and of all words. counts: n by lemma, of all words. lists: of the languages of the texts.
    Returns one row a use, of all, in the two streams laid one behind the other. Those whose every own use lies
    inside longer ones, or inside uses of sets, are left out.
    """
    tied = _find_tied(content, words, counts, lists)
    sets = found[~found["is_loose"]]
    around = pd.DataFrame({name: content.row[sets[name]] for name in ("first", "last")})
    rest = _drop_inner(tied, around, words)
    behind = {name: rest[name] + len(content.code) for name in ("first", "last")}
    numbers = {name: rest["key"] + found[name].to_numpy().max(initial=-1) + 1 for name in ("key", "order")}
    rest = rest.assign(**behind, **numbers, joints=0, is_loose=False)
    return pd.concat([found, rest[found.columns]], ignore_index=True)


def _find_tied(content: Stream, words: Stream, counts: pd.Series, lists: WordLists) -> pd.DataFrame:
    """Find the uses of the sequences and frames that are tied, each place counted once for each."""
    has_content = np.zeros(len(words.code), dtype=bool)
    has_content[content.row] = True
    sequences, frames = list_sequences(words, has_content), list_frames(words, has_content)
    frames["key"] += sequences["key"].to_numpy().max(initial=-1) + 1
    sequences, frames = sequences.assign(is_gapped=False), frames.assign(is_gapped=True)
    listed = pd.concat([sequences, frames], ignore_index=True).assign(is_wide=False)
    listed = _keep_tied(listed, words, counts, lists)
    kept = _keep_tied(drop_overlaps(listed, words), words, counts, lists)
    return _drop_inner(kept, kept, words)


def _keep_tied(found: pd.DataFrame, words: Stream, counts: pd.Series, lists: WordLists) -> pd.DataFrame:
    """Keep the keys that are tied, in two events, and that begin and end well; say how many uses grammar gives."""
    sets = found.drop_duplicates("key").set_index("key")
    begin, end = (words.lemmas[words.code[sets[name]]] for name in ("first", "last"))
    never_first = _NEVER_FIRST | lists.list_classes(*_NEVER_FIRST_CLASSES)
    never_last = _NEVER_LAST | lists.list_classes(*_NEVER_LAST_CLASSES)
    is_whole = ~(pd.Index(begin).isin(never_first) | pd.Index(end).isin(never_last))
    sets = sets[is_whole | sets["is_gapped"]]
    sets = sets.assign(expected=_expect(sets, words, counts))
    key, event = found["key"].to_numpy(), words.event[found["first"]]
    n_uses = np.bincount(key[event >= 0], minlength=key.max(initial=-1) + 1)[sets.index]
    recurs = recur_apart(key, event)[sets.index]
    tied = sets["expected"][are_tied(n_uses, sets["expected"].to_numpy()) & recurs]
    kept = found[found["key"].isin(tied.index)]
    return kept.assign(expected=TIES * tied.reindex(kept["key"]).to_numpy())


def _expect(sets: pd.DataFrame, words: Stream, counts: pd.Series) -> np.ndarray:
    """Return how often independent words would stand so, whatever the length of the slot."""
    n_words = counts.sum()
    share = counts.reindex(words.lemmas).to_numpy(dtype=float) / n_words
    expected = np.where(sets["is_gapped"], LONGEST_SLOT * n_words, n_words).astype(float)
    n = sets["n"].to_numpy()
    for place in range(LONGEST):
        longer = n > place
        expected[longer] *= share[words.code[locate_word(sets[longer], place)]]
    return expected


def _drop_inner(found: pd.DataFrame, longer: pd.DataFrame, words: Stream) -> pd.DataFrame:
    """Leave out the keys whose every own use lies inside longer uses (first, last)."""
    own = found[words.event[found["first"]] >= 0]
    inside = lie_inside(own, longer, n_places=len(words.code))
    return found[found["key"].isin(own["key"].to_numpy()[~inside])]
