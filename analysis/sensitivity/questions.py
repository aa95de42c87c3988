"""The questions behind the headline findings, each with what a case answers and what the answer rests on.

An answer is said only where it stands out: from what chance gives, from other answers drawn, or by an interval.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.sensitivity.cases import PHRASES, TOPICS, Case, count_by_answer
from analysis.sensitivity.returning import measure_return
from analysis.statistics import Baseline
from analysis.topics import (
    compare_topics,
    describe_following,
    measure_lead,
    tell_kept,
)
from analysis.vocabulary import spread_events

FOLLOWS = "Answers take up more of the topics that questions raise than chance would give"
LEADS = "{} comes up in more paragraphs than any other topic"
NO_LEADER = "One topic comes up in more paragraphs than any other"
DIFFERS = "{} mentions {} {} often than the other interviews"
NONE_DIFFERS = "An interview mentions a topic more or less often than the others"
RETURNS = "More chosen phrases come back in most of the interviews than chance would give"


class Answer(NamedTuple):
    """What a case answers to a question.

    claim: a sentence. is_said: whether it stands out; if not, the sentence is not true, and not false, of the
    case. rests_on: the figures behind it, in words. numbers: all that it is read off; where they are the same,
    nothing is changed. event: without which it cannot be asked, or ''.
    """

    claim: str
    is_said: bool
    rests_on: str
    numbers: tuple
    event: str = ""


Question = Callable[[Case], list[Answer]]  # no answer where the question cannot be asked


def ask_following(case: Case) -> list[Answer]:
    """Ask whether answers follow questions; needs answered questions, and topics."""
    n_exchanges, raised, followed = describe_following(*case.counted_topics)
    if not n_exchanges or not case.topic_hits["topic"].astype("category").cat.categories.size:
        return []
    taken = f"{followed.observed:.0f} of {raised} taken up; {_tell_chance(followed)}"
    rests_on = taken if raised else "no question raises a topic"
    return [Answer(FOLLOWS, followed.is_above, rests_on, (raised, *followed))]


def ask_leader(case: Case) -> list[Answer]:
    """Ask which topic the most own paragraphs mention; needs topics."""
    if not case.topic_names:
        return []
    lead = measure_lead(*case.counted_topics, case.decisions["topics"])
    is_sure = lead["reason"] == ""
    claim = LEADS.format(case.topic_names[lead["topic"]]) if is_sure else NO_LEADER
    return [Answer(claim, is_sure, _tell_lead(lead, case.topic_names), tuple(lead))]


def ask_differences(case: Case) -> list[Answer]:
    """Ask which interview differs from the others in a topic; needs two interviews, and topics.

    Of more than thirty interviews thirty are asked about, see `vocabulary.spread_events`.
    """
    if len(list_events(case.sources)) < 2 or not case.topic_names:
        return []
    events = case.compared or spread_events(case.sources)
    compared = compare_topics(*case.counted_topics, events=events)
    found = compared[compared["differs"]].replace({"topic": case.topic_names})
    if found.empty:
        return [Answer(NONE_DIFFERS, False, _tell_power(compared.dropna(subset="p")), ())]
    return [_tell_difference(row) for row in found.itertuples()]


def ask_returns(case: Case) -> list[Answer]:
    """Ask whether named phrases are spread over interviews; needs two interviews, and names."""
    events = list_events(case.sources)
    counts = count_by_answer(case.phrase_hits, "phrase", case)
    if len(events) < 2 or not counts.shape[1]:
        return []
    used = counts.loc[:, counts.to_numpy().any(axis=0)]
    fewest = len(events) // 2 + 1
    spread = measure_return(used, fewest)
    counted = f"{spread.observed:.0f} of {used.shape[1]} phrases in {fewest} or more of {len(events)}"
    rests_on = f"{counted}; {_tell_chance(spread)}" if used.shape[1] else "no chosen phrase is used"
    return [Answer(RETURNS, spread.is_above, rests_on, (fewest, used.shape[1], *spread))]


def _tell_chance(baseline: Baseline) -> str:
    if np.isnan(baseline.mean):
        return "what chance gives is not known"
    return f"by chance {baseline.mean:.0f} ({baseline.low:.0f} to {baseline.high:.0f})"


def _tell_lead(lead: pd.Series, names: dict[str, str]) -> str:
    """Say by how much a topic leads; lead: a row of `measure_leads`."""
    if not lead["topic"]:
        return lead["reason"]
    second = f", {names[lead['next_topic']]} in {lead['next_k']}" if lead["next_topic"] else ""
    counted = f"{names[lead['topic']]} in {lead['k']} of {lead['n']} paragraphs{second}"
    drawn = f"first in {tell_kept(lead['kept'])} of redrawn answers"
    return "; ".join(filter(None, [counted, drawn, lead["reason"]]))


def _tell_difference(row) -> Answer:
    claim = DIFFERS.format(row.label, row.topic, "more" if row.ratio > 1 else "less")
    rests_on = (
        f"{row.n} and {row.others_n} mentions; rate times {row.ratio:.1f} ({row.low:.1f} to {row.high:.1f})"
    )
    numbers = (row.n, row.others_n, row.ratio, row.low, row.high)
    return Answer(claim, True, rests_on.replace("inf", "any number"), numbers, row.event)


def _tell_power(compared: pd.DataFrame) -> str:
    """Say how large a difference would have to be for a comparison to show it; compared: those with a p."""
    if compared.empty:
        return "too few answers or mentions to compare any"
    none = f"no difference in {len(compared)} comparisons"
    reach = compared["high"] / compared["ratio"]
    known = reach[np.isfinite(reach)]
    if known.empty:
        return none
    return f"{none}; to show, a topic would have to be at least about {known.median():.0f} times as frequent"


QUESTIONS: list[tuple[str, Question]] = [
    (TOPICS, ask_following),
    (TOPICS, ask_leader),
    (TOPICS, ask_differences),
    (PHRASES, ask_returns),
]
