"""Words that a file sets in a type of their own, and where in a paragraph they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_CLOSERS = "\"”’')]»"
_LONGEST_LABEL = 3  # words that end in a stop


class TypedWords(str):
    """The words of a paragraph, which is set in a type of its own: `type_name`."""

    type_name: str

    def __new__(cls, words: str, type_name: str) -> TypedWords:
        """Return the words with their type."""
        typed = super().__new__(cls, words)
        typed.type_name = type_name
        return typed


class Opening(NamedTuple):
    """The words in one type with which a paragraph begins; words and type are '' where that is the type of all."""

    words: str
    type_name: str


def read_opening(parts: Sequence[str], runs: Sequence[tuple[int, str]]) -> Opening:
    """Return how a paragraph opens.

    parts: its words. runs: the place among the parts, in order, of each that has letters, and its type.
    """
    name = runs[0][1] if runs else ""
    behind = next((place for place, other in runs if other != name), len(parts))
    return Opening(" ".join("".join(parts[:behind]).split()) if name else "", name)


def part_opening(words: str, opening: Opening) -> list[str]:
    """Part a sentence in a type of its own from the rest of the paragraph that it opens; what has a type is TypedWords.

    A question so stands apart from its answer. A short label does not.
    """
    said, name = opening
    if not name or not (words in said or words.startswith(said)):
        return [words]
    behind = words[len(said) :].lstrip()
    if not any(letter.isalnum() for letter in behind):
        return [TypedWords(words, name)]
    return [TypedWords(said, name), behind] if _is_sentence(said) else [words]


def _is_sentence(said: str) -> bool:
    ends = said.rstrip(_CLOSERS)
    return ends.endswith("?") or (ends.endswith((".", "!", "…")) and len(said.split()) > _LONGEST_LABEL)
