"""The list of words is what pandas counts of the same uses."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure.word_list import list_words

SEGMENTS = pd.DataFrame(
    {"source": ["one", "one", "one", "two"], "segment": [1, 2, 3, 1], "turn": [1, None, 2, 1]}
).astype({"source": "str", "turn": "Int64"})
USE = st.tuples(
    st.sampled_from([("one", 1), ("one", 2), ("one", 3), ("two", 1), ("two", 2)]),
    st.sampled_from(["answer", "question"]),
    st.sampled_from(["bread", "salt", "oil"]),
)


def make_tokens(uses: list) -> pd.DataFrame:
    rows = [(*place, role, norm) for place, role, norm in uses]
    tokens = pd.DataFrame(rows, columns=["source", "segment", "role", "norm"])
    return tokens.astype({"source": "str", "segment": "int64", "role": "str", "norm": "str"})


def count_plainly(tokens: pd.DataFrame) -> pd.DataFrame:
    """Count uses and turns of each form by tables of words."""
    form = ["source", "role", "norm"]
    placed = tokens.merge(SEGMENTS, on=["source", "segment"], how="left")
    turns = placed.dropna(subset="turn").drop_duplicates([*form, "turn"]).groupby(form).size()
    words = tokens.groupby(form, as_index=False).size().rename(columns={"size": "n"})
    return words.join(turns.rename("n_turns").astype("Int64"), on=form)


def test_a_form_in_two_turns():
    tokens = make_tokens([(("one", 1), "answer", "salt"), (("one", 3), "answer", "salt")])
    assert list_words(tokens, SEGMENTS).to_numpy().tolist() == [["one", "answer", "salt", 2, 2]]


@given(st.lists(USE, min_size=1, max_size=12))
def test_what_is_counted_by_numbers(uses: list):
    tokens = make_tokens(uses)
    pd.testing.assert_frame_equal(list_words(tokens, SEGMENTS), count_plainly(tokens))


@pytest.mark.parametrize("column", ["source", "role", "norm"])
def test_words_of_a_list_are_counted_as_others(column: str):
    tokens = make_tokens([(("two", 1), "question", "salt"), (("one", 2), "answer", "bread")])
    listed = list_words(tokens.astype({column: "category"}), SEGMENTS)
    pd.testing.assert_frame_equal(listed.astype({column: "str"}), list_words(tokens, SEGMENTS))
