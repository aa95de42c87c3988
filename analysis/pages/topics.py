"""What the page on topics says: rates, comparisons of events, and who raises a topic."""

from __future__ import annotations

import pandas as pd

from analysis.pages.notes import group_reasons, note_basis, note_both_sides, note_own, note_reasons
from analysis.pages.phrasing import (
    MOST_NAMED,
    Texts,
    agree,
    count,
    itemise,
    join,
    most,
    out_of,
    percent,
    sentence_if_empty,
    tenths,
)
from analysis.report import Report


@sentence_if_empty("No topics are defined.")
def say_rates(rates: pd.DataFrame, report: Report, *, by: str, what: str) -> Texts:
    """For `plot_rates`; rates as from `rate_topics`, with label and reason; what: the plural of by."""
    of_event = rates.set_index(by).groupby("label", sort=False)["per_1000"]
    leaders = {label: most(own) for label, own in of_event}
    listed = _list_leaders(leaders, of_event.max())
    return {
        "title": _title_rates(leaders, what),
        "subtitle": f"Mentions of {what} per 1,000 own words, by event, with 95% intervals over turns",
        "note": f"Source: table tokens. {note_own(report)}{note_reasons(rates[rates['low'].isna()])}",
        "caption": f"Highest rate per 1,000 own words: {listed}. Intervals speak of the turns of these "
        "events, not of the speaker in general; those that reach further than the picture are cut at its "
        "edge.",
        "alt": f"Dots with interval lines, {what} in rows, events in columns. Highest: {listed}.",
    }


def _list_leaders(leaders: dict[str, list[str]], highest: pd.Series) -> str:
    """Say what leads in each event, and at which rate."""
    said = {
        label: f"{join(names)}, {tenths(highest[label])}" if names else "none"
        for label, names in leaders.items()
    }
    return itemise(pd.Series(said, dtype=object), ": ")


def _title_rates(leaders: dict[str, list[str]], what: str) -> str:
    """Name what leads in most events; what shares a first place does not lead."""
    alone = [names[0] for names in leaders.values() if len(names) == 1]
    times = pd.Series(alone, dtype=object).value_counts(sort=False)
    first = most(times)
    if len(first) == 1:
        return f"{first[0]} leads in {out_of(times.max(), len(leaders), 'event')}"
    if len(times) == len(leaders) <= MOST_NAMED:
        return f"In each event something else leads: {join(times.index)}"
    return f"How often {what} come up, event by event"


@sentence_if_empty("There are not two events to compare.")
def say_ratios(comparisons: pd.DataFrame, report: Report) -> Texts:
    """For `plot_ratios`; comparisons as from `compare_topics`, topics by their labels."""
    tested = count(int(comparisons["p"].notna().sum()), "comparison")
    listed = tell_differences(comparisons)
    return {
        "title": _title_ratios(comparisons),
        "subtitle": "Rate at an event divided by the rate at all others together, with 95% intervals",
        "note": f"Source: table tokens. {note_basis(report)}. Filled: differs after adjustment for {tested}; "
        f"hollow: does not.{_note_without(comparisons)}",
        "caption": f"At 1 an event mentions a topic as often as the others. {listed} What lies beyond the "
        "picture is cut at its edge.",
        "alt": f"Dots with interval lines around 1, topics in rows, events in columns. {listed}",
    }


def _title_ratios(comparisons: pd.DataFrame) -> str:
    n_tested, n_found = int(comparisons["p"].notna().sum()), int(comparisons["differs"].sum())
    if not n_tested:
        return "How often events mention a topic, compared with the other events"
    differ = agree(max(n_found, 1), "differs", "differ")  # none differs
    return f"Of {count(n_tested, 'comparison')}, {n_found or 'none'} {differ} surely"


def _note_without(comparisons: pd.DataFrame) -> str:
    """Say which events have no interval; as a list, because a comparison has two sides."""
    why = group_reasons(comparisons)
    return "".join(f" Without interval: {labels} ({reason})." for reason, labels in why.items())


def tell_differences(comparisons: pd.DataFrame) -> str:
    """Say which comparisons differ surely; comparisons as from `compare_topics`."""
    n_without = int(comparisons["p"].isna().sum())
    if n_without == len(comparisons):
        return "No two sides have turns enough to be compared."
    found = comparisons[comparisons["differs"]].sort_values(["p", "label", "topic"])
    if found.empty:
        without = f"; of {n_without} more nothing can be said, as they have no interval" if n_without else ""
        what = "of the comparisons with an interval" if n_without else "topic"
        return f"No event differs surely from the others in any {what}{without}."
    often = found["ratio"].gt(1).map({True: "more often", False: "less often"})
    rows = found["label"] + ": " + found["topic"] + " " + often
    return f"Surely different from the others: {join(rows)}."


@sentence_if_empty("No topic comes up in an exchange of a printed question and its answer.")
def say_agenda(exchanges: pd.DataFrame, report: Report, *, names: dict[str, str]) -> Texts:
    """For `plot_agenda`; exchanges as from `count_exchanges`, the topics that come up."""
    sides = exchanges[["n_question_only", "n_both", "n_answer_only"]].sum()
    asked, both, alone = (int(n) for n in sides)
    total = asked + both + alone
    led = most(exchanges.set_index("topic")["n_answer_only"])
    printed = count(int(exchanges["n_exchanges"].max()), "exchange")
    return {
        "title": f"Topics come up in the answer alone in {percent(alone / total)} of cases",
        "subtitle": "Exchanges (a question and its answer) in which a topic comes up, by who mentions it",
        "note": f"Source: table tokens. {printed} in the sources {note_both_sides(report)}.",
        "caption": f"Topics come up {count(total, 'time')} in an exchange: {alone} in the answer alone, "
        f"{both} first in the question and then in the answer, {asked} in a question whose answer does not "
        "follow.",
        "alt": f"Stacked bars, one a topic. In the answer alone {alone}, in both {both}, in the question "
        f"alone {asked}. Most often in the answer alone: {join(names[topic] for topic in led)}.",
    }
