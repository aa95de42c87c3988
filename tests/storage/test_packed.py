"""Words that are numbered already are packed as the same words are when they are written out."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.counting.numbered import Numbered, write_table
from analysis.storage import pack_table


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([0, 1, 0, 2], ["elm", "oak", "ash"]),
        ([2, 0, 2], ["elm", "oak", "ash"]),  # out of order, and one word that no cell has
        ([0, 1], ["elm", "oak", "ash"]),  # the last word is not used
        ([], ["elm"]),
        ([], []),
    ],
)
def test_numbered_words(numbers, words):
    columns = {"norm": Numbered(np.array(numbers, dtype=np.int64), words), "n": np.arange(len(numbers))}
    packed, again = pack_table(columns), pack_table(write_table(columns))
    assert [packed["norm"].words[number] for number in packed["norm"].numbers] == [words[n] for n in numbers]
    for name in columns:
        assert packed[name].numbers.tolist() == again[name].numbers.tolist()
        assert packed[name].numbers.dtype == again[name].numbers.dtype
        assert (packed[name].type, packed[name].words) == (again[name].type, again[name].words)
