"""What a pattern says: the one language in which topics and phrases are written down.

A pattern is words separated by spaces. `*` inside a word stands for any letters (or none), a lone `*` for
exactly one word, `...` for up to three words (or none). A pattern word with a capital letter is compared
with the word as printed, any other with its case folded; curly quotes and special hyphens count as plain ones
either way. A pattern that starts with `-` cancels the hits of its group that it overlaps. Patterns are split
into words by the rule for texts, so `U.S.` is one word, `US`, and finds both. A pattern word all in capitals
finds an acronym also in its possessive and as part of a hyphenated word: `EU` finds `EU's` and `pro-EU`. A
match never runs over ; : — ( ) or …, but over a comma and over a note.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from analysis.errors import InputError
from analysis.language import WORD, fold_word, plain_word

LONGEST_GAP = 3
# Two letters no living language uses stand for `*` and `...`, so that the rule for words can split patterns.
ANY, GAP = "\ua66e", "\ua66d"
PART = "+"  # before an acronym that is asked for inside a longer word; no word begins with it
Words = tuple[str, ...]
# Signs of other pattern languages: read as gaps between words they would make a pattern that finds nothing.
_FOREIGN = re.compile(r"[?|()\[\]{}+\\^$_]")
_DASH = re.compile(r"[‒–—―−]")
_IDLE = " \t.'’‘\"“”«»„*"  # what may stand around words, and is not compared
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")  # their letters look alike
_MOST_GAPS = 4  # each stands for four forms, and all are written out in every combination
_MOST_ACRONYMS = 4  # of a pattern that are also asked for inside longer words


@lru_cache(maxsize=50_000)
def split_pattern(pattern: str) -> tuple[bool, Words]:
    """Return whether a pattern cancels, and its words. Raises InputError for one that says nothing."""
    text = pattern.strip().replace("…", "...")
    if sign := _FOREIGN.search(text):
        what = f"holds {sign.group()!r}, no sign of this language"
        raise InputError(f"the pattern {pattern!r} {what}; write words, * and ... only, one pattern a row.")
    if _DASH.match(text):
        raise InputError(f"the pattern {pattern!r} starts with a dash; one that cancels takes a hyphen.")
    found = WORD.findall(text.replace("...", f" {GAP} ").replace("*", ANY))
    _check_letters(pattern, text, found)
    words = tuple(plain_word(word) if has_capital(word) else fold_word(word) for word in found)
    if not any(word.strip(ANY + GAP) for word in words):
        raise InputError(f"the pattern {pattern!r} names no word; write at least one.")
    if GAP in (words[0], words[-1]):
        raise InputError(f"the pattern {pattern!r} starts or ends with a gap; begin and end it with a word.")
    if words.count(GAP) > _MOST_GAPS:
        raise InputError(f"the pattern {pattern!r} has more than {_MOST_GAPS} gaps; split it.")
    return text.startswith("-"), words


def _check_letters(pattern: str, text: str, found: list[str]) -> None:
    """Raise InputError for a sign that no match can hold, and for a word in letters of two scripts."""
    rest = WORD.sub("", text.replace("...", " ").replace("*", ANY)).removeprefix("-")
    if sign := rest.strip(_IDLE).translate(dict.fromkeys(map(ord, _IDLE))):
        name = unicodedata.name(sign[0], f"U+{ord(sign[0]):04X}").lower()
        what = f"holds {sign[0]!r} ({name}), which no match can hold"
        raise InputError(f"the pattern {pattern!r} {what}; write words, * and ... only.")
    for word in found:
        scripts = [{_script_of(letter): letter for letter in part} for part in re.split("[-‐‑]", word)]
        for mixed in scripts:
            mixed = {script: letter for script, letter in mixed.items() if script in _SCRIPTS}
            if len(mixed) > 1:
                letters = " and ".join(
                    f"{letter!r} ({script.lower()})" for script, letter in sorted(mixed.items())
                )
                what = f"mixes letters of two scripts in one word, {letters}"
                raise InputError(f"the pattern {pattern!r} {what}; type the word anew.")


def _script_of(letter: str) -> str:
    return "" if letter in (ANY, GAP) else unicodedata.name(letter, "").partition(" ")[0]


def has_capital(word: str) -> bool:
    """Tell whether a pattern word is compared with the word as printed."""
    return any(letter.isupper() for letter in word)


def fill_gaps(words: Words) -> list[Words]:
    """Write each gap out as none to three lone wildcards, in every combination."""
    gap = [(ANY,) * n for n in range(LONGEST_GAP + 1)]
    filled = product(*(gap if word == GAP else [(word,)] for word in words))
    return list(dict.fromkeys(sum(parts, ()) for parts in filled))


def list_forms(words: Words) -> list[Words]:
    """Write out all that a pattern asks for: its gaps filled, its acronyms whole and inside longer words."""
    acronyms = [word for word in words if is_acronym(word)]
    if not acronyms or len(acronyms) > _MOST_ACRONYMS:
        return fill_gaps(words)
    choices = ([word, PART + word] if is_acronym(word) else [word] for word in words)
    return list(dict.fromkeys(form for chosen in product(*choices) for form in fill_gaps(chosen)))


def is_acronym(word: str) -> bool:
    """Tell whether a pattern word is also asked for inside longer words."""
    return len(word) > 1 and word.isalpha() and word.isupper()


def count_parts(words: Words) -> int:
    """Count the words of a form that are asked for inside longer words."""
    return sum(word.startswith(PART) for word in words)


@lru_cache(maxsize=50_000)
def spell(word: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern word."""
    if word.startswith(PART):
        acronym = re.escape(word[len(PART) :])
        return re.compile(rf"(?!{acronym}$)(?:.+-)?{acronym}(?:'s?)?(?:-.+)?")
    return re.compile(re.escape(word).replace(ANY, ".*"))
