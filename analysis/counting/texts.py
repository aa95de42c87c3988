"""From one text to all its counts: the one way, for the report and for the command line."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.counting.endings import number_splittings
from analysis.counting.numbered import Columns, number_rows, write_table
from analysis.counting.sentences import count_numbered, number_sentences
from analysis.counting.tokens import number_tokens
from analysis.formats import PLAIN, Doubt, Place, Speaker, Voice, list_split
from analysis.readers import Reading


def count_text(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
) -> dict[str, pd.DataFrame]:
    """Split one text and count what every result rests on.

    text: as decoded. kind, speaker, voices, places, marks: as for `split_source`.
    Returns the tables segments, sentences, tokens, splittings and doubts of datapackage.json, without source.
    """
    numbered = number_text(text, kind=kind, speaker=speaker, voices=voices, places=places, marks=marks)
    return {name: write_table(table) for name, table in numbered.items()}


def number_text(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
) -> dict[str, Columns]:
    """Return what `count_text` does as plain columns, words as numbers: to be packed, not to be read."""
    tables = number_split(text, kind=kind, speaker=speaker, voices=voices, places=places, marks=marks)
    return _number_segments(text, tables["segments"]) | {"doubts": tables["doubts"]}


def number_split(text: str, **given) -> dict[str, Columns]:
    """Return the tables of `split_source`, segments and doubts, as plain columns, words as numbers."""
    segments, doubts = list_split(text, **given)
    columns = zip(*doubts, strict=True) if doubts else [()] * len(Doubt._fields)
    listed = dict(zip(Doubt._fields, columns, strict=True))
    return {"segments": number_rows(segments), "doubts": number_rows(listed)}


def count_segments(text: str, segments: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Count a text that is split into segments already; returns what `count_text` does."""
    return {name: write_table(table) for name, table in _number_segments(text, segments).items()}


def _number_segments(text: str, segments: Columns | pd.DataFrame) -> dict[str, Columns | pd.DataFrame]:
    sentences = number_sentences(text, segments)
    tokens = number_tokens(text, segments, sentences)
    counted = count_numbered(text, tokens, sentences)
    splittings = number_splittings(text, segments, counted, tokens)
    return {"segments": segments, "sentences": counted, "tokens": tokens, "splittings": splittings}
