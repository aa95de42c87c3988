"""From one text to all its counts: the one way, for the report and for the command line."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.counting.endings import number_splittings
from analysis.counting.numbered import Columns, number_rows, write_table
from analysis.counting.sentences import count_numbered, number_sentences
from analysis.counting.tokens import number_tokens
from analysis.errors import InputError
from analysis.formats import PLAIN, Doubt, Place, Speaker, Voice, list_split
from analysis.language import EXTRA, guess_language, has_segmenter, is_unspaced
from analysis.readers import Reading


def count_text(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
    language: str = "",
) -> dict[str, pd.DataFrame]:
    """Split one text and count what every result rests on.

    text: as decoded. kind, speaker, voices, places, marks, language: as for `split_source`.
    Returns the tables segments, sentences, tokens, splittings and doubts of datapackage.json, without source.
    Raises InputError as `split_source` does, and where no spaces stand between words.
    """
    given = {"kind": kind, "speaker": speaker, "voices": voices, "places": places, "marks": marks}
    numbered = number_text(text, **given, language=language)
    return {name: write_table(table) for name, table in numbered.items()}


def number_text(
    text: str,
    *,
    kind: str,
    speaker: Speaker,
    voices: dict[str, Voice] | None = None,
    places: Iterable[Place] = (),
    marks: Reading = PLAIN,
    language: str = "",
) -> dict[str, Columns]:
    """Return what `count_text` does as plain columns, words as numbers: to be packed, not to be read."""
    _check_spaced(text)
    given = {"kind": kind, "speaker": speaker, "voices": voices, "places": places, "marks": marks}
    tables = number_split(text, **given, language=language)
    told = language or guess_language(text)
    return _number_segments(text, tables["segments"], told) | {"doubts": tables["doubts"]}


def number_split(text: str, **given) -> dict[str, Columns]:
    """Return the tables of `split_source`, segments and doubts, as plain columns, words as numbers."""
    segments, doubts = list_split(text, **given)
    columns = zip(*doubts, strict=True) if doubts else [()] * len(Doubt._fields)
    listed = dict(zip(Doubt._fields, columns, strict=True))
    return {"segments": number_rows(segments), "doubts": number_rows(listed)}


def count_segments(text: str, segments: pd.DataFrame, language: str = "") -> dict[str, pd.DataFrame]:
    """Count a text that is split into segments already; returns what `count_text` does."""
    _check_spaced(text)
    told = language or guess_language(text)
    return {name: write_table(table) for name, table in _number_segments(text, segments, told).items()}


def _check_spaced(text: str) -> None:
    """Raise InputError where no space stands between words and no library tells them: a clause would count as one."""
    if is_unspaced(text) and not has_segmenter():
        raise InputError(
            f"its words are not parted by spaces: install what tells them apart with `pip install 'refrain[{EXTRA}]'`, "
            "put spaces between them, or leave the text out."
        )


def _number_segments(
    text: str, segments: Columns | pd.DataFrame, language: str
) -> dict[str, Columns | pd.DataFrame]:
    sentences = number_sentences(text, segments, language=language)
    tokens = number_tokens(text, segments, sentences)
    counted = count_numbered(text, tokens, sentences, language)
    splittings = number_splittings(text, segments, counted, tokens, language)
    return {"segments": segments, "sentences": counted, "tokens": tokens, "splittings": splittings}
