"""Sequences and frames that function words tie, far more often than grammar alone would."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import AUXILIARIES, DETERMINERS, LINKS, PERSON_WORDS, SUBJECT_PRONOUNS, WordLists
from analysis.phrases.chance import TIES, are_tied
from analysis.phrases.content_words import Stream
from analysis.phrases.family_overlaps import keep_apart, lie_inside
from analysis.phrases.family_sets import Uses, locate_word, recur_apart
from analysis.phrases.found_uses import FoundUses, join_found
from analysis.phrases.row_numbers import begin_runs, flag_numbers
from analysis.phrases.running_text import flag_forms
from analysis.phrases.word_frames import LONGEST_SLOT, SIDE, list_frames
from analysis.phrases.word_sequences import LONGEST, list_sequences

_NEVER_FIRST = LINKS | AUXILIARIES | PERSON_WORDS  # the middle of a clause begins with them, not a formula
_NEVER_LAST = LINKS | DETERMINERS | SUBJECT_PRONOUNS  # they begin something else
# In other languages, by their classes: what a clause begins with in its middle, and what begins something else.
_NEVER_FIRST_CLASSES, _NEVER_LAST_CLASSES = ("auxiliaries",), ("determiners", "prepositions", "conjunctions")


def add_tied(
    found: FoundUses, content: Stream, words: Stream, counts: pd.Series, lists: WordLists
) -> FoundUses:
    """Add the sequences and frames that function words tie to sets of content words.

    content, words: streams of content words and of all words. counts: n by lemma, of all words. lists: of the
    languages of the texts.
    Returns the uses of all, in the two streams laid one behind the other. Those whose every own use lies
    inside longer ones, or inside uses of sets, are left out.
    """
    tied, expected = _find_tied(content, words, counts, lists)
    sets = found.uses.keep(~found.is_loose)
    kept = _leave_inner(tied, (content.row[sets.first], content.row[sets.last]), words)
    rest, behind = tied.keep(kept), np.int32(len(content.code))
    rest = rest._replace(first=rest.first + behind, last=rest.last + behind)
    return join_found([found, FoundUses(rest, np.zeros(len(rest.key), dtype=bool), expected[kept])])


def _find_tied(
    content: Stream, words: Stream, counts: pd.Series, lists: WordLists
) -> tuple[Uses, np.ndarray]:
    """Find the uses of the sequences and frames that are tied, each place counted once for each.

    Returns them and how many uses grammar gives.
    """
    has_content = np.zeros(len(words.code), dtype=bool)
    has_content[content.row] = True
    listed = _list_uses(list_sequences(words, has_content), list_frames(words, has_content))
    listed = listed.keep(~np.isnan(_expect_tied(listed, words, counts, lists)))
    listed = listed.keep(keep_apart(listed, words))
    expected = _expect_tied(listed, words, counts, lists)
    is_tied = ~np.isnan(expected)
    tied, expected = listed.keep(is_tied), expected[is_tied]
    kept = _leave_inner(tied, (tied.first, tied.last), words)
    return tied.keep(kept), expected[kept]


def _list_uses(sequences: pd.DataFrame, frames: pd.DataFrame) -> Uses:
    """List uses of sequences and of frames, which have a slot, by key and place."""
    tables = [sequences, frames.assign(key=frames["key"] + sequences["key"].to_numpy().max(initial=-1) + 1)]
    key, first, last, n = (
        np.concatenate([table[name].to_numpy(dtype=np.int32) for table in tables])
        for name in ("key", "first", "last", "n")
    )
    is_gapped = np.repeat([False, True], [len(sequences), len(frames)])
    none = np.zeros(len(key), dtype=bool)
    listed = Uses(key, none.astype(np.int8), first, last, n, is_gapped, none)
    return listed.keep(np.lexsort((first, key)))


def _expect_tied(found: Uses, words: Stream, counts: pd.Series, lists: WordLists) -> np.ndarray:
    """Say how many uses grammar gives of the keys that are tied, in two events, and that begin and end well.

    It is missing for other keys.
    """
    event = words.event[found.first]
    n_uses = np.bincount(found.key[event >= 0], minlength=found.n_keys)
    sets = found.keep(begin_runs(found.key) & recur_apart(found.key, event)[found.key])
    sets = sets.keep(_are_whole(sets, words, lists))
    expected = _expect(sets, words, counts)
    is_tied = are_tied(n_uses[sets.key], expected)
    ties = np.full(len(n_uses), np.nan)
    ties[sets.key[is_tied]] = TIES * expected[is_tied]
    return ties[found.key]


def _are_whole(sets: Uses, words: Stream, lists: WordLists) -> np.ndarray:
    """Tell which sequences and verbs begin and end as a formula may; frames of function words may do so anywhere."""
    is_whole = sets.is_gapped & (sets.n == 2 * SIDE)
    begin, end = words.code[sets.first], words.code[sets.last]
    never_first = _NEVER_FIRST | lists.list_classes(*_NEVER_FIRST_CLASSES)
    never_last = _NEVER_LAST | lists.list_classes(*_NEVER_LAST_CLASSES)
    unfit_first, unfit_last = (
        flag_forms(words.lemmas, listed.__contains__) for listed in (never_first, never_last)
    )
    return is_whole | ~(unfit_first[begin] | unfit_last[end])


def _expect(sets: Uses, words: Stream, counts: pd.Series) -> np.ndarray:
    """Return how often independent words would stand so, whatever the length of the slot."""
    n_words = counts.sum()
    share = counts.reindex(words.lemmas).to_numpy(dtype=float) / n_words
    expected = np.where(sets.is_gapped, LONGEST_SLOT * n_words, n_words).astype(float)
    for place in range(LONGEST):
        longer = sets.n > place
        expected[longer] *= share[words.code[locate_word(sets.keep(longer), place)]]
    return expected


def _leave_inner(found: Uses, longer: tuple[np.ndarray, np.ndarray], words: Stream) -> np.ndarray:
    """Tell which uses stay where keys whose every own use lies inside longer ones (first, last) are left out."""
    own = found.keep(words.event[found.first] >= 0)
    inside = lie_inside(own.first, own.last, longer, n_places=len(words.code))
    return flag_numbers(own.key[~inside], found.n_keys)[found.key]
