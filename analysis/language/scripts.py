"""Which script a text is in: some tell its language, in some no space stands between words."""

from __future__ import annotations

import re

_SAMPLE = 20_000  # characters
_MOST = 0.5  # of the letters
_LETTER = re.compile(r"[^\W\d_]")
# Letters of scripts that one language uses, or one above all.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0621-\u06d3]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
)
_SIGNS = {"ja": 0.1, "fa": 0.01}  # of the letters, that tell it from another language of the same script
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u109f\u1780-\u17d3]+")
_SPACE_INSIDE = re.compile(f"(?<={UNSPACED.pattern[:-1]})[ \u3000]+(?={UNSPACED.pattern[:-1]})")
_LONGEST = 4  # letters: where words are parted by spaces, they are shorter on average
_FEWEST = 20  # such letters; a name among other words is none


def guess_by_script(text: str) -> str:
    """Return the BCP 47 code of the language that a text's letters tell; '' where they are those of many."""
    sample = text[:_SAMPLE]
    n = len(_LETTER.findall(sample))
    counts = {code: len(letters.findall(sample)) for code, letters in _SCRIPTS}
    asian = counts["ja"] + counts["zh"]
    if n and asian >= _MOST * n:
        return "ja" if counts["ja"] >= _SIGNS["ja"] * n else "zh"
    if n and counts["ar"] >= _MOST * n:
        return "fa" if counts["fa"] >= _SIGNS["fa"] * n else "ar"
    return next((code for code, found in counts.items() if n and found >= _MOST * n), "")


def is_mostly_unspaced(text: str) -> bool:
    """Say whether most letters of a text, however short, are of a script without spaces between words."""
    sample = text[:_SAMPLE]
    return sum(map(len, UNSPACED.findall(sample))) >= _MOST * len(_LETTER.findall(sample))


def is_parted(text: str) -> bool:
    """Say whether somebody has put spaces between the words of such a text: most short runs stand beside one."""
    runs = UNSPACED.findall(text[:_SAMPLE])
    spaces = len(_SPACE_INSIDE.findall(text[:_SAMPLE]))
    return 2 * spaces >= len(runs) > 1 and sum(map(len, runs)) <= _LONGEST * len(runs)


def is_unspaced(text: str) -> bool:
    """Say whether a text is in a script without spaces between words, and nobody has put any there.

    Its words cannot be counted without a library that knows them: a whole clause would be one.
    """
    runs = UNSPACED.findall(text[:_SAMPLE])
    n = sum(map(len, runs))
    return n >= _FEWEST and n > _LONGEST * len(runs) and is_mostly_unspaced(text)
