"""The words of stretches are those that are found in each by itself."""

from __future__ import annotations

import pytest

from analysis.language import count_in_stretches, find_words, fold_text, place_words, read_words


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
    columns = (words.start.tolist(), words.end.tolist(), words.place.tolist())
    assert list(zip(*columns, strict=True)) == found
    printed = [words.printed[number] for number in words.number.tolist()]
    assert printed == [text[start:end] for start, end, _ in found]
    counts = [len(find_words(text, *stretch)) for stretch in stretches]
    assert count_in_stretches(text, starts, ends).tolist() == counts


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "We wait.",
        "see a@b.org or www.elm.org/x, and b@c.org",  # addresses, the last at the end
        "a@b.org",
        "the 10\u00a0000\u00a0a@b.org men",  # a space that may join figures parts an address
        "Elm–Port and Ash–Dale–Oak, 5–6, low–high",  # joined names
        "co-\noperation and so-\ncial and over-\nwhelm-\ning work",  # broken words, one of them twice
        "- one\n- two -\nthree",  # hyphens at a line's end that break no word
    ],
)
def test_words_of_a_whole_text(text):
    words = read_words(text)
    assert list(zip(words.start.tolist(), words.end.tolist(), strict=True)) == find_words(text)


def test_words_are_folded_in_order():
    form, forms = fold_text("We left the U.S. harbour, the harbour we")
    assert forms == ["we", "left", "the", "US", "harbour"]
    assert form.tolist() == [0, 1, 2, 3, 4, 2, 4, 0]


def test_words_are_the_same_when_chunks_are_forgotten(monkeypatch):
    monkeypatch.setattr("analysis.language.chunks._MOST", 2)
    texts = ["Elm waits, elm", "ash elm waits\tfor oak", "elm, ash"]
    found = [fold_text(text) for text in texts]
    assert [[forms[number] for number in form.tolist()] for form, forms in found] == [
        ["elm", "waits", "elm"], ["ash", "elm", "waits", "for", "oak"], ["elm", "ash"],
    ]  # fmt: skip
