"""What the page on sources says: whose words its texts hold, and when they were said."""

from __future__ import annotations

import pandas as pd

from analysis.counting import BELONGS
from analysis.pages.notes import note_files, note_own
from analysis.pages.phrasing import (
    Texts,
    agree,
    count,
    itemise,
    join,
    most,
    one_or_range,
    percent,
    sentence_if_empty,
)
from analysis.report import Report


@sentence_if_empty("The texts hold no words.")
def say_roles(shares: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of sources; shares as from `count_roles`, with row for the text’s name."""
    is_own = shares["belongs"] == "own"
    own = shares[is_own].set_index("row")["share"]
    n_words = shares["n_words"].sum()
    overall = percent(shares.loc[is_own, "n_words"].sum() / n_words)
    listed = itemise(own.map(percent), " ")
    return {
        "title": _title_roles(own),
        "subtitle": "Words of each text by whose they are, as a share of the text",
        "note": f"Source: table segments. {note_files(report)}",
        "caption": f"Of {count(n_words, 'word')}, {overall} are {report.speaker}’s own. Who else speaks in a "
        "text, and how much, differs from one kind of text to another.",
        "alt": f"Stacked bars, one a text. Share of {report.speaker}’s own words: {listed or 'none'}.",
    }


def _title_roles(own: pd.Series) -> str:
    return one_or_range(
        own,
        write=percent,
        one="Whose words the texts hold: {low} are the speaker’s own",
        several="From {low} to {high} of the words of a text are the speaker’s own",
    )


@sentence_if_empty("The texts hold no words.")
def say_naive(naive: pd.DataFrame, report: Report) -> Texts:
    """For `plot_roles` of what a raw count finds; naive as from `count_naive`, with row for what is said."""
    is_own = naive["belongs"] == "own"
    totals = naive.groupby("row", sort=False)["n"].sum()
    own = naive[is_own].set_index("row")["n"].reindex(totals.index, fill_value=0)
    compared = join(f"{own[row]:,} of {totals[row]:,} {row}" for row in totals.index)
    others = naive[~is_own & (naive["n"] > 0)]
    listed = "; ".join(f"{r.row}, {BELONGS[r.belongs]}: {r.n:,}" for r in others.itertuples())
    return {
        "title": _title_naive(own.iloc[0], totals.iloc[0]),
        "subtitle": "What a plain search through all files finds, by whose words it really is",
        "note": f"Source: tables segments and tokens. {note_files(report)}",
        "caption": f"The speaker’s own, counted once: {compared}. What else a plain search finds belongs to "
        "others, or stands in a second report of the same event.",
        "alt": f"Stacked bars. The speaker’s own: {compared}. Not to be counted: {listed or 'nothing'}.",
    }


def _title_naive(own: int, total: int) -> str:
    wrong = 1 - own / total
    if wrong > 0:
        return f"Of the words in the files, {percent(wrong)} must not count as the speaker’s"
    return "The plain count and the right one"


@sentence_if_empty("There are no events.")
def say_timeline(events: pd.DataFrame, report: Report) -> Texts:
    """For `plot_timeline`; events with label, date, n_words, by date."""
    words = events.set_index("label")["n_words"]
    first, last = events["date"].iloc[0], events["date"].iloc[-1]
    days = f"from {first} to {last}" if first < last else f"on {first}"
    listed = itemise(words.map(lambda n: count(n, "word")), ", ")
    return {
        "title": _title_timeline(words),
        "subtitle": "Events by date; the area of a mark stands for the number of the speaker’s own words",
        "note": f"Source: table segments. {note_own(report)}",
        "caption": f"{count(len(events), 'event')}, {days}. Where several texts report one event, only one "
        "of them is counted.",
        "alt": f"Marks by date, a row an event: {listed}.",
    }


def _title_timeline(words: pd.Series) -> str:
    """Name the longest event of several, if it is longest alone."""
    longest = most(words)
    if len(longest) == 1 < len(words):
        share = percent(words.max() / words.sum())
        return f"{longest[0]}, holds {share} of the speaker’s own words"
    return f"The speaker’s own words in {count(len(words), 'event')}"


def list_doubts(report: Report) -> pd.DataFrame:
    """List the doubts of each text by kind: text, doubt, n (how many), decided and remedy of the first."""
    columns = ["text", "doubt", "n", "decided", "remedy"]
    if report.doubts.empty:
        return pd.DataFrame(columns=columns)
    named = report.doubts.assign(text=report.doubts["source"].map(report.text_names))
    grouped = named.groupby(["text", "kind"], sort=False)
    first = grouped[["decided", "remedy"]].first().assign(n=grouped.size()).reset_index()
    return first.rename(columns={"kind": "doubt"})[columns]


def tell_doubts(report: Report) -> str:
    """Say how many places of the texts are doubtful."""
    if report.doubts.empty:
        return "No place of these texts is doubtful."
    n_texts = report.doubts["source"].nunique()
    places, texts = count(len(report.doubts), "place"), count(n_texts, "text")
    return f"{places} of {texts} {agree(len(report.doubts), 'is', 'are')} doubtful."
