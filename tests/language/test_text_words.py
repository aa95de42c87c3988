"""The words of stretches are those that are found in each by itself."""

from __future__ import annotations

import pytest

from analysis.language import count_in_stretches, find_words, fold_text, place_words


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Roe: We wait. (laughs) They do.", [(0, 4), (5, 13), (14, 22), (23, 31)]),
        ("Roe:We wait.", [(0, 4), (4, 12)]),  # no white space between
        ("harbours", [(0, 4), (4, 8)]),  # a word that is cut
        ("see a@b.org or www.elm.org/x now", [(0, 5), (5, 11), (12, 32)]),  # an address that is cut
        ("the 10 000 men", [(0, 6), (7, 14)]),  # a space that parts no figures
        ("co-\noperation is", [(0, 3), (4, 16)]),  # a broken word that is cut
        ("co-\noperation is", [(0, 16)]),
        ("We wait.", []),
        ("", [(0, 0)]),
    ],
)
def test_words_of_stretches(text, stretches):
    found = [(*span, i) for i, stretch in enumerate(stretches) for span in find_words(text, *stretch)]
    starts, ends = [start for start, _ in stretches], [end for _, end in stretches]
    words = place_words(text, starts, ends)
    assert list(zip(*(column.tolist() for column in words), strict=True)) == found
    counts = [len(find_words(text, *stretch)) for stretch in stretches]
    assert count_in_stretches(text, starts, ends).tolist() == counts


def test_words_are_folded_in_order():
    assert fold_text("We left the U.S. harbour") == ["we", "left", "the", "US", "harbour"]
