"""What a figure says in words, composed from its table: title, subtitle, note, caption and alternative text.

Every function takes the table of a plot_ function and returns the texts that `figures.show_figure` asks for.
A title states what the numbers show; where they show nothing worth a message, or several things tie, a
neutral title takes its place, so that it stays true for other data. A table without rows gives a sentence as
caption.
"""

from __future__ import annotations

import pandas as pd

from analysis.report import Report
from analysis.voices import BELONGS
from analysis.wording import Texts, count, join, most, out_of, percent, sentence_if_empty

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
    """For `plot_roles` of what a raw count finds; naive as from `count_naive`, with row for what is said."""
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


@sentence_if_empty("No topics are defined.")
def say_rates(rates: pd.DataFrame, report: Report, *, by: str, what: str) -> Texts:
    """For `plot_rates`; rates as from `rate_topics`, with label and reason; what: the plural of by."""
    of_event = rates.set_index(by).groupby("label", sort=False)["per_1000"]
    leaders, highest = {label: most(own) for label, own in of_event}, of_event.max()
    listed = "; ".join(
        f"{label}: {join(names)}, {highest[label]:.1f}" if names else f"{label}: none"
        for label, names in leaders.items()
    )
    return {
        "title": _title_rates(leaders, what),
        "subtitle": f"Mentions of {what} per 1,000 own words, by event, with 95% intervals over turns",
        "note": f"Source: table tokens. {note_own(report)}{_note_reasons(rates)}",
        "caption": f"Highest rate per 1,000 own words: {listed}. Intervals speak of the turns of these "
        "events, "
        "not of the speaker in general; those that reach further than the picture are cut at its edge.",
        "alt": f"Dots with interval lines, {what} in rows, events in columns. Highest: {listed}.",
    }


def _title_rates(leaders: dict[str, list[str]], what: str) -> str:
    """Name what leads in most events; what shares a first place does not lead."""
    alone = pd.Series([names[0] for names in leaders.values() if len(names) == 1], dtype=object)
    times = alone.value_counts(sort=False)
    first = most(times)
    if len(first) == 1:
        return f"{first[0]} leads in {out_of(times.max(), len(leaders), 'event')}"
    if len(times) == len(leaders) <= MOST_NAMED:
        return f"In each event something else leads: {join(times.index)}"
    return f"How often {what} come up, event by event"


def _note_reasons(rates: pd.DataFrame) -> str:
    without = rates[rates["low"].isna() & (rates["reason"] != "")].drop_duplicates(["label", "reason"])
    why = without.groupby("reason", sort=False)["label"].agg(join)
    return "".join(f" No interval for {labels}: {reason}." for reason, labels in why.items())


@sentence_if_empty("No topic comes up in an exchange of a printed question and its answer.")
def say_agenda(exchanges: pd.DataFrame, report: Report, *, names: dict[str, str]) -> Texts:
    """For `plot_agenda`; exchanges as from `count_exchanges`, the topics that come up."""
    sides = exchanges[["n_question_only", "n_both", "n_answer_only"]].sum()
    asked, both, alone = (int(n) for n in sides)
    total = asked + both + alone
    led = [names[topic] for topic in most(exchanges.set_index("topic")["n_answer_only"])]
    return {
        "title": f"Topics come up in the answer alone in {percent(alone / total)} of cases",
        "subtitle": "Exchanges (a question and its answer) in which a topic comes up, by who mentions it",
        "note": f"Source: table tokens. {count(int(exchanges['n_exchanges'].max()), 'exchange')} in the "
        "sources "
        f"that print questions and answers of {report.speaker}.",
        "caption": f"Topics come up {count(total, 'time')} in an exchange: {alone} in the answer alone, "
        f"{both} first in the question and then in the answer, {asked} in a question whose answer does not "
        "follow.",
        "alt": f"Stacked bars, one a topic. In the answer alone {alone}, in both {both}, in the question "
        "alone "
        f"{asked}. Most often in the answer alone: {join(led)}.",
    }


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
