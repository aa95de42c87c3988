"""From a source's text to segments: whose words are these? One genre a module."""

from __future__ import annotations

import pandas as pd

from analysis.errors import InputError
from analysis.formats.cues.people import Speaker, fold_name
from analysis.formats.excerpt import split_excerpt
from analysis.formats.report import split_report
from analysis.formats.role_map import Segment, Voice
from analysis.formats.transcript import split_transcript
from analysis.formats.turns import number_turns
from analysis.formats.wrapped_lines import unwrap
from analysis.language import count_words_in

FORMATS = {"transcript": split_transcript, "report": split_report, "excerpt": split_excerpt}


def split_segments(
    text: str, *, kind: str, speaker: Speaker, voices: dict[str, Voice] | None = None
) -> pd.DataFrame:
    """Split one source into segments.

    text: the source as decoded. kind: its genre, a key of FORMATS. speaker: whose words are studied.
    voices: printed labels that are decided already, each with the voice it announces.
    Returns one row a segment: segment (from 1), paragraph (from 1), turn (missing outside turns), role,
    speaker, start, end (offsets in characters), n_words. Every non-space character is in exactly one segment.
    Raises InputError for an unknown kind.
    """
    if kind not in FORMATS:
        raise InputError(f"unknown kind '{kind}': use one of {', '.join(FORMATS)}")
    decided = {fold_name(label): voice for label, voice in (voices or {}).items()}
    role_map = FORMATS[kind](unwrap(text), speaker, decided)
    table = pd.DataFrame(role_map.segments(), columns=Segment._fields)
    table.insert(0, "segment", range(1, len(table) + 1))
    table.insert(2, "turn", number_turns(table))
    table["n_words"] = [count_words_in(text, s, e) for s, e in zip(table["start"], table["end"], strict=True)]
    return table
