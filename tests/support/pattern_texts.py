"""Patterns and streams of words, written by hand or generated."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analysis.language.folded_words import fold_words
from analysis.language.words import find_words, fold_word


def read_sentences(*sentences, source="alpha", role="answer"):
    """Return the tokens of sentences that follow one another in one segment."""
    rows, offset = [], 0
    for number, text in enumerate(sentences, start=1):
        for start, end in find_words(text):
            place = (source, number, len(rows) + 1, 1, role)
            rows.append((*place, offset + start, offset + end, text[start:end]))
        offset += len(text) + 1
    columns = ["source", "sentence", "position", "segment", "role", "start", "end", "token"]
    tokens = pd.DataFrame(rows, columns=columns).astype({"sentence": "Int64", "token": "str"})
    return tokens.assign(norm=fold_words(tokens["token"]))


def patterns_of(**groups):
    rows = [(group, pattern) for group, patterns in groups.items() for pattern in patterns]
    return pd.DataFrame(rows, columns=["topic", "pattern"])


words = st.sampled_from(["sea", "Sea", "seal", "a", "ab", "Sea’s", "sea's", "sea‑bed"])

pattern_words = st.sampled_from(["sea", "Sea", "sea*", "S*", "*l", "a", "a*", "*", "sea’s", "Sea's", "sea-*"])

inner = st.lists(st.one_of(pattern_words, st.just("...")), max_size=2)

ends = st.sampled_from(["sea", "Sea", "sea*", "a", "*b", "sea's", "Sea's", "sea‑bed"])

pattern_texts = st.builds(
    lambda sign, first, middle, last: sign + " ".join([first, *middle, *last]),
    st.sampled_from(["", "-"]), ends, inner, st.lists(ends, min_size=1, max_size=1),
) | ends  # fmt: skip


@st.composite
def streams(draw):
    n = draw(st.integers(1, 24))
    tokens = pd.DataFrame({"token": draw(st.lists(words, min_size=n, max_size=n))})
    tokens["source"] = draw(st.lists(st.sampled_from(["alpha", "beta"]), min_size=n, max_size=n))
    tokens["sentence"] = pd.array(
        np.sort(draw(st.lists(st.integers(1, 2), min_size=n, max_size=n))), dtype="Int64"
    )
    tokens.loc[tokens.index > draw(st.integers(4, 24)), "sentence"] = pd.NA
    tokens["segment"] = np.arange(n) // 5 + 1
    tokens["role"] = np.where(tokens.index < draw(st.integers(0, 24)), "answer", "question")
    tokens["position"] = np.cumsum(draw(st.lists(st.sampled_from([1, 1, 1, 2]), min_size=n, max_size=n)))
    tokens = tokens.assign(norm=tokens["token"].map(fold_word), start=tokens["position"] * 5)
    return tokens.assign(end=tokens["start"] + tokens["token"].str.len()).sample(frac=1, random_state=n)


@st.composite
def pattern_tables(draw):
    rows = draw(st.lists(st.tuples(st.sampled_from(["one", "two"]), pattern_texts), min_size=1, max_size=8))
    return pd.DataFrame(rows, columns=["topic", "pattern"])
