"""Time the way from texts to segments, sentences, words and counts, beside the least that any tool must do.

    python -m benchmarks.counting [--words N] [--talk FOLDER]

The floor is one regular expression that finds the words, and nupunkt, which finds the sentences. Speeches are the
addresses; talk are the files of a folder of transcripts (Markdown, a bold label before each turn), whoever says most
the speaker. Seconds are processor seconds of one thread; floor and steps take turns, the least of the rounds counts.
The first round fills what is kept of each word; a build of one corpus is a first round.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click
import pandas as pd
from nupunkt.models import load_default_model

from analysis.counting.endings import number_splittings
from analysis.counting.sentences import count_numbered, number_sentences
from analysis.counting.texts import number_split
from analysis.counting.tokens import number_tokens
from analysis.formats import Speaker
from benchmarks.corpora import read_addresses
from benchmarks.measure import peak_memory

_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_LABEL = re.compile(r"^\*\*([^*:]{2,60}):?\*\*", re.MULTILINE)
_STEPS = {
    "split": (number_split, "text", "kind", "speaker"),
    "sentences": (number_sentences, "text", "segments"),
    "words": (number_tokens, "text", "segments", "sentences"),
    "count": (count_numbered, "text", "words", "sentences"),
    "splittings": (number_splittings, "text", "segments", "count", "words"),
}
_BY_NAME = ("kind", "speaker")  # of the arguments of a step


class Source(NamedTuple):
    """A text with its genre and the person whose words are studied."""

    text: str
    kind: str
    speaker: Speaker


@click.command(help=__doc__)
@click.option("--words", default=1_000_000, show_default=True, help="Words of each kind, about.")
@click.option("--talk", type=click.Path(path_type=Path), help="A folder of transcripts.")
@click.option("--rounds", default=3, show_default=True)
def main(words: int, talk: Path | None, rounds: int) -> None:
    corpora = {"speeches": [Source(text, "speech", Speaker("")) for text in read_addresses(words)]}
    if talk:
        corpora["talk"] = read_talk(talk, words)
    for name, sources in corpora.items():
        took = [time_once(sources) for _ in range(rounds)]
        click.echo(f"{name}: {len(sources)} texts\n{compare(took).to_string(float_format='{:.2f}'.format)}\n")
    click.echo(f"memory {peak_memory():.2f} GB")


def read_talk(folder: Path, n_words: int) -> list[Source]:
    """Read transcripts, in the order of their paths, until they have so many words."""
    sources, so_far = [], 0
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if so_far < n_words and (speaker := _find_loudest(text)):
            sources.append(Source(text, "transcript", Speaker(speaker)))
            so_far += len(text.split())
    return sources


def _find_loudest(text: str) -> str:
    """Return the label under which most is printed."""
    said: Counter[str] = Counter()
    _, *pieces = _LABEL.split(text)
    for label, words in zip(pieces[::2], pieces[1::2], strict=True):
        said[label.strip()] += len(words)
    return max(said, key=said.get, default="")


def time_once(sources: Iterable[Source]) -> dict[str, float]:
    """Return the seconds of the floor and of each step over all texts, by name."""
    sentences, spent = load_default_model(), Counter()
    for source in sources:
        _add_time(spent, "floor: words", _WORD.findall, source.text)
        _add_time(spent, "floor: sentences", lambda text: list(sentences.span_tokenize(text)), source.text)
        _count(source, spent)
    return dict(spent)


def _count(source: Source, spent: Counter[str]) -> None:
    """Take a text through all steps, adding up what each takes."""
    tables = source._asdict()
    for step, (function, *asked) in _STEPS.items():
        given = [tables[name] for name in asked if name not in _BY_NAME]
        named = {name: tables[name] for name in asked if name in _BY_NAME}
        tables[step] = _add_time(spent, step, function, *given, **named)
        if step == "split":
            tables["segments"] = tables[step]["segments"]


def _add_time(spent: Counter[str], name: str, function, *given, **named):
    started = time.process_time()
    result = function(*given, **named)
    spent[name] += time.process_time() - started
    return result


def compare(took: list[dict[str, float]]) -> pd.DataFrame:
    """Return one row a step: seconds of the first round, the least of all, and how often the floor goes into each."""
    table = pd.DataFrame(took).T
    is_floor = table.index.str.startswith("floor")
    table.loc["floor"], table.loc["all"] = table[is_floor].sum(), table[~is_floor].sum()
    seconds = pd.DataFrame({"first, s": table[0], "least, s": table.min(axis=1)})
    floor = seconds.loc["floor", "least, s"]
    return seconds.assign(
        **{"first, x": seconds["first, s"] / floor, "least, x": seconds["least, s"] / floor}
    )


if __name__ == "__main__":
    main()
