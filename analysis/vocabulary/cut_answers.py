"""What chance gives of the variety of questions: answers of the same source cut as short.

The rows of a source rest on nothing but its own words, so that other sources never change them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.roles import OWN, QUESTION
from analysis.statistics import Baseline, summarise_draws
from analysis.vocabulary.diversity import FEWEST_WORDS, measure_texts

N_CUTS = 300  # of the answers of one interview
CHANCE = ["figure", "source", "observed", "mean", "low", "high", "n_draws"]


def list_cut_chance(tokens: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """List the rows of `list_chance` on answers cut as short as questions, unrounded, copies of an event included.

    tokens: one row a word (source, position, segment, role, norm). segments: as for `list_contrasts`.
    """
    rows = [
        (name, source, *baseline)
        for source, said in _select_asked(tokens).groupby("source")
        for name, baseline in _cut_answers(said, segments).items()
    ]
    types = {"figure": "str", "source": "str", "n_draws": "int64"}
    return pd.DataFrame(rows, columns=CHANCE).astype(dict.fromkeys(CHANCE, "float64") | types)


def _select_asked(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the words, in order, of the sources with enough words in questions to be measured."""
    n_asked = tokens.loc[tokens["role"] == QUESTION, "source"].value_counts()
    enough = n_asked.index[n_asked >= FEWEST_WORDS]
    columns = ["source", "position", "segment", "role", "norm"]
    return tokens.loc[tokens["source"].isin(enough), columns].sort_values(["source", "position"])


def _cut_answers(said: pd.DataFrame, segments: pd.DataFrame) -> dict[str, Baseline]:
    """Measure the questions of a source against pieces of its answers, by measure; {} where there are not enough.

    said: one row a word of a source, in order (source, segment, role, norm).
    """
    asked = said[said["role"] == QUESTION]
    own = said[said["role"].isin(OWN)]
    if not FEWEST_WORDS <= len(asked) <= len(own):
        return {}
    lengths = _count_words_a_turn(asked, segments)
    questions = _number_forms(asked)
    pieces = _draw_pieces(_number_forms(own), lengths)
    seen, drawn = measure_texts(questions[np.newaxis]), measure_texts(pieces)
    known = {name: value for name, (value,) in seen.items() if not np.isnan(value)}
    return {name: summarise_draws(value, drawn[name]) for name, value in known.items()}


def _count_words_a_turn(said: pd.DataFrame, segments: pd.DataFrame) -> np.ndarray:
    """Return how many of these words of one source each turn has."""
    source = said["source"].iloc[0]
    turn_of = segments[segments["source"] == source].set_index("segment")["turn"]
    turn = said["segment"].map(turn_of)
    return turn.value_counts(sort=False, dropna=False).sort_index().to_numpy()


def _number_forms(said: pd.DataFrame) -> np.ndarray:
    return pd.factorize(said["norm"])[0]


def _draw_pieces(codes: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Cut pieces of these lengths out of a text, N_CUTS times: one row a draw, one column a word."""
    generator = np.random.default_rng(N_CUTS)
    return np.stack([cut_pieces(codes, lengths, generator) for _ in range(N_CUTS)])


def cut_pieces(codes: np.ndarray, lengths: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Cut pieces of these lengths, in any order, out of a text at random; no two overlap, and they stay in order.

    codes: a number for each word, in the order of the text.
    """
    shuffled = generator.permutation(lengths)
    slack = np.sort(generator.integers(0, len(codes) - shuffled.sum() + 1, len(shuffled)))
    starts = slack + np.cumsum(shuffled) - shuffled
    return np.concatenate([codes[start : start + n] for start, n in zip(starts, shuffled, strict=True)])
