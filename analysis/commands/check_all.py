"""Everything that keeps a data folder from being built, at once."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.commands.check_remarks import STOPS, Remark, attempt, rate
from analysis.storage import (
    Corpus,
    list_decision_faults,
    list_faults,
    list_place_faults,
    list_speaker_faults,
    list_tables,
    list_text_faults,
    load_schema,
)


def list_problems(corpus: Corpus) -> Iterator[Remark]:
    """Yield a remark for each fault of what was received and decided, with the remedy.

    Faults of cells and rows come first; only where there is none is it asked whether the tables go together, and
    whether each source has its text, where the folder holds texts.
    """
    faults = list(rate(STOPS, list_faults(corpus.data)))
    yield from faults or _list_contradictions(corpus)


def _list_contradictions(corpus: Corpus) -> Iterator[Remark]:
    strange = list(attempt(STOPS, lambda: corpus.sources))
    yield from strange
    yield from rate(STOPS, list_speaker_faults(corpus.data))
    unsound = list(rate(STOPS, list_decision_faults(corpus.data)))
    yield from unsound or attempt(STOPS, lambda: corpus.decisions)
    if not strange and corpus.texts_folder.is_dir():
        yield from _list_text_problems(corpus)


def _list_text_problems(corpus: Corpus) -> Iterator[Remark]:
    faults = list(rate(STOPS, list_text_faults(corpus.sources, corpus.data, corpus.texts_folder)))
    yield from faults or rate(STOPS, list_place_faults(corpus.data, corpus.texts))


def is_built(corpus: Corpus) -> bool:
    """Tell whether a folder has tables; some, or those that another version wrote, are tables too."""
    return any((corpus.data / load_schema()[name]["path"]).is_file() for name in list_tables())
