"""What a quotation says: its words as they are compared, and where the outlet marks that it left some out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.language import find_words, fold_word, is_function_word, lemmatise
from analysis.quotes.index import Index
from analysis.quotes.word_keys import list_keys, stem_of

UNKNOWN = -3  # a key that the corpus does not have
_LETTER = re.compile(r"\[(\w)\](?=\w)")  # `[W]e wait`
_ENDING = re.compile(r"(?<=\w)\[\w{1,4}\]")  # `wait[ed]`
_INSERTED = re.compile(r"\[[^\[\]]*\]|[(<][.…\s]+[)>]|\.(?:\s?\.){1,4}|…")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*\s+(?=\W*[A-ZÀ-ÞА-Я\d])")


class Wording(NamedTuple):
    """The words of a quotation, one value a key.

    text: the quotation, without what the outlet put in. keys: their keys. number: of each key in the index,
    UNKNOWN if it has none. stem: of each key, UNKNOWN if no word of the corpus shares it. bits: how rare each
    is. is_content: whether it is no function word. span: where each stands in text. is_marked: whether an
    ellipsis or a bracket stands before it. sentence: the number of the sentence of each, from 0.
    """

    text: str
    keys: list[str]
    number: np.ndarray
    stem: np.ndarray
    bits: np.ndarray
    is_content: np.ndarray
    span: list[tuple[int, int]]
    is_marked: np.ndarray
    sentence: np.ndarray

    def __len__(self) -> int:
        return len(self.keys)

    def part(self, first: int, last: int) -> Wording:
        """Return some of its words."""
        cut = (column[first:last] for column in self[1:])
        return Wording(self.text, *cut)

    @property
    def n_sentences(self) -> int:
        """How many sentences it has."""
        return len(np.unique(self.sentence))

    def list_sentences(self) -> list[Wording]:
        """Return each of its sentences."""
        bounds = np.searchsorted(self.sentence, np.unique(self.sentence)).tolist()
        return [self.part(*span) for span in pairwise([*bounds, len(self)])]


def read_wording(quote: str, index: Index) -> Wording:
    """Read a quotation as it is compared with a corpus."""
    text, inserted = _take_out(quote)
    spans, keys = [], []
    for start, end in find_words(text):
        of_word = list_keys(fold_word(text[start:end], text))
        keys += of_word
        spans += [(start, end)] * len(of_word)
    number = np.array([index.number.get(key, UNKNOWN) for key in keys], dtype=np.int64)
    rarest = np.log2(index.n_words)
    known = number >= 0
    bits = np.full(len(keys), rarest)
    bits[known] = index.bits[number[known]]
    stems = np.array(
        [_find_stem(key, n, index) for key, n in zip(keys, number.tolist(), strict=True)], dtype=np.int64
    )
    is_content = np.array([not is_function_word(key) for key in keys], dtype=bool)
    marked = np.array([_stands_between(inserted, spans, i) for i in range(len(keys))], dtype=bool)
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    sentence = np.searchsorted(ends, [start for start, _ in spans], side="right")
    return Wording(text, keys, number, stems, bits, is_content, spans, marked, sentence)


def _take_out(quote: str) -> tuple[str, list[int]]:
    """Return a quotation with spaces for what is the outlet's, on one line, and where that stood."""
    text = _ENDING.sub("", _LETTER.sub(r"\1", " ".join(quote.split())))
    places = [match.start() for match in _INSERTED.finditer(text)]
    return _INSERTED.sub(_blank, text), places


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _stands_between(inserted: list[int], spans: list[tuple[int, int]], i: int) -> bool:
    before = spans[i - 1][1] if i else 0
    return any(before <= at < spans[i][0] for at in inserted)


def _find_stem(key: str, number: int, index: Index) -> int:
    if number >= 0:
        return int(index.arrays.stem[number])
    return index.stem_numbers.get(stem_of(key, lemmatise(key)), UNKNOWN)
