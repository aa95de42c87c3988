"""What `disclosure` does at once for a whole line, done word by word: slow, and plain to read."""

from __future__ import annotations

import random
from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from analysis.disclosure.equal_passages import EQUAL
from analysis.disclosure.gaps import LONG_GAP
from analysis.disclosure.line import UNKNOWN, WALL, Line
from analysis.disclosure.runs import LONGEST_GUESSED, LONGEST_RUN

Left = Counter  # how many uses of a form (source, form) the list of words has left


def make_line(sources: list[list[int]]) -> Line:
    """A line of sources whose words are numbers; every third form is a function word, every seventh two words."""
    base, form = {}, []
    for number, words in enumerate(sources):
        base[f"source {number}"] = len(form)
        form += [WALL, *words]
    form = np.array([*form, WALL], dtype=np.int32)
    size = np.where(form == WALL, 0, 1 + (form % 7 == 6)).astype(np.uint16)
    return Line(pd.Series(base), form, size, form % 3 > 0)


def draw_line(dealt: random.Random) -> Line:
    """Up to four sources of pieces of one passage, with other words between."""
    passage = [dealt.randrange(12) for _ in range(dealt.randint(8, 40))]
    sources = []
    for _ in range(dealt.randint(1, 4)):
        words = []
        for _ in range(dealt.randint(1, 4)):
            first = dealt.randrange(len(passage))
            words += passage[first : first + dealt.randint(4, 30)]
            words += [dealt.randrange(30) for _ in range(dealt.randint(0, 3))]
        sources.append(words)
    return make_line(sources)


def draw_seen(line: Line, dealt: random.Random) -> np.ndarray:
    """Stretches of words that are seen, walls among them."""
    seen, is_on = [], True
    for word in line.form:
        is_on ^= dealt.random() < 0.12
        seen.append(word if is_on or word == WALL else UNKNOWN)
    return np.array(seen, dtype=np.int32)


def list_stretches(flags: list[bool]) -> list[tuple[int, int]]:
    found, start = [], None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            found.append((start, place))
            start = None
    return found


def pair_equal(form: list[int]) -> list[tuple[int, int]]:
    """The first place and each other one where EQUAL known words are the same, by these words."""
    places = defaultdict(list)
    for place in range(len(form) - EQUAL + 1):
        words = tuple(form[place : place + EQUAL])
        if min(words) >= 0:
            places[words].append(place)
    return [(found[0], other) for _, found in sorted(places.items()) for other in found[1:]]


def share(form: list[int], flags: list[bool]) -> list[bool]:
    """Flag each word that stands in the same place of an equal stretch as a flagged one, in however many steps."""
    flags, n = list(flags), -1
    while n < (n := sum(flags)):
        for first, other in pair_equal(form):
            for step in range(EQUAL):
                flags[first + step] = flags[other + step] = flags[first + step] or flags[other + step]
    return flags


def lay_over(
    line: Line, seen: list[int], left: Left | None, *, is_bold: bool = False
) -> tuple[list[int], list[int]]:
    """What is known by place, and where it was read; left: without the words that are seen."""
    form, read_at, n = list(seen), list(range(len(seen))), -1
    while n < (n := sum(word >= 0 for word in form)):
        for first, other in _list_once(form):
            _copy(line, form, read_at, first, other, left, is_bold)
            _copy(line, form, read_at, other, first, left, is_bold)
    return form, read_at


def _list_once(form: list[int]) -> list[tuple[int, int]]:
    """Of each pair of stretches at each distance the first and the last equal words, in order."""
    stretch_of = {}
    for number, (start, end) in enumerate(list_stretches([word >= 0 for word in form])):
        stretch_of |= dict.fromkeys(range(start, end), number)
    found = defaultdict(list)
    for first, other in pair_equal(form):
        found[stretch_of[first], stretch_of[other], other - first].append((first, other))
    return [pair for _, pairs in sorted(found.items()) for pair in sorted({min(pairs), max(pairs)})]


def _copy(
    line: Line,
    form: list[int],
    read_at: list[int],
    source: int,
    target: int,
    left: Left | None,
    is_bold: bool,
) -> None:
    for step in (1, -1):
        at = 0
        while form[source + at] >= 0 and form[target + at] in (UNKNOWN, form[source + at]):
            at += step
        new = [i for i in range(0, at, step) if form[target + i] == UNKNOWN]
        is_sound = is_bold or form[source + at] < 0
        if is_sound and _take(line, form, [(target + i, source + i) for i in new], left):
            for i in new:
                form[target + i], read_at[target + i] = form[source + i], read_at[source + i]


def _take(line: Line, form: list[int], new: list[tuple[int, int]], left: Left | None) -> bool:
    if left is None:
        return True
    needed = Counter((find_source(line, there), form[here]) for there, here in new)
    if any(left[word] < n for word, n in needed.items()):
        return False
    left.subtract(needed)
    return True


def find_source(line: Line, place: int) -> int:
    return sum(base <= place for base in line.base) - 1


def list_long(line: Line, is_hard: list[bool], is_seen: list[bool]) -> list[tuple[int, int]]:
    """The runs that are too long, plain or with guesses."""
    filled = list(is_seen)
    for start, end in list_stretches([not flag for flag in is_seen]):
        is_wall = any(line.form[place] == WALL for place in range(start, end))
        if end - start < LONG_GAP and not is_wall and not any(is_hard[start : end - 1]):
            filled[start:end] = [True] * (end - start)
    sizes = line.size.tolist()
    long = {run for run in list_stretches(filled) if sum(sizes[slice(*run)]) > LONGEST_GUESSED}
    for start, end in list_stretches(is_seen):
        if sum(sizes[start:end]) > LONGEST_RUN:
            long |= {run for run in list_stretches(filled) if run[0] <= start < run[1]}
    return sorted(long)


def withhold(line: Line, is_hard: list[bool], cost: list[int]) -> list[bool]:
    """Which words may be seen."""
    form, is_kept = line.form.tolist(), [n > 0 for n in cost]
    while True:
        is_seen, hidden = share(form, is_kept), [False] * len(form)
        lost = [n if seen else 0 for n, seen in zip(cost, is_seen, strict=True)]
        for start, end in list_long(line, is_hard, is_seen):
            while sum(line.size[start:end].tolist()) > LONGEST_RUN:
                cut, start = choose_break(line, is_hard, start, end, lost)
                hidden[cut:start] = is_seen[cut:start]
        if not any(hidden):
            return is_kept
        is_kept = [kept and not at for kept, at in zip(is_kept, share(form, hidden), strict=True)]


def choose_break(line: Line, is_hard: list[bool], start: int, end: int, lost: list[int]) -> tuple[int, int]:
    last, n = start, int(line.size[start])
    while n <= LONGEST_RUN:
        last += 1
        n += int(line.size[last])
    pairs = [at for at in range(start, last + 1) if at + 1 < end and is_hard[at]]
    if not pairs:
        first = max(start, min(last, end - 1) - LONG_GAP + 1)
        return first, min(first + LONG_GAP, end)
    best = min(pairs, key=lambda at: (lost[at] + lost[at + 1], -at))
    return best, best + 2
