"""What pages say where events are too many to be told one by one: periods take their place."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate
from analysis.pages.notes import note_own
from analysis.pages.phrasing import Texts, call_events, count, itemise, sentence_if_empty, tenths
from analysis.pages.topics import note_chosen, say_rates
from analysis.report import Report
from analysis.topics import are_periods, compare_topics, merge_periods, rate_topics


def rate_over_time(report: Report) -> pd.DataFrame:
    """Rate topics by event, or by period where there are more than eight events, as from `rate_topics`.

    Of two periods or more, the column period holds the first day, by which the picture is drawn; '' of undated texts.
    """
    rates = rate_topics(report.topic_hits, report.segments, merge_periods(report.sources))
    is_trend = are_periods(report.sources) and rates.loc[rates["date"] != "", "date"].nunique() > 1
    return rates.assign(period=rates["date"]) if is_trend else rates


@sentence_if_empty("No topics are defined.")
def say_trends(rates: pd.DataFrame, report: Report) -> Texts:
    """For `plot_rates` of periods; rates as from `rate_over_time`, topics by their labels."""
    highest = rates.loc[rates.groupby("topic", sort=False)["per_1000"].idxmax()].set_index("topic")
    listed = itemise(highest["per_1000"].map(tenths) + translate(" in ") + highest["label"], ", ")
    n_without = int(rates["low"].isna().sum())
    missing = translate(" {rates} without an interval.", rates=count(n_without, "rate")) if n_without else ""
    return {
        "title": translate("How often topics come up, over time"),
        "subtitle": translate(
            "Mentions of topics per 1,000 own words, by period, with 95% intervals over answers"
        ),
        "note": translate(
            "Source: table tokens. {note_own}{note_chosen}{missing}",
            note_own=note_own(report),
            note_chosen=note_chosen(report),
            missing=missing,
        ),
        "caption": translate(
            "A dot is a period and stands at its first day; each row has its own height, so compare along a "
            "row. Where intervals overlap, a rise or a fall may be chance.{tell_undated}",
            tell_undated=_tell_undated(rates),
        ),
        "alt": translate(
            "Dots joined by lines, a row a topic, time from left to right. Highest: {listed}.", listed=listed
        ),
    }


def _tell_undated(rates: pd.DataFrame) -> str:
    return (
        translate(" Texts without a known day are in the table only.")
        if (rates["period"] == "").any()
        else ""
    )


@sentence_if_empty("No topics are defined.")
def say_over_time(rates: pd.DataFrame, report: Report, *, leads: pd.DataFrame) -> Texts:
    """For `plot_rates`: of events as `say_rates` has it, of periods as `say_trends`."""
    if "period" in rates:
        return say_trends(rates, report)
    return name_periods(say_rates(rates, report, leads=leads), report)


def compare_over_time(report: Report) -> pd.DataFrame:
    """Compare events, or periods where there are more than eight events, as `compare_topics` does.

    Where there are not two periods, events are compared, however many they are.
    """
    periods = merge_periods(report.sources)
    sides = periods if periods["event"].nunique() > 1 else report.sources
    return compare_topics(report.topic_hits, report.segments, sides)


def name_events(text: str, report: Report) -> str:
    """Say "period" for "interview" in a sentence where events are too many to be told one by one, or "speech"."""
    return call_events(text, _name_merged(report) if are_periods(report.sources) else report.occasion)


def _name_merged(report: Report) -> str:
    """Return what events put together are called: periods, or a group where no day is known."""
    return "period" if (report.sources["date"] != "").any() else "group"


def name_periods(texts: Texts, report: Report) -> Texts:
    """Say "period" for "interview" in the texts of a figure that tells of periods."""
    if not are_periods(report.sources):
        return texts
    noun = _name_merged(report)
    return {field: text if field == "note" else call_events(text, noun) for field, text in texts.items()}


def name_compared(texts: Texts, report: Report) -> Texts:
    """Say "period" for "interview" in the texts of a figure made of `compare_over_time`, where it compares periods."""
    return name_periods(texts, report) if merge_periods(report.sources)["event"].nunique() > 1 else texts
