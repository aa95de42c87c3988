"""Time the splitting of long and strange texts, each at two lengths: it may not grow with their square.

    python -m benchmarks.splitting [--characters 60000]

Calls are counted in tests/formats/test_growth.py; what goes on inside a regular expression only a clock sees.
"""

from __future__ import annotations

import time

import click
import pandas as pd

from analysis.formats.cues.people import Speaker
from analysis.formats.guess import guess_kind, guess_speaker
from analysis.formats.split import FORMATS, split_segments

ANSWER = "We wait for the rain, and then we act as we said we would in May of last year. "
UNITS = {
    "transcript": f"Question: Who pays for it?\nJane Roe: {ANSWER * 5}\n",
    "one line": ANSWER,
    "quotations": f"“{ANSWER}” Roe said. ",
    "single quotations": f"‘{ANSWER}’ Roe said. ",
    "short labels": "a: \n",
    "labels": "Q: a?\nA: b.\n",
    "glued labels": "Q: aQ: aQ: a\n",
    "names": "Jane Roe ",
    "capitals": "J",
    "initials": "J.",
    "who says": "Roe said ",
    "one word": "no ",
    "formulas": "we have long said that the root of the matter is water and nothing else ",
    "spaces": " ",
    "full stops": ". ",
    "digits": "1",
    "footnotes": "1. a\n",
    "marks": "a1. ",
    "apostrophes": "a'",
    "hashtags": "#a ",
    "asides": "(- ed ",
}
UNITS |= {mark: mark for mark in '([<"“‘«*_-#¹.:\n'}
UNITS |= {f"{mark} on lines": f"{mark}\n" for mark in "([“"}
MANY_NAMES = "many names"
STRANGE = [*UNITS, MANY_NAMES]


@click.command()
@click.option("--characters", default=60_000, help="Length of the longer text; the other has half of it.")
def main(characters: int) -> None:
    """Print the seconds of processor time that each text takes at both lengths, the slowest first."""
    rows = [(name, *(_time(write(name, n)) for n in (characters // 2, characters))) for name in STRANGE]
    table = pd.DataFrame(rows, columns=["text", "half, s", "whole, s"])
    table["growth"] = table["whole, s"] / table["half, s"]
    click.echo(table.sort_values("whole, s", ascending=False).to_string(index=False, float_format="%.2f"))


def write(name: str, n_characters: int) -> str:
    """Write a text of about this length: one unit again and again, or names of which each is another."""
    if name == MANY_NAMES:
        lines = (f"Mara N{i}x said so.\nN{i}x Roe: b?\nA: c.\n" for i in range(n_characters // 40))
        return "".join(lines)
    return UNITS[name] * (n_characters // len(UNITS[name]))


def split_in_every_way(text: str) -> None:
    """Split a text as every kind of text, then guess which it is and who speaks."""
    for kind in FORMATS:
        split_segments(text, kind=kind, speaker=Speaker("Jane Roe"))
    guess_kind(text, guess_speaker(text))


def _time(text: str) -> float:
    begin = time.process_time()
    split_in_every_way(text)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
