"""Numbers in the margin, one a line, as a court reporter prints them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_NUMBER = re.compile(r"^[ \t]*(?P<number>\d{1,3})(?=[ \t]{2,}|[ \t]*$)", re.MULTILINE)
_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
_SHARE = 0.6  # of the lines that bear a number, and of the numbers that follow on the one before
_FEWEST = 6


@lru_cache(maxsize=1)  # asked of a text before and after its lines are joined
def find_line_numbers(text: str) -> list[tuple[int, int]]:
    """Return where the numbers of lines stand: most lines bear one, and most follow on the one before."""
    found = list(_NUMBER.finditer(text))
    if len(found) < _FEWEST:
        return []
    n_lines = sum(1 for _ in _LINE.finditer(text))
    if len(found) < _SHARE * n_lines or not _follow_on([int(match["number"]) for match in found]):
        return []
    return [match.span("number") for match in found]


def _follow_on(numbers: list[int]) -> bool:
    """Say whether most numbers are the next one, or the first of a page."""
    n_next = sum(b in (a + 1, 1) for a, b in pairwise(numbers))
    return n_next >= _SHARE * len(numbers)


def blank_line_numbers(text: str) -> str:
    """Return a text of the same length with spaces for the numbers of lines."""
    parts, at = [], 0
    for start, end in find_line_numbers(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
