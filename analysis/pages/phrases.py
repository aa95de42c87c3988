"""The words of the phrase pages."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import Texts, count, join, out_of, sentence_if_empty
from analysis.pages.sources import MOST_NAMED, note_own
from analysis.report import Report


def say_asked_words(asked: pd.DataFrame, *, most: int = 20) -> str:
    """Say which words are the interviewers' alone: see `list_interviewer_words`."""
    if asked.empty:
        return "No word comes up twice in the questions and never in the answers."
    part = f" (the first {most} of {len(asked)})" if len(asked) > most else ""
    words = ", ".join(asked["word"].head(most))
    return f"Words that come up twice or more in the questions and never in the answers{part}: {words}."


@sentence_if_empty("No phrase named in advance is used in the speaker’s own words.")
def say_occurrences(uses: pd.DataFrame, report: Report, *, phrases: list[str]) -> Texts:
    """For `plot_occurrences`; uses as from `locate_phrases`; phrases: the rows, as from `choose_phrases`."""
    n_events = len(report.events)
    totals = uses.groupby("phrase")["event"].agg(n="size", k="nunique").reindex(phrases, fill_value=0)
    first = totals.iloc[0]
    listed = "; ".join(f"{phrase}: {row.n} in {row.k} of {n_events}" for phrase, row in totals.iterrows())
    wide = [f"“{phrase}”" for phrase in totals.index[totals["k"] == first["k"]]]
    verb = "comes" if len(wide) == 1 else "come"
    return {
        "title": f"{join(wide)} {verb} back in {out_of(first['k'], n_events, 'event')}"
        if first["k"] > 1 and len(wide) <= MOST_NAMED
        else "Where phrases named in advance are used",
        "subtitle": "Each mark is a use in the speaker’s own words, placed where in the conversation it "
        "falls",
        "note": f"Source: table tokens. {note_own(report)} Columns are equally wide, however long the event.",
        "caption": f"{len(phrases)} of {count(report.phrases['phrase'].nunique(), 'phrase')} named in "
        "advance, "
        "those of most events first. At the right: uses, and in how many events.",
        "alt": f"A row a phrase, a column an event, a mark a use. {listed}.",
    }


@sentence_if_empty("No family recurs in two or more events.")
def say_families(uses: pd.DataFrame, report: Report, *, phrases: list[str]) -> Texts:
    """For `plot_occurrences` of families found; uses as from `locate_phrases`; phrases: the rows, by rank."""
    n_all = uses.groupby("phrase")["event"].nunique().reindex(phrases).eq(len(report.events)).sum()
    return {
        **say_occurrences(uses, report, phrases=phrases),
        "title": f"Found first: “{phrases[0]}”",
        "caption": f"The first {count(len(phrases), 'expression')} found without being named, by rank; "
        f"{n_all} of these in every event. At the right: uses, and in how many events.",
    }


@sentence_if_empty("No phrase recurs word for word in two or more events.")
def say_found(found: pd.DataFrame, report: Report, *, n_found: int) -> Texts:
    """For `plot_found`; found are the rows drawn of `find_phrases`, n_found is how many there are."""
    first = found["phrase"].iloc[0]
    listed = "; ".join(f"{r.phrase}, {r.n} in {r.n_events}" for r in found.itertuples())
    return {
        "title": f"Found without being named: “{first}”{f' and {n_found - 1} more' if n_found > 1 else ''}",
        "subtitle": "Uses of phrases that recur word for word in independent events",
        "note": f"Source: table tokens. {note_own(report)} {len(found)} of {count(n_found, 'phrase')} shown.",
        "caption": "First come phrases that are long, frequent, in many events, and seldom part of a "
        "longer one "
        "(C-value times number of events). Phrases written with capitals throughout are left out.",
        "alt": f"Bars, uses and number of events. {listed}.",
    }
