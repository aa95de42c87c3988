"""What a split could not know of a text as a whole: a voice that is missing, or too much of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import Doubt
from analysis.readers import Reading
from analysis.roles import OWN, SPOKEN

IN_PLACES = "add a row to decisions/places.csv"
_ALMOST_ALL = 0.95  # of the words of a text
_MOST_VOICES = 12


class Said(NamedTuple):
    """A segment that somebody says."""

    turn: int
    role: str
    speaker: str
    start: int
    end: int
    n_words: int


def doubt_reading(reading: Reading) -> list[Doubt]:
    """Return one doubt about all that a format holds and the text does not, with how much of each there was."""
    if not reading.left_out:
        return []
    listed = ", ".join(f"{kind}: {n:,}" for kind, n in reading.left_out.items())
    return [
        Doubt(
            0, 0, "left out of the file", f"{reading.format}: {listed}", "open the file if any of it was said"
        )
    ]


def doubt_voices(text: str, kind: str, spoken: list[Said], speaker: Speaker) -> list[Doubt]:
    """Return the doubts about who speaks in a text; spoken: its segments with words that somebody says, in order."""
    own = [said for said in spoken if said.role in OWN]
    if kind == "prose" or not text or text.isspace():
        return []
    doubts = _doubt_missing(text, own, spoken, speaker)
    if kind == "transcript":
        doubts += _doubt_one_voice(spoken, own)
        doubts += _doubt_unanswered(spoken)
    return doubts


def list_spoken(segments: Mapping[str, Sequence]) -> list[Said]:
    """Return the segments with words that somebody says; segments: the columns of their table, by name."""
    rows = map(Said, *(segments[name] for name in Said._fields))
    return [row for row in rows if row.role in SPOKEN and row.n_words > 0]


def _sum_words(spoken: list[Said]) -> int:
    return sum(said.n_words for said in spoken)


def _doubt_missing(text: str, own: list[Said], spoken: list[Said], speaker: Speaker) -> list[Doubt]:
    """The speaker says nothing, or is never named."""
    if not own:
        whose = f"{speaker.name}'s" if speaker.name else "the speaker's, who is not known"
        decided = f"no word is {whose} ({_list_voices(spoken) or 'nobody speaks'})"
        remedy = "name the speaker as the text prints the name, or decide labels in decisions/speakers.csv"
        return [Doubt(0, 0, "no words of the speaker", decided, remedy)]
    if speaker.name and not speaker.is_mentioned_in(text) and not _is_labelled(text, speaker):
        decided = f"{_sum_words(own):,} words are {speaker.name}'s all the same"
        return [Doubt(0, 0, "speaker never named", decided, "check that this text is the speaker's")]
    return []


def _list_voices(spoken: list[Said]) -> str:
    """Return who speaks, with their words, those who say most first: by name, else by role."""
    words: Counter[str] = Counter()
    for said in sorted(spoken, key=_name_voice):
        words[_name_voice(said)] += said.n_words
    return ", ".join(f"{name}: {n:,} words" for name, n in words.most_common(_MOST_VOICES))


def _name_voice(said: Said) -> str:
    return said.speaker or said.role


def _is_labelled(text: str, speaker: Speaker) -> bool:
    return any(label in text for label in (*speaker.labels, speaker.office) if label)


def _doubt_one_voice(spoken: list[Said], own: list[Said]) -> list[Doubt]:
    """A transcript in which nobody else speaks may have lost its questions' labels."""
    if not own or _sum_words(own) < _ALMOST_ALL * _sum_words(spoken):
        return []
    decided = "nearly all of the transcript is the speaker's"
    remedy = "check that no question is printed without a label; a speech is of kind speech"
    return [Doubt(own[0].start, own[-1].end, "only one voice", decided, remedy)]


def _doubt_unanswered(spoken: list[Said]) -> list[Doubt]:
    """Two questions of different turns with no word between them: an answer may have been taken for one."""
    turns = [list(turn) for _, turn in groupby(spoken, key=lambda said: said.turn)]
    asking = [(turn[0].start, turn[-1].end) if turn[0].role == "question" else None for turn in turns]
    remedy = f"if one of them is an answer, {IN_PLACES}"
    return [
        Doubt(a[0], b[1], "question without an answer", "both turns ask", remedy)
        for a, b in pairwise(asking)
        if a and b
    ]
