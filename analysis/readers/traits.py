"""What each format can hold, and what is done with it: a table that the tests carry out and a page shows."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple


class Trait(NamedTuple):
    r"""Something a format can hold, with an example.

    kept_as: what becomes of it (words, turn, label, note, time, left out, refused). example: how it is written in a
    file, with line ends as \n. result: how that is read, ¶ between paragraphs, @ before a voice that the format marks,
    braces around a note; or the sentence that refuses it. left_out: what is counted as left out. start_times: seconds.
    """

    format: str
    trait: str
    kept_as: str
    example: str
    result: str
    left_out: str
    start_times: str


def _load() -> tuple[Trait, ...]:
    with Path(__file__).with_name("traits.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Trait(**row) for row in csv.DictReader(file))


TRAITS = _load()
