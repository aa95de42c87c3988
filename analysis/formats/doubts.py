"""What a split could not know of a text as a whole: a voice that is missing, or too much of one."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter

import pandas as pd

from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import Doubt
from analysis.readers import Reading
from analysis.roles import OWN, SPOKEN

IN_PLACES = "add a row to decisions/places.csv"
_ALMOST_ALL = 0.95  # of the words of a text
_MOST_VOICES = 12


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


def doubt_voices(text: str, kind: str, segments: pd.DataFrame, speaker: Speaker) -> list[Doubt]:
    """Return the doubts about who speaks in a text.

    segments: one row a segment (role, speaker, start, end, n_words).
    """
    spoken = segments[segments["role"].isin(SPOKEN) & (segments["n_words"] > 0)]
    own = spoken[spoken["role"].isin(OWN)]
    if kind == "prose" or spoken.empty:
        return []
    doubts = _doubt_missing(text, own, spoken, speaker)
    if kind == "transcript":
        doubts += _doubt_one_voice(spoken, own)
        doubts += _doubt_unanswered(spoken)
    return doubts


def _doubt_missing(text: str, own: pd.DataFrame, spoken: pd.DataFrame, speaker: Speaker) -> list[Doubt]:
    """The speaker says nothing, or is never named."""
    if own.empty:
        whose = f"{speaker.name}'s" if speaker.name else "the speaker's, who is not known"
        decided = f"no word is {whose} ({_list_voices(spoken)})"
        remedy = "name the speaker as the text prints the name, or decide labels in decisions/speakers.csv"
        return [Doubt(0, 0, "no words of the speaker", decided, remedy)]
    if speaker.name and not speaker.is_mentioned_in(text) and not _is_labelled(text, speaker):
        decided = f"{int(own['n_words'].sum()):,} words are {speaker.name}'s all the same"
        return [Doubt(0, 0, "speaker never named", decided, "check that this text is the speaker's")]
    return []


def _list_voices(spoken: pd.DataFrame) -> str:
    """Return who speaks, with their words, those who say most first: by name, else by role."""
    who = spoken["speaker"].where(spoken["speaker"].ne(""), spoken["role"])
    words = spoken.groupby(who)["n_words"].sum().sort_values(ascending=False, kind="stable")
    return ", ".join(f"{name}: {n:,} words" for name, n in words.head(_MOST_VOICES).items())


def _is_labelled(text: str, speaker: Speaker) -> bool:
    return any(label in text for label in (*speaker.labels, speaker.office) if label)


def _doubt_one_voice(spoken: pd.DataFrame, own: pd.DataFrame) -> list[Doubt]:
    """A transcript in which nobody else speaks may have lost its questions' labels."""
    if own["n_words"].sum() < _ALMOST_ALL * spoken["n_words"].sum():
        return []
    decided = "nearly all of the transcript is the speaker's"
    remedy = "check that no question is printed without a label; a speech is of kind speech"
    return [Doubt(int(own["start"].min()), int(own["end"].max()), "only one voice", decided, remedy)]


def _doubt_unanswered(spoken: pd.DataFrame) -> list[Doubt]:
    """Two questions of different turns with no word between them: an answer may have been taken for one."""
    rows = zip(*(spoken[name].tolist() for name in ("turn", "role", "start", "end")), strict=True)
    turns = [list(turn) for _, turn in groupby(rows, key=itemgetter(0))]
    asking = [(turn[0][2], turn[-1][3]) if turn[0][1] == "question" else None for turn in turns]
    remedy = f"if one of them is an answer, {IN_PLACES}"
    return [
        Doubt(a[0], b[1], "question without an answer", "both turns ask", remedy)
        for a, b in pairwise(asking)
        if a and b
    ]
