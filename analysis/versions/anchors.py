"""What two texts in two languages share: numbers, dates, and names and other words that sound alike."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd
from scipy.sparse import coo_array

from analysis.language import choose_lists, name_number, spell_sound

SHORTEST = 4  # letters of a word that is compared by its sound
ALIKE = 0.6  # Dice of pairs of letters, of words of five letters or more
ALIKE_SHORT = 0.75  # of shorter ones
_LONG = 5
KEPT = 0.75  # assumed: how often an anchor of one unit stands in the other, where the two belong together
LOST = (
    0.5  # assumed: how often it does not, which counts the less, since the same thing can be said otherwise
)


def list_anchors(
    one: pd.DataFrame, other: pd.DataFrame, languages: tuple[str, str]
) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Tell which units hold which anchors.

    one, other: one row a word of each text (unit, from 0; norm). languages: their codes, first part only.
    Returns for each text one row a unit, one column an anchor that both texts hold, 1 where the unit holds it; and the
    anchors: numbers as "#1200", words by a form of the other text.
    """
    said = [_name_words(words, code) for words, code in zip((one, other), languages, strict=True)]
    classes = _join_alike(*(sorted(set(words) - {""}) for words in said))
    named = [np.array([classes.get(word, "") for word in words], dtype=object) for words in said]
    shared = sorted((set(named[0]) & set(named[1])) - {""})
    column = {name: place for place, name in enumerate(shared)}
    tables = [
        _mark(words["unit"].to_numpy(), names, column)
        for words, names in zip((one, other), named, strict=True)
    ]
    return (*tables, shared)


def _name_words(words: pd.DataFrame, language: str) -> list[str]:
    """Return each word as it is compared: its number, its sound, or '' where it tells nothing."""
    lists = choose_lists([language])
    forms = {norm: _name_word(norm, language, lists) for norm in words["norm"].unique()}
    return [forms[norm] for norm in words["norm"]]


def _name_word(norm: str, language: str, lists: object) -> str:
    if number := name_number(norm, language):
        return f"#{number}"
    sound = spell_sound(norm)
    return "" if len(sound) < SHORTEST or lists.is_function_word(norm) else sound


def _join_alike(one: list[str], other: list[str]) -> dict[str, str]:
    """Give the words of both texts that sound alike one name; a word like none of the other text has none."""
    from scipy.sparse.csgraph import connected_components  # slow to load; for two languages only

    holders = defaultdict(list)
    for place, word in enumerate(other):
        for pair in _cut(word):
            holders[pair].append(place)
    links = [(row, place) for row, word in enumerate(one) for place in _find_alike(word, other, holders)]
    if not links:
        return {}
    rows, columns = np.array(links).T
    size = len(one) + len(other)
    graph = coo_array((np.ones(len(rows)), (rows, columns + len(one))), shape=(size, size))
    group = connected_components(graph, directed=False)[1]
    first = {group[len(one) + place]: other[place] for place in sorted(set(columns.tolist()), reverse=True)}
    known = [*enumerate(one), *enumerate(other, len(one))]
    return {word: first[group[place]] for place, word in known if group[place] in first}


def _find_alike(word: str, other: list[str], holders: dict[str, list[int]]) -> list[int]:
    pairs, counts = _cut(word), defaultdict(int)
    for pair in pairs:
        for place in holders.get(pair, ()):
            counts[place] += 1
    return [place for place, n in counts.items() if _sounds_like(word, other[place], n, len(pairs))]


def _sounds_like(word: str, other: str, n_shared: int, n_pairs: int) -> bool:
    if word[0] == "#" or other[0] == "#":
        return word == other
    least = ALIKE if min(len(word), len(other)) >= _LONG else ALIKE_SHORT
    return 2 * n_shared >= least * (n_pairs + len(_cut(other)))


def _cut(word: str) -> set[str]:
    """Return the pairs of letters of a word, its first letter once more by itself; endings differ, beginnings less."""
    if word[0] == "#":
        return {word}
    return {f"^{word[0]}", *(word[i : i + 2] for i in range(len(word) - 1))}


def _mark(units: np.ndarray, names: np.ndarray, column: dict[str, int]) -> np.ndarray:
    table = np.zeros((int(units.max()) + 1 if len(units) else 0, len(column)))
    for unit, name in zip(units, names, strict=True):
        if name in column:
            table[unit, column[name]] = 1
    return table


def score_anchors(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return how much likelier the anchors of each two units are if they belong together, as a log.

    one, other: as from `list_anchors`. An anchor of both counts the more the fewer units hold it; one that stands in
    one of the two alone counts against them.
    """
    if not one.shape[1]:
        return np.zeros((len(one), len(other)))
    chance = np.maximum(*((table.sum(axis=0) + 0.5) / (len(table) + 1) for table in (one, other)))
    chance = chance.clip(0, 0.95)
    both, alone = np.log(KEPT / chance).clip(0), np.log(LOST / (1 - chance)).clip(max=0)
    return (
        one @ np.diag(both) @ other.T
        + one @ np.diag(alone) @ (1 - other).T
        + (1 - one) @ np.diag(alone) @ other.T
    )
