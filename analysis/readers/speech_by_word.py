"""JSON of speech services that write words one by one: AWS Transcribe, Deepgram, IBM, Speechmatics, ElevenLabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.readers.captions import Caption
from analysis.readers.speech_words import Word, join_channels, join_words, name_voice


def read_aws(found: dict) -> Iterator[Caption]:
    """AWS Transcribe: words one by one, punctuation apart; each has its voice, that of its time, or its channel."""
    results = found["results"]
    channels = results.get("channel_labels", {}).get("channels", [])
    if len(channels) > 1:
        return join_channels([_list_aws(c["items"], lambda _, c=c: c["channel_label"]) for c in channels])
    voices = {
        item.get("start_time"): segment.get("speaker_label")
        for segment in results.get("speaker_labels", {}).get("segments", [])
        for item in segment.get("items", [])
    }
    voice_of = lambda item: item.get("speaker_label") or voices.get(item.get("start_time"))  # noqa: E731
    return join_words(_list_aws(results["items"], voice_of))


def _list_aws(items: list[dict], voice_of: Callable[[dict], object]) -> list[Word]:
    return [
        Word(voice_of(item), item["alternatives"][0]["content"], item.get("start_time"), _joins(item))
        for item in items
    ]


def read_deepgram(found: dict) -> Iterator[Caption]:
    """Deepgram: utterances where they were asked for, else paragraphs, else words; of several channels, words."""
    results = found["results"]
    best = [channel["alternatives"][0] for channel in results["channels"] if channel.get("alternatives")]
    if len(best) > 1:
        yield from join_channels([_list_deepgram(heard, f"Channel {n}") for n, heard in enumerate(best, 1)])
    elif results.get("utterances"):
        for said in results["utterances"]:
            yield Caption(name_voice(said.get("speaker")), said["transcript"], said["start"], said.get("end"))
    else:
        for heard in best:
            yield from _read_paragraphs(heard)


def _read_paragraphs(heard: dict) -> Iterator[Caption]:
    paragraphs = heard.get("paragraphs", {}).get("paragraphs", [])
    for paragraph in paragraphs:
        for sentence in paragraph["sentences"]:
            yield Caption(name_voice(paragraph.get("speaker")), sentence["text"], sentence["start"])
    if not paragraphs:
        yield from join_words(_list_deepgram(heard, ""))


def _list_deepgram(heard: dict, channel: str) -> list[Word]:
    """Return the words of a channel; its voices are numbered by themselves, so they bear its name too."""
    words = []
    for word in heard.get("words", []):
        voice = " ".join(part for part in (channel, name_voice(word.get("speaker"))) if part)
        words.append(Word(voice, word.get("punctuated_word", word["word"]), word["start"], False))
    return words


def read_ibm(found: dict) -> Iterator[Caption]:
    """IBM: results whose words are lists of a word and its times; voices stand apart, by the time of a word."""
    voices = {label["from"]: label["speaker"] for label in found.get("speaker_labels", [])}
    timed = [word for result in found["results"] for word in result["alternatives"][0].get("timestamps", [])]
    yield from join_words([Word(voices.get(begin), written, begin, False) for written, begin, _ in timed])


def read_speechmatics(found: dict) -> Iterator[Caption]:
    """Speechmatics: words and punctuation one by one, each with its voice; UU is nobody."""
    words = []
    for item in found["results"]:
        best = item["alternatives"][0]
        voice = best.get("speaker") if best.get("speaker") != "UU" else None
        words.append(Word(voice, best["content"], item["start_time"], _joins(item)))
    yield from join_words(words)


def read_elevenlabs(found: dict) -> Iterator[Caption]:
    """ElevenLabs: words, blanks and sounds one by one; sounds stand in brackets, as they are written."""
    spoken = [word for word in found["words"] if word.get("type") != "spacing"]
    yield from join_words([Word(w.get("speaker_id"), w["text"], w.get("start"), False) for w in spoken])


def _joins(item: dict) -> bool:
    return item.get("type") == "punctuation"
