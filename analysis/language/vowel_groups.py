"""Syllables of German, French, Spanish, Italian and Russian words, by their vowels as they are spelled.

One rule a language, after its grammars: which vowels next to each other are one syllable, which letters are mute.
benchmarks/README.md has how often each rule is right on words that people counted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from analysis.language.lemmas import find_lemma
from analysis.language.syllables import CACHED_WORDS
from analysis.language.word_parts import has_digit
from analysis.language.words import plain_word

_PARTS = re.compile(r"[^\W_]+")
# German: two vowels that are one sound; every other vowel is a syllable (`Na·ti·on`).
_GERMAN = re.compile(r"eu|äu|ei|ai|au|ey|ay|ie|aa|ee|oo|ou|[aeiouyäöüéèêàáóôâ]")
_GERMAN_APART = re.compile(
    r"^[bg]e(?=e[hinr]|u)|(?<=e)um(?=s?$)|(?<=[^aeiou]i)en(?=$)"
)  # ge·ehrt, Muse·um, Medi·en
_SPANISH = re.compile(r"[aeiouáéíóúü]+")
_SPANISH_MUTE = re.compile(r"(?<=q)u|(?<=g)u(?=[eéií])|y(?=[aeiouáéíóú])")
_ITALIAN = re.compile(r"[aeiouàèéìíòóùú]+")
_ITALIAN_MUTE = re.compile(
    r"(?<=q)u|(?<=g)u(?=[aeioàèéìò])|(?<=[cg])i(?=[aouàòù])|(?<=sc)i(?=e)|(?<=gl)i(?=[aeouàèéòù])"
)
_ITALIAN_SHORT = re.compile(r"[^aeiou]*[iu][aeo]")  # zi·o, du·e, vi·a
# French: e at the end is mute, with s or, in a verb's plural, nt behind it (`cir·culent`).
_FRENCH = re.compile(r"eau|[aeiouyàâäéèêëîïôöùûüœæ]+")
_FRENCH_MUTE = (
    (re.compile(r"es?$|(?<=q)u|(?<=g)u(?=[eéèêiîy])|(?<=g)e(?=[ao])"), ""),
    (re.compile(r"(?<=[aeoué])ill|(?<=[aeou])y(?=[aeiouéè])|(?<=[^lraeiouyéè])i(?=[aeo])"), "j"),
    (re.compile(r"(?<=[iuoaûéy])e(?=r[aeio])"), ""),
)
_FRENCH_APART = re.compile(r"(?<=é)[aoiueâê]|(?<=[aou])[éèêïë](?!$)|(?<=u)[aâ]")
_ELIDED = re.compile(r"^\w{1,2}'(?=\w)")  # what sounds with the next word: l'homme, qu'il
_RUSSIAN = re.compile(r"[аеёиоуыэюя]")


@lru_cache(maxsize=CACHED_WORDS)
def count_syllables_in(word: str, language: str) -> int:
    """Count the syllables of a word in one of SYLLABLE_LANGUAGES: 0 without a letter or digit, else at least 1.

    Compounds with a hyphen, and what an apostrophe parts: the sum of the parts. Numbers: one syllable a figure, as for
    English. An acronym without a vowel is spelled (`BBC` 3).
    """
    parts = _PARTS.findall(_ELIDED.sub("", plain_word(word)))
    return sum(_count_part(part, language) for part in parts)


def _count_part(part: str, language: str) -> int:
    if has_digit(part):
        return 1
    n = _COUNTS[language](unicodedata.normalize("NFC", part.lower()))
    return len(part) if n == 0 and part.isupper() else max(1, n)


def _count_german(low: str) -> int:
    return len(_GERMAN.findall(low.replace("qu", "q"))) + len(_GERMAN_APART.findall(low))


def _count_spanish(low: str) -> int:
    vowels = _SPANISH.findall(_SPANISH_MUTE.sub("", low).replace("y", "i"))
    return sum(_count_in_group(group, strong="aeoáéóíú") for group in vowels)


def _count_italian(low: str) -> int:
    if _ITALIAN_SHORT.fullmatch(low):
        return 2
    vowels = _ITALIAN.findall(_ITALIAN_MUTE.sub("", low.replace("y", "i")))
    return sum(_count_in_group(group, strong="aeoàèéòóìíùú") for group in vowels)


def _count_in_group(group: str, *, strong: str) -> int:
    """Count the syllables of vowels next to each other: each strong or stressed one, else one."""
    return max(1, sum(vowel in strong for vowel in group))


def _count_french(low: str) -> int:
    if low.endswith("ent") and find_lemma(low, "fr").endswith(("er", "ir", "re")):
        low = low.removesuffix("nt")
    for mute, plain in _FRENCH_MUTE:
        low = mute.sub(plain, low)
    return sum(1 + len(_FRENCH_APART.findall(group)) for group in _FRENCH.findall(low)) + _count_apart(low)


def _count_apart(low: str) -> int:
    """Count i and u before a vowel behind two consonants of which the last is l or r: `pri·er`, `ou·bli·er`."""
    return len(re.findall(r"(?<=[bcdfgptv][lr][iu])[aeoé]", low))


def _count_russian(low: str) -> int:
    return len(_RUSSIAN.findall(low))


_COUNTS = {
    "de": _count_german,
    "es": _count_spanish,
    "fr": _count_french,
    "it": _count_italian,
    "ru": _count_russian,
}
SYLLABLE_LANGUAGES = frozenset(_COUNTS)
