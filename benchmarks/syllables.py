"""Measure syllables by spelling against the pronouncing dictionary, on words that no rule was learned from.

    python -m benchmarks.syllables [--learn]

Rules are learned from ten families of words in eleven; a family is the words that share their first five letters, so
that no relative of a word that is tried has told how it sounds. With --learn the rules are learned anew, and
written beside the code. Hyphenation, which textstat falls back on, is measured on the same words.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import pandas as pd
from scipy import sparse
from textstat.backend import utils

from analysis.language import letter_sounds
from analysis.language.letter_sounds import count_groups, is_held_out, list_places
from analysis.language.syllables import LANGUAGE, choose_pronunciation, count_vowels
from analysis.readability.syllable_check import measure_fallback

RULES = Path(letter_sounds.__file__).with_suffix(".csv")
SEEN = 15  # words of the dictionary in which a place must stand
GAIN = 12  # syllables that a rule must put right, net


@click.command(help=__doc__)
@click.option("--learn", is_flag=True, help="Learn the rules anew.")
def main(learn: bool) -> None:
    if learn:
        rules = learn_rules(read_dictionary())
        rules.to_csv(RULES, index=False, lineterminator="\n")
        letter_sounds._read_rules.cache_clear()
    click.echo(measure_fallback(n=10_000).to_string(index=False))


def read_dictionary() -> pd.Series:
    """Return the syllables of each word that is written in small letters of English only and not held out."""
    known = utils.get_cmudict(LANGUAGE)
    words = sorted(word for word in known if word.isascii() and word.isalpha() and not is_held_out(word))
    return pd.Series({word: count_vowels(choose_pronunciation(known[word])) for word in words})


def learn_rules(syllables: pd.Series) -> pd.DataFrame:
    """Learn where a word has a syllable more or less than groups of vowels, the best rule first.

    syllables: of each word. Returns one row a rule: place, change (1 or -1), gain (syllables it put right).
    """
    places, stands = _list_stands(list(syllables.index))
    left = (syllables - [count_groups(word) for word in syllables.index]).to_numpy(dtype=np.float32)
    length, rules = np.array([len(place) for place in places]), []
    while True:
        gains = {change: stands.T @ (abs(left) - abs(left - change)) for change in (1, -1)}
        change = max(gains, key=lambda change: gains[change].max())
        best = int(np.argmax(gains[change] - 0.01 * length))
        if gains[change][best] < GAIN:
            return pd.DataFrame(rules, columns=["place", "change", "gain"])
        rules.append((places[best], change, int(gains[change][best])))
        left -= change * stands[:, [best]].toarray().ravel()


def _list_stands(words: list[str]) -> tuple[np.ndarray, sparse.csc_matrix]:
    """Return the places that stand in enough words, and which stand in which word (words by places)."""
    number: dict[str, int] = {}
    pairs = [
        (row, number.setdefault(place, len(number)))
        for row, word in enumerate(words)
        for place in sorted(list_places(word))
    ]
    rows, columns = np.array(pairs).T
    shape = (len(words), len(number))
    stands = sparse.csc_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    often = np.asarray(stands.sum(axis=0)).ravel() >= SEEN
    return np.array(list(number))[often], stands[:, often]


if __name__ == "__main__":
    main()
