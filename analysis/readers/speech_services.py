"""JSON of speech services: AWS Transcribe, Azure, Deepgram, AssemblyAI, Rev, Google, Speechmatics, Hugging Face.

Each writes another tree; a reader a service turns it into captions. Where a service gives both sentences and words, the
sentences are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.readers.captions import Caption

Reader = Callable[[dict], Iterator[Caption]]


def name_voice(speaker: object) -> str:
    """Return how a voice is called: a number or a letter is a speaker's; '' where nobody was told apart."""
    if isinstance(speaker, dict):
        speaker = speaker.get("name") or speaker.get("id")
    if speaker is None or isinstance(speaker, bool | list):
        return ""
    name = str(speaker).strip()
    return f"Speaker {name}" if name.isdecimal() or len(name) == 1 else name


def _read_aws(found: dict) -> Iterator[Caption]:
    """AWS Transcribe: words one by one, punctuation apart; each has its voice, or the voice of its time."""
    voices = {
        item.get("start_time"): segment.get("speaker_label")
        for segment in found["results"].get("speaker_labels", {}).get("segments", [])
        for item in segment.get("items", [])
    }
    words = []
    for item in found["results"]["items"]:
        speaker = item.get("speaker_label") or voices.get(item.get("start_time"))
        words.append(_Word(speaker, item["alternatives"][0]["content"], item.get("start_time"), _joins(item)))
    yield from _join_words(words)


def _read_azure(found: dict) -> Iterator[Caption]:
    """Azure Speech, batch and fast: phrases, the best guess of each; times in milliseconds or ticks of 100 ns."""
    for phrase in found.get("recognizedPhrases") or found["phrases"]:
        words = phrase.get("text") or phrase["nBest"][0]["display"]
        begin = phrase.get("offsetMilliseconds")
        seconds = begin / 1000 if begin is not None else phrase.get("offsetInTicks", 0) / 10_000_000
        yield Caption(name_voice(phrase.get("speaker")), words, seconds)


def _read_deepgram(found: dict) -> Iterator[Caption]:
    """Deepgram: utterances where they were asked for, else paragraphs, else words, of each channel."""
    results = found["results"]
    if results.get("utterances"):
        for said in results["utterances"]:
            yield Caption(name_voice(said.get("speaker")), said["transcript"], said["start"], said.get("end"))
        return
    for channel in results["channels"]:
        best = channel["alternatives"][0]
        paragraphs = best.get("paragraphs", {}).get("paragraphs", [])
        for paragraph in paragraphs:
            for sentence in paragraph["sentences"]:
                yield Caption(name_voice(paragraph.get("speaker")), sentence["text"], sentence["start"])
        if not paragraphs:
            yield from _join_words([_read_deepgram_word(word) for word in best.get("words", [])])


def _read_deepgram_word(word: dict) -> _Word:
    return _Word(word.get("speaker"), word.get("punctuated_word", word["word"]), word["start"], False)


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
    results = [result["alternatives"][0] for result in found["results"] if result.get("alternatives")]
    words = results[-1].get("words", []) if results else []
    voices = [word.get("speakerTag") or word.get("speakerLabel") for word in words]
    if any(voices):
        pairs = zip(voices, words, strict=True)
        yield from _join_words([_Word(v, w["word"], w.get("startTime"), False) for v, w in pairs])
        return
    for best in results:
        begin = next((word.get("startTime") for word in best.get("words", [])), None)
        yield Caption("", best["transcript"], _read_number(begin))


def _read_speechmatics(found: dict) -> Iterator[Caption]:
    """Speechmatics: words and punctuation one by one, each with its voice; UU is nobody."""
    words = []
    for item in found["results"]:
        best = item["alternatives"][0]
        voice = best.get("speaker") if best.get("speaker") != "UU" else None
        words.append(_Word(voice, best["content"], item["start_time"], _joins(item)))
    yield from _join_words(words)


def _read_chunks(found: dict) -> Iterator[Caption]:
    """Hugging Face with voices: the list `speakers` holds what `chunks` does, with a speaker each."""
    for said in found["speakers"]:
        yield Caption(name_voice(said.get("speaker")), said["text"], said["timestamp"][0])


def _read_elevenlabs(found: dict) -> Iterator[Caption]:
    """ElevenLabs: words, blanks and sounds one by one; sounds stand in brackets, as they are written."""
    spoken = [word for word in found["words"] if word.get("type") != "spacing"]
    yield from _join_words([_Word(w.get("speaker_id"), w["text"], w.get("start"), False) for w in spoken])


class _Word:
    """A word or a mark: its voice, how it is written, when, and whether it joins the word before it."""

    def __init__(self, voice: object, written: str, begin: object, joins: bool) -> None:
        self.voice, self.begin = name_voice(voice), _read_number(begin)
        self.written, self.joins = written, joins


def _joins(item: dict) -> bool:
    return item.get("type") == "punctuation"


def _join_words(words: list[_Word]) -> Iterator[Caption]:
    """Yield the words of each voice in a row as one caption; a mark goes with the word before it."""
    said, voice, begin = "", "", None
    for word in words:
        if not word.joins and said and word.voice != voice:
            yield Caption(voice, said, begin)
            said, begin = "", None
        if not word.joins:
            voice, begin = word.voice, word.begin if begin is None else begin
        said += word.written if word.joins else f" {word.written}"
    yield Caption(voice, said, begin)


def _read_number(value: object) -> float | None:
    """Return seconds from a number, or from one that is written as words: '1.5', '1.5s'."""
    try:
        return float(value.removesuffix("s") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return None


def _results(found: dict, kind: type) -> bool:
    return isinstance(found.get("results"), kind)


# How each service is known by the names of its parts, and what reads it.
SERVICES: tuple[tuple[Callable[[dict], bool], Reader], ...] = (
    (lambda found: _results(found, dict) and "items" in found["results"], _read_aws),
    (lambda found: _results(found, dict) and "channels" in found["results"], _read_deepgram),
    (lambda found: "recognizedPhrases" in found or "phrases" in found, _read_azure),
    (lambda found: "monologues" in found, _read_rev),
    (lambda found: "utterances" in found and "text" in found, _read_assemblyai),
    (lambda found: _results(found, list) and "metadata" in found and "format" in found, _read_speechmatics),
    (lambda found: _results(found, list), _read_google),
    (lambda found: bool(found.get("speakers")) and "chunks" in found, _read_chunks),
    (lambda found: isinstance(found.get("words"), list) and "language_code" in found, _read_elevenlabs),
)
