"""What the page on topics says: rates, which topic leads, and comparisons of interviews."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.pages.notes import group_reasons, note_basis, note_own, note_reasons
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    count,
    itemise,
    join,
    most,
    out_of,
    sentence_if_empty,
    span,
    tenths,
)
from analysis.report import Report
from analysis.statistics import Baseline
from analysis.topics import CHOSEN, EVERYWHERE, MOST_IN_ONE

NEUTRAL = "How often topics come up, interview by interview"


@sentence_if_empty("No topics are defined.")
def say_rates(rates: pd.DataFrame, report: Report, *, leads: pd.DataFrame) -> Texts:
    """For `plot_rates`; rates as from `rate_topics`, leads as from `measure_leads`, topics by their labels."""
    listed = _list_highest(rates)
    held = _list_held(rates)
    return {
        "title": _title_rates(rates, leads),
        "subtitle": "Mentions of topics per 1,000 own words, by interview, with 95% intervals over answers",
        "note": f"Source: table tokens. {note_own(report)}{note_chosen(report)}"
        f"{_in_answers(note_reasons(rates[rates['low'].isna()]))}",
        "caption": "The lists of patterns differ in make-up, so a higher rate of one topic than of another is no "
        f"ranking.{held} Intervals speak of the answers in these interviews, not of the speaker in general; those "
        "that reach further than the picture end in an arrow at its edge.",
        "alt": f"Dots with interval lines, topics in rows, interviews in columns. Farthest right, which is no "
        f"ranking: {listed}.",
    }


def _list_held(rates: pd.DataFrame) -> str:
    """Say of which rates farthest right one answer holds a third of the mentions or more; '' where of none."""
    farthest = [own.set_index("topic") for _, own in rates.groupby("label", sort=False)]
    rows = [own.loc[names[0]] for own in farthest if len(names := most(own["per_1000"])) == 1]
    said = [
        f"{row.name} in {row['label']} ({row['n_in_one']} of {count(int(row['n']), 'mention')})"
        for row in rows
        if _is_held(row)
    ]
    return f" Of the dots farthest right, these lean on one answer: {'; '.join(said)}." if said else ""


def _list_highest(rates: pd.DataFrame) -> str:
    """Say which topic has the highest rate in each interview, and how much of it one answer holds."""
    said = {label: _say_highest(own.set_index("topic")) for label, own in rates.groupby("label", sort=False)}
    return itemise(pd.Series(said, dtype=object), ": ")


def _say_highest(own: pd.DataFrame) -> str:
    names = most(own["per_1000"])
    if len(names) != 1:
        return f"{join(names)}, {tenths(own['per_1000'].max())} each" if names else "none"
    row = own.loc[names[0]]
    held = f" ({row['n_in_one']} of {row['n']} in one answer)" if _is_held(row) else ""
    return f"{names[0]}, {tenths(row['per_1000'])}{held}"


def _is_held(row: pd.Series) -> bool:
    return row["n_in_one"] > 1 and row["n_in_one"] >= MOST_IN_ONE * row["n"]


def _title_rates(rates: pd.DataFrame, leads: pd.DataFrame) -> str:
    """Name what leads for certain, by paragraphs and by the rates in the picture alike; else say it is open."""
    events = leads[leads["event"] != EVERYWHERE]
    if events["topic"].eq("").all():
        return NEUTRAL
    highest = {event: most(own.set_index("topic")["per_1000"]) for event, own in rates.groupby("event")}
    is_highest = [highest.get(row.event) == [row.topic] for row in events.itertuples()]
    sure = events.loc[events["reason"].eq("") & np.array(is_highest, dtype=bool), "topic"]
    times = sure.value_counts(sort=False)
    if not 0 < len(times) <= MOST_NAMED:
        return "Which topic leads is not certain" if times.empty else NEUTRAL
    said = join(f"{topic} leads in {out_of(n, len(events), 'interview')}" for topic, n in times.items())
    return said if len(sure) == len(events) else f"{said}; elsewhere it is not certain"


def _in_answers(note: str) -> str:
    """Name turns as what they are where own words alone are counted."""
    return note.replace(" turns", " answers")


def note_chosen(report: Report) -> str:
    """Say which rates are of passages that somebody chose; '' where none is."""
    chosen = report.references.loc[report.references["kind"] == CHOSEN, "label"]
    if chosen.empty:
        return ""
    return f" Of {join(chosen)} only the passages printed are counted, which somebody else chose."


def find_everywhere(rates: pd.DataFrame) -> pd.Series:
    """Return the topics that every interview mentions, each with its smallest count; rates: `rate_topics`."""
    fewest = rates.groupby("topic")["n"].min()
    return fewest[fewest > 0]


def tell_spread(rates: pd.DataFrame, by_chance: Baseline) -> str:
    """Say how many topics every interview mentions, beside chance, how thinly, and how many none does.

    rates: as from `rate_topics`. by_chance: as from `measure_everywhere`.
    """
    everywhere, nowhere = find_everywhere(rates), rates.groupby("topic")["n"].sum() == 0
    said = f"Found in every interview: {len(everywhere)}"
    if len(everywhere):
        thin = int((everywhere == 1).sum())
        least = f"{agree(thin, 'hangs', 'hang')} on a single mention in one of them"
        smallest = int(everywhere.min())
        said += f", of which {thin} {least}" if thin else f", each at least {count(smallest, 'time')}"
    return f"{said}.{_tell_chance(by_chance)} Found in none: {int(nowhere.sum())}."


def _tell_chance(by_chance: Baseline) -> str:
    """Say what answers dealt at random give; '' for a single interview, where nothing is dealt."""
    if not by_chance.n_draws:
        return ""
    limits = span(by_chance.low, by_chance.high, write="{:.0f}".format)
    verdict = "outside" if by_chance.is_outside else "within"
    return (
        f" Answers dealt at random would give {by_chance.mean:.0f} ({limits}): {verdict} what chance gives."
    )


@sentence_if_empty("There are not two interviews to compare.")
def say_ratios(comparisons: pd.DataFrame, report: Report) -> Texts:
    """For `plot_ratios`; comparisons as from `compare_topics`, topics by their labels."""
    tested = count(int(comparisons["p"].notna().sum()), "comparison")
    listed = tell_differences(comparisons)
    return {
        "title": _title_ratios(comparisons),
        "subtitle": "Rate in an interview divided by the rate in all others together, with 95% intervals",
        "note": f"Source: table tokens. {note_basis(report)}.{note_chosen(report)} Filled: differs after "
        f"adjustment for {tested}; hollow: not shown to differ.{_in_answers(_note_without(comparisons))}",
        "caption": "At 1 an interview mentions a topic as often as the others. An interval that goes on beyond the "
        "picture ends in an arrow.",
        "alt": f"Dots with interval lines around 1, topics in rows, interviews in columns. {listed}",
    }


def _title_ratios(comparisons: pd.DataFrame) -> str:
    n_tested, n_found = int(comparisons["p"].notna().sum()), int(comparisons["differs"].sum())
    if n_found:
        return f"Of {count(n_tested, 'comparison')}, {n_found} {agree(n_found, 'differs', 'differ')} surely"
    times = find_power(comparisons)
    if np.isnan(times):
        return "How often interviews mention a topic, compared with the others"
    return f"With so few answers, only a topic at least {_say_times(times)} as frequent would show"


def _note_without(comparisons: pd.DataFrame) -> str:
    """Say which interviews have no interval; as a list, because a comparison has two sides."""
    why = group_reasons(comparisons)
    return "".join(f" Without interval: {labels} ({reason})." for reason, labels in why.items())


def find_power(comparisons: pd.DataFrame) -> float:
    """Return how many times as frequent a topic would have to be for a comparison to show it.

    comparisons: as from `compare_topics`. An interval reaches from its ratio the same factor up and down; a
    ratio beyond that factor would leave 1 outside. Returns the middle (median) factor over the comparisons
    with an interval closed on both sides; NaN where there is none. That many are compared makes it larger,
    so messages say "at least".
    """
    ends = comparisons[["low", "high"]].astype(float).replace([0, np.inf], np.nan).dropna()
    return float(np.sqrt(ends["high"] / ends["low"]).median())


def _say_times(times: float) -> str:
    """Say a factor as a reader does: about 6 times, 1.4 times."""
    return f"about {times:.0f} times" if times >= 2 else f"{tenths(times)} times"


def tell_differences(comparisons: pd.DataFrame) -> str:
    """Say which comparisons differ surely, and from what size on the others would have.

    comparisons: as from `compare_topics`.
    """
    n_without, times = int(comparisons["p"].isna().sum()), find_power(comparisons)
    if n_without == len(comparisons):
        return "No two sides have answers enough to be compared."
    power = (
        ""
        if np.isnan(times)
        else f" To show, a topic would have to be at least {_say_times(times)} as frequent."
    )
    without = f" Of {n_without} more nothing can be said, as they have no interval." if n_without else ""
    found = comparisons[comparisons["differs"]].sort_values(["p", "label", "topic"])
    if found.empty:
        return f"No difference is shown, which does not mean that there is none.{power}{without}"
    often = found["ratio"].gt(1).map({True: "more often", False: "less often"})
    rows = found["label"] + ": " + found["topic"] + " " + often
    return f"Surely different from the others: {join(rows)}.{power}{without}"
