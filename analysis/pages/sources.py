"""What a figure says in words, composed from its table: title, subtitle, note, caption and alternative text.

Every function takes the table of a plot_ function and returns the texts that `figures.show_figure` asks for.
A title states what the numbers show; where they show nothing worth a message, or several things tie, a
neutral title takes its place, so that it stays true for other data. A table without rows gives a sentence as
caption.
"""

from __future__ import annotations

import pandas as pd

from analysis.counting import BELONGS
from analysis.pages.phrasing import Texts, count, join, most, percent, sentence_if_empty
from analysis.report import Report

MOST_NAMED = 3  # more names do not make a title


def _note_files(report: Report) -> str:
    texts = count(len(report.sources), "text")
    events = count(report.sources["event"].nunique(), "event")
    return f"{texts} of {events}, {count(report.segments['n_words'].sum(), 'word')} in all."


def note_own(report: Report) -> str:
    """Say whose words are counted, and how many."""
    words, events = count(report.events["n_words"].sum(), "word"), count(len(report.events), "event")
    return f"Own words of {report.speaker}, one source an event: {words} in {events}."


@sentence_if_empty("The texts hold no words.")
def say_roles(shares: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of sources; shares as from `count_roles`, with row for the text’s name."""
    is_own = shares["belongs"] == "own"
    own = shares[is_own].set_index("row")["share"]
    low, high = percent(own.min()), percent(own.max())
    overall = percent(shares.loc[is_own, "n_words"].sum() / shares["n_words"].sum())
    listed = "; ".join(f"{row} {percent(share)}" for row, share in own.items())
    return {
        "title": f"From {low} to {high} of the words of a text are the speaker’s own"
        if low != high
        else f"Whose words the texts hold: {low} are the speaker’s own",
        "subtitle": "Words of each text by whose they are, as a share of the text",
        "note": f"Source: table segments. {_note_files(report)}",
        "caption": f"Of {count(shares['n_words'].sum(), 'word')}, {overall} are {report.speaker}’s own. Who "
        "else "
        "speaks in a text, and how much, differs from one kind of text to another.",
        "alt": f"Stacked bars, one a text. Share of {report.speaker}’s own words: {listed or 'none'}.",
    }


@sentence_if_empty("The texts hold no words.")
def say_naive(naive: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of what a raw count finds; naive as from `count_unfiltered`, with row."""
    totals = naive.groupby("row", sort=False)["n"].sum()
    own = naive[naive["belongs"] == "own"].set_index("row")["n"].reindex(totals.index, fill_value=0)
    wrong = 1 - own.iloc[0] / totals.iloc[0]
    compared = join(f"{own[row]:,} of {totals[row]:,} {row}" for row in totals.index)
    others = naive[(naive["belongs"] != "own") & (naive["n"] > 0)]
    listed = "; ".join(f"{r.row}, {BELONGS[r.belongs]}: {r.n:,}" for r in others.itertuples())
    return {
        "title": f"Of the words in the files, {percent(wrong)} must not count as the speaker’s"
        if wrong > 0
        else "The plain count and the right one",
        "subtitle": "What a plain search through all files finds, by whose words it really is",
        "note": f"Source: tables segments and tokens. {_note_files(report)}",
        "caption": f"The speaker’s own, counted once: {compared}. What else a plain search finds belongs to "
        "others, or stands in a second report of the same event.",
        "alt": f"Stacked bars. The speaker’s own: {compared}. Not to be counted: {listed or 'nothing'}.",
    }


@sentence_if_empty("There are no events.")
def say_timeline(events: pd.DataFrame, report: Report) -> Texts:
    """For `plot_timeline`; events with label, date, n_words, by date."""
    words = events.set_index("label")["n_words"]
    longest = most(words)
    share = percent(words.max() / words.sum()) if words.sum() else ""
    first, last = events["date"].iloc[0], events["date"].iloc[-1]
    listed = "; ".join(f"{label}, {count(n, 'word')}" for label, n in words.items())
    return {
        "title": f"{longest[0]}, holds {share} of the speaker’s own words"
        if len(longest) == 1 < len(events)
        else f"The speaker’s own words in {count(len(events), 'event')}",
        "subtitle": "Events by date; the area of a mark stands for the number of the speaker’s own words",
        "note": f"Source: table segments. {note_own(report)}",
        "caption": f"{count(len(events), 'event')}, "
        f"{f'from {first} to {last}' if first < last else f'on {first}'}. "
        "Where several texts report one event, only one of them is counted.",
        "alt": f"Marks by date, a row an event: {listed}.",
    }
