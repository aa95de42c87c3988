"""The decisions of a data folder, read and checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.patterns import list_name_faults, list_pattern_faults
from analysis.storage.rows import find_line
from analysis.storage.schema import load_schema
from analysis.storage.tables import check_references, read_optional
from analysis.storage.withheld import load_withheld
from analysis.suggested import mark_phrases, mark_topics

MOST_WORDS = 6  # of a wording that is decided to translate a formula; longer ones would hand on what was said


def load_decisions(data: Path) -> dict[str, pd.DataFrame]:
    """Read and check what people decided: topics, patterns, phrases, equivalents, families and withheld names.

    Each may be missing: then no topic or phrase is named, no word stands for another, no family is joined or split,
    and no name is kept out. Names
    of topics and phrases that nobody has confirmed are marked as suggested.
    """
    names = ("topics", "patterns", "phrases", "equivalents", "families")
    decisions = {name: read_optional(data, name) for name in names}
    decisions["withheld"] = load_withheld(data)
    for sentence in _list_faults(decisions, data):
        raise InputError(sentence)
    check_references(decisions, data)
    topics = mark_topics(decisions["topics"], decisions["patterns"])
    return decisions | {"topics": topics, "phrases": mark_phrases(decisions["phrases"])}


def list_decision_faults(data: Path) -> Iterator[str]:
    """Yield a sentence for each pattern, and each decision on families, that `load_decisions` would refuse.

    The tables themselves must be sound: see `list_faults`.
    """
    yield from _list_faults(
        {
            name: read_optional(data, name)
            for name in ("topics", "patterns", "phrases", "equivalents", "families")
        },
        data,
    )


def _list_faults(decisions: dict[str, pd.DataFrame], data: Path) -> Iterator[str]:
    places = {name: data / load_schema()[name]["path"] for name in ("patterns", "phrases")}
    line_of = {name: partial(find_line, place) for name, place in places.items()}
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        yield from list_pattern_faults(decisions[name], by=by, file=str(places[name]), line_of=line_of[name])
    yield from list_name_faults(
        decisions["patterns"], decisions["topics"], file=str(places["patterns"]), line_of=line_of["patterns"]
    )
    yield from _list_equivalent_faults(decisions["equivalents"], data / load_schema()["equivalents"]["path"])
    yield from _list_family_faults(decisions["families"], data / load_schema()["families"]["path"])


def _list_equivalent_faults(decided: pd.DataFrame, file: Path) -> Iterator[str]:
    """Yield a sentence for each equivalent that says nothing, or not of which language."""
    is_translation = decided["kind"] == "translation"
    n_words = decided["form"].str.split().str.len()
    faults = {
        "a translation names the language of its wording; fill in the column language": is_translation
        & (decided["language"] == ""),
        f"a wording has at most {MOST_WORDS} words; shorten it": is_translation & (n_words > MOST_WORDS),
        "only a translation may have several words; write one word, or kind translation": ~is_translation
        & (n_words > 1),
    }
    for fault, holds in faults.items():
        for row in decided.index[holds]:
            yield f"{file}, line {find_line(file, row)}: '{decided.at[row, 'form']}': {fault}."


def _list_family_faults(decided: pd.DataFrame, file: Path) -> Iterator[str]:
    """Yield a sentence for each decision on families that cannot be carried out beside the others."""
    joins = decided[decided["decision"] == "join"]
    is_itself = joins["family"] == joins["other"]
    is_chain = joins["other"].isin(joins["family"]) & ~is_itself
    faults = {
        "a family cannot be joined to itself; remove the row": is_itself,
        "this family is joined, and another is joined to it; join both to one": is_chain,
        "this family is joined twice; keep one of the rows": joins["other"].duplicated() & ~is_chain,
    }
    for fault, holds in faults.items():
        for row in joins.index[holds]:
            yield f"{file}, line {find_line(file, row)}: '{joins.at[row, 'other']}': {fault}."
