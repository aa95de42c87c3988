"""Words that a recogniser writes one by one, joined to what a voice says in a row."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.readers.captions import Caption

_STOPS = (".", "!", "?")
_PAUSE = 2.0  # seconds between the beginnings of two words, after which something else may be said


def name_voice(speaker: object) -> str:
    """Return how a voice is called: a number or a letter is a speaker's; '' where nobody was told apart."""
    if isinstance(speaker, dict):
        speaker = speaker.get("name") or speaker.get("id")
    if speaker is None or isinstance(speaker, bool | list):
        return ""
    name = str(speaker).strip()
    return f"Speaker {name}" if name.isdecimal() or len(name) == 1 else name


class Word:
    """A word or a mark: its voice, how it is written, when, and whether it joins the word before it."""

    def __init__(self, voice: object, written: str, begin: object, joins: bool) -> None:
        self.voice, self.begin = name_voice(voice), read_number(begin)
        self.written, self.joins = written, joins


def join_channels(channels: list[list[Word]]) -> Iterator[Caption]:
    """Yield what was said on each channel, sentence by sentence, in the order of time."""
    said = [piece for words in channels for piece in _cut_sentences(words)]
    for piece in sorted(said, key=lambda words: words[0].begin or 0.0):
        yield from join_words(piece)


def _cut_sentences(words: list[Word]) -> Iterator[list[Word]]:
    """Yield words up to each end of a sentence, and up to each pause."""
    piece: list[Word] = []
    for word in words:
        if piece and not word.joins and (piece[-1].written.endswith(_STOPS) or _pauses(piece[-1], word)):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _pauses(last: Word, word: Word) -> bool:
    return last.begin is not None and word.begin is not None and word.begin - last.begin > _PAUSE


def join_words(words: list[Word]) -> Iterator[Caption]:
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


def read_number(value: object) -> float | None:
    """Return seconds from a number, or from one that is written as words: '1.5', '1.5s'."""
    try:
        return float(value.removesuffix("s") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return None
