"""The words of a corpus in the order in which each voice says them, as numbers, with where each stands."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import numpy as np

from analysis.quotes.word_keys import reported_shifts

BREAK = -1  # between two stretches
UNSEEN = -2  # a word that is withheld
WITHHELD = "…"  # how it is shown
OWN, ASKED, OTHER = 0, 1, 2  # voices: the speaker, who asks, anybody else and the outlet itself
LEFT_OUT = 3  # the voice of all stretches of a source that is not searched


class Span(NamedTuple):
    """A run of words by its first and the one behind its last, as places in an index."""

    first: int
    last: int


class Arrays(NamedTuple):
    """What an index consists of, and what is kept of it on disk.

    key: the number of the key at each place, BREAK between stretches, UNSEEN where withheld. start, end:
    offsets of the word in the text of its source. order, first: the places of each key, those of key k
    at order[first[k]:first[k + 1]]. stem: the number of each key's stem. stretch: at which place each
    stretch begins; voice, source: of each stretch. sentence: at which place each sentence begins. text: the
    texts behind each other, in UTF-8; text_first: where each begins.
    """

    key: np.ndarray
    start: np.ndarray
    end: np.ndarray
    order: np.ndarray
    first: np.ndarray
    stem: np.ndarray
    is_content: np.ndarray
    stretch: np.ndarray
    voice: np.ndarray
    source: np.ndarray
    sentence: np.ndarray
    text: np.ndarray
    text_first: np.ndarray


class Index:
    """The words of a corpus, ready to be searched.

    keys, stems: the key and the stem of each number. sources: the source of each number, references before
    others, then by date.
    """

    def __init__(self, arrays: Arrays, keys: list[str], stems: list[str], sources: list[str]):
        self.arrays, self.keys, self.stems, self.sources = arrays, keys, stems, sources
        self.printed: list[str] = []  # without texts: each word of the table, where start is its row
        self._texts: dict[int, str] = {}

    def without(self, source: int) -> Index:
        """Return the same index in which a source is not found."""
        voice = np.where(self.arrays.source == source, LEFT_OUT, self.arrays.voice)
        fewer = Index(self.arrays._replace(voice=voice), self.keys, self.stems, self.sources)
        fewer.printed = self.printed
        return fewer

    def find_source(self, text: str) -> int | None:
        """Return the number of the source that has a text, None if none has."""
        n_bytes = len(text.encode("utf-8", "surrogatepass"))
        alike = np.flatnonzero(np.diff(self.arrays.text_first) == n_bytes).tolist()
        return next((source for source in alike if self.read_text(source) == text), None)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each key."""
        return {key: number for number, key in enumerate(self.keys)}

    @cached_property
    def n_words(self) -> int:
        """How many words can be found."""
        return max(2, len(self.arrays.order))

    @cached_property
    def bits(self) -> np.ndarray:
        """How rare each key is: the binary logarithm of how many words there are for each of its uses."""
        return np.log2(self.n_words / np.maximum(1, np.diff(self.arrays.first)))

    @cached_property
    def stem_numbers(self) -> dict[str, int]:
        """The number of each stem by its letters."""
        return {stem: number for number, stem in enumerate(self.stems)}

    @cached_property
    def told(self) -> np.ndarray:
        """The number under which each key is compared in reported speech: its stem, whatever tense and person."""
        numbers = self.arrays.stem.astype(np.int64)
        for word, stands_for in reported_shifts().items():
            if word in self.number and stands_for in self.number:
                numbers[self.number[word]] = numbers[self.number[stands_for]]
        return numbers

    @cached_property
    def sentence_voice(self) -> np.ndarray:
        """Whose each sentence is."""
        return self.arrays.voice[self.stretches_of(self.arrays.sentence)]

    @cached_property
    def is_whole(self) -> bool:
        """Whether the texts are at hand."""
        return len(self.arrays.text) > 0

    @cached_property
    def _keys_by_stem(self) -> tuple[np.ndarray, np.ndarray]:
        order = np.argsort(self.arrays.stem, kind="stable")
        return order, self.arrays.stem[order]

    def places_of(self, key: int) -> np.ndarray:
        """Return where a key stands, in order."""
        first = self.arrays.first
        return self.arrays.order[first[key] : first[key + 1]]

    def list_relatives(self, stem: int) -> np.ndarray:
        """Return the keys of a stem."""
        order, stems = self._keys_by_stem
        low, high = np.searchsorted(stems, [stem, stem + 1])
        return order[low:high]

    def stretches_of(self, places: np.ndarray) -> np.ndarray:
        """Return the number of the stretch in which each place lies."""
        return np.searchsorted(self.arrays.stretch, places, side="right") - 1

    def stretch_of(self, place: int) -> Span:
        """Return the stretch in which a place lies, without the break behind it."""
        at = self._number_of(place)
        bounds = self.arrays.stretch
        behind = bounds[at + 1] if at + 1 < len(bounds) else len(self.arrays.key)
        return Span(int(bounds[at]), int(behind) - 1)

    def voice_at(self, place: int) -> int:
        """Return whose word stands at a place."""
        stretch = self._number_of(place)
        return int(self.arrays.voice[stretch])

    def source_at(self, place: int) -> int:
        """Return the number of the source of a place."""
        stretch = self._number_of(place)
        return int(self.arrays.source[stretch])

    def _number_of(self, place: int) -> int:
        behind = np.searchsorted(self.arrays.stretch, place, side="right")
        return int(behind) - 1

    def sentence_of(self, place: int) -> Span:
        """Return the sentence in which a place lies, inside its stretch."""
        stretch, bounds = self.stretch_of(place), self.arrays.sentence
        at = int(np.searchsorted(bounds, place, side="right")) - 1
        behind = int(bounds[at + 1]) if at + 1 < len(bounds) else stretch.last
        return Span(max(stretch.first, int(bounds[at])), min(stretch.last, behind))

    def read_text(self, source: int) -> str:
        """Return the text of a source, '' where none is at hand."""
        if source not in self._texts:
            first, last = self.arrays.text_first[source : source + 2]
            content = self.arrays.text[first:last].tobytes()
            self._texts[source] = content.decode("utf-8", "surrogatepass")
        return self._texts[source]

    def cut(self, first: int, last: int) -> str:
        """Return what the text says from one word to another, on one line; withheld words are dots."""
        if last <= first:
            return ""
        if self.is_whole:
            text = self.read_text(self.source_at(first))
            said = text[self.arrays.start[first] : self.arrays.end[last - 1]]
            return " ".join(said.split())
        rows = dict.fromkeys(self.arrays.start[first:last].tolist())
        words = (self.printed[row] for row in rows if row >= 0)
        return " ".join(word for word, _ in groupby(words))

    def between(self, place: int) -> str:
        """Return the signs between the word at a place and the next one."""
        if not self.is_whole or place + 1 >= len(self.arrays.key) or self.arrays.key[place + 1] == BREAK:
            return "."
        text = self.read_text(self.source_at(place))
        return text[self.arrays.end[place] : self.arrays.start[place + 1]]
