"""JSON of speech services: Azure, AssemblyAI, Rev, Google, Trint, YouTube, Hugging Face, and those that write words.

Each writes another tree; a reader a service turns it into captions. Where a service gives both sentences and words, the
sentences are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.readers.captions import Caption
from analysis.readers.speech_by_word import (
    read_aws,
    read_deepgram,
    read_elevenlabs,
    read_ibm,
    read_speechmatics,
)
from analysis.readers.speech_words import Word, join_words, name_voice, read_number

Reader = Callable[[dict], Iterator[Caption]]


def _read_azure(found: dict) -> Iterator[Caption]:
    """Azure Speech, batch and fast: phrases, the best guess of each; times in milliseconds or ticks of 100 ns."""
    phrases = found.get("recognizedPhrases") or found["phrases"]
    has_channels = len({phrase.get("channel") for phrase in phrases}) > 1
    captions = []
    for phrase in phrases:
        words = phrase.get("text") or phrase["nBest"][0]["display"]
        begin = phrase.get("offsetMilliseconds")
        seconds = begin / 1000 if begin is not None else phrase.get("offsetInTicks", 0) / 10_000_000
        channel = f"Channel {phrase.get('channel')}" if has_channels else ""
        captions.append(Caption(name_voice(phrase.get("speaker")) or channel, words, seconds))
    return iter(sorted(captions, key=lambda caption: caption.begin) if has_channels else captions)


def _read_assemblyai(found: dict) -> Iterator[Caption]:
    """AssemblyAI: utterances; its times are milliseconds. Without voices there is one text."""
    for said in found.get("utterances") or [{"text": found["text"]}]:
        begin = said["start"] / 1000 if "start" in said else None
        yield Caption(name_voice(said.get("speaker")), said["text"], begin)


def _read_rev(found: dict) -> Iterator[Caption]:
    """Rev: monologues of elements, blanks among them; names of speakers stand apart where somebody gave them."""
    names = {person["id"]: person.get("name") for person in found.get("speakers", []) if "id" in person}
    for monologue in found["monologues"]:
        elements = monologue["elements"]
        begin = next((element["ts"] for element in elements if "ts" in element), None)
        voice = name_voice(names.get(monologue["speaker"]) or monologue["speaker"])
        yield Caption(voice, "".join(element["value"] for element in elements), begin)


def _read_google(found: dict) -> Iterator[Caption]:
    """Google: results with a best guess each; where voices were told apart, the last result holds all words again."""
    results = [result for result in found["results"] if result.get("alternatives")]
    words = results[-1]["alternatives"][0].get("words", []) if results else []
    voices = [word.get("speakerTag") or word.get("speakerLabel") for word in words]
    if any(voices):
        pairs = zip(voices, words, strict=True)
        yield from join_words([Word(v, w["word"], w.get("startTime"), False) for v, w in pairs])
        return
    has_channels = len({result.get("channelTag") for result in results}) > 1
    for result in results:
        best = result["alternatives"][0]
        begin = next((word.get("startTime") for word in best.get("words", [])), None)
        channel = f"Channel {result.get('channelTag')}" if has_channels else ""
        yield Caption(channel, best["transcript"], read_number(begin))


def _read_trint(found: dict) -> Iterator[Caption]:
    """Trint: paragraphs of words in milliseconds; the names of speakers stand apart."""
    transcript = found["transcript"]
    names = {person["id"]: person.get("name") for person in transcript.get("speakers", []) if "id" in person}
    for paragraph in transcript["paragraphs"]:
        words, speaker = paragraph["words"], paragraph.get("speaker")
        said = " ".join(word["value"] for word in words)
        begin = words[0]["time"] / 1000 if words else None
        yield Caption(name_voice(names.get(speaker) or speaker), said, begin)


def _read_calls(found: dict) -> Iterator[Caption]:
    """AWS Transcribe of calls: what each of the two says, in milliseconds."""
    for said in found["Transcript"]:
        yield Caption(name_voice(said["ParticipantRole"]), said["Content"], said["BeginOffsetMillis"] / 1000)


def _read_youtube(found: dict) -> Iterator[Caption]:
    """YouTube (json3): events of pieces of lines, in milliseconds."""
    for event in found["events"]:
        words = "".join(piece.get("utf8", "") for piece in event.get("segs", []))
        yield Caption("", words, event.get("tStartMs", 0) / 1000)


def _read_chunks(found: dict) -> Iterator[Caption]:
    """Hugging Face with voices: the list `speakers` holds what `chunks` does, with a speaker each."""
    for said in found["speakers"]:
        yield Caption(name_voice(said.get("speaker")), said["text"], said["timestamp"][0])


def _results(found: dict, kind: type) -> bool:
    return isinstance(found.get("results"), kind)


# How each service is known by the names of its parts, and what reads it.
SERVICES: tuple[tuple[Callable[[dict], bool], Reader], ...] = (
    (lambda found: _results(found, dict) and "items" in found["results"], read_aws),
    (lambda found: _results(found, dict) and "channels" in found["results"], read_deepgram),
    (lambda found: "recognizedPhrases" in found or "phrases" in found, _read_azure),
    (lambda found: "monologues" in found, _read_rev),
    (lambda found: "utterances" in found and "text" in found, _read_assemblyai),
    (lambda found: _results(found, list) and "metadata" in found and "format" in found, read_speechmatics),
    (lambda found: _results(found, list) and "speaker_labels" in found, read_ibm),
    (lambda found: _results(found, list), _read_google),
    (
        lambda found: isinstance(found.get("transcript"), dict) and "paragraphs" in found["transcript"],
        _read_trint,
    ),
    (lambda found: isinstance(found.get("Transcript"), list), _read_calls),
    (lambda found: isinstance(found.get("events"), list), _read_youtube),
    (lambda found: bool(found.get("speakers")) and "chunks" in found, _read_chunks),
    (lambda found: isinstance(found.get("words"), list) and "language_code" in found, read_elevenlabs),
)
