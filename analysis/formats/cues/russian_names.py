"""Russian names in other cases than that of a list: is this word a surname, and what is a name's first case."""

from __future__ import annotations

import re

from analysis.language import word_set

# Folded surnames (й without its sign): Белов, Белова, Белинский, Белинская.
_STEM = re.compile(r"(?<=ов|ев|ин|ын|ск|цк)(?:|а|ии|ая)$")
_ENDINGS = word_set("а у ым е ои ую ы ых ому ого им ом их ими ыми")
_OF_MAN = re.compile(r"(?P<given>\w+?)(?P<end>а|я) (?P<family>\w+(?:ов|ев|ёв|ин|ын|ск|цк))(?:а|ого)")
_VOWELS = "аеиоуыэюяё"


def is_russian_form(word: str, surname: str) -> bool:
    """Say whether a folded word is a folded surname, perhaps in another case: `Беловой` of `Белова`."""
    found = _STEM.search(surname)
    stem = surname[: found.start()] if found else ""
    return len(stem) > 2 and word.startswith(stem) and word.removeprefix(stem) in _ENDINGS


def put_first_case(name: str) -> str:
    """Return a man's name that stands in the genitive as it is called: `Глеба Белова` gives `Глеб Белов`."""
    found = _OF_MAN.fullmatch(name)
    if not found:
        return name
    given, family = found["given"], found["family"]
    if found["end"] == "я":
        given += "й" if given[-1] in _VOWELS else "ь"
    return f"{given} {family}{'ий' if family.endswith(('ск', 'цк')) else ''}"
