"""What figures and tables of the topics page say in words, beyond messages.py."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import Texts, count, join, most, out_of, percent, sentence_if_empty
from analysis.pages.sources import MOST_NAMED, note_own
from analysis.report import Report


@sentence_if_empty("There are not two events to compare.")
def say_ratios(comparisons: pd.DataFrame, report: Report) -> Texts:
    """For `plot_ratios`; comparisons as from `compare_topics`, topics by their labels."""
    family, found = comparisons.dropna(subset="p"), comparisons[comparisons["differs"]]
    listed = describe_differences(comparisons)
    why = comparisons.loc[comparisons["reason"] != "", ["label", "reason"]].drop_duplicates()
    reasons = why.groupby("reason", sort=False)["label"].agg(join)
    without = "".join(f" Without interval: {labels} ({reason})." for reason, labels in reasons.items())
    differ = "differs" if len(found) < 2 else "differ"
    return {
        "title": "How often events mention a topic, compared with the other events"
        if family.empty
        else f"Of {count(len(family), 'comparison')}, {len(found) or 'none'} {differ} surely",
        "subtitle": "Rate at an event divided by the rate at all others together, with 95% intervals",
        "note": f"Source: table tokens. Own words of {report.speaker}, one source an event. Filled: differs "
        f"after adjustment for {count(len(family), 'comparison')}; hollow: does not.{without}",
        "caption": f"At 1 an event mentions a topic as often as the others. {listed} What lies beyond the "
        "picture is cut at its edge.",
        "alt": f"Dots with interval lines around 1, topics in rows, events in columns. {listed}",
    }


def describe_differences(comparisons: pd.DataFrame) -> str:
    """Say in a sentence which comparisons differ surely; comparisons as from `compare_topics`."""
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


def describe_firmness(summary: pd.DataFrame) -> str:
    """Say in a sentence how many findings are firm; summary as from `summarise_sensitivity`."""
    asked = summary[summary["verdict"] != ""]
    if asked.empty:
        return "There is no finding that another way to count could change."
    firm = int((asked["verdict"] == "firm").sum())
    return f"Firm in every other way to count: {out_of(firm, len(asked), 'finding')}."


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
