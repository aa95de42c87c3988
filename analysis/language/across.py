"""What words of two languages have in common: numbers, months, and names as they sound."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("number_words.csv")
# Cyrillic letters by a Latin one that sounds like it. Vowels written in two ways are folded below, on both sides.
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэіїєґў", "abvgdezijklmnoprstufhyeiieghu", strict=False))
    | {
        "ё": "e",
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
    }
)
_SOUNDS = (
    *(
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("sch", "sh"),
        ("tz", "ts"),
        ("ck", "k"),
        ("x", "ks"),
        ("w", "v"),
    ),
    *(("ae", "a"), ("oe", "o"), ("ue", "u"), ("ß", "ss"), ("j", "i"), ("y", "i"), ("c", "k"), ("z", "s")),
)
_TWICE = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f ](?=\d)")
_NUMBER = re.compile(r"\d+")


def spell_sound(word: str) -> str:
    """Return a word in plain Latin letters, those alike in sound made one: Zürich and Цюрих are near.

    Scripts but Latin and Cyrillic stay as they are.
    """
    latin = word.casefold().translate(_CYRILLIC)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(sign))
    for spelled, sound in _SOUNDS:
        plain = plain.replace(spelled, sound)
    return _TWICE.sub(r"\1", plain)


def name_number(norm: str, language: str) -> str:
    """Return the number or month that a folded word says, '' where it says none: 1,200 and 1.200 are "1200".

    language: the first part of its code. A number of one digit group is read as it is written; in words it is known
    for the languages of number_words.csv.
    """
    if norm[:1].isdigit():
        return _NUMBER.match(_SEPARATORS.sub("", norm))[0]
    return _read_words().get((language, norm), "")


@lru_cache
def _read_words() -> dict[tuple[str, str], str]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {(row["language"], word): row["value"] for row in rows for word in row["words"].split()}
