"""Sequences and frames that function words tie, far more often than grammar alone would."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import AUXILIARIES, DETERMINERS, LINKS, PERSON_WORDS, SUBJECT_PRONOUNS, WordLists
from analysis.phrases.chance import TIES, are_tied
from analysis.phrases.content_words import Stream
from analysis.phrases.family_overlaps import drop_overlaps, lie_inside
from analysis.phrases.family_sets import locate_word, recur_apart
from analysis.phrases.running_text import flag_forms
from analysis.phrases.word_frames import LONGEST_SLOT, SIDE, list_frames
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
    key, event = found["key"].to_numpy(), words.event[found["first"]]
    n_uses = np.bincount(key[event >= 0], minlength=key.max(initial=-1) + 1)
    is_first = ~pd.Series(key).duplicated().to_numpy() & recur_apart(key, event)[key]
    sets = found[is_first]
    sets = sets[_are_whole(sets, words, lists)]
    expected = _expect(sets, words, counts)
    is_tied = are_tied(n_uses[sets["key"]], expected)
    ties = np.full(len(n_uses), np.nan)
    ties[sets["key"][is_tied]] = TIES * expected[is_tied]
    expected = ties[key]
    return found.assign(expected=expected)[~np.isnan(expected)]


def _are_whole(sets: pd.DataFrame, words: Stream, lists: WordLists) -> np.ndarray:
    """Tell which sequences and verbs begin and end as a formula may; frames of function words may do so anywhere."""
    is_whole = (sets["is_gapped"] & (sets["n"] == 2 * SIDE)).to_numpy()
    begin, end = (words.code[sets[name]] for name in ("first", "last"))
    never_first = _NEVER_FIRST | lists.list_classes(*_NEVER_FIRST_CLASSES)
    never_last = _NEVER_LAST | lists.list_classes(*_NEVER_LAST_CLASSES)
    unfit_first, unfit_last = (
        flag_forms(words.lemmas, listed.__contains__) for listed in (never_first, never_last)
    )
    return is_whole | ~(unfit_first[begin] | unfit_last[end])


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
    is_alone = np.zeros(found["key"].to_numpy().max(initial=-1) + 1, dtype=bool)
    is_alone[own["key"].to_numpy()[~inside]] = True
    return found[is_alone[found["key"]]]
