"""JSON of speech recognisers: segments with words, times and, where voices were told apart, a speaker each.

Whisper, WhisperX, faster-whisper and their kin write `segments`; the file is plain JSON, so no library is needed.
"""

from __future__ import annotations

import json

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer

_TEXT, _VOICE, _BEGIN = (
    ("text", "transcript", "content"),
    ("speaker", "speaker_label", "voice"),
    ("start", "begin"),
)


def is_speech_json(text: str) -> bool:
    """Say whether a text is a JSON object with segments."""
    return text.lstrip()[:1] == "{" and '"segments"' in text


def read_speech_json(text: str) -> Reading:
    """Read the segments of a recogniser: a turn each time the voice changes; without voices, a paragraph each."""
    segments = _load(text)
    writer = Writer()
    for segment in segments:
        words, voice, begin = (_first(segment, names) for names in (_TEXT, _VOICE, _BEGIN))
        time = float(begin) if isinstance(begin, int | float) else None
        writer.say(str(voice or ""), str(words or ""), time=time)
    writer.left_out["word times"] += sum(len(segment.get("words") or []) for segment in segments)
    return writer.finish("Whisper JSON")


def _load(text: str) -> list[dict]:
    try:
        segments = json.loads(text)["segments"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError("this JSON file is damaged or has no list 'segments'; write it anew.") from None
    if not isinstance(segments, list) or not all(isinstance(segment, dict) for segment in segments):
        raise InputError("'segments' is no list of objects; write the JSON file anew.")
    return segments


def _first(segment: dict, names: tuple[str, ...]) -> object:
    return next((segment[name] for name in names if segment.get(name) is not None), None)
