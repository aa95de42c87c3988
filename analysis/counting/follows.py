"""Which word a word goes on from: where a phrase may run on, and where a sign ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

# A dash between spaces, of any length; a dash without them only if it is a long one.
_ENDS_PHRASE = re.compile(r"[;:()…—―⸺；：（）؛]|--|\.\.\.|(?<=\s)[-–‒](?=\s)")
_ABBREVIATION = re.compile(r"[^\W\d_]{2,}\)")


def find_follows(text: str, tokens: pd.DataFrame, segments: pd.DataFrame) -> pd.Series:
    """Find the word that each word goes on from in a phrase.

    text: the source. tokens: one row a word (sentence, position, segment, role, start, end), in order.
    segments: one row a segment (role, start, end). Returns the position of that word, missing where a
    sentence, a role or, outside running text, a segment begins, and behind one of ; : ( ) … and a dash. What
    stands in a note, a footnote mark among them, parts no phrase, and neither does an abbreviation in
    brackets: `the Old Sea Pact (OSP)` is one name.
    """
    running = tokens["sentence"].notna().to_numpy(dtype=bool)
    sentence = tokens["sentence"].fillna(0).to_numpy(dtype=np.int64)
    role = pd.factorize(tokens["role"])[0]
    inside, outside = np.flatnonzero(running), np.flatnonzero(~running)
    links = [
        _link(_blank_notes(text, segments), tokens, inside, within=(sentence, role)),
        _link(text, tokens, outside, within=(tokens["segment"].to_numpy(),)),
    ]
    before, word = np.concatenate(links, axis=1)
    follows = np.ones(len(tokens), dtype=np.int64)
    is_missing = np.ones(len(tokens), dtype=bool)
    follows[word], is_missing[word] = tokens["position"].to_numpy()[before], False
    return pd.Series(pd.arrays.IntegerArray(follows, is_missing), tokens.index)


def _link(text: str, tokens: pd.DataFrame, rows: np.ndarray, *, within: Sequence[np.ndarray]) -> np.ndarray:
    """Return the rows of words that go on, below the rows of those that they go on from.

    rows: the words that are looked at, in order. within: one value a word, alike in both.
    """
    before, word = rows[:-1], rows[1:]
    same = np.logical_and.reduce([column[before] == column[word] for column in within])
    before, word = before[same], word[same]
    ends, starts = tokens["end"].to_numpy()[before], tokens["start"].to_numpy()[word]
    spans = zip(ends.tolist(), starts.tolist(), strict=True)
    goes_on = [text[end:start] == " " or not _ends_phrase(text, end, start) for end, start in spans]
    return np.stack([before, word])[:, np.array(goes_on, dtype=bool)]


def _blank_notes(text: str, segments: pd.DataFrame) -> str:
    """Return the text with spaces for its notes."""
    notes = segments[segments["role"] == "note"]
    pieces, at = [], 0
    for start, end in zip(notes["start"], notes["end"], strict=True):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _ends_phrase(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two words ends a phrase."""
    found = _ENDS_PHRASE.findall(text[start:end])
    names_again = found == ["("] and (short := _ABBREVIATION.match(text, end)) and short.group().isupper()
    return bool(found) and not names_again
