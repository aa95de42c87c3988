"""Labels that describe a voice and give it no name: `A woman in the third row`, `The clerk of the committee`."""

from __future__ import annotations

from functools import lru_cache

from analysis.formats.cues.people import fold_list, is_title, words_of_name
from analysis.language import (
    ASKED,
    ASKS,
    AUXILIARIES,
    FINITE_VERBS,
    PERSON_WORDS,
    load_saying_words,
    word_set,
)

_MOST_WORDS, _BEFORE_NOUN = 9, 3
_NOUNS = ("men", "women", "people", "anybody")
_OTHERS = word_set(
    "senators members delegates deputies voice voices crowd teenager elder listener viewer male female"
    " lawyer adviser advisor agent colleague rival critic biographer predecessor successor"
)
# What a description goes on with: where the voice is, or how old.
_GOES_ON = word_set(
    "in from at on with of by near behind beside off among about aged under over who to for and"
)


@lru_cache(maxsize=4096)
def describes_somebody(name: str) -> bool:
    """Say whether a printed name is a noun for a person, with where the person is or comes from, and no clause."""
    words = words_of_name(name)
    if not 0 < len(words) <= _MOST_WORDS or not words[0].isalpha():
        return False
    at = next((i for i, word in enumerate(words[: _BEFORE_NOUN + 1]) if word in list_person_nouns()), None)
    if at is None or not _is_clauseless(words):
        return False
    before, behind = words[:at], words[at + 1 :]
    return _GOES_ON.isdisjoint(before) and _is_a_place(behind)


def _is_a_place(behind: list[str]) -> bool:
    return not behind or behind[0] in _GOES_ON or behind[0].isdigit()


def _is_clauseless(words: list[str]) -> bool:
    """Say whether no verb and no pronoun makes of the words a part of what somebody says."""
    clause = FINITE_VERBS | AUXILIARIES | PERSON_WORDS | {"that", "this", "i", "there", "not", "no"}
    return clause.isdisjoint(words)


@lru_cache
def list_person_nouns() -> frozenset[str]:
    """Return the folded nouns for persons of every language with lists, names of offices aside."""
    parts = load_saying_words().values()
    nouns = " ".join(part.get(kind, "") for part in parts for kind in _NOUNS).split()
    known = fold_list(frozenset(nouns)) | fold_list(ASKS - ASKED) | _OTHERS
    return frozenset(word for word in known if len(word) > 2 and not is_title(word))
