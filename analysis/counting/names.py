"""Which words of a text are names, by how they are printed: Dale and Chall (1948) call no name difficult."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import (
    INSTITUTION_WORDS,
    TITLE_WORDS,
    is_function_word,
    is_known,
    is_proper,
    lemmatise,
    plain_word,
)

# Behind these a capital shows that a clause or quotation begins, and no name.
_OPENERS = frozenset("\"“”„«»‘’'([{:…—–•*")
_NO_NAMES = INSTITUTION_WORDS | TITLE_WORDS
_KEPT = 200_000  # words whose answers are remembered
_GAP = 4  # characters between such a mark and a word
_MOST = 0.5  # of the words inside sentences; where more have a capital (Titles Like This), it shows no name


class SpokenWords(NamedTuple):
    """The words in sentences, one value a word, in order: sentence, start, and the numbers of the word as printed and
    of its counted form; and what is printed, and the forms, by these numbers.
    """

    sentence: np.ndarray
    start: np.ndarray
    token: np.ndarray
    norm: np.ndarray
    tokens: list[str]
    norms: list[str]

    def keep(self, rows: np.ndarray) -> SpokenWords:
        """Return some of the words."""
        return SpokenWords(*(column[rows] for column in self[:4]), self.tokens, self.norms)


def read_spoken(tokens: pd.DataFrame) -> SpokenWords:
    """Return those of the words of a source that stand in sentences.

    tokens: one row a word (sentence, start, token, norm).
    """
    sentence = tokens["sentence"].to_numpy(dtype=np.int64, na_value=0)
    token, printed = pd.factorize(tokens["token"])
    norm, norms = pd.factorize(tokens["norm"])
    words = SpokenWords(sentence, tokens["start"].to_numpy(), token, norm, printed.tolist(), norms.tolist())
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
    codes, distinct = pd.factorize(words.token)
    forms = [_bare(words.tokens[number]) for number in distinct.tolist()]
    capital = _test_each(forms, _is_name_like)[codes]
    inside = _is_inside(text, words, capital)
    shows = capital & inside & (_share(capital[inside]) <= _MOST)
    found = {forms[code] for code in np.unique(codes[shows])}
    found |= {forms[code] for code in np.unique(codes[capital]) if _is_known_name(forms[code])}
    ordinary = {form for form in forms if form.islower()}
    names = {name for name in found if name.casefold() not in ordinary and not _is_ordinary(name.casefold())}
    return capital & _test_each(forms, names.__contains__)[codes]


def _is_inside(text: str, words: SpokenWords, capital: np.ndarray) -> np.ndarray:
    """Tell which words stand behind another of their sentence; with a capital, behind no sign that opens a clause."""
    inside = np.diff(words.sentence, prepend=0) == 0
    starts = words.start[capital].tolist()
    opens = [text[max(0, at - _GAP) : at].rstrip()[-1:] in _OPENERS for at in starts]
    inside[capital] &= ~np.array(opens, dtype=bool)
    return inside


def _share(flags: np.ndarray) -> float:
    return flags.mean() if len(flags) else 0.0


def _test_each(words: Sequence[str], test: Callable[[str], bool]) -> np.ndarray:
    return np.fromiter(map(test, words), dtype=bool, count=len(words))


def print_words(words: SpokenWords) -> tuple[np.ndarray, list[str]]:
    """Number words with their capitals if they tell an acronym: not where their whole sentence is in capitals.

    Returns the number of each word, and what is counted by these numbers.
    """
    is_quiet = np.zeros(words.sentence.max(initial=0) + 1, dtype=bool)
    is_quiet[words.sentence[_test_each(words.tokens, _has_small)[words.token]]] = True
    n = len(words.norms)
    pair = np.where(is_quiet[words.sentence], words.token + 1, 0) * n + words.norm
    codes, pairs = pd.factorize(pair)
    token, norm = np.divmod(pairs, max(1, n))
    forms = [
        _print(words.tokens[token - 1], words.norms[norm]) if token else words.norms[norm]
        for token, norm in zip(token.tolist(), norm.tolist(), strict=True)
    ]
    return codes, forms


@lru_cache(maxsize=_KEPT)
def _print(token: str, norm: str) -> str:
    """Return a word as printed; one that is counted under another form (it broke at a line's end) as counted."""
    plain = plain_word(token)
    return plain if plain.casefold() == norm else norm


@lru_cache(maxsize=_KEPT)
def _bare(token: str) -> str:
    return plain_word(token).removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=_KEPT)
def _is_name_like(form: str) -> bool:
    """Say whether a form begins with a capital and is no acronym (`Corvin`, `US-Russian`, the initial `B`)."""
    return form[:1].isupper() and (len(form) == 1 or _has_small(form))


@lru_cache(maxsize=_KEPT)
def _has_small(form: str) -> bool:
    return any(map(str.islower, form))


@lru_cache(maxsize=_KEPT)
def _is_ordinary(norm: str) -> bool:
    words = {norm, lemmatise(norm)}
    return is_function_word(norm) or not words.isdisjoint(_NO_NAMES)


@lru_cache(maxsize=_KEPT)
def _is_known_name(form: str) -> bool:
    return is_known(form.casefold()) and is_proper(form.casefold())
