"""Invented interviews in two languages, with their hand links, as a data folder.

A file of tests/data/bilingual is a transcript with marks: `{4}` begins a sentence that stands for those of the other
file with the same number, `{7 8}` one that stands for several, `{-}` one without a counterpart.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
from corpus_of_three import write_rows, write_text

FOLDER = Path(__file__).parents[1] / "data" / "bilingual"
CORPORA = {"de-en": "de", "ru-en": "ru"}  # the language of the original; the other is English
_SPEAKERS = {
    "de-en": [["Marlene Voss", "answer"], ["Frage", "question"], ["Question", "question"]],
    "ru-en": [
        ["Глеб Северин", "answer"],
        ["Gleb Severin", "answer"],
        ["Вопрос", "question"],
        ["Question", "question"],
    ],
}
_NAMES = {"de-en": "Marlene Voss", "ru-en": "Gleb Severin"}
_MARK = re.compile(r"\{([^}]*)\}")
_MANIFEST = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]


def read_marked(corpus: str, name: str) -> tuple[str, list[tuple[int, frozenset[str]]]]:
    """Return a text without its marks, and where each sentence begins with the numbers that it has."""
    parts, begins, at, length = [], [], 0, 0
    marked = (FOLDER / corpus / f"{name}.txt").read_text(encoding="utf-8")
    for mark in _MARK.finditer(marked):
        parts.append(marked[at : mark.start()])
        length, at = length + len(parts[-1]), mark.end()
        begins.append((length, frozenset(mark[1].replace("-", "").split())))
    return "".join([*parts, marked[at:]]), begins


def write_bilingual(folder: Path, corpus: str) -> Path:
    """Write the two interviews of a corpus, each in both languages under one event; the original stands for it."""
    spoken = CORPORA[corpus]
    texts = {
        f"talk-{n}-{code}": read_marked(corpus, f"{n}-{code}")[0] for n in (1, 2) for code in (spoken, "en")
    }
    rows = [[name, name[:6], "", name[7:].upper(), "transcript", "", name[7:], "", "", ""] for name in texts]
    events = [[f"talk-{n}", f"2031-0{n}-03", "Lantern"] for n in (1, 2)]
    said = [[label, "", role, "the label"] for label, role in _SPEAKERS[corpus]]
    for row in said:
        row[1] = _NAMES[corpus] if row[2] == "answer" else row[0]
    for place, table in {
        "sources/manifest.csv": [_MANIFEST, *rows],
        "sources/events.csv": [["event", "date", "interviewer"], *events],
        "decisions/speakers.csv": [["label", "speaker", "role", "reason"], *said],
        "decisions/deliveries.csv": [
            ["source", "delivery", "translated", "translator", "reason"],
            *([name, "spoken", "yes" if name.endswith("en") else "no", "", "its heading"] for name in texts),
        ],
    }.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        write_rows(folder / place, table)
    for name, text in texts.items():
        write_text(folder, name, text)
    return folder


def list_hand_links(corpus: str, sentences: pd.DataFrame) -> set[tuple[str, int, str, int]]:
    """Return the links set by hand, as (original, sentence, translation, sentence)."""
    held = {}
    for source, rows in sentences.groupby("source"):
        _, begins = read_marked(corpus, source.removeprefix("talk-"))
        number = dict(begins)
        held[source] = {row.sentence: number[row.start] for row in rows.itertuples() if row.start in number}
    return {
        (source, i, other, j)
        for source in held
        if not source.endswith("en")
        for other in [f"{source[:7]}en"]
        for i, numbers in held[source].items()
        for j, others in held[other].items()
        if numbers & others
    }
