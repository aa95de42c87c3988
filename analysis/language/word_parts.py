"""What a word is made of: its parts, without accents, and with the case of its letters as printed."""

from __future__ import annotations

import re
import unicodedata

from analysis.language.words import plain_word

# Points part initials (u.s) but not figures (2.5); commas and apostrophes never part a word.
BREAK = re.compile(r"[^\w'.,]+|\.(?=[^\W\d_])")


def drop_accents(word: str) -> str:
    """Return a word with plain marks and without accents, so that a dictionary or list can be asked."""
    plain = plain_word(word)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def split_parts(word: str) -> list[str]:
    """Split a compound into its parts; what has neither letter nor digit is no part."""
    bare = drop_accents(word)
    if bare.isalpha():
        return [bare]
    parts = (part.strip("'.,_") for part in BREAK.split(bare))
    return [part for part in parts if any(map(str.isalnum, part))]


def has_digit(part: str) -> bool:
    return any(map(str.isdigit, part))
