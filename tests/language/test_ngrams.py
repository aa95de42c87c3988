"""Recurring n-grams: found on numbers, with results and memory that the definition allows."""

from __future__ import annotations

import tracemalloc
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.ngrams import find_ngrams, list_ngrams


def number(*documents: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Number the words of documents; a full stop ends a stretch."""
    sentences = [(i, s.split()) for i, text in enumerate(documents) for s in text.split(".") if s.strip()]
    words = sorted({word for _, sentence in sentences for word in sentence})
    code = [words.index(word) for _, sentence in sentences for word in sentence]
    document = [i for i, sentence in sentences for _ in sentence]
    stretch = [n for n, (_, sentence) in enumerate(sentences) for _ in sentence]
    return np.array(code), np.array(document), np.array(stretch)


def test_one_row_says_how_long_where_how_often_and_in_how_many_documents():
    listed = list_ngrams(*number("open harbours help", "we want open harbours . open harbours help"))
    assert listed.to_dict("records") == [
        {"n_words": 2, "start": 0, "n": 3, "n_documents": 2},  # open harbours
        {"n_words": 2, "start": 1, "n": 2, "n_documents": 2},  # harbours help
        {"n_words": 3, "start": 0, "n": 2, "n_documents": 2},
    ]


def test_no_ngram_leaves_its_stretch():
    assert list_ngrams(*number("salt . fish", "salt fish")).empty
    assert len(list_ngrams(*number("salt fish . salt", "salt fish"))) == 1


def test_what_counts_for_no_document_does_not_recur_but_is_found_where_others_do():
    code, document, stretch = number("salt fish", "salt fish", "rope salt fish")
    assert list_ngrams(code, np.where(document == 0, document, -1), stretch).empty
    listed = list_ngrams(code, np.where(document == 1, -1, document), stretch)
    assert listed[["n", "n_documents"]].to_numpy().tolist() == [[3, 2]]


def test_lengths_and_documents_are_limited():
    texts = number("a b c d", "a b c d", "a b")
    assert set(list_ngrams(*texts, min_words=1, max_words=3)["n_words"]) == {1, 2, 3}
    assert list_ngrams(*texts, min_documents=3)["n"].tolist() == [3]
    assert len(list_ngrams(*texts, min_documents=1)) == 3 + 2 + 1


def test_nothing_gives_an_empty_list():
    nothing = np.zeros(0, dtype=int)
    assert list_ngrams(nothing, nothing, nothing).empty
    assert list(list_ngrams(nothing, nothing, nothing)) == ["n_words", "start", "n", "n_documents"]


TEXTS = st.lists(
    st.tuples(
        st.integers(-1, 3), st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=7), max_size=6)
    ),
    max_size=6,
)


@given(TEXTS, st.integers(1, 3), st.integers(1, 4), st.integers(1, 6))
def test_ngrams_are_those_of_the_definition(texts, min_documents, min_words, max_words):
    texts = [(d, s) for d, sentences in sorted(texts, key=lambda text: text[0]) for s in sentences]
    code = np.array([ord(word) - ord("a") for _, sentence in texts for word in sentence], dtype=int)
    document = np.array([d for d, sentence in texts for _ in sentence], dtype=int)
    stretch = np.array([i for i, (_, sentence) in enumerate(texts) for _ in sentence], dtype=int)

    n, documents = Counter(), defaultdict(set)
    for d, sentence in texts:
        for length in range(min_words, max_words + 1):
            for i in range(len(sentence) - length + 1):
                gram = "".join(sentence[i : i + length])
                n[gram] += 1
                documents[gram] |= {d} - {-1}
    expected = {g: (n[g], len(documents[g])) for g in n if len(documents[g]) >= min_documents}

    limits = {"min_words": min_words, "max_words": max_words, "min_documents": min_documents}
    listed = list_ngrams(code, document, stretch, **limits)
    text = "".join("abcd"[c] for c in code)
    rows = {text[r.start : r.start + r.n_words]: (r.n, r.n_documents) for r in listed.itertuples()}
    assert rows == expected
    assert len(listed) == len(expected)


def test_occurrences_are_in_the_order_of_the_text_and_alike_where_their_words_are():
    code, document, stretch = number("salt fish salt fish", "fish salt fish")
    (pairs,) = find_ngrams(code, document, stretch, lengths=[2], min_documents=2)
    salt_fish, fish_salt = pairs.number[[0, 1]]
    assert pairs.start.tolist() == [0, 1, 2, 4, 5]
    assert pairs.number.tolist() == [salt_fish, fish_salt, salt_fish, fish_salt, salt_fish]
    assert pairs.first[[salt_fish, fish_salt]].tolist() == [0, 1]


N_WORDS = 200_000
COUNTING = np.arange(N_WORDS, dtype=np.int32)
SAME = np.zeros(N_WORDS, dtype=np.int32)


@pytest.mark.parametrize(
    ("code", "stretch", "min_documents"),
    [(SAME, SAME, 2), (COUNTING, SAME, 1), (COUNTING % (N_WORDS // 2), SAME, 2), (COUNTING**2 % 97, SAME, 2)],
    ids=["one word", "no word twice", "all twice", "few words"],
)
def test_memory_is_72_bytes_a_word_at_most(code, stretch, min_documents):
    document = COUNTING // (N_WORDS // 100)
    tracemalloc.start()
    n_levels = sum(
        1 for _ in find_ngrams(code, document, stretch, lengths=range(1, 9), min_documents=min_documents)
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_levels == 8
    assert peak <= 72 * N_WORDS
