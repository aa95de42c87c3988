"""A row of the manifest for each text: what text, file name and metadata tell. What none of them tells stays empty."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.formats import Speaker, Voice, guess_kind, list_voices, split_source
from analysis.language import guess_language
from analysis.projects.arrivals import Arrival
from analysis.projects.dates import find_day_in_name, find_days
from analysis.projects.page_metadata import read_metadata
from analysis.roles import OWN, SPOKEN

_EXCERPTED = re.compile(
    r"\b(?:excerpts?|extracts?|abridged|auszüge?|auszug|gekürzt|extraits?|extractos?|estratti?|фрагмент\w*)\b",
    re.I,
)
_FRONT = 3000  # characters
_NEARLY_ALL = 0.95  # of the running words
_TITLE_WORDS = (2, 45)
_FRONT_PARAGRAPHS, _SHORT = 6, 30  # in which a dateline stands, and its words at most
_ASKING_SHARE = 0.3  # of the turns of whoever is called the interviewer


class Guess(NamedTuple):
    """What was told of one text: its row of the manifest, date and interviewer of its event, and its voices.

    date_from: where the date stands ('file name', 'text'; '' if there is none). voices: as `formats.list_voices`.
    n_own: own words. fault: why the text could not be split, '' if it could.
    """

    row: dict[str, str]
    date: str
    date_from: str
    interviewer: str
    voices: pd.DataFrame
    n_own: int
    fault: str


def guess_text(arrival: Arrival, speaker: Speaker, language: str) -> Guess:
    """Tell what can be told of one text. language: of all texts, if a person says so; guessed for each if ''."""
    reading, told = arrival.reading, read_metadata(arrival.path)
    kind = _guess_kind(arrival, speaker)
    voices = list_voices(reading, speaker) if kind == "transcript" else None
    segments, fault = _split(arrival, kind, speaker, voices)
    if kind == "transcript" and _is_one_voice(segments, voices):
        kind, voices = "speech", None
        segments, fault = _split(arrival, kind, speaker, voices)
    date, date_from = _guess_date(arrival, segments)
    row = {
        "source": arrival.source,
        "event": arrival.source,
        "title": _find_title(reading.text, segments) or told.title,
        "outlet": told.outlet,
        "kind": kind,
        "published": told.published,
        "language": language or guess_language(reading.text) or told.language,
        "note": "" if arrival.path.stem == arrival.source else f"The file came as {_print_name(arrival)}",
    }
    n_own = int(segments.loc[segments["role"].isin(OWN), "n_words"].sum())
    return Guess(row, date, date_from, _find_interviewer(voices), voices, n_own, fault)


def _guess_kind(arrival: Arrival, speaker: Speaker) -> str:
    """Guess the genre. What speaks in the first person, and is not called an excerpt, is read as a speech."""
    if arrival.reading.turns:
        return "transcript"
    text = arrival.reading.text
    kind = guess_kind(text, speaker, typed=arrival.reading.typed)
    return "speech" if kind == "excerpt" and not _EXCERPTED.search(text[:_FRONT]) else kind


def _is_one_voice(segments: pd.DataFrame, voices: pd.DataFrame) -> bool:
    """Tell whether nobody else is heard in a text: no label stands there, and nearly all words are the speaker's."""
    spoken = segments[segments["role"].isin(SPOKEN)]
    own = spoken.loc[spoken["role"].isin(OWN), "n_words"].sum()
    return voices.empty and own >= _NEARLY_ALL * spoken["n_words"].sum()


def _split(
    arrival: Arrival, kind: str, speaker: Speaker, voices: pd.DataFrame | None
) -> tuple[pd.DataFrame, str]:
    """Split a text; where none of its labels names the speaker, they are others' by what they are."""
    given = {"kind": kind, "speaker": speaker, "marks": arrival.reading}
    try:
        return split_source(arrival.reading.text, **given).segments, ""
    except InputError as error:
        decided = {row.label: Voice(row.role, row.label) for row in voices.itertuples()}
        return split_source(arrival.reading.text, voices=decided, **given).segments, str(error)


def _find_title(text: str, segments: pd.DataFrame) -> str:
    """Return the first paragraph if all of it belongs to the page, no label stands there, and words follow."""
    first = segments[segments["paragraph"] == segments["paragraph"].min()]
    if not _is_title(first) or len(first) == len(segments):
        return ""
    start, end = first["start"].min(), first["end"].max()
    line = " ".join(text[start:end].split()).strip("#*_= ")
    is_day = find_days(line) == [line]
    return "" if is_day or line.endswith(":") else line


def _is_title(segments: pd.DataFrame) -> bool:
    """Say whether the segments of a paragraph belong to the page alone, and have as many words as a title."""
    low, high = _TITLE_WORDS
    is_page = segments["role"].eq("apparatus").all()
    return bool(is_page and low <= segments["n_words"].sum() <= high)


def _guess_date(arrival: Arrival, segments: pd.DataFrame) -> tuple[str, str]:
    """Return the one day in the file's name, else the one day that stands on the page above what is said."""
    if day := find_day_in_name(arrival.path.stem):
        return day, "file name"
    days = find_days(_read_front(arrival.reading.text, segments))
    return (days[0], "text") if len(days) == 1 else ("", "")


def _read_front(text: str, segments: pd.DataFrame) -> str:
    """Return the first short paragraphs of a text, down to the first long one that is spoken."""
    front = segments[segments["paragraph"] <= _FRONT_PARAGRAPHS]
    is_said = front["role"].isin(SPOKEN) & (front["n_words"] > _SHORT)
    above = front[~is_said.cummax()]
    return "\n".join(text[row.start : row.end] for row in above.itertuples())


def _find_interviewer(voices: pd.DataFrame | None) -> str:
    """Return the name of the one who asks most often; '' where it is one word, which may be no name."""
    if voices is None or voices.empty:
        return ""
    asks = voices["n_asking"] >= _ASKING_SHARE * voices["n_turns"]
    asking = voices[(voices["role"] == "question") & asks].sort_values(
        "n_turns", ascending=False, kind="stable"
    )
    first = asking.head(1)
    is_name = first["is_person"].any() and " " in first["label"].iloc[0].strip()
    return str(first["label"].iloc[0]) if is_name else ""


def _print_name(arrival: Arrival) -> str:
    """Return the name of a file without what is no character."""
    return "".join(c if c.isprintable() else "?" for c in arrival.path.name)
