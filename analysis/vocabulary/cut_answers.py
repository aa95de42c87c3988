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
    said = _select_asked(tokens)
    lengths = _count_words_a_turn(said[said["role"] == QUESTION], segments)
    rows = [
        (name, source, *baseline)
        for source, rows_of in said.groupby("source", observed=True).indices.items()
        for name, baseline in _cut_answers(said.iloc[rows_of], lengths[source]).items()
    ]
    types = {"figure": "str", "source": "str", "n_draws": "int64"}
    return pd.DataFrame(rows, columns=CHANCE).astype(dict.fromkeys(CHANCE, "float64") | types)


def _select_asked(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the words of questions and answers, in order, of the sources with enough in questions to be measured.

    One row a word: source, segment, role, form (a number for each norm).
    """
    n_asked = tokens.loc[tokens["role"] == QUESTION, "source"].value_counts()
    enough = n_asked.index[n_asked >= FEWEST_WORDS]
    is_meant = tokens["source"].isin(enough) & tokens["role"].isin((*OWN, QUESTION))
    said = tokens.loc[is_meant, ["source", "position", "segment", "role", "norm"]]
    said = said.assign(form=pd.factorize(said["norm"])[0]).drop(columns="norm")
    return said.astype({"source": "str", "role": "str"}).sort_values(["source", "position"])


def _cut_answers(said: pd.DataFrame, lengths: np.ndarray) -> dict[str, Baseline]:
    """Measure the questions of a source against pieces of its answers, by measure; {} where there are not enough.

    said: one row a word of a source, in order (role, form). lengths: of its questions, in words.
    """
    is_asked = said["role"].eq(QUESTION).to_numpy(dtype=bool)
    asked, own = (said["form"].to_numpy()[side] for side in (is_asked, ~is_asked))
    if not FEWEST_WORDS <= len(asked) <= len(own):
        return {}
    questions, pieces = _number_forms(asked), _draw_pieces(_number_forms(own), lengths)
    seen, drawn = measure_texts(questions[np.newaxis]), measure_texts(pieces)
    known = {name: value for name, (value,) in seen.items() if not np.isnan(value)}
    return {name: summarise_draws(value, drawn[name]) for name, value in known.items()}


def _count_words_a_turn(asked: pd.DataFrame, segments: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return how many of these words each turn of each source has, in the order of turns."""
    place = ["source", "segment"]
    turns = segments.loc[segments["source"].isin(asked["source"].unique()), [*place, "turn"]]
    turn = asked[place].merge(turns, on=place, how="left")["turn"].fillna(np.iinfo(np.int64).max)
    n = turn.groupby([asked["source"].to_numpy(), turn.to_numpy()]).size()
    return {source: lengths.to_numpy() for source, lengths in n.groupby(level=0)}


def _number_forms(forms: np.ndarray) -> np.ndarray:
    """Number forms in the order in which they come."""
    return pd.factorize(forms)[0]


def _draw_pieces(codes: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Cut pieces of these lengths out of a text, N_CUTS times: one row a draw, one column a word."""
    return cut_pieces(codes, lengths, np.random.default_rng(N_CUTS), N_CUTS)


def cut_pieces(codes: np.ndarray, lengths: np.ndarray, generator: np.random.Generator, n: int) -> np.ndarray:
    """Cut pieces of these lengths, in any order, out of a text at random, n times: one row a draw, one column a word.

    codes: a number for each word, in the order of the text. No two pieces of a draw overlap, and they stay in order.
    """
    n_words = lengths.sum()
    drawn = [
        (generator.permutation(lengths), generator.integers(0, len(codes) - n_words + 1, len(lengths)))
        for _ in range(n)
    ]
    shuffled, slack = (np.stack(part) for part in zip(*drawn, strict=True))
    skipped = np.repeat(
        np.sort(slack, axis=1).ravel(), shuffled.ravel()
    )  # words before a piece that are in none
    return codes[skipped.reshape(n, n_words) + np.arange(n_words)]
