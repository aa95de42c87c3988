"""Invented data folders with tables, down to the least there can be, to execute chapters on."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from corpus_of_three import SPEAKERS, write_corpus, write_rows, write_text

from analysis.pipeline.build import build_counts, build_tables
from analysis.sensitivity.outcomes import SENSITIVITY
from analysis.storage.corpus import Corpus
from analysis.storage.tables import save_tables

SPEAKER = "Maren Oldwick"
NO_RECOUNTS = pd.DataFrame(columns=SENSITIVITY, dtype="str")


def build_here(folder: Path) -> Path:
    """Build all tables of a data folder from the texts it holds."""
    save_tables(build_tables(Corpus(folder)).released, folder)
    return folder


def count_here(folder: Path) -> Path:
    """Build them where nobody looks at sensitivity: its table has no row, and nothing is counted anew."""
    released = build_counts(Corpus(folder)).released
    save_tables(released | {"sensitivity": NO_RECOUNTS}, folder)
    return folder


def make_least(folder: Path) -> Path:
    """One event, one short transcript without a question, and decisions that find nothing in it."""
    _keep_one(write_corpus(folder))
    write_rows(folder / "decisions" / "speakers.csv", SPEAKERS[:2])
    write_text(folder, "evening", f"{SPEAKER}: Good evening. There is little to say today.")
    return build_here(folder)


def make_undecided(folder: Path) -> Path:
    """One interview before anybody has named a topic or a phrase."""
    text = (write_corpus(folder) / "sources" / "texts" / "2031-03-14-gazette.txt").read_text(encoding="utf-8")
    _keep_one(folder)
    write_text(folder, "evening", text)
    for name in ("topics", "patterns", "phrases"):
        path = folder / "decisions" / f"{name}.csv"
        write_rows(path, [path.read_text(encoding="utf-8").splitlines()[0].split(",")])
    return count_here(folder)


def _keep_one(folder: Path) -> None:
    columns = ["source", "event", "title", "outlet", "kind", "published", "language", "url", "sha256", "note"]
    row = ["evening", "evening", "", "Evening Post", "transcript", "", "en", "", "", ""]
    write_rows(folder / "sources" / "manifest.csv", [columns, row])
    events = [["event", "date", "interviewer"], ["evening", "2031-05-01", "Evening Post"]]
    write_rows(folder / "sources" / "events.csv", events)
