"""Which words of a text are names, by how they are printed: Dale and Chall (1948) call no name difficult."""

from __future__ import annotations

from collections.abc import Callable

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
_GAP = 4  # characters between such a mark and a word
_MOST = 0.5  # of the words inside sentences; where more have a capital (Titles Like This), it shows no name


def flag_names(text: str, tokens: pd.DataFrame) -> pd.Series:
    """Tell which words are names of persons and places, or adjectives made of them.

    text: the source. tokens: its words in sentences, in order (sentence, start, token).
    Returns one row a word, true or false, under the same index. The rule:
    A word shows itself as a name where it stands inside a sentence with a capital, if it never stands with a small
    letter in the text; it is then one wherever it stands. Capitals where a sentence, a quotation or a clause behind
    a colon begins show nothing, nor do acronyms ("OSCE"). Words of titles and of the names of organisations, laws
    and documents ("President", "Council", "Charter") stay ordinary words, as the authors have it. What stands only
    where sentences begin is a name if the word list knows it as one.
    Missed: names that are also common words of the same text, and all names of a text without small letters, without
    capitals, or with one on most words.
    """
    form = _map(tokens["token"], _bare)
    capital, small = _map(form, _is_name_like), _map(form, str.islower)
    opens = _follows_opener(text, tokens[capital]).reindex(tokens.index, fill_value=False)
    inside = tokens["sentence"].eq(tokens["sentence"].shift()).fillna(False).astype(bool) & ~opens
    shows = capital & inside & (capital[inside].mean() <= _MOST)
    found = {*form[shows].unique(), *filter(_is_known_name, form[capital].unique())}
    ordinary = set(form[small])
    names = {name for name in found if name.casefold() not in ordinary and not _is_ordinary(name.casefold())}
    return capital & form.isin(names)


def _map(words: pd.Series, measure: Callable[[str], object]) -> pd.Series:
    """Measure each word, each distinct one once."""
    codes, distinct = pd.factorize(words.to_numpy(dtype=object))
    dtype = bool if measure is not _bare else object
    measured = np.array([measure(word) for word in distinct], dtype=dtype)
    return pd.Series(measured[codes], words.index, dtype=dtype)


def print_words(tokens: pd.DataFrame) -> pd.Series:
    """Return each word with its capitals if they tell an acronym: not where its whole sentence is in capitals.

    tokens: words in sentences (sentence, token, norm).
    """
    is_loud = ~_map(tokens["token"], _has_small).groupby(tokens["sentence"].to_numpy()).transform("any")
    pairs = list(zip(tokens["token"].tolist(), tokens["norm"].tolist(), strict=True))
    printed = {pair: _print(*pair) for pair in set(pairs)}
    words = pd.Series([printed[pair] for pair in pairs], tokens.index, dtype=object)
    return words.where(~is_loud, tokens["norm"])


def _print(token: str, norm: str) -> str:
    """Return a word as printed; one that is counted under another form (it broke at a line's end) as counted."""
    plain = plain_word(token)
    return plain if plain.casefold() == norm else norm


def _bare(token: str) -> str:
    return plain_word(token).removesuffix("'s").removesuffix("'")


def _is_name_like(form: str) -> bool:
    """Say whether a form begins with a capital and is no acronym (`Corvin`, `US-Russian`, the initial `B`)."""
    return form[:1].isupper() and (len(form) == 1 or _has_small(form))


def _has_small(form: str) -> bool:
    return any(map(str.islower, form))


def _follows_opener(text: str, tokens: pd.DataFrame) -> pd.Series:
    before = [
        text[max(0, start - _GAP) : start].rstrip()[-1:] in _OPENERS for start in tokens["start"].tolist()
    ]
    return pd.Series(before, tokens.index, dtype=bool)


def _is_ordinary(norm: str) -> bool:
    words = {norm, lemmatise(norm)}
    return is_function_word(norm) or not words.isdisjoint(INSTITUTION_WORDS | TITLE_WORDS)


def _is_known_name(form: str) -> bool:
    return is_known(form.casefold()) and is_proper(form.casefold())
