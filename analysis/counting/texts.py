"""From one text to all its counts: the one way, for the report and for the command line."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.counting.endings import count_splittings
from analysis.counting.sentences import count_sentences, split_sentences
from analysis.counting.tokens import split_tokens
from analysis.formats import PLAIN, Place, Speaker, Voice, split_source
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
    split = split_source(text, kind=kind, speaker=speaker, voices=voices, places=places, marks=marks)
    return count_segments(text, split.segments) | {"doubts": split.doubts}


def count_segments(text: str, segments: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Count a text that is split into segments already; returns what `count_text` does."""
    sentences = split_sentences(text, segments)
    tokens = split_tokens(text, segments, sentences)
    counted = count_sentences(text, tokens, sentences)
    splittings = count_splittings(text, segments, counted, tokens)
    return {"segments": segments, "sentences": counted, "tokens": tokens, "splittings": splittings}
