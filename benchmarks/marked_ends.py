"""Read the texts whose sentence ends are marked in benchmarks/ends, as they were when they were marked.

texts.csv holds one row a text, or a stretch of one: where it comes from (corpus), which half it is in, its name and
genre, the stretch (start, end), the SHA-256 of the whole text, where sentences end in it, and where a sentence is open:
ends without a stop, which nobody could find, and places where two readings are as good. disputed.csv holds one row
a place at which libraries differ: is_end says whether a sentence ends there. The texts are not in the repository.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

ENDS = Path(__file__).with_name("ends")
CASES = Path(__file__).parents[1] / "tests" / "data" / "ends"
_LABEL = re.compile(r"\*\*[^*\n]+:\*\*\s*")
_NOTE = re.compile(r"\\\[.*?\\\]")


class Marked(NamedTuple):
    """A text with its marks: stretches are the spans of its paragraphs, body the text with notes blanked."""

    corpus: str
    half: str
    name: str
    genre: str
    body: str
    stretches: list[tuple[int, int]]
    ends: frozenset[int]
    open: frozenset[int]


def read_marked(half: str, *, treebanks: Path, talk: Path) -> Iterator[Marked]:
    """Yield the marked texts of one half, `seen` or `held`.

    treebanks: a folder with en_gum-ud-dev.conllu and the three others; talk: one with the conversations.
    """
    for row in _read_rows("texts.csv"):
        if row["half"] == half:
            text = _find_text(row["corpus"], row["half"], row["name"], treebanks, talk)
            _check(text, row)
            yield _mark(row, text)


def read_disputed(half: str, *, talk: Path) -> Iterator[tuple[str, int, int, int, bool]]:
    """Yield each disputed place of one half: the text with notes blanked, its stretch, the place, is_end."""
    for row in _read_rows("disputed.csv"):
        if row["half"] == half:
            text = _read_talk(talk / row["name"])
            _check(text, row)
            place = int(row["place"])
            span = next((a, z) for a, z in _list_paragraphs(text) if a < place <= z)
            yield _blank(text), *span, place, row["is_end"] == "1"


def read_cases(half: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield each invented case of one half: its text, and where sentences end in it, marked by a bar in the file."""
    for row in _read_rows("cases.csv", CASES):
        if row["half"] == half:
            parts = row["text"].split("|")
            yield "".join(parts), frozenset(accumulate(map(len, parts)))


def _read_rows(name: str, folder: Path = ENDS) -> list[dict[str, str]]:
    csv.field_size_limit(10**9)
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _check(text: str, row: dict[str, str]) -> None:
    found = hashlib.sha256(text.encode()).hexdigest()
    if found != row["sha256"]:
        raise SystemExit(f"{row['name']}: not the text that was marked")


def _find_text(corpus: str, half: str, name: str, treebanks: Path, talk: Path) -> str:
    if corpus == "changelog":
        return _read_talk(talk / name)
    part = {"seen": "dev", "held": "test"}[half]
    return _read_treebank(treebanks / f"en_{corpus}-ud-{part}.conllu")[name]


def _mark(row: dict[str, str], text: str) -> Marked:
    start, end = int(row["start"]), int(row["end"])
    is_talk = row["corpus"] == "changelog"
    spans = _list_paragraphs(text) if is_talk else _list_lines(text)
    inside = [(a, z) for a, z in spans if start <= a and z <= end]
    ends, unsure = (frozenset(map(int, row[name].split())) for name in ("ends", "open"))
    body = _blank(text) if is_talk else text
    return Marked(row["corpus"], row["half"], row["name"], row["genre"], body, inside, ends, unsure)


@lru_cache(maxsize=64)
def _read_talk(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _blank(text: str) -> str:
    return _NOTE.sub(lambda note: " " * len(note[0]), text)


def _list_lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _list_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines that hold words, each without the label in front of it."""
    spans = []
    for start, end in _list_lines(text):
        label = _LABEL.match(text, start, end)
        spans.append((label.end() if label else start, end))
    return [(start, end) for start, end in spans if text[start:end].strip()]


@lru_cache(maxsize=4)
def _read_treebank(file: Path) -> dict[str, str]:
    """Return the texts of a CoNLL-U file by name: paragraphs are lines, sentences stand as they were spaced."""
    texts: dict[str, str] = {}
    name, glue, covered = "", "", 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            name, glue = line.partition(" = ")[2], ""
            texts[name] = ""
        elif line.startswith("# newpar"):
            glue = "\n" if texts[name] else ""
        elif line.startswith("# text = "):
            texts[name] += glue + line.partition(" = ")[2]
        elif "\t" in line:
            glue, covered = _read_glue(line.split("\t"), glue, covered)
        elif not line:
            covered = 0
    return texts


def _read_glue(cells: list[str], glue: str, covered: int) -> tuple[str, int]:
    """Return what stands behind a token, and up to which word the last token of several reaches."""
    first, _, last = cells[0].partition("-")
    if "." in first or (not last and int(first) <= covered):
        return glue, covered
    return "" if "SpaceAfter=No" in cells[9] else " ", int(last or covered)
