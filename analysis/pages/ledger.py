"""What the page with the ledger of all families says."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrases import BEHIND_ROWS, say_occurrences
from analysis.pages.phrasing import Texts, count, quote, sentence_if_empty
from analysis.report import Report


@sentence_if_empty("No family recurs in two or more events.")
def say_families(uses: pd.DataFrame, report: Report, *, phrases: list[str]) -> Texts:
    """For `plot_occurrences` of families found; uses as from `locate_phrases`; phrases: the rows, by rank."""
    k = uses.groupby("phrase")["event"].nunique()
    n_everywhere = k.reindex(phrases).eq(len(report.events)).sum()
    return {
        **say_occurrences(uses, report, phrases=phrases),
        "title": f"Found first: {quote(phrases)[0]}",
        "caption": f"The first {count(len(phrases), 'expression')} found without being named, by rank; "
        f"{n_everywhere} of these in every event. {BEHIND_ROWS}",
    }


def tell_asked_words(asked: pd.DataFrame, *, most: int = 20) -> str:
    """Say which words are the interviewers' alone: those that `list_interviewer_words` lists from two uses on."""
    if asked.empty:
        return "No word comes up twice in the questions and never in the answers."
    part = f" (the first {most} of {len(asked)})" if len(asked) > most else ""
    words = ", ".join(asked["word"].head(most))
    return f"Words that come up twice or more in the questions and never in the answers{part}: {words}."
