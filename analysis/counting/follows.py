"""Which word a word goes on from: where a phrase may run on, and where a sign ends it."""

from __future__ import annotations

import re

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
    plain = _blank_notes(text, segments)
    follows = pd.Series(pd.NA, index=tokens.index, dtype="Int64")
    running = tokens["sentence"].notna()
    for part, places in ((tokens[running], ["sentence", "role"]), (tokens[~running], ["segment"])):
        before = part.shift()
        same = (part[places] == before[places]).all(axis=1)
        shown = plain if places[0] == "sentence" else text
        spans = zip(before["end"][same].astype(int), part["start"][same], strict=True)
        goes_on = [not _ends_phrase(shown, *span) for span in spans]
        linked = same.index[same][goes_on]
        follows[linked] = before.loc[linked, "position"].astype("Int64")
    return follows


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
    between = text[start:end]
    if between == " ":
        return False
    found = [sign.group() for sign in _ENDS_PHRASE.finditer(between)]
    names_again = found == ["("] and (short := _ABBREVIATION.match(text, end)) and short.group().isupper()
    return bool(found) and not names_again
