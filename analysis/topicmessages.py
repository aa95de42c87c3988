"""What figures and tables of the topics page say in words, beyond messages.py."""

from __future__ import annotations

import pandas as pd

from analysis.report import Report
from analysis.wording import Texts, count, join, out_of, sentence_if_empty

MOST_NAMED = 3  # more differences do not make a title


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
