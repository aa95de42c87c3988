"""The questions behind the headline findings, each with what a case answers and what the answer rests on.

An answer is said only where it stands out: from what chance gives, from other answers drawn, or by an interval.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.own_words import list_references
from analysis.sensitivity.cases import PHRASES, TOPICS, Case
from analysis.sensitivity.returning import measure_return
from analysis.statistics import Baseline
from analysis.topics import compare_turns, describe_lead, follow_topics, tell_kept
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
    case. rests_on: the figures behind it, in words. numbers: all that it is read off, or the same written out; where
    they are the same, nothing is changed. event: without which it cannot be asked, or ''.
    """

    claim: str
    is_said: bool
    rests_on: str
    numbers: tuple | str
    event: str = ""


Question = Callable[[Case], list[Answer]]  # no answer where the question cannot be asked


def ask_following(case: Case) -> list[Answer]:
    """Ask whether answers follow questions; needs answered questions, and topics."""
    counts = case.hold_counts().counts
    n_exchanges, raised, followed = follow_topics(counts.exchanges, counts.choose(case.sources))
    if not n_exchanges or not counts.placed.topics:
        return []
    taken = f"{followed.observed:.0f} of {raised} taken up; {_tell_chance(followed)}"
    rests_on = taken if raised else "no question raises a topic"
    return [Answer(FOLLOWS, followed.is_above, rests_on, (raised, *followed))]


def ask_leader(case: Case) -> list[Answer]:
    """Ask which topic the most own paragraphs mention; needs topics."""
    if not case.topic_names:
        return []
    counts = case.hold_counts().counts
    lead = describe_lead(counts.touched, counts.choose(case.sources), case.decisions["topics"])
    is_sure = lead["reason"] == ""
    claim = LEADS.format(case.topic_names[lead["topic"]]) if is_sure else NO_LEADER
    return [Answer(claim, is_sure, _tell_lead(lead, case.topic_names), tuple(lead.values()))]


def ask_differences(case: Case) -> list[Answer]:
    """Ask which interview differs from the others in a topic; needs two interviews, and topics.

    Of more than thirty interviews thirty are asked about, see `vocabulary.spread_events`.
    """
    if len(list_references(case.sources)) < 2 or not case.topic_names:
        return []
    counts, asked = case.hold_counts().counts, case.compared or spread_events(case.sources)
    events = counts.choose(case.sources)
    compared = compare_turns(counts.turns, events, events_compared=asked)
    found = compared[compared["differs"]].replace({"topic": case.topic_names})
    if found.empty:
        return [Answer(NONE_DIFFERS, False, _tell_power(compared.dropna(subset="p")), ())]
    labels = dict(zip(events.names, events.labels, strict=True))
    return [_tell_difference(row, labels[row.event]) for row in found.itertuples()]


def ask_returns(case: Case) -> list[Answer]:
    """Ask whether named phrases are spread over interviews; needs two interviews, and names."""
    counted, uses = list_references(case.sources)["source"], case.hold_counts().counts.uses
    if len(counted) < 2 or not uses.phrases:
        return []
    fewest = len(counted) // 2 + 1
    n_used, spread = measure_return(uses, counted, fewest)
    told = f"{spread.observed:.0f} of {n_used} phrases in {fewest} or more of {len(counted)}"
    rests_on = f"{told}; {_tell_chance(spread)}" if n_used else "no chosen phrase is used"
    return [Answer(RETURNS, spread.is_above, rests_on, (fewest, n_used, *spread))]


def _tell_chance(baseline: Baseline) -> str:
    if np.isnan(baseline.mean):
        return "what chance gives is not known"
    return f"by chance {baseline.mean:.0f} ({baseline.low:.0f} to {baseline.high:.0f})"


def _tell_lead(lead: dict, names: dict[str, str]) -> str:
    """Say by how much a topic leads; lead: as from `describe_lead`."""
    if not lead["topic"]:
        return lead["reason"]
    second = f", {names[lead['next_topic']]} in {lead['next_k']}" if lead["next_topic"] else ""
    counted = f"{names[lead['topic']]} in {lead['k']} of {lead['n']} paragraphs{second}"
    drawn = f"first in {tell_kept(lead['kept'])} of redrawn answers"
    return "; ".join(filter(None, [counted, drawn, lead["reason"]]))


def _tell_difference(row, label: str) -> Answer:
    claim = DIFFERS.format(label, row.topic, "more" if row.ratio > 1 else "less")
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
