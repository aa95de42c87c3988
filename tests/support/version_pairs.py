"""Invented interviews and invented reports of them in another translator's words, with the links labelled.

Each file of tests/versions/ holds both: one row a sentence (version, sentence, role, text) and, for a
sentence of the report, the sentences of the source that it reports and whether it quotes or paraphrases
them. The labels were written with the texts, before any of them was aligned. What stands in “ ” in a
narrated sentence of a report is quoted.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.language.words import find_words, fold_word
from analysis.versions.alignment import align_sentences

FOLDER = Path(__file__).parents[1] / "data" / "versions"
NAMES = sorted(path.stem for path in FOLDER.glob("*.csv"))
NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "reason"])
Link = tuple[int, int]  # the sentence of the report, that of the source
Lines = list[tuple[str, str]]  # role and text of each sentence of a source


class Pair(NamedTuple):
    report: Lines
    source: Lines
    links: set[Link]
    kinds: dict[int, str]  # of each sentence of the report


def read_pair(name: str) -> Pair:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    versions = {
        v: [(row["role"], row["text"]) for row in rows if row["version"] == v] for v in ("report", "source")
    }
    reports = [row for row in rows if row["version"] == "report"]
    links = {(int(row["sentence"]), int(number)) for row in reports for number in row["reports"].split()}
    return Pair(**versions, links=links, kinds={int(row["sentence"]): row["kind"] for row in reports})


def make_tables(versions: dict[str, Lines]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make tokens and sentences of sources, given as the role and text of each sentence."""
    tokens, sentences = [], []
    for source, lines in versions.items():
        position = 0
        for number, (role, text) in enumerate(lines, 1):
            sentences.append((source, number, role))
            for start, end in find_words(text):
                position += 1
                quoted = role == "narration" and text[:start].count("“") > text[:start].count("”")
                own = "quote" if quoted else role
                tokens.append((source, number, position, own, text[start:end], fold_word(text[start:end])))
    names = ["source", "sentence", "position", "role", "token", "norm"]
    return pd.DataFrame(tokens, columns=names), pd.DataFrame(
        sentences, columns=["source", "sentence", "role"]
    )


def make_sources(names: list[str], *, event: str = "talk") -> pd.DataFrame:
    """The first is the transcript and reference of the event, the others report it."""
    kinds = ["transcript", *["report"] * (len(names) - 1)]
    columns = {"source": names, "event": event, "kind": kinds}
    return pd.DataFrame(columns).assign(is_reference=[kind == "transcript" for kind in kinds])


def align(source: Lines, report: Lines) -> pd.DataFrame:
    """Return the passages of a report and its source."""
    tokens, sentences = make_tables({"full": source, "news": report})
    return align_sentences(tokens, sentences, make_sources(["full", "news"]), NO_EQUIVALENTS)


def list_links(passages: pd.DataFrame) -> set[Link]:
    return set(zip(passages["report_sentence"].tolist(), passages["source_sentence"].tolist(), strict=True))


def measure(found: set, wanted: set) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    n = len(found & wanted)
    return n / max(1, len(found)), n / max(1, len(wanted)), 2 * n / max(1, len(found) + len(wanted))
