"""Measure libraries for sentence ends on hand-marked ones; prints the rows of counting/splitters.csv.

    python benchmarks/sentences.py --gold FOLDER --texts FOLDER [--misses]

The gold: sentences.csv (source, end) and roles.csv (source, start, end, role). Every library gets the same:
each stretch of questions or answers in one paragraph, with what an editor put into it blanked out. Times and,
with --misses, the marked ends that a library misses go to standard error. Needs the extra `bench`.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

import click
import nupunkt
import pysbd
import sentencex
import syntok.segmenter

SPLITTERS = Path(__file__).parents[1] / "analysis" / "counting" / "splitters.csv"
SPOKEN = ("question", "answer")
End = tuple[str, int]  # source, offset of the first character after the sentence


def end_nupunkt(text: str) -> list[int]:
    return [end for _, end in nupunkt.sent_spans(text)]


def end_syntok(text: str) -> list[int]:
    lasts = [sentence[-1] for paragraph in syntok.segmenter.analyze(text) for sentence in paragraph]
    return [token.offset + len(token.value) for token in lasts]


def end_sentencex(text: str) -> list[int]:
    ends = [0]
    for sentence in filter(str.strip, sentencex.segment("en", text)):
        ends.append(text.index(sentence.strip(), ends[-1]) + len(sentence.strip()))
    return ends[1:]


def end_pysbd(text: str) -> list[int]:
    return [span.end for span in pysbd.Segmenter(language="en", clean=False, char_span=True).segment(text)]


LIBRARIES = {
    "nupunkt": end_nupunkt,
    "syntok": end_syntok,
    "sentencex": end_sentencex,
    "pysbd": end_pysbd,
}


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file: one dict a row."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def list_stretches(text: str, roles: list[dict[str, str]]) -> Iterator[tuple[int, str]]:
    """Yield the running text of each paragraph, with its offset; roles: the rows of one source, in order."""
    spans = [(int(row["start"]), int(row["end"])) for row in roles if row["role"] in SPOKEN]
    for _, group in groupby(spans, key=lambda span: text.rfind("\n", 0, span[0])):
        inside = list(group)
        start, stretch = inside[0][0], ""
        for first, last in inside:
            stretch = stretch.ljust(first - start) + text[first:last]
        yield start, stretch


def find_ends(library: Callable[[str], list[int]], stretches: dict[str, list[tuple[int, str]]]) -> set[End]:
    """Return the ends a library finds, without the space after a sentence."""
    return {
        (source, start + len(stretch[:end].rstrip()))
        for source, parts in stretches.items()
        for start, stretch in parts
        for end in library(stretch)
    }


def score_ends(found: set[End], marked: set[End]) -> tuple[str, str, str]:
    """Return precision, recall and F1, their harmonic mean (van Rijsbergen 1979), in thousandths."""
    right = len(found & marked)
    return tuple(
        f"{share:.3f}"
        for share in (right / len(found), right / len(marked), 2 * right / (len(found) + len(marked)))
    )


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--texts", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--misses", is_flag=True, help="List the marked ends that each library misses.")
def main(gold: Path, texts: Path, misses: bool) -> None:
    marked = {(row["source"], int(row["end"])) for row in read_rows(gold / "sentences.csv")}
    whole = {source: (texts / f"{source}.txt").read_text(encoding="utf-8") for source, _ in marked}
    roles = {
        source: [row for row in read_rows(gold / "roles.csv") if row["source"] == source] for source in whole
    }
    stretches = {source: list(list_stretches(text, roles[source])) for source, text in whole.items()}
    reasons = {row["library"]: row["reason"] for row in read_rows(SPLITTERS)}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["library", "version", "precision", "recall", "f1", "reason"])
    for name, library in LIBRARIES.items():
        began = time.perf_counter()
        found = find_ends(library, stretches)
        click.echo(f"{name}: {time.perf_counter() - began:.3f} s", err=True)
        writer.writerow([name, version(name), *score_ends(found, marked), reasons.get(name, "")])
        for source, end in sorted(marked - found) if misses else []:
            click.echo(f"  misses {source}, {end}: {whole[source][end - 30 : end + 20]!r}", err=True)


if __name__ == "__main__":
    main()
