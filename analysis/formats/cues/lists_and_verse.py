"""Short lines that somebody says: the items of a list, the lines of a poem. They are no headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import groupby

from analysis.formats.cues.headings import HEADING_WORDS
from analysis.formats.paragraphs import ends_as_sentence
from analysis.language import count_words_in

# `1. Peace`, `(2) Ports`, `b) Bread`, `- no missiles`
_ITEM = re.compile(r"\W{0,2}(?:\d{1,2}[.)]|[a-z][.)]|[-–—•*·])\s")
_INTRODUCES = re.compile(r"[:：]\W*$")
_LONG_WORD = re.compile(r"(?<=\s)[^\W\d_]{4,}")
_LONGEST = 400  # characters
_TYPED = re.compile(r"#{1,6}\s|(\*\*|__).+\1\W*$")  # a heading by its type
_STANZA = 3  # lines; two headings may stand over each other
_VERSE_WORDS = 4  # a line, in the mean; entries of a menu are shorter
_LONGEST_LIST = 8  # lines of any length behind a colon


def find_lists_and_verse(
    bodies: list[str], furniture: Set[int], labelled: Set[int] = frozenset()
) -> set[int]:
    """Return the short paragraphs that go on what stands above them.

    These are items of a list (two with a mark, or one behind a colon or an item), and lines of verse (three without
    a full stop, or what a colon introduces). furniture: parts of the page, behind which nothing goes on. labelled:
    paragraphs under a label of their own.
    """
    others = furniture | labelled
    lines = [i for i, body in enumerate(bodies) if i not in others and _is_line(body)]
    found: set[int] = set()
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        indexes = [i for _, i in run]
        if indexes[0] and indexes[0] - 1 not in furniture:
            found |= {*_items(bodies, indexes), *_verses(bodies, indexes)}
    return found


def _is_line(body: str) -> bool:
    if len(body) > _LONGEST or _TYPED.match(body):
        return False
    return 0 < count_words_in(body) <= HEADING_WORDS


def _items(bodies: list[str], run: list[int]) -> Iterator[int]:
    marked = {i for i in run if _ITEM.match(bodies[i])}
    for i in marked:
        if i - 1 in marked or i + 1 in marked or _INTRODUCES.search(bodies[i - 1]):
            yield i


def _verses(bodies: list[str], run: list[int]) -> Iterator[int]:
    """Yield the lines without a mark that go on: behind a colon to the next full stop, and whole stanzas."""
    plain = [i for i in run if not _ITEM.match(bodies[i])]
    for _, stanza in groupby(enumerate(plain), key=lambda pair: pair[1] - pair[0]):
        lines = [i for _, i in stanza]
        introduced = bool(_INTRODUCES.search(bodies[lines[0] - 1]))
        for sentence in _sentences(bodies, lines):
            said = [bodies[i] for i in sentence]
            is_verse = count_words_in(" ".join(said)) >= _VERSE_WORDS * len(said)
            if (introduced and (is_verse or len(said) <= _LONGEST_LIST)) or (
                is_verse and len(said) >= _STANZA and not _are_titles(said)
            ):
                yield from sentence
            introduced = bool(_INTRODUCES.search(bodies[sentence[-1]]))


def _sentences(bodies: list[str], lines: list[int]) -> Iterator[list[int]]:
    """Yield the lines up to each full stop or colon."""
    sentence: list[int] = []
    for i in lines:
        sentence.append(i)
        if ends_as_sentence(bodies[i]) or _INTRODUCES.search(bodies[i]):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _are_titles(lines: list[str]) -> bool:
    """Say whether most long words begin with a capital, as in headlines."""
    words = [word for line in lines for word in _LONG_WORD.findall(line)]
    return 2 * sum(word[0].isupper() for word in words) > len(words)
