"""What the page with the ledger of all families says."""

from __future__ import annotations

import math

import pandas as pd

from analysis.pages.notes import note_own
from analysis.pages.phrases import list_drawn, note_columns, tell_columns, tell_marks
from analysis.pages.phrasing import Texts, count, name_drawn, percent, sentence_if_empty, span
from analysis.report import Report

MOST_LISTED = 12  # wordings in a cell
RARE = 0.1  # share of words said before, below which hardly anything is repeated


@sentence_if_empty("Beside the chosen phrases, no family recurs in two or more interviews.")
def say_families(rows: pd.DataFrame, report: Report, *, n_found: int, n_equivalents: int) -> Texts:
    """For `plot_occurrences` of families found; rows: those drawn, as from `list_families`, by rank.

    n_found: expressions found beside the chosen ones. n_equivalents: words decided to stand for others.
    """
    drawn = name_drawn(len(rows), n_found, "expression", first="the first ")
    by_hand = f", with {count(n_equivalents, 'word')} decided to stand for others" if n_equivalents else ""
    return {
        "title": "Families found by counting",
        "subtitle": "Where in each interview they are said",
        "note": f"Source: table tokens. {note_own(report)}{note_columns(len(report.events))}",
        "caption": f"In the picture: {drawn} found beside the chosen ones, by rank"
        f"{by_hand}. {tell_marks(len(report.events))}",
        "alt": f"A row a family, {tell_columns(len(report.events))}. {list_drawn(rows, len(report.events))}.",
    }


def shorten_lists(ledger: pd.DataFrame) -> pd.DataFrame:
    """Round rows of `list_families` for reading; long lists (variants, also) end with how many more there are."""
    lists = {name: ledger[name].map(_shorten) for name in ("variants", "also")}
    return ledger.assign(**lists).replace({"kind": {"named": "chosen"}}).round(3)


def _shorten(told: str) -> str:
    items = told.split("; ")
    more = len(items) - MOST_LISTED
    return "; ".join([*items[:MOST_LISTED], f"{more} more"]) if more > 1 else told


def tell_reuse(compared: dict[str, object]) -> str:
    """Say whether answers repeat earlier ones more than questions do, or how long the longest passage is.

    compared: as from `compare_reuse`.
    """
    if math.isnan(compared["share"]):
        return "There is no earlier interview, as far as days are known, whose words could be said again."
    passages = "had been said before, in passages of four words or more"
    beside = f"{percent(compared['share'])} of the words of answers {passages}"
    has_questions = not math.isnan(compared["baseline"])
    if has_questions:
        beside += f" (of the questions’ words {percent(compared['baseline'])})"
    if not math.isnan(compared["times_low"]) and compared["times_low"] > 1:
        times = span(compared["times_low"], compared["times_high"], write=_tenths)
        return f"{beside}: {_tenths(compared['times'])} times as many as of the questions ({times})."
    if compared["share"] >= RARE:
        no_more = "not surely more than the questions repeat"
        return (
            f"{beside}: {no_more}."
            if has_questions
            else f"{beside}. No question is printed to set beside it."
        )
    return f"Hardly anything is repeated word for word: {_say_longest(compared)}. {beside}; so little tells nothing."


def _say_longest(compared: dict[str, object]) -> str:
    if not compared["longest"]:
        return "two interviews share no passage of four words"
    more = "" if compared["is_longest_known"] else " or more"
    return f"the longest passage shared by two interviews has {compared['longest']} words{more}"


def _tenths(value: float) -> str:
    return "any number of" if math.isinf(value) else f"{value:.1f}"


def tell_joined(joined: pd.DataFrame) -> str:
    """Say how many wordings the authors joined in the phrases of most; joined: rows of `list_families`."""
    if joined.empty:
        return "No chosen phrase has more than one wording."
    parts = [
        f"{row.family}, {count(row.n_variants, 'wording')} in {count(row.n, 'use')}"
        for row in joined.itertuples()
    ]
    return f"Most were joined in: {'; '.join(parts)}."
