"""Parts of notes that stand under several figures: whose words, of how many texts, why no interval."""

from __future__ import annotations

import pandas as pd

from analysis.figures import translate_stored
from analysis.messages import translate
from analysis.pages.phrasing import count, join
from analysis.report import Report


def note_files(report: Report) -> str:
    """Say how many texts of how many interviews there are, with all their words."""
    texts = count(len(report.sources), "text")
    events = count(report.sources["event"].nunique(), "interview")
    words = count(report.segments["n_words"].sum(), "word")
    return translate("{texts} of {events}, {words} in all.", texts=texts, events=events, words=words)


def note_basis(report: Report) -> str:
    """Say whose words are counted, without a full stop."""
    return translate("Own words of {speaker}, one text an interview", speaker=report.speaker)


def note_own(report: Report) -> str:
    """Say whose words are counted, and how many."""
    words = count(report.events["n_words"].sum(), "word")
    events = count(len(report.events), "interview")
    return translate(
        "{note_basis}: {words} in {events}.", note_basis=note_basis(report), words=words, events=events
    )


def note_both_sides(report: Report) -> str:
    """Say which sources are counted where questions are, after the word "sources"."""
    return translate("that print questions and answers of {speaker}", speaker=report.speaker)


def note_reasons(measured: pd.DataFrame, *, reason: str = "reason") -> str:
    """Say for which events there is no interval, and why; '' where all have one.

    measured: one row a measure of an event: label, and the column named by reason, '' where nothing is
    missing.
    """
    why = group_reasons(measured, reason=reason)
    return "".join(
        translate(" No interval for {labels}: {said}.", labels=labels, said=translate_stored(said))
        for said, labels in why.items()
    )


def group_reasons(measured: pd.DataFrame, *, reason: str = "reason") -> pd.Series:
    """Return the events that share a reason, as words, by reason; each event is named once."""
    reasons = measured[["label", reason]].drop_duplicates()
    is_given = reasons[reason].fillna("") != ""
    of_reason = reasons[is_given].groupby(reason, sort=False)
    return of_reason["label"].agg(join)
