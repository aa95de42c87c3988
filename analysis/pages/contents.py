"""Which chapters have something to say of a data folder: the others leave the contents, with the reason told."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.phrasing import join
from analysis.quotes import list_reports
from analysis.report import Report

ALL_TOLD = "No chapter is left out: each has something to say of these texts."


class _Rule(NamedTuple):
    """What a chapter is called, and why it has nothing to say where it is empty."""

    title: str
    reason: str


RULES = {
    "topics": _Rule("Topics", "no topic is named"),
    "dictionary": _Rule("The dictionary", "no pattern of a topic is named"),
    "validation": _Rule(
        "How well the dictionary agrees with coded paragraphs", "no paragraph is coded by hand"
    ),
    "phrases": _Rule(
        "Recurring phrases", "no phrase that was named is said, and none comes back word for word"
    ),
    "concordance": _Rule("Concordance", "no phrase and no topic is named, and nothing comes back"),
    "ledger": _Rule("The ledger", "no formula comes back, and none that was named is said"),
    "readability": _Rule("Readability", "no text holds enough words of one voice to be measured"),
    "vocabulary": _Rule("Vocabulary", "there are neither two events nor two voices to compare"),
    "versions": _Rule("Versions side by side", "no event has two texts"),
    "quotes": _Rule("Quotations checked", "no event has a second report"),
}


def list_chapters(report: Report) -> pd.DataFrame:
    """List the chapters that may be empty: one row each with chapter, title, and reason, "" where it is not.

    What is not listed (sources, methods and what else explains) always stands.
    """
    is_empty = _find_empty(report)
    told = {name: (translate_word(rule.title), translate_word(rule.reason)) for name, rule in RULES.items()}
    rows = [(name, title, reason if is_empty[name] else "") for name, (title, reason) in told.items()]
    return pd.DataFrame(rows, columns=["chapter", "title", "reason"], dtype="str")


def _find_empty(report: Report) -> dict[str, bool]:
    uses = report.uses["is_own"].astype(bool)
    nothing_recurs = not uses.any()
    return {
        "topics": report.topics.empty,
        "dictionary": report.patterns.empty,
        "validation": report.codings.empty,
        "phrases": nothing_recurs,
        "concordance": report.topics.empty and report.phrases.empty and nothing_recurs,
        "ledger": nothing_recurs,
        "readability": report.conversation.empty,
        "vocabulary": report.contrasts.empty,
        "versions": not report.sources["event"].duplicated().any(),
        "quotes": not list_reports(report.sources),
    }


def tell_left_out(chapters: pd.DataFrame) -> str:
    """Say which chapters have nothing to say, and why; chapters as from `list_chapters`."""
    empty = chapters[chapters["reason"] != ""]
    if empty.empty:
        return translate_word(ALL_TOLD)
    by_reason = empty.groupby("reason", sort=False)["title"].agg(join)
    told = "; ".join(f"{titles} ({reason})" for reason, titles in by_reason.items())
    return translate("With nothing to say of these texts: {told}.", told=told)


_SCOPE = {
    "topics": "which topics come up",
    "phrases": "which phrases recur",
    "readability": "how readable the words are",
    "vocabulary": "which words stand out",
    "versions": "what a report of an event keeps",
    "quotes": "whether what it quotes was said",
}


def tell_scope(chapters: pd.DataFrame) -> str:
    """Say what the report counts, by the chapters that have something to say: "which topics come up and ..."."""
    standing = set(chapters.loc[chapters["reason"] == "", "chapter"])
    told = [translate_word(text) for chapter, text in _SCOPE.items() if chapter in standing]
    return join(told) if told else translate("whose words the texts hold")
