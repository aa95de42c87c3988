"""Which word a word goes on from: where a phrase may run on, and where a sign ends it."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.counting.numbered import Columns, read_numbers
from analysis.language import Words

# A dash between spaces, of any length; a dash without them only if it is a long one.
_ENDS_PHRASE = re.compile(r"[;:()…—―⸺；：（）؛]|--|\.\.\.|(?<=\s)[-–‒](?=\s)")
_SPACE = ord(" ")
_ABBREVIATION = re.compile(r"[^\W\d_]{2,}\)")


def find_follows(
    text: str, words: Words, sentence: pd.arrays.IntegerArray, segments: Columns | pd.DataFrame
) -> pd.arrays.IntegerArray:
    """Find the word that each word goes on from in a phrase.

    text: the source. words: its words, in order, and the row of the segment of each. sentence: that of each, missing
    outside running text. segments: one row a segment (role, start, end). Returns the position (from 1) of that word,
    missing where a sentence, a role or, outside running text, a segment begins, and behind one of ; : ( ) … and a
    dash. What stands in a note, a footnote mark among them, parts no phrase, and neither does an abbreviation in
    brackets: `the Old Sea Pact (OSP)` is one name.
    """
    role = read_numbers(segments["role"]).numbers
    outside = sentence.isna()
    number = sentence.to_numpy(dtype=np.int64, na_value=0)
    inside = _pair(np.flatnonzero(~outside), number, role[words.place])
    aside = _pair(np.flatnonzero(outside), words.place)
    bare = _blank_notes(text, segments)
    links = [_keep_links(bare, words, inside), _keep_links(text, words, aside)]
    before, word = np.concatenate(links, axis=1)
    follows = np.ones(len(number), dtype=np.int64)
    is_missing = np.ones(len(number), dtype=bool)
    follows[word], is_missing[word] = before + 1, False
    return pd.arrays.IntegerArray(follows, is_missing)


def _pair(rows: np.ndarray, *within: np.ndarray) -> np.ndarray:
    """Return the rows of words that go on, below the rows of those before them.

    rows: the words that are looked at, in order. within: one value a word, alike in both.
    """
    before, word = rows[:-1], rows[1:]
    same = np.logical_and.reduce([column[before] == column[word] for column in within])
    return np.stack([before[same], word[same]])


def _keep_links(text: str, words: Words, pairs: np.ndarray) -> np.ndarray:
    """Return the pairs of words between which no phrase ends."""
    before, word = pairs
    end, start = words.end[before], words.start[word]
    goes_on = (start - end == 1) & _find_spaces(text)[end]
    others = np.flatnonzero(~goes_on)  # few have more than a space between them
    gaps = zip(end[others].tolist(), start[others].tolist(), strict=True)
    goes_on[others] = [not _ends_phrase(text, *gap) for gap in gaps]
    return pairs[:, goes_on]


def _find_spaces(text: str) -> np.ndarray:
    """Return which characters of a text are plain spaces, one boolean a character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32) == _SPACE


def _blank_notes(text: str, segments: Columns | pd.DataFrame) -> str:
    """Return the text with spaces for its notes."""
    role, roles = read_numbers(segments["role"])
    notes = np.flatnonzero(np.array([name == "note" for name in roles], dtype=bool)[role])
    starts, ends = (np.asarray(segments[name])[notes].tolist() for name in ("start", "end"))
    pieces, at = [], 0
    for start, end in zip(starts, ends, strict=True):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _ends_phrase(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two words ends a phrase."""
    found = _ENDS_PHRASE.findall(text[start:end])
    names_again = found == ["("] and (short := _ABBREVIATION.match(text, end)) and short.group().isupper()
    return bool(found) and not names_again
