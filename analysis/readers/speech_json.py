"""JSON of speech recognisers: pieces of speech with words, times and, where voices were told apart, a speaker each.

Whisper, WhisperX, faster-whisper and whisper.cpp; what the services write stands in `speech_services`. All of it is
plain JSON, so no library is needed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from analysis.errors import InputError
from analysis.readers import speech_services
from analysis.readers.captions import Caption, write_captions
from analysis.readers.reading import Reading, Writer

_TEXT = ("text", "transcript", "content", "words", "speech", "utterance", "message", "sentence", "body")
_VOICE = ("speaker_name", "speakerName", "speaker", "speaker_label", "voice", "name", "participant")
_BEGIN, _END = ("start", "start_time", "startTime", "begin", "time"), ("end", "end_time", "endTime")
_LISTS = ("segments", "utterances", "transcription", "chunks", "turns", "transcript", "sentences")
_KEYS = (*_LISTS, "monologues", "words", "recognizedPhrases", "phrases", "results", "Transcript", "events")
MOST_VALUES = 10_000_000  # an hour of speech has some 100,000
_DEEPEST = 4  # objects around the list
NAME = "speech JSON"
_UNKNOWN = "is none that a speech recogniser writes; export it as WebVTT."


def is_speech_json(text: str) -> bool:
    """Say whether a text is a JSON object with a list of what is said, or such a list."""
    start = text.lstrip()
    if start[:1] == "[":
        return start[1:].lstrip()[:1] == "{" and any(f'"{key}"' in start[:5000] for key in _TEXT)
    return start[:1] == "{" and any(f'"{key}"' in text for key in _KEYS) and not _has_objects_by_line(start)


def _has_objects_by_line(text: str) -> bool:
    """Say whether the second line begins another object, as in JSON Lines."""
    first, _, rest = text.partition("\n")
    return first.rstrip().endswith("}") and rest.lstrip()[:1] == "{"


def read_speech_json(text: str) -> Reading:
    """Read what a recogniser heard: a turn each time the voice changes; without voices, running paragraphs."""
    writer = Writer()
    found = _load(text)
    try:
        captions = [caption for caption in _list_captions(found, writer) if caption.words.strip()]
    except InputError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise InputError(f"this JSON file {_UNKNOWN}") from None
    write_captions(captions, writer)
    return writer.finish(NAME)


def _load(text: str) -> object:
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise InputError(f"this JSON file has more than {MOST_VALUES:,} values; split it.")
    try:
        return json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise InputError(f"line {line}: this JSON file is damaged or cut off; write it anew.") from None
    except RecursionError:
        raise InputError("this JSON file is nested too deeply; write it anew.") from None


def _list_captions(found: object, writer: Writer) -> Iterator[Caption]:
    read = _find_service(found)
    if read is not None:
        return read(found)
    if isinstance(found, dict) and isinstance(found.get("words"), list) and not found.get("segments"):
        writer.left_out["word times"] += len(found["words"])  # Whisper, asked for the times of words alone
        return iter([Caption("", found["text"])])
    pieces = found if isinstance(found, list) else _find_list(found)
    return _read_pieces(pieces, writer)


def _find_service(found: object) -> Callable[[dict], Iterator[Caption]] | None:
    if not isinstance(found, dict):
        return None
    return next((read for fits, read in speech_services.SERVICES if fits(found)), None)


def _find_list(found: dict) -> list:
    """Return the first list of objects under a name that recognisers use, the outermost; InputError for none."""
    level = [found]
    for _ in range(_DEEPEST):
        lists = (part.get(name) for part in level for name in _LISTS)
        pieces = next((value for value in lists if isinstance(value, list) and value), None)
        if pieces is not None:
            return pieces
        level = [value for part in level for value in part.values() if isinstance(value, dict)]
    raise InputError("this JSON file has no list of segments; export the transcript as WebVTT.")


def _read_pieces(pieces: Iterable[dict], writer: Writer) -> Iterator[Caption]:
    for piece in pieces:
        words, voice = _first(piece, _TEXT), speech_services.name_voice(_first(piece, _VOICE))
        begin, end = _time(piece, _BEGIN, 0), _time(piece, _END, 1)
        timed = piece["words"] if isinstance(piece.get("words"), list) else []
        writer.left_out["word times"] += len(timed)
        if len({word.get("speaker") for word in timed if word.get("speaker")}) > 1:
            yield from _part_by_voice(timed, voice, words if isinstance(words, str) else "")
        elif isinstance(words, str):
            yield Caption(voice, words, begin, end)


def _part_by_voice(timed: list[dict], voice: str, segment: str) -> Iterator[Caption]:
    """Part a segment in which several voices were heard, word by word; one without a voice has that before it."""
    voiced = []
    for word in timed:
        voice = speech_services.name_voice(word.get("speaker")) or voice
        voiced.append((voice, word))
    at = 0
    for name, words in groupby(voiced, key=lambda pair: pair[0]):
        said = [word for _, word in words]
        begin = next((_seconds(word["start"]) for word in said if "start" in word), None)
        written, at = _join(said, segment, at)
        yield Caption(name, written, begin)


def _join(words: list[dict], segment: str, at: int) -> tuple[str, int]:
    """Return words with the blanks that their segment has between them, and where they end in it.

    Japanese and Chinese have none.
    """
    joined = ""
    for word in words:
        written = str(word.get("word", "")).strip()
        place = segment.find(written, at)
        joined += written if place == at and place >= 0 else f" {written}"
        at = place + len(written) if place >= 0 else at
    return joined.strip(), at


def _time(piece: dict, names: tuple[str, ...], place: int) -> float | None:
    """Return when a piece begins or ends: seconds, a pair of them, or the milliseconds of whisper.cpp."""
    if isinstance(offsets := piece.get("offsets"), dict):
        return offsets[("from", "to")[place]] / 1000
    if isinstance(pair := piece.get("timestamp"), list) and len(pair) == 2:
        return _seconds(pair[place])
    return _seconds(_first(piece, names))


def _seconds(value: object) -> float | None:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return seconds if math.isfinite(seconds) else None


def _first(piece: dict, names: tuple[str, ...]) -> object:
    return next((piece[name] for name in names if piece.get(name) is not None), None)
