"""The best chain of equal words, on sentences of a few words that stand for numbers."""

from __future__ import annotations

import numpy as np

from analysis.quotes.chains import drop_loose, find_chain, list_blocks


def chain_of(quote: str, text: str, *, small: str = "the of", marked: tuple[int, ...] = ()):
    """Return the words of a chain as (word, place)."""
    words = sorted({*quote.split(), *text.split()})
    numbers = [np.array([words.index(word) for word in said.split()]) for said in (quote, text)]
    is_content = np.array([word not in small.split() for word in quote.split()])
    is_marked = np.isin(np.arange(len(is_content)), marked)
    chain = find_chain(*numbers, 0, is_content, is_marked)
    return [tuple(pair) for pair in drop_loose(chain, is_content)]


def test_words_in_a_row():
    assert chain_of("the old boat", "see the old boat sail") == [(0, 1), (1, 2), (2, 3)]


def test_a_word_left_out_and_a_word_changed():
    assert chain_of("old boat sails", "old wooden boat sails") == [(0, 0), (1, 2), (2, 3)]
    assert chain_of("old boat sails", "old ship sails") == [(0, 0), (2, 2)]


def test_the_nearest_of_equal_words_is_taken():
    assert chain_of("boat sails", "boat waits boat sails") == [(0, 2), (1, 3)]


def test_a_small_word_far_away_is_dropped():
    assert chain_of("the boat sails", "the sea is wide today boat sails") == [(1, 5), (2, 6)]


def test_order_counts():
    assert len(chain_of("sails boat", "boat sails")) == 1


def test_nothing_in_common():
    assert chain_of("boat", "sea") == []


def test_runs_of_a_chain():
    quote, text = np.array([1, 2, 3, 4]), np.array([1, 2, 9, 3, 4])
    chain = find_chain(quote, text, 10, np.ones(4, dtype=bool), np.zeros(4, dtype=bool))
    assert [(block.first.place, block.last.place, block.n) for block in list_blocks(chain)] == [
        (10, 11, 2),
        (13, 14, 2),
    ]
