"""What every chapter starts from: the tables and decisions of one data folder, with all hits."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.build import load_decisions
from analysis.patterns import find_matches
from analysis.sources import load_manifest, load_speaker
from analysis.tables import data_folder, read_table


class Report(NamedTuple):
    """The name of the speaker, and one DataFrame a table; see data/datapackage.json for their columns.

    sources is the manifest with the event's date, interviewer and label; topic_hits and phrase_hits have one
    row a hit of the decided patterns in the released tokens.
    """

    speaker: str
    sources: pd.DataFrame
    topics: pd.DataFrame
    patterns: pd.DataFrame
    phrases: pd.DataFrame
    segments: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    words: pd.DataFrame
    contexts: pd.DataFrame
    topic_hits: pd.DataFrame
    phrase_hits: pd.DataFrame

    @property
    def references(self) -> pd.DataFrame:
        """The rows of sources whose own words stand for their event, by date."""
        return self.sources[self.sources["is_reference"]].sort_values(["date", "event"], ignore_index=True)


def load_report(data: Path | None = None) -> Report:
    """Load a data folder (default: REFRAIN_DATA, else the repository's) for the chapters."""
    data = data or data_folder()
    decisions = load_decisions(data)
    tables = {name: read_table(data, name) for name in ("segments", "sentences", "tokens", "words", "contexts")}
    return Report(
        speaker=load_speaker(data)[0].name,
        sources=load_manifest(data),
        topics=decisions["topics"],
        patterns=decisions["patterns"],
        phrases=decisions["phrases"],
        **tables,
        topic_hits=find_matches(tables["tokens"], decisions["patterns"], by="topic"),
        phrase_hits=find_matches(tables["tokens"], decisions["phrases"], by="phrase"),
    )
