"""How uses of families are worded: many say the same, so what is said of their words is worked out once a wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.phrases.content_words import Stream
from analysis.phrases.row_numbers import number_rows
from analysis.phrases.running_text import RunningText


class Wordings(NamedTuple):
    """The ways in which uses are worded, each once.

    number: of each use. table: one row a wording, by number: variant (all its words), and key, turn, first, last,
    begin, n and is_gapped of its first use.
    """

    number: np.ndarray
    table: pd.DataFrame


def read_wordings(placed: pd.DataFrame, text: RunningText, stream: Stream) -> Wordings:
    """Read how uses are worded; placed: one row a use, as from `family_uses.place_uses`."""
    number = number_wordings(placed, text, stream)
    is_first = ~pd.Series(number).duplicated().to_numpy()
    columns = ["key", "turn", "first", "last", "begin", "n", "n_words", "is_gapped"]
    table = placed.loc[is_first, columns].reset_index(drop=True)
    variant = join_words(table, text.norm, text.norms)
    return Wordings(number, table.assign(variant=pd.Series(variant, dtype=object)))


def read_words(uses: pd.DataFrame, form: np.ndarray, forms: list[str]) -> Iterator[list[str]]:
    """Yield the words of each use (begin, n_words); form: the number of each word among forms."""
    places, begins = list_places(uses)
    words = np.array(forms, dtype=object)[form[places]].tolist()
    for begin, n in zip(begins.tolist(), uses["n_words"].tolist(), strict=True):
        yield words[begin : begin + n]


def join_words(uses: pd.DataFrame, form: np.ndarray, forms: list[str]) -> np.ndarray:
    """Return the words of each use, with spaces between; takes what `read_words` does."""
    joined = np.empty(len(uses), dtype=object)
    joined[:] = list(map(" ".join, read_words(uses, form, forms)))
    return joined


def list_places(uses: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """List the places of all words of uses (begin, n_words), and where among these the words of each use begin."""
    n_words = uses["n_words"].to_numpy()
    begins = np.cumsum(n_words) - n_words
    return np.arange(n_words.sum()) + np.repeat(uses["begin"].to_numpy() - begins, n_words), begins


def number_wordings(placed: pd.DataFrame, text: RunningText, stream: Stream) -> np.ndarray:
    """Number how each use is worded, from 0: alike where one family is said in the same words from first to last."""
    first = placed["first"].to_numpy()
    width = placed["last"].to_numpy() - first + 1
    said = np.zeros(len(placed), dtype=np.int64)
    for n in np.unique(width):
        places = first[width == n, np.newaxis] + np.arange(n)
        words = number_rows(text.norm[stream.row[places]], len(text.norms))
        between = number_rows(stream.joint[places[:, :-1]], stream.n_joints)
        said[width == n] = _number_pairs(words, between)
    return _number_pairs(_number_pairs(placed["key"].to_numpy(), width), said)


def _number_pairs(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Number pairs of numbers from 0, in order of appearance."""
    (one, _), (other, known) = pd.factorize(one), pd.factorize(other)
    return pd.factorize(one * len(known) + other)[0]
