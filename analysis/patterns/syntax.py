"""What a pattern says: the one language in which topics and phrases are written down.

A pattern is words separated by spaces. `*` inside a word stands for any letters (or none), a lone `*` for
exactly one word, `...` for up to three words (or none). A pattern word with a capital letter is compared
with the word as printed, any other with its case folded; curly quotes and special hyphens count as plain ones
either way. A pattern that starts with `-` cancels the hits of its group that it overlaps. Patterns are split
into words by the rule for texts, so `U.S.` is two words, `U` and `S`.
"""

from __future__ import annotations

import re
from itertools import product

from analysis.errors import InputError
from analysis.language import WORD, fold_word, plain_word

LONGEST_GAP = 3
# Two letters no living language uses stand for `*` and `...`, so that the rule for words can split patterns.
ANY, GAP = "\ua66e", "\ua66d"
Words = tuple[str, ...]
# Signs of other pattern languages: read as gaps between words they would make a pattern that finds nothing.
_FOREIGN = re.compile(r"[?|()\[\]{}+\\^$_]")
_DASH = re.compile(r"[‒–—―−]")


def split_pattern(pattern: str) -> tuple[bool, Words]:
    """Return whether a pattern cancels, and its words. Raises InputError for one that says nothing."""
    text = pattern.strip().replace("…", "...")
    if sign := _FOREIGN.search(text):
        what = f"holds {sign.group()!r}, no sign of this language"
        raise InputError(f"the pattern {pattern!r} {what}; write words, * and ... only, one pattern a row.")
    if _DASH.match(text):
        raise InputError(f"the pattern {pattern!r} starts with a dash; one that cancels takes a hyphen.")
    found = WORD.findall(text.replace("...", f" {GAP} ").replace("*", ANY))
    words = tuple(plain_word(word) if has_capital(word) else fold_word(word) for word in found)
    if not any(word.strip(ANY + GAP) for word in words):
        raise InputError(f"the pattern {pattern!r} names no word; write at least one.")
    if GAP in (words[0], words[-1]):
        raise InputError(f"the pattern {pattern!r} starts or ends with a gap; begin and end it with a word.")
    return text.startswith("-"), words


def has_capital(word: str) -> bool:
    """Tell whether a pattern word is compared with the word as printed."""
    return any(letter.isupper() for letter in word)


def fill_gaps(words: Words) -> list[Words]:
    """Write each gap out as none to three lone wildcards, in every combination."""
    gap = [(ANY,) * n for n in range(LONGEST_GAP + 1)]
    filled = product(*(gap if word == GAP else [(word,)] for word in words))
    return list(dict.fromkeys(sum(parts, ()) for parts in filled))


def spell(word: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern word."""
    return re.compile(re.escape(word).replace(ANY, ".*"))
