"""What the page on recurring phrases says: phrases named in advance, and phrases found."""

from __future__ import annotations

import pandas as pd

from analysis.figures import total_uses
from analysis.pages.notes import note_own
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    count,
    itemise,
    join,
    out_of,
    quote,
    sentence_if_empty,
)
from analysis.report import Report

BEHIND_ROWS = "At the right: uses, and in how many events."


@sentence_if_empty("No phrase named in advance is used in the speaker’s own words.")
def say_occurrences(uses: pd.DataFrame, report: Report, *, phrases: list[str]) -> Texts:
    """For `plot_occurrences`; uses as from `locate_phrases`; phrases: the rows, as from `choose_phrases`."""
    n_events = len(report.events)
    totals = total_uses(uses, phrases, n_events=n_events)
    named = count(report.phrases["phrase"].nunique(), "phrase")
    return {
        "title": _title_occurrences(totals["k"], n_events),
        "subtitle": "Each mark is a use in the speaker’s own words, placed where in the conversation it "
        "falls",
        "note": f"Source: table tokens. {note_own(report)} Columns are equally wide, however long the event.",
        "caption": f"{len(phrases)} of {named} named in advance, those of most events first. {BEHIND_ROWS}",
        "alt": f"A row a phrase, a column an event, a mark a use. {itemise(totals['text'], ': ')}.",
    }


def _title_occurrences(k: pd.Series, n_events: int) -> str:
    """Name the phrases of as many events as the first, if they are few and come back."""
    most_events = k.iloc[0]
    wide = quote(k.index[k == most_events])
    if most_events > 1 and len(wide) <= MOST_NAMED:
        come = agree(len(wide), "comes", "come")
        return f"{join(wide)} {come} back in {out_of(most_events, n_events, 'event')}"
    return "Where phrases named in advance are used"


@sentence_if_empty("No phrase recurs word for word in two or more events.")
def say_found(found: pd.DataFrame, report: Report, *, n_found: int) -> Texts:
    """For `plot_found`; found are the rows drawn of `find_phrases`, n_found is how many there are."""
    first, more = quote(found["phrase"])[0], f" and {n_found - 1} more" if n_found > 1 else ""
    listed = "; ".join(f"{r.phrase}, {r.n} in {r.n_events}" for r in found.itertuples())
    return {
        "title": f"Found without being named: {first}{more}",
        "subtitle": "Uses of phrases that recur word for word in independent events",
        "note": f"Source: table tokens. {note_own(report)} {len(found)} of {count(n_found, 'phrase')} shown.",
        "caption": "First come phrases that are long, frequent, in many events, and seldom part of a longer "
        "one (C-value times number of events). Phrases written with capitals throughout are left out.",
        "alt": f"Bars, uses and number of events. {listed}.",
    }
