"""Hits of patterns in their context: what `refrain kwic` prints, from a file or from released tables."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import storage
from analysis.commands.split_file import decide_voices, split_text, tell_doubts
from analysis.counting import count_segments
from analysis.disclosure import place_words
from analysis.errors import InputError
from analysis.patterns import HIDDEN, cut_context, find_matches, gather_paragraphs

COLUMNS = ["source", "role", "speaker", "start", "left", "match", "right"]
VISIBLE = "{data}: {shown:,} of {all:,} words are released; only they are searched and shown, {mark} stands for others."


class Said(NamedTuple):
    """Words to search.

    tokens: one row a word (source, sentence, position, follows, segment, role, start, end, token, norm).
    segments: one row a segment (source, segment, paragraph, speaker). dates: by source, '' if unknown. text:
    the text, where it is at hand.
    """

    tokens: pd.DataFrame
    segments: pd.DataFrame
    dates: dict[str, str]
    text: str | None


def read_file(
    file: Path, data: Path | None, *, speaker: str | None, kind: str | None, columns: dict[str, str]
) -> tuple[Said, list[str]]:
    """Split and count one text; return its words, and the doubts of the split as lines.

    The source is the name of the file without its ending. Raises InputError, naming the file, for a text
    that nobody can split.
    """
    decided = decide_voices(data, speaker=speaker, office="", labels=())
    reading = storage.read_file(file, columns)
    text = reading.text
    try:
        split = split_text(reading, decided, kind=kind, speaker=speaker).split
    except InputError as error:
        raise InputError(f"{file}: {error}") from None
    counted = count_segments(text, split.segments)
    tokens, segments = (counted[name].assign(source=file.stem) for name in ("tokens", "segments"))
    notes = list(tell_doubts(split.doubts, text, name=str(file)))
    return Said(tokens, segments, {file.stem: ""}, text), notes


def read_released(data: Path | None) -> tuple[Said, list[str]]:
    """Read the words that a data folder releases; return them, and a line that says how many they are."""
    corpus = storage.Corpus(data)
    tokens, segments = (storage.read_table(corpus.data, name) for name in ("tokens", "segments"))
    tokens = place_words(tokens)
    dates = dict(zip(corpus.sources["source"], corpus.sources["date"], strict=True))
    counts = {"shown": len(tokens), "all": int(segments["n_words"].sum())}
    return Said(tokens, segments, dates, None), [VISIBLE.format(data=corpus.data, mark=HIDDEN, **counts)]


def find_in_context(said: Said, patterns: tuple[str, ...], *, by: str) -> pd.DataFrame:
    """Find the hits of patterns that work together.

    by: "date" (then source and place), "left" or "right" (the words on that side, the nearest first).
    Returns one row a hit: source, role, speaker, start (offset in characters; of released words, in words), left,
    match and right (up to ten words of the paragraph on either side, on one line).
    Raises InputError for a pattern that cannot match.
    """
    table = pd.DataFrame({"topic": "", "pattern": patterns})
    hits = find_matches(said.tokens, table, by="topic")
    places = said.segments[["source", "segment", "paragraph", "speaker"]]
    hits = hits.merge(places, on=["source", "segment"])
    words = said.tokens.merge(places.drop(columns="speaker"), on=["source", "segment"])
    paragraphs = gather_paragraphs(words)
    cuts = [cut_context(hit, paragraphs[hit.source, hit.paragraph], said.text) for hit in hits.itertuples()]
    rows = hits.assign(
        **dict(zip(["left", "match", "right"], zip(*cuts, strict=True), strict=True)) if cuts else {}
    )
    rows = rows.reindex(columns=[*COLUMNS]).assign(date=rows["source"].map(said.dates))
    return _sort(rows, by)[COLUMNS].reset_index(drop=True)


def _sort(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    place = rows[["date", "source", "start"]].apply(tuple, axis=1) if len(rows) else []
    if by == "date" or not len(rows):
        return rows.sort_values(["date", "source", "start"])
    words = rows[by].str.casefold().str.findall(r"\w+")
    nearest = words.map(lambda found: found[::-1] if by == "left" else found)
    keys = sorted(range(len(rows)), key=lambda i: (nearest.iloc[i], place.iloc[i]))
    return rows.iloc[keys]
