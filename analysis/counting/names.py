"""Which words of a text are names, by how they are printed: Dale and Chall (1948) call no name difficult."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting.numbered import Columns, read_numbers
from analysis.language import (
    INSTITUTION_WORDS,
    TITLE_WORDS,
    Remembered,
    is_function_word,
    is_known,
    is_proper,
    lemmatise,
    plain_word,
)

# Behind these a capital shows that a clause or quotation begins, and no name.
_OPENERS = frozenset("\"“”„«»‘’'([{:…—–•*")
_NO_NAMES = INSTITUTION_WORDS | TITLE_WORDS
_GAP = 4  # characters between such a mark and a word
_MOST = 0.5  # of the words inside sentences; where more have a capital (Titles Like This), it shows no name


class Form(NamedTuple):
    """What a printed word tells by itself: it with plain signs, and that folded; it without a possessive `'s`;
    whether it has a small letter, and whether the bare one has no other; and whether the bare one begins with a
    capital and is no acronym (`Corvin`, `US-Russian`, the initial `B`).
    """

    plain: str
    folded: str
    bare: str
    has_small: bool
    is_small: bool
    is_name_like: bool


class SpokenWords(NamedTuple):
    """The words in sentences, one value a word, in order: sentence, start, and the numbers of the word as printed and
    of its counted form; and what is printed, and what is counted, by these numbers.
    """

    sentence: np.ndarray
    start: np.ndarray
    token: np.ndarray
    norm: np.ndarray
    printed: list[Form]
    norms: list[str]

    def keep(self, rows: np.ndarray) -> SpokenWords:
        """Return some of the words."""
        return SpokenWords(*(column[rows] for column in self[:4]), self.printed, self.norms)


def read_spoken(tokens: Columns | pd.DataFrame) -> SpokenWords:
    """Return those of the words of a source that stand in sentences.

    tokens: one row a word (sentence, start, token, norm).
    """
    sentence = tokens["sentence"].to_numpy(dtype=np.int64, na_value=0)
    token, distinct = read_numbers(tokens["token"])
    printed = list(map(_forms.__getitem__, distinct))
    norm, norms = read_numbers(tokens["norm"])
    words = SpokenWords(sentence, np.asarray(tokens["start"]), token, norm, printed, norms)
    return words.keep(sentence > 0)


def flag_names(text: str, words: SpokenWords) -> np.ndarray:
    """Tell which words are names of persons and places, or adjectives made of them.

    text: the source. words: its words in sentences. Returns true or false a word. The rule:
    A word shows itself as a name where it stands inside a sentence with a capital, if it never stands with a small
    letter in the text; it is then one wherever it stands. Capitals where a sentence, a quotation or a clause behind
    a colon begins show nothing, nor do acronyms ("OSCE"). Words of titles and of the names of organisations, laws
    and documents ("President", "Council", "Charter") stay ordinary words, as the authors have it. What stands only
    where sentences begin is a name if the word list knows it as one.
    Missed: names that are also common words of the same text, and all names of a text without small letters, without
    capitals, or with one on most words.
    """
    forms = {number: words.printed[number] for number in _list_used(words.token)}
    like_names = {number: form.bare for number, form in forms.items() if form.is_name_like}
    capital = _flag(like_names, len(words.printed))[words.token]
    inside = _is_inside(text, words, capital)
    shows = capital & inside & (_share(capital[inside]) <= _MOST)
    found = {like_names[number] for number in _list_used(words.token[shows])}
    found |= {bare for bare in like_names.values() if _known_names[bare]}
    ordinary = {form.bare for form in forms.values() if form.is_small}
    names = {name for name in found if name.casefold() not in ordinary and not _ordinary[name.casefold()]}
    are_names = [number for number, bare in like_names.items() if bare in names]
    return _flag(are_names, len(words.printed))[words.token]


def _list_used(numbers: np.ndarray) -> list[int]:
    return np.flatnonzero(np.bincount(numbers)).tolist()


def _flag(chosen: Iterable[int], n: int) -> np.ndarray:
    """Return which of n numbers are chosen, one boolean a number."""
    flags = np.zeros(n, dtype=bool)
    flags[list(chosen)] = True
    return flags


def _is_inside(text: str, words: SpokenWords, capital: np.ndarray) -> np.ndarray:
    """Tell which words stand behind another of their sentence; with a capital, behind no sign that opens a clause."""
    inside = np.diff(words.sentence, prepend=0) == 0
    asked = np.flatnonzero(capital & inside)
    starts = words.start[asked].tolist()
    inside[asked] = [text[max(0, at - _GAP) : at].rstrip()[-1:] not in _OPENERS for at in starts]
    return inside


def _share(flags: np.ndarray) -> float:
    return flags.mean() if len(flags) else 0.0


def print_words(words: SpokenWords) -> tuple[np.ndarray, list[str]]:
    """Number words with their capitals if they tell an acronym: not where their whole sentence is in capitals.

    Returns the number of each word, and what is counted by these numbers.
    """
    is_quiet = np.zeros(words.sentence.max(initial=0) + 1, dtype=bool)
    has_small = np.array([form.has_small for form in words.printed], dtype=bool)
    is_quiet[words.sentence[has_small[words.token]]] = True
    n = len(words.norms)
    pair = np.where(is_quiet[words.sentence], words.token + 1, 0) * n + words.norm
    codes, pairs = pd.factorize(pair)
    token, norm = np.divmod(pairs, max(1, n))
    forms = [None, *words.printed]
    rows = zip(token.tolist(), map(words.norms.__getitem__, norm.tolist()), strict=True)
    pairs = [(forms[number], norm) for number, norm in rows]
    # One that is counted under another form (it broke at a line's end) as counted.
    return codes, [form.plain if form and form.folded == norm else norm for form, norm in pairs]


def _read_form(token: str) -> Form:
    plain = plain_word(token)
    bare = plain.removesuffix("'s").removesuffix("'")
    is_name_like = bare[:1].isupper() and (len(bare) == 1 or _has_small(bare))
    return Form(plain, plain.casefold(), bare, _has_small(token), bare.islower(), is_name_like)


_forms = Remembered(_read_form)


def _has_small(form: str) -> bool:
    return any(map(str.islower, form))


def _is_ordinary(norm: str) -> bool:
    words = {norm, lemmatise(norm)}
    return is_function_word(norm) or not words.isdisjoint(_NO_NAMES)


_ordinary = Remembered(_is_ordinary)


def _is_known_name(form: str) -> bool:
    return is_known(form.casefold()) and is_proper(form.casefold())


_known_names = Remembered(_is_known_name)
