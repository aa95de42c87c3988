"""Words where none is parted from the next by a space: by a library with a dictionary, an extra of the package.

Japanese by SudachiPy with its small dictionary (Takaoka et al. 2018), the short units; Chinese, Thai, Khmer, Lao and
Burmese by the word breaker of ICU. Only a text that is mostly in such a script is cut, so that a foreign name in
another text is one word whether the extra is installed or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec

from analysis.language.scripts import UNSPACED, is_mostly_unspaced, is_parted

EXTRA = "segmenter"
_LIBRARIES = ("icu4py", "sudachipy", "sudachidict_small")
_KANA = re.compile("[\u3040-\u30ff]")
_THAI = re.compile("[\u0e01-\u0e4e]")
_LONGEST = 5_000  # letters that are cut at once
_KEPT = 20_000  # stretches whose words are remembered


@cache
def has_segmenter() -> bool:
    """Say whether the extra is installed."""
    return all(find_spec(library) for library in _LIBRARIES)


def is_cut(text: str) -> bool:
    """Say whether the words of a text are to be told apart by the library."""
    return not text.isascii() and _is_cut(text)


@lru_cache(maxsize=64)
def _is_cut(text: str) -> bool:
    if UNSPACED.search(text) is None or not has_segmenter():
        return False
    return is_mostly_unspaced(text) and not is_parted(text)


def cut_words(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words in stretches of a text that no space parts; offsets are those of the text.

    spans: (start, end) of each stretch, without stops and spaces in it.
    """
    return [word for start, end in spans for word in _cut_span(text, start, end)]


def _cut_span(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not UNSPACED.search(text, start, end):
        yield start, end
        return
    for first in range(start, end, _LONGEST):
        at = first
        for length in _measure_words(text[first : min(end, first + _LONGEST)]):
            yield at, at + length
            at += length


@lru_cache(maxsize=_KEPT)
def _measure_words(stretch: str) -> tuple[int, ...]:
    """Return the lengths of the words of a stretch, which fill it."""
    words = _cut_japanese(stretch) if _KANA.search(stretch) else _cut_by_icu(stretch)
    return tuple(map(len, words))


def _cut_japanese(stretch: str) -> list[str]:
    edges = [(morpheme.begin(), morpheme.end()) for morpheme in _load_japanese().tokenize(stretch)]
    return [stretch[start:end] for start, end in edges if end > start]


def _cut_by_icu(stretch: str) -> list[str]:
    from icu4py.breakers import WordBreaker

    return list(map(str, WordBreaker(stretch, "th" if _THAI.search(stretch) else "zh")))


@cache
def _load_japanese():
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="small").tokenizer(mode=SplitMode.A)
