"""From a source's text to segments: whose words are these? One genre a module."""

from __future__ import annotations

import pandas as pd

from analysis.errors import InputError
from analysis.formats.canvas import Segment, Voice
from analysis.formats.excerpt import split_excerpt
from analysis.formats.guess import guess_kind, guess_speaker
from analysis.formats.names import Speaker, fold_name
from analysis.formats.report import split_report
from analysis.formats.transcript import split_transcript
from analysis.roles import SPOKEN
from analysis.words import count_words_in

FORMATS = {"transcript": split_transcript, "report": split_report, "excerpt": split_excerpt}

__all__ = ["FORMATS", "Speaker", "guess_kind", "guess_speaker", "split_segments"]


def split_segments(
    text: str, *, kind: str, speaker: Speaker, voices: dict[str, Voice] | None = None
) -> pd.DataFrame:
    """Split one source into segments.

    text: the source as decoded. kind: its genre, a key of FORMATS. speaker: whose words are studied.
    voices: printed labels that are decided already, each with the voice it announces.
    Returns one row a segment: segment (from 1), paragraph (from 1), turn (missing outside turns), role, speaker,
    start, end (offsets in characters), n_words. Every non-space character is in exactly one segment.
    """
    if kind not in FORMATS:
        raise InputError(f"unknown kind '{kind}': use one of {', '.join(FORMATS)}")
    decided = {fold_name(label): voice for label, voice in (voices or {}).items()}
    canvas = FORMATS[kind](text, speaker, decided)
    table = pd.DataFrame(canvas.segments(), columns=Segment._fields)
    table.insert(0, "segment", range(1, len(table) + 1))
    table.insert(2, "turn", _number_turns(table))
    table["n_words"] = [count_words_in(text[s:e]) for s, e in zip(table["start"], table["end"], strict=True)]
    return table


def _number_turns(segments: pd.DataFrame) -> pd.Series:
    """Number the turns: a new one wherever the voice changes, or a heading parts two paragraphs of one voice.

    Notes and repeats belong to the turn they interrupt; a footnote or an introduction belongs to none.
    """
    spoken = segments["role"].isin(SPOKEN)
    voice = (segments["role"] + "\0" + segments["speaker"]).where(spoken)
    headed = (
        ~spoken
        & (segments["role"] == "apparatus")
        & segments["paragraph"].ne(segments["paragraph"].shift(-1))
    )
    broken = headed.cumsum().where(spoken)
    changed = (voice.dropna() != voice.dropna().shift()) | (broken.dropna() != broken.dropna().shift())
    turn = changed.cumsum().reindex(segments.index)
    inside = segments["role"].isin(["note", "repeat"])
    filled = turn.ffill().where(inside & (turn.ffill() == turn.bfill()) | (segments["role"] == "repeat"))
    return turn.fillna(filled).astype("Int64")
