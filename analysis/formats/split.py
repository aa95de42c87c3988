"""From a source's text to segments and doubts: whose words are these? One genre a module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.formats.cues.line_numbers import find_line_numbers
from analysis.formats.cues.people import Speaker, fold_label
from analysis.formats.doubts import doubt_reading, doubt_voices, list_spoken
from analysis.formats.excerpt import split_excerpt
from analysis.formats.marked_turns import split_turns
from analysis.formats.prose import split_prose
from analysis.formats.report import split_report
from analysis.formats.role_map import NOTE, Doubt, RoleMap, Segment, Voice
from analysis.formats.transcript import split_transcript
from analysis.formats.turns import number_turns
from analysis.formats.wrapped_lines import unwrap
from analysis.language import count_in_stretches
from analysis.readers import Reading

REPORT = "report"
TRANSCRIPT = "transcript"
# Every genre of KINDS with what reads it. A speech is read as an excerpt is: headings aside, all is the speaker's.
FORMATS = {
    TRANSCRIPT: split_transcript,
    "speech": split_excerpt,
    "excerpt": split_excerpt,
    REPORT: split_report,
    "prose": split_prose,
}
# The columns of the table of segments, in order.
_TYPES = {
    "segment": "int64",
    "paragraph": "int64",
    "turn": "Int64",
    "role": "str",
    "speaker": "str",
    "start": "int64",
    "end": "int64",
    "n_words": "int64",
}
SPEECH = "speech"  # its paragraphs are its turns


class Place(NamedTuple):
    """A stretch of a text, by its offsets, whose voice a person decided."""

    start: int
    end: int
    voice: Voice


PLAIN = Reading("", "plain text")  # marks nothing


class Split(NamedTuple):
    """What a source consists of: a row a segment, and a row a doubt (start, end, kind, decided, remedy)."""

    segments: pd.DataFrame
    doubts: pd.DataFrame


class Listed(NamedTuple):
    """What a source consists of, not yet as tables: the columns of segments by name, and the doubts."""

    segments: dict[str, Sequence]
    doubts: list[Doubt]


def split_source(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
    language: str = "",
) -> Split:
    """Split one source into segments, and tell what could have been decided otherwise.

    text: the source as read. kind: its genre, a key of FORMATS. speaker: whose words are studied.
    voices: printed labels that are decided already, each with the voice it announces. places: stretches that
    are decided by hand; they overrule every rule, and no doubt is left about them. marks: the file as it was read:
    the turns and notes that its format marks, and what was left out; where it marks turns, no label is looked for.
    language: of the text (BCP 47), told by its words if ''.
    Returns segments as `split_segments` does, and the doubts in the order of the text.
    Raises InputError for an unknown kind, and where a text prints labels but none of the speaker's.
    """
    given = {"kind": kind, "speaker": speaker, "voices": voices, "places": places, "marks": marks}
    listed = list_split(text, **given, language=language)
    return Split(_tabulate(listed.segments), pd.DataFrame(listed.doubts, columns=Doubt._fields))


def list_split(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
    language: str = "",
) -> Listed:
    """Return what `split_source` does, not yet as tables: a turn is None outside turns."""
    places = list(places)
    role_map = _read(text, kind, speaker, voices or {}, marks, language)
    for place in places:
        role_map.assign(place.start, place.end, place.voice)
    segments = _list_segments(role_map, text, kind)
    voiced = doubt_voices(text, kind, list_spoken(segments), speaker)
    doubts = [*doubt_reading(marks), *role_map.doubts, *voiced]
    open_doubts = [doubt for doubt in doubts if not _is_decided(doubt, places)]
    return Listed(segments, sorted(set(open_doubts)))


def split_segments(
    text: str, *, kind: str, speaker: Speaker, voices: dict[str, Voice] | None = None
) -> pd.DataFrame:
    """Split one source into segments.

    text, kind, speaker, voices: as for `split_source`.
    Returns one row a segment: segment (from 1), paragraph (from 1), turn (missing outside turns), role,
    speaker, start, end (offsets in characters), n_words. Every non-space character is in exactly one segment.
    Raises InputError for an unknown kind, and where a text prints labels but none of the speaker's.
    """
    return _tabulate(_list_segments(_read(text, kind, speaker, voices or {}, PLAIN), text, kind))


def _read(
    text: str, kind: str, speaker: Speaker, voices: dict[str, Voice], marks: Reading, language: str = ""
) -> RoleMap:
    if kind not in FORMATS:
        raise InputError(f"unknown kind '{kind}': use one of {', '.join(FORMATS)}")
    decided = {fold_label(label): voice for label, voice in voices.items()}
    if marks.turns:
        role_map = split_turns(text, marks.turns, speaker, decided)
    else:
        told = {REPORT: {"language": language}, TRANSCRIPT: {"typed": marks.typed}}.get(kind, {})
        role_map = FORMATS[kind](unwrap(text), speaker, decided, **told)
        for start, end in find_line_numbers(text):
            role_map.reassign(start, end, NOTE)
    for note in marks.notes:
        role_map.assign(*note, NOTE)
    return role_map


def _list_segments(role_map: RoleMap, text: str, kind: str) -> dict[str, Sequence]:
    """Return the columns of the table of segments by name, in order."""
    rows = role_map.segments()
    columns = zip(*rows, strict=True) if rows else [()] * len(Segment._fields)
    segments = dict(zip(Segment._fields, columns, strict=True))
    n_words = count_in_stretches(text, segments["start"], segments["end"])
    numbers, turns = range(1, len(rows) + 1), number_turns(rows, by_paragraph=kind == SPEECH)
    segments |= {"segment": numbers, "turn": turns, "n_words": n_words.tolist()}
    return {name: segments[name] for name in _TYPES}


def _tabulate(segments: dict[str, Sequence]) -> pd.DataFrame:
    arrays = {name: _make_array(segments[name], kind) for name, kind in _TYPES.items()}
    return pd.DataFrame(arrays, copy=False)


def _make_array(values: Sequence, kind: str) -> np.ndarray | pd.api.extensions.ExtensionArray:
    return np.array(values, dtype=kind) if kind == "int64" else pd.array(values, dtype=kind)


def _is_decided(doubt: Doubt, places: Iterable[Place]) -> bool:
    return any(place.start <= doubt.start and doubt.end <= place.end for place in places)
