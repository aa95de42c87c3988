"""Exports of one invented interview, and what comes back when they are read again."""

from __future__ import annotations

import pandas as pd

from analysis.exchange.gathering import Export
from analysis.exchange.shown import list_pieces
from analysis.exchange.turns import list_turns
from analysis.formats import Speaker, split_source
from analysis.readers import read_content

SPEAKER = "Maren Oldwick"
_SOURCE = {
    "source": "evening",
    "event": "evening",
    "title": "",
    "outlet": "Evening Post",
    "kind": "transcript",
    "published": "",
    "language": "en",
    "url": "",
    "licence": "CC0-1.0",
    "date": "2031-05-01",
    "interviewer": "Evening Post",
    "label": "Evening Post",
    "is_reference": True,
}


def make_export(text: str, *, kind: str = "transcript") -> Export:
    """Export one text whole, without topics."""
    segments = split_source(text, kind=kind, speaker=Speaker(SPEAKER)).segments.assign(source="evening")
    texts, sources = {"evening": text}, pd.DataFrame([_SOURCE])
    nothing = pd.DataFrame(columns=["source", "position", "token"])
    segments = segments.assign(pieces=list_pieces(segments, nothing, texts))
    turns = list_turns(segments, segments["pieces"].tolist(), sources, {"evening"})
    topics = pd.DataFrame(columns=["topic", "label", "description"])
    hits = pd.DataFrame(columns=["source", "paragraph", "topic"])
    tables = {"turns": turns}
    return Export("project", SPEAKER, sources, topics, texts, [], segments, hits, tables)


def read_turns(content: bytes, ending: str) -> list[tuple[str, str, str]]:
    """Return who says what in a file, as Refrain reads it: role, speaker, text."""
    reading = read_content(content, ending=ending)
    split = split_source(reading.text, kind="transcript", speaker=Speaker(SPEAKER), marks=reading)
    return list_said(make_turns(reading.text, split.segments))


def make_turns(text: str, segments: pd.DataFrame) -> pd.DataFrame:
    """Return the table of turns of one text that is split."""
    segments = segments.assign(source="evening")
    nothing = pd.DataFrame(columns=["source", "position", "token"])
    pieces = list_pieces(segments, nothing, {"evening": text})
    return list_turns(segments, pieces, pd.DataFrame([_SOURCE]), {"evening"})


def list_said(turns: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return role, speaker and text of what somebody says; what only a heading parts is one."""
    said: list[tuple[str, str, str]] = []
    for row in turns[turns["role"] != "narration"].itertuples():
        if said and said[-1][:2] == (row.role, row.speaker):
            said[-1] = (row.role, row.speaker, f"{said[-1][2]}\n\n{row.text}")
        else:
            said.append((row.role, row.speaker, row.text))
    return said
