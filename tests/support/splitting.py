"""What the tests of the formats share: a text split into (role, text), and hand-labelled interviews."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.counting.sentences import split_sentences
from analysis.formats.cues.people import Speaker
from analysis.formats.split import split_segments
from analysis.language.words import find_words

INTERVIEWS = Path(__file__).parents[1] / "data" / "interviews"
ROE = "Jane Roe"


def split(text: str, kind: str = "transcript", speaker: str = ROE) -> list[tuple[str, str]]:
    """Return (role, text) of each segment."""
    segments = split_segments(text, kind=kind, speaker=Speaker(speaker))
    return [(row.role, text[row.start : row.end]) for row in segments.itertuples()]


def of_role(role: str, text: str, kind: str = "transcript", speaker: str = ROE) -> list[str]:
    """Return what has one role, segment by segment."""
    return [part for found, part in split(text, kind, speaker) if found == role]


class Interview(NamedTuple):
    """A text with hand labels: roles by the offset at which each word starts, and the ends of sentences."""

    name: str
    kind: str
    speaker: Speaker
    text: str
    roles: dict[int, str]
    ends: set[int]


def read_rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_interviews() -> list[Interview]:
    """Return the invented interviews of tests/interviews."""
    ends = read_rows(INTERVIEWS / "sentences.csv")
    return [
        _read_interview(row, {int(end["end"]) for end in ends if end["name"] == row["name"]})
        for row in read_rows(INTERVIEWS / "index.csv")
    ]


def _read_interview(row: dict[str, str], ends: set[int]) -> Interview:
    stretches = read_rows(INTERVIEWS / f"{row['name']}.csv")
    text = "".join(stretch["text"] for stretch in stretches)
    spans, at = [], 0
    for stretch in stretches:
        spans.append((at, at := at + len(stretch["text"]), stretch["role"]))
    return Interview(
        row["name"], row["kind"], Speaker(row["speaker"]), text, roles_by_word(text, spans), ends
    )


def roles_by_word(text: str, spans: list[tuple[int, int, str]]) -> dict[int, str]:
    """Return the role of each word by the offset at which it starts."""
    return {start: role for begin, end, role in spans for start, _ in find_words(text, begin, end)}


def role_accuracy(interview: Interview) -> float:
    """Return the share of words whose role is the hand label."""
    segments = split_segments(interview.text, kind=interview.kind, speaker=interview.speaker)
    found = roles_by_word(
        interview.text, list(segments[["start", "end", "role"]].itertuples(index=False, name=None))
    )
    return sum(found.get(word) == role for word, role in interview.roles.items()) / len(interview.roles)


def sentence_ends(interview: Interview) -> set[int]:
    """Return where the sentences end that are found in an interview."""
    segments = split_segments(interview.text, kind=interview.kind, speaker=interview.speaker)
    return set(split_sentences(interview.text, segments)["end"])


def f1(found: set, wanted: set) -> float:
    """Return the F1 score: the harmonic mean of precision and recall."""
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def check_tiles(text: str, segments: pd.DataFrame) -> None:
    """Fail unless each non-space character is in exactly one segment, and segments stand in order."""
    covered = [0] * len(text)
    for start, end in segments[["start", "end"]].itertuples(index=False):
        assert start < end
        for i in range(start, end):
            covered[i] += 1
    assert all(n == 1 for c, n in zip(text, covered, strict=True) if not c.isspace())
    assert max(covered, default=0) <= 1
    assert segments["start"].is_monotonic_increasing
