"""One text split for the command line: what was decided, what was guessed, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import storage
from analysis.errors import InputError
from analysis.formats import Doubt, Speaker, Split, Voice, guess_kind, guess_speaker_of, split_source
from analysis.language import EXTRA, has_segmenter, is_unspaced
from analysis.readers import Reading
from analysis.roles import OWN, SPOKEN

_LABEL_ROLES = ("answer", "question", "other", "narration")
UNKNOWN = "unknown"  # how the speaker is called where nobody can be guessed
_MOST_WORDS = 8  # of a doubtful place that are shown


class Decided(NamedTuple):
    """What a person said before a text is read: the speaker, and whom printed labels announce."""

    speaker: Speaker | None
    voices: dict[str, Voice]


class FileSplit(NamedTuple):
    """A text as it was split, and the genre and the speaker that it was split for."""

    split: Split
    kind: str
    speaker: Speaker


def decide_voices(data: Path | None, *, speaker: str | None, office: str, labels: tuple[str, ...]) -> Decided:
    """Return what the options and, if a data folder is named, its speakers.csv decide.

    Raises InputError for a label without a role, and for a role that no label announces.
    """
    person, voices = _load_decided(data)
    if speaker:
        person = Speaker(speaker, person.labels if person and person.name == speaker else ())
    name = person.name if person else ""
    voices = voices | {label: _voice_of(role, name) for label, role in map(_read_label, labels)}
    own = tuple(label for label, voice in voices.items() if voice.role == "answer")
    if person or own or office:
        person = (person or Speaker(""))._replace(labels=own, office=office)
    return Decided(person, voices)


def _load_decided(data: Path | None) -> tuple[Speaker | None, dict[str, Voice]]:
    if data is None:
        return None, {}
    corpus = storage.Corpus(data)
    return corpus.speaker, corpus.voices


def _read_label(option: str) -> tuple[str, str]:
    label, _, role = option.rpartition("=")
    if not label.strip() or role not in _LABEL_ROLES:
        raise InputError(f"--label '{option}': write TEXT=ROLE, with a role of {', '.join(_LABEL_ROLES)}.")
    return label.strip().rstrip(":"), role


def _voice_of(role: str, name: str) -> Voice:
    return Voice(role, {"answer": name, "question": "interviewer"}.get(role, ""))


def split_text(reading: Reading, decided: Decided, *, kind: str | None, speaker: str | None) -> FileSplit:
    """Split one text; the kind and the speaker are guessed where nobody named them, and a doubt says so.

    A format that marks turns says by that what kind of text it holds.
    """
    text, known = reading.text, "transcript" if reading.turns else kind
    person = decided.speaker or guess_speaker_of(reading)
    genre = known or guess_kind(text, person, decided.voices, typed=reading.typed)
    split = split_source(text, kind=genre, speaker=person, voices=decided.voices, marks=reading)
    guesses = [] if known else [_guessed("kind", genre, "--kind")]
    if not decided.speaker:
        guesses.append(_guessed("speaker", person.name or UNKNOWN, "--speaker"))
    if is_unspaced(text) and not has_segmenter():
        guesses.append(_UNSPACED)
    doubts = pd.DataFrame([*guesses, *split.doubts.itertuples(index=False)], columns=Doubt._fields)
    return FileSplit(split._replace(doubts=doubts), genre, person)


# Roles of such a text can be shown; numbers of its words say nothing.
_UNSPACED = Doubt(
    0, 0, "no spaces between words",
    decided="each stretch between spaces or marks is one word of the numbers above",
    remedy=f"install `refrain[{EXTRA}]`, or put spaces between words, before anything is counted",
)  # fmt: skip


def _guessed(what: str, found: str, option: str) -> Doubt:
    return Doubt(0, 0, f"{what} guessed", found, f"say {option} if it is another")


def tell_words(segments: pd.DataFrame) -> str:
    """Say how many words each role has, and which share of the running words is the speaker's own."""
    words = segments.groupby("role", sort=False)["n_words"].sum()
    running = int(words[words.index.isin(SPOKEN)].sum())
    own = int(words[words.index.isin(OWN)].sum())
    share = f" ({own / running:.0%})" if running else ""
    by_role = ", ".join(f"{role} {n:,}" for role, n in words.items() if n)
    return f"own words: {own:,} of {running:,} running words{share}; by role: {by_role}"


def tell_doubts(doubts: pd.DataFrame, text: str, *, name: str) -> Iterator[str]:
    """Yield a line a doubt: where, what, what was decided, and how to decide otherwise."""
    for row in doubts.itertuples(index=False):
        line = text.count("\n", 0, row.start) + 1
        place = f"{name}, line {line}" if row.end else name
        said = " ".join(text[row.start : row.end].split()[:_MOST_WORDS])
        words = f" “{said}”" if said else ""
        yield f"doubt: {place}: {row.kind}{words}: {row.decided}; {row.remedy}."


def tell_split(segments: pd.DataFrame, doubts: pd.DataFrame) -> Iterator[str]:
    """Yield a line a source with its share of own words, and behind it a line for each of its doubts.

    segments, doubts: one row a segment and a doubt of all sources, as in the tables.
    """
    doubts_of = dict(list(doubts.groupby("source")))
    for source, of_source in segments.groupby("source"):
        yield f"{source}: {tell_words(of_source)}"
        if source in doubts_of:
            yield from (f"doubt: {told}" for told in tell_split_doubts(doubts_of[source]))


def tell_own_words(segments: pd.DataFrame) -> Iterator[str]:
    """Yield a line a source with its share of own words. segments: as for `tell_split`."""
    for source, of_source in segments.groupby("source"):
        yield f"{source}: {tell_words(of_source)}"


def tell_split_doubts(doubts: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence on each doubt, with what was decided and the remedy. doubts: as for `tell_split`."""
    for row in doubts.itertuples():
        place = f", characters {row.start:,} to {row.end:,}" if row.end else ""
        yield f"{row.source}{place}: {row.kind}: {row.decided}; {row.remedy}."
