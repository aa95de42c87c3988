"""A hit with the words around it: only released ones, up to the first that is withheld."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.disclosure import show_around

SEGMENTS = pd.DataFrame({"source": ["gazette"] * 2, "segment": [1, 2], "n_words": [12, 3]})
SAID = "we keep our open harbours open for every ship of every island so they sail"
TEXT = SAID.split()


def release(*positions: int, sentence: dict[int, int] | None = None) -> pd.DataFrame:
    """Return some words of the text as released; the last three are another segment."""
    sentences = sentence or {}
    rows = [
        (
            "gazette",
            sentences.get(n, 1 if n <= 12 else 2),
            n,
            n - 1,
            1 if n <= 12 else 2,
            "answer",
            TEXT[n - 1],
        )
        for n in positions
    ]
    columns = ["source", "sentence", "position", "follows", "segment", "role", "token"]
    return pd.DataFrame(rows, columns=columns).assign(norm=lambda table: table["token"])


def hit(position: int, n_words: int) -> pd.DataFrame:
    return pd.DataFrame({"source": ["gazette"], "position": [position], "n_words": [n_words]})


def show(hits: pd.DataFrame, tokens: pd.DataFrame) -> list[str]:
    return show_around(hits, tokens, SEGMENTS).iloc[0].tolist()


def test_six_words_stand_on_either_side_where_all_are_released():
    all_words = release(*range(1, 16))
    assert show(hit(8, 1), all_words) == ["keep our open harbours open for", "every", "ship of every island"]


@pytest.mark.parametrize(
    ("positions", "shown"),
    [
        ((4, 5), ["…", "open harbours", "…"]),
        ((3, 4, 5, 7), ["… our", "open harbours", "…"]),  # the seventh lies behind a word that is withheld
        (
            (1, 2, 3, 4, 5, 6),
            ["we keep our", "open harbours", "open …"],
        ),  # nothing is withheld before the first
    ],
)
def test_words_end_at_the_first_that_is_withheld(positions, shown):
    assert show(hit(4, 2), release(*positions)) == shown


def test_no_word_of_another_segment_or_sentence_stands_beside_a_hit():
    assert show(hit(11, 2), release(*range(9, 16))) == ["… ship of", "every island", ""]
    parted = release(*range(1, 8), sentence={1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3})
    assert show(hit(4, 2), parted) == ["", "open harbours", ""]


def test_a_hit_with_a_word_that_is_withheld_shows_none():
    assert show(hit(4, 2), release(4, 6)) == ["", "…", ""]
    assert show(hit(4, 2), release(1, 2)) == ["", "…", ""]


def test_a_note_inside_a_phrase_does_not_hide_it():
    tokens = release(4, 5, 6)
    tokens["sentence"] = pd.array([1, None, 1], dtype="Int64")  # the second word is an editor's
    tokens["follows"] = pd.array([None, None, 4], dtype="Int64")
    tokens["segment"] = [1, 2, 3]
    segments = pd.DataFrame({"source": "gazette", "segment": [1, 2, 3], "n_words": [4, 1, 5]})
    assert show_around(hit(4, 2), tokens, segments)["match"].tolist() == ["open open"]


def test_hits_keep_their_order_and_no_hit_is_no_row():
    hits = pd.concat([hit(8, 1), hit(4, 2)])
    shown = show_around(hits, release(4, 5, 8), SEGMENTS)
    assert shown["match"].tolist() == ["every", "open harbours"]
    assert show_around(hits.head(0), release(4), SEGMENTS).empty
