"""What may be seen of a text: all of it where its licence says so, else the words that the tables release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

Piece = str | int  # words as they are shown, or how many words are not
HIDDEN = "…"
CLOSING = tuple(",.;:!?)]}»”’…")  # stands right behind a word, whatever was left out between them


def list_pieces(segments: pd.DataFrame, tokens: pd.DataFrame, texts: Mapping[str, str]) -> list[list[Piece]]:
    """List what is shown of each segment.

    segments: one row a segment, those of a source in order (source, segment, start, end, n_words). tokens: one row a
    released word (source, position, token); positions count the words of a source from 1. texts: the whole text of
    each source that may leave.
    Returns a list a segment, in the order of the rows: its text alone, or words and numbers of withheld words in turn.
    """
    behind = segments.groupby("source", sort=False)["n_words"].cumsum()
    visible = {(row.source, row.position): row.token for row in tokens.itertuples()}
    pieces = []
    for row, last in zip(segments.itertuples(), behind, strict=True):
        if row.source in texts:
            pieces.append([texts[row.source][row.start : row.end]])
        else:
            places = range(last - row.n_words + 1, last + 1)
            pieces.append(_gather(visible.get((row.source, place)) for place in places))
    return pieces


def _gather(words: Iterable[str | None]) -> list[Piece]:
    """Return words that follow each other in one piece, and the number of those between such pieces."""
    pieces: list[Piece] = []
    for word in words:
        same = pieces and isinstance(pieces[-1], int if word is None else str)
        if word is None:
            pieces.append(pieces.pop() + 1 if same else 1)
        else:
            pieces.append(f"{pieces.pop()} {word}" if same else word)
    return pieces


def write_pieces(pieces: Iterable[Piece]) -> str:
    """Write pieces on one line; HIDDEN stands for withheld words, once where they meet."""
    written = ""
    for piece in pieces:
        words = HIDDEN if isinstance(piece, int) else " ".join(piece.split())
        if words == HIDDEN and written.endswith(HIDDEN) and isinstance(piece, int):
            continue
        blank = " " if written and words and (words == HIDDEN or not words.startswith(CLOSING)) else ""
        written += blank + words
    return written
