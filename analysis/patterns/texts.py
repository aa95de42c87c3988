"""The words in which patterns are sought, as numbers of their forms, and where the words of a pattern stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import (
    ACRONYMS_LIKE_WORDS,
    fold_word,
    number_stretches,
    number_values,
    order_by,
    order_words,
    plain_word,
)
from analysis.patterns.syntax import ANY, PART, Words, has_capital, spell

_LAST_LETTER = chr(0x10FFFF)
_FORM = ["folded", "norm", "printed"]


class _Uses(NamedTuple):
    """Where a pattern word fits."""

    rows: np.ndarray  # the words it fits
    is_form: np.ndarray  # for each form of the vocabulary, whether it fits


@dataclass
class Text:
    """Words in reading order, each as the number of its form in a vocabulary sorted by folded form."""

    order: np.ndarray  # the row of each word in the table of tokens
    passage: np.ndarray  # a number for each run of words that a match may span
    form: np.ndarray  # the number of each word's form
    folded: list[str]  # each form, folded, without the capitals that an acronym keeps
    norms: list[str]  # each form, as it is counted
    printed: list[str]  # each form, as printed
    rows: np.ndarray = field(init=False)  # the words sorted by form
    bounds: np.ndarray = field(init=False)  # where in rows the words of each form begin
    compounds: list[int] = field(init=False)  # the forms with a hyphen
    known: dict[str, _Uses] = field(default_factory=dict)
    found: dict[Words, np.ndarray] = field(default_factory=dict)  # where sequences start, passages aside

    def __post_init__(self) -> None:
        self.rows = order_by(self.form, np.arange(len(self.form), dtype=np.int32))
        self.compounds = [form for form, folded in enumerate(self.folded) if "-" in folded]
        self.bounds = np.append(0, np.cumsum(np.bincount(self.form, minlength=len(self.folded))))

    def look_up(self, word: str) -> _Uses:
        """Return where a pattern word fits; each is looked for once."""
        if word not in self.known:
            forms = self._list_forms(word)
            rows = [self.rows[self.bounds[form] : self.bounds[form + 1]] for form in forms]
            is_form = np.zeros(len(self.folded), dtype=bool)
            is_form[forms] = True
            self.known[word] = _Uses(np.concatenate([self.rows[:0], *rows]), is_form)
        return self.known[word]

    def _list_forms(self, word: str) -> list[int]:
        # Only forms that begin like the pattern word are compared, which the sorted vocabulary finds at once.
        stem = fold_word(word.lstrip(PART).split(ANY)[0]).casefold()
        last = stem + _LAST_LETTER if ANY in word or word.startswith(PART) else stem
        candidates = set(range(bisect_left(self.folded, stem), bisect_right(self.folded, last)))
        if word.startswith(PART):
            candidates |= set(self.compounds)
        forms = self.printed if has_capital(word) else self.norms
        if ANY not in word and not word.startswith(PART):
            return [form for form in sorted(candidates) if forms[form] == word]
        spelling = spell(word)
        return [form for form in sorted(candidates) if spelling.fullmatch(forms[form])]

    def find(self, words: Words) -> np.ndarray:
        """Return the rows at which a sequence of words (no gaps) starts, whatever passages its words are of.

        Each is looked for once, beginning with its rarest word.
        """
        if words not in self.found:
            self.found[words] = self._find_anew(words)
        return self.found[words]

    def _find_anew(self, words: Words) -> np.ndarray:
        uses = {offset: self.look_up(word) for offset, word in enumerate(words) if word.strip(ANY)}
        rarest = min(uses, key=lambda offset: len(uses[offset].rows))
        starts = uses.pop(rarest).rows - rarest
        if len(words) > 1 and len(starts):
            starts = starts[(starts >= 0) & (starts + len(words) <= len(self.form))]
        for offset, word in uses.items():
            if not len(starts):
                break
            forms = self.form[starts + offset]
            starts = starts[word.is_form[forms]]
        return starts

    def are_inside(self, starts: np.ndarray, n_words: np.ndarray) -> np.ndarray:
        """Tell of which stretches, each of so many words from its start on, all words belong to one passage."""
        ends = starts + n_words - 1
        return self.passage[starts] == self.passage[ends]


def read_text(tokens: pd.DataFrame) -> Text:
    """Read the words in which patterns are sought; tokens: as for `matching.find_matches`."""
    order = order_words(tokens)
    number, forms = _number_forms(tokens)
    columns = (forms[name].tolist() for name in _FORM)
    return Text(order, number_stretches(tokens, order), number[order], *columns)


def part_anew(text: Text, tokens: pd.DataFrame) -> Text:
    """Return a text whose passages are those of these tokens: the same words, other sentences or roles.

    Which words are in no sentence must be the same.
    """
    other = copy(text)
    other.passage = number_stretches(tokens, text.order)
    return other


def _number_forms(tokens: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Number the form of each word, and list all forms in the order of the folded ones: folded, norm, printed.

    printed is plain, and is the norm of a word that looks like an acronym or is one: `US` is no `us` in
    capitals.
    """
    token, printed = number_values(tokens["token"])
    norm, norms = number_values(tokens["norm"])
    n_norms = np.int64(max(1, len(norms)))
    number, pairs = pd.factorize(token * n_norms + norm)
    of_token, of_norm = np.divmod(pairs, n_norms)
    listed = [_print_form(*words) for words in zip(printed[of_token], norms[of_norm], strict=True)]
    forms = pd.DataFrame(listed, columns=_FORM, dtype=object)
    ranked = forms["folded"].argsort(kind="stable").to_numpy()
    rank = np.argsort(ranked).astype(np.int32)
    return rank[number], forms.iloc[ranked]


def _print_form(token: str, norm: str) -> tuple[str, str, str]:
    """Return a form folded, as it is counted, and as printed."""
    folded = norm.casefold()
    return folded, norm, norm if folded in ACRONYMS_LIKE_WORDS else plain_word(token)
