"""What the page on topics says: rates, which topic leads, and comparisons of interviews."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.figures import translate_stored
from analysis.messages import translate, translate_word
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
        "subtitle": translate(
            "Mentions of topics per 1,000 own words, by interview, with 95% intervals over answers"
        ),
        "note": translate(
            "Source: table tokens. {note_own}{note_chosen}{in_answers}",
            note_own=note_own(report),
            note_chosen=note_chosen(report),
            in_answers=_in_answers(note_reasons(rates[rates["low"].isna()])),
        ),
        "caption": translate(
            "The lists of patterns differ in make-up, so a higher rate of one topic than of another is no "
            "ranking.{held} Intervals speak of the answers in these interviews, not of the speaker in "
            "general; those that reach further than the picture end in an arrow at its edge.",
            held=held,
        ),
        "alt": translate(
            "Dots with interval lines, topics in rows, interviews in columns. Farthest right, which is no "
            "ranking: {listed}.",
            listed=listed,
        ),
    }


def _list_held(rates: pd.DataFrame) -> str:
    """Say of which rates farthest right one answer holds a third of the mentions or more; '' where of none."""
    farthest = [own.set_index("topic") for _, own in rates.groupby("label", sort=False)]
    rows = [own.loc[names[0]] for own in farthest if len(names := most(own["per_1000"])) == 1]
    said = [
        translate(
            "{name} in {label} ({n_in_one} of {mentions})",
            name=row.name,
            label=row["label"],
            n_in_one=row["n_in_one"],
            mentions=count(int(row["n"]), "mention"),
        )
        for row in rows
        if _is_held(row)
    ]
    return (
        translate(" Of the dots farthest right, these lean on one answer: {join}.", join="; ".join(said))
        if said
        else ""
    )


def _list_highest(rates: pd.DataFrame) -> str:
    """Say which topic has the highest rate in each interview, and how much of it one answer holds."""
    said = {label: _say_highest(own.set_index("topic")) for label, own in rates.groupby("label", sort=False)}
    return itemise(pd.Series(said, dtype=object), ": ")


def _say_highest(own: pd.DataFrame) -> str:
    names = most(own["per_1000"])
    if len(names) != 1:
        return (
            translate("{join}, {tenths} each", join=join(names), tenths=tenths(own["per_1000"].max()))
            if names
            else translate("none")
        )
    row = own.loc[names[0]]
    held = (
        translate(" ({n_in_one} of {n} in one answer)", n_in_one=row["n_in_one"], n=row["n"])
        if _is_held(row)
        else ""
    )
    return f"{names[0]}, {tenths(row['per_1000'])}{held}"


def _is_held(row: pd.Series) -> bool:
    return row["n_in_one"] > 1 and row["n_in_one"] >= MOST_IN_ONE * row["n"]


def _title_rates(rates: pd.DataFrame, leads: pd.DataFrame) -> str:
    """Name what leads for certain, by paragraphs and by the rates in the picture alike; else say it is open."""
    events = leads[leads["event"] != EVERYWHERE]
    if events["topic"].eq("").all():
        return translate_word(NEUTRAL)
    highest = {event: most(own.set_index("topic")["per_1000"]) for event, own in rates.groupby("event")}
    is_highest = [highest.get(row.event) == [row.topic] for row in events.itertuples()]
    sure = events.loc[events["reason"].eq("") & np.array(is_highest, dtype=bool), "topic"]
    times = sure.value_counts(sort=False)
    if not 0 < len(times) <= MOST_NAMED:
        return translate("Which topic leads is not certain") if times.empty else translate_word(NEUTRAL)
    said = join(
        translate("{topic} leads in {out_of}", topic=topic, out_of=out_of(n, len(events), "interview"))
        for topic, n in times.items()
    )
    return said if len(sure) == len(events) else translate("{said}; elsewhere it is not certain", said=said)


def _in_answers(note: str) -> str:
    """Name turns as what they are where own words alone are counted."""
    return note.replace(" turns", " answers")


def note_chosen(report: Report) -> str:
    """Say which rates are of passages that somebody chose; '' where none is."""
    chosen = report.references.loc[report.references["kind"] == CHOSEN, "label"]
    if chosen.empty:
        return ""
    return translate(
        " Of {join} only the passages printed are counted, which somebody else chose.", join=join(chosen)
    )


def find_everywhere(rates: pd.DataFrame) -> pd.Series:
    """Return the topics that every interview mentions, each with its smallest count; rates: `rate_topics`."""
    fewest = rates.groupby("topic")["n"].min()
    return fewest[fewest > 0]


def tell_spread(rates: pd.DataFrame, by_chance: Baseline) -> str:
    """Say how many topics every interview mentions, beside chance, how thinly, and how many none does.

    rates: as from `rate_topics`. by_chance: as from `measure_everywhere`.
    """
    everywhere, nowhere = find_everywhere(rates), rates.groupby("topic")["n"].sum() == 0
    said = translate("Found in every interview: {n_everywhere}", n_everywhere=len(everywhere))
    if len(everywhere):
        thin = int((everywhere == 1).sum())
        least = translate("{agree} on a single mention in one of them", agree=agree(thin, "hangs", "hang"))
        smallest = int(everywhere.min())
        said += (
            translate(", of which {thin} {least}", thin=thin, least=least)
            if thin
            else translate(", each at least {times}", times=count(smallest, "time"))
        )
    return translate(
        "{said}.{tell_chance} Found in none: {nowhere}.",
        said=said,
        tell_chance=_tell_chance(by_chance),
        nowhere=int(nowhere.sum()),
    )


def _tell_chance(by_chance: Baseline) -> str:
    """Say what answers dealt at random give; '' for a single interview, where nothing is dealt."""
    if not by_chance.n_draws:
        return ""
    limits = span(by_chance.low, by_chance.high, write="{:.0f}".format)
    verdict = translate("outside") if by_chance.is_outside else translate("within")
    return translate(
        " Answers dealt at random would give {mean:.0f} ({limits}): {verdict} what chance gives.",
        mean=by_chance.mean,
        limits=limits,
        verdict=verdict,
    )


@sentence_if_empty("There are not two interviews to compare.")
def say_ratios(comparisons: pd.DataFrame, report: Report) -> Texts:
    """For `plot_ratios`; comparisons as from `compare_topics`, topics by their labels."""
    tested = count(int(comparisons["p"].notna().sum()), "comparison")
    listed = tell_differences(comparisons)
    return {
        "title": _title_ratios(comparisons),
        "subtitle": translate(
            "Rate in an interview divided by the rate in all others together, with 95% intervals"
        ),
        "note": translate(
            "Source: table tokens. {note_basis}.{note_chosen} Filled: differs after adjustment for {tested}; "
            "hollow: not shown to differ.{in_answers}",
            note_basis=note_basis(report),
            note_chosen=note_chosen(report),
            tested=tested,
            in_answers=_in_answers(_note_without(comparisons)),
        ),
        "caption": translate(
            "At 1 an interview mentions a topic as often as the others. An interval that goes on beyond the "
            "picture ends in an arrow."
        ),
        "alt": translate(
            "Dots with interval lines around 1, topics in rows, interviews in columns. {listed}",
            listed=listed,
        ),
    }


def _title_ratios(comparisons: pd.DataFrame) -> str:
    n_tested, n_found = int(comparisons["p"].notna().sum()), int(comparisons["differs"].sum())
    if n_found:
        return translate(
            "Of {comparisons}, {n_found} {agree} surely",
            comparisons=count(n_tested, "comparison"),
            n_found=n_found,
            agree=agree(n_found, "differs", "differ"),
        )
    times = find_power(comparisons)
    if np.isnan(times):
        return translate("How often interviews mention a topic, compared with the others")
    return translate(
        "With so few answers, only a topic at least {say_times} as frequent would show",
        say_times=_say_times(times),
    )


def _note_without(comparisons: pd.DataFrame) -> str:
    """Say which interviews have no interval; as a list, because a comparison has two sides."""
    why = group_reasons(comparisons)
    return "".join(
        translate(" Without interval: {labels} ({reason}).", labels=labels, reason=translate_stored(reason))
        for reason, labels in why.items()
    )


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
    return (
        translate("about {times:.0f} times", times=times)
        if times >= 2
        else translate("{tenths} times", tenths=tenths(times))
    )


def tell_differences(comparisons: pd.DataFrame) -> str:
    """Say which comparisons differ surely, and from what size on the others would have.

    comparisons: as from `compare_topics`.
    """
    n_without, times = int(comparisons["p"].isna().sum()), find_power(comparisons)
    if n_without == len(comparisons):
        return translate("No two sides have answers enough to be compared.")
    power = (
        ""
        if np.isnan(times)
        else translate(
            " To show, a topic would have to be at least {say_times} as frequent.",
            say_times=_say_times(times),
        )
    )
    without = (
        translate(" Of {n_without} more nothing can be said, as they have no interval.", n_without=n_without)
        if n_without
        else ""
    )
    found = comparisons[comparisons["differs"]].sort_values(["p", "label", "topic"])
    if found.empty:
        return translate(
            "No difference is shown, which does not mean that there is none.{power}{without}",
            power=power,
            without=without,
        )
    often = found["ratio"].gt(1).map({True: translate("more often"), False: translate("less often")})
    rows = found["label"] + ": " + found["topic"] + " " + often
    return translate(
        "Surely different from the others: {join}.{power}{without}",
        join=join(rows),
        power=power,
        without=without,
    )
