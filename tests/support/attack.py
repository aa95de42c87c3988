"""How a stranger would rebuild runs of words from what is published.

Plain Python that shares no code with the release.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pandas as pd

EQUAL = 5  # words in two places, from which a reader concludes that both say the same
Place = tuple[str, int]
COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "is",
    "for",
    "it",
    "as",
    "on",
    "with",
    "be",
    "was",
    "we",
]


def rebuild_runs(
    released: dict[str, pd.DataFrame], full: pd.DataFrame | None = None, *, guess: bool = False
) -> list[int]:
    """Lengths of the runs that a reader can rebuild, by source and position.

    Tables and contexts are laid over each other; then what stands next to five equal words in one place is copied
    to the other, until nothing new is learned. full: every word; with it, what was copied wrongly is struck
    out. guess: single words between seen ones are filled in as well as pairs of words allow.
    """
    known = read_places(released)
    join_equal(known, released["segments"].groupby("source")["n_words"].sum().to_dict())
    truth = (
        None
        if full is None
        else dict(zip(zip(full["source"], full["position"], strict=True), full["norm"], strict=True))
    )
    if guess:
        known |= fill_in(known, released)
    return measure_runs({place for place, word in known.items() if truth is None or truth.get(place) == word})


def read_places(released: dict[str, pd.DataFrame]) -> dict[Place, str]:
    """Which word stands where, by every table that prints words in their places."""
    known: dict[Place, str] = {}
    for row in released["tokens"].itertuples():
        known[row.source, row.position] = row.norm
    for row in released.get("contexts", pd.DataFrame()).itertuples():
        before, inside, after = (split(part) for part in (row.left, row.match, row.right))
        note(known, row.source, row.position - len(before), [*before, *inside, *after])
    for row in released.get("rewordings", pd.DataFrame()).itertuples():
        note(known, row.report, row.report_position, split(row.report_words))
        note(known, row.source, row.source_position, split(row.source_words))
    return known


def split(text: str) -> list[str]:
    return re.findall(r"\w+(?:[-–‑'’.]\w+)*", text.replace("’", "'").casefold())


def note(known: dict[Place, str], source: str, position: int, words: list[str]) -> None:
    for step, word in enumerate(words):
        known.setdefault((source, position + step), word)


def join_equal(known: dict[Place, str], size: dict[str, int]) -> None:
    """Copy words from one place to another that has five equal words beside them; size: the words of each source."""
    n_known = 0
    while n_known != len(known):
        n_known = len(known)
        for first, other in find_pairs(known):
            for step in (1, -1):
                copy(known, first, other, step, size)
                copy(known, other, first, step, size)


def find_pairs(known: dict[Place, str]) -> list[tuple[Place, Place]]:
    places = defaultdict(list)
    for source, position in sorted(known):
        words = tuple(known.get((source, position + step)) for step in range(EQUAL))
        if None not in words:
            places[words].append((source, position))
    return [(found[0], other) for found in places.values() for other in found[1:]]


def copy(known: dict[Place, str], first: Place, other: Place, step: int, size: dict[str, int]) -> None:
    """Copy to the other place, up to a word that differs or an end of the text; words that recur copy themselves."""
    at = step
    while (word := known.get((first[0], first[1] + at))) is not None:
        place = (other[0], other[1] + at)
        if not 1 <= place[1] <= size[place[0]] or known.setdefault(place, word) != word:
            return
        at += step


def fill_in(known: dict[Place, str], released: dict[str, pd.DataFrame]) -> dict[Place, str]:
    """Fill in single words: what stands most often between such neighbours, else a common word of the source."""
    after, before = defaultdict(Counter), defaultdict(Counter)
    for (source, position), word in known.items():
        if (right := known.get((source, position + 1))) is not None:
            after[word][right] += 1
            before[right][word] += 1
    listed = released["words"].groupby("source")["norm"].agg(set).to_dict()
    filled = {}
    for (source, position), left in known.items():
        right = known.get((source, position + 2))
        if (source, position + 1) in known or right is None:
            continue
        common = Counter({word: 1 for word in COMMON if word in listed[source]})
        votes = Counter(
            {word: after[left][word] + before[right][word] for word in {*after[left], *before[right]}}
        )
        best = [
            word for word in sorted(votes, key=lambda word: (-votes[word], word)) if word in listed[source]
        ]
        best = best or list(common)
        filled |= {(source, position + 1): best[0]} if best else {}
    return filled


def find_quoted(published: list[str], words: dict[str, list[str]]) -> set[Place]:
    """Where texts stand of which some published file holds EQUAL words or more in a row.

    words: those of each source, in order. Whoever holds these texts finds all that anybody could lay together.
    """
    seen = {tuple(found[at : at + EQUAL]) for found in map(split, published) for at in range(len(found))}
    places = set()
    for source, said in words.items():
        for at in range(len(said) - EQUAL + 1):
            if tuple(said[at : at + EQUAL]) in seen:
                places |= {(source, at + step + 1) for step in range(EQUAL)}
    return places


def measure_runs(places: set[Place]) -> list[int]:
    """Lengths of stretches of places in a row."""
    runs, last = [], None
    for source, position in sorted(places):
        if (source, position - 1) == last:
            runs[-1] += 1
        else:
            runs.append(1)
        last = (source, position)
    return runs
