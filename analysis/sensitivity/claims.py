"""The headline findings of the pages on topics and phrases, as claims that are read off results."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis.phrases import SHORTEST, find_phrases, measure_reuse, track_phrases
from analysis.sensitivity.variants import Case
from analysis.topics import compare_topics, count_exchanges, rate_topics


class Results(NamedTuple):
    """What claims are read off: the tables of the pages on topics and phrases; topics by their labels."""

    rates: pd.DataFrame
    comparisons: pd.DataFrame
    exchanges: pd.DataFrame
    tracked: pd.DataFrame
    found: pd.DataFrame
    uses: pd.DataFrame
    reuse: pd.DataFrame


class Claim(NamedTuple):
    """A sentence that is true of some results, and the event without which it cannot be asked, or ''."""

    text: str
    event: str = ""


Finding = Callable[[Results], list[Claim] | None]  # None where the question cannot be asked


def measure_results(case: Case) -> Results:
    """Compute what the findings are read off."""
    sources, segments = case.sources, case.segments
    labels = case.decisions["topics"].set_index("topic")["label"].to_dict()
    by_topic = [
        analyse(case.topic_hits, segments, sources)
        for analyse in (rate_topics, compare_topics, count_exchanges)
    ]
    return Results(
        *(table.replace({"topic": labels}) for table in by_topic),
        tracked=track_phrases(case.phrase_hits, segments, sources),
        found=find_phrases(case.tokens, sources),
        uses=case.uses,
        reuse=measure_reuse(case.tokens, segments, sources, lengths=[SHORTEST]),
    )


def _lead(values: pd.Series, sentence: str) -> list[Claim]:
    """Claim a sentence of the only name with the largest value; none where several share it, or it is 0."""
    leaders = values.index[(values == values.max()) & (values > 0)]
    return [Claim(sentence.format(leaders[0]))] if len(leaders) == 1 else []


def _find_leading_topic(results: Results) -> list[Claim]:
    return _lead(results.rates.groupby("topic")["n"].sum(), "{} is mentioned more often than any other topic")


def _find_first_in_events(results: Results) -> list[Claim]:
    highest = results.rates.groupby("event")["per_1000"].transform("max")
    first = results.rates[(results.rates["per_1000"] == highest) & (highest > 0)]
    alone = first[~first["event"].duplicated(keep=False)]
    return _lead(alone["topic"].value_counts(sort=False), "{} leads in more events than any other topic")


def _find_widest_spread(results: Results) -> list[Claim] | None:
    if results.rates["event"].nunique() < 2:
        return None
    rates = results.rates.groupby("topic")["per_1000"]
    return _lead((rates.max() - rates.min()).round(9), "The events’ rates differ most in {}")


def _find_differences(results: Results) -> list[Claim] | None:
    compared = results.comparisons.dropna(subset="p")
    if compared.empty:
        return None
    found = compared[compared["differs"]]
    if found.empty:
        return [
            Claim("No comparison with an interval shows that an event differs from the others in a topic")
        ]
    often = (found["ratio"] > 1).map({True: "more", False: "less"})
    rows = zip(found["label"], found["topic"], often, found["event"], strict=True)
    return [Claim(f"{label} mentions {topic} {more} often than the others", event)
            for label, topic, more, event in rows]  # fmt: skip


def _find_who_raises(results: Results) -> list[Claim] | None:
    sides = results.exchanges[["n_question", "n_both", "n_question_only", "n_answer_only"]].sum()
    if not sides["n_question"]:
        return None
    alone = "Topics come up more often in the answer alone than first in the question"
    taken = "Answers take up more of the topics that questions bring up than they leave"
    claims = {
        alone: sides["n_answer_only"] > sides["n_question"],
        taken: sides["n_both"] > sides["n_question_only"],
    }
    return [Claim(text) for text, is_true in claims.items() if is_true]


def _find_lasting_phrases(results: Results) -> list[Claim] | None:
    uses = results.tracked.pivot(index="phrase", columns="event", values="n")
    if uses.shape[1] < 2:
        return None
    return [Claim(f"“{phrase}” comes back in every event") for phrase in uses.index[(uses > 0).all(axis=1)]]


def _find_commonest_phrase(results: Results) -> list[Claim]:
    return _lead(
        results.tracked.groupby("phrase")["n"].sum(), "“{}” is used more often than any other named phrase"
    )


def _find_named_returns(results: Results) -> list[Claim] | None:
    events = (results.tracked["n"] > 0).groupby(results.tracked["phrase"]).sum()
    if results.tracked["event"].nunique() < 2 or not events.any():
        return None
    half = "More than half of the named phrases that are used come back in two or more events"
    return [Claim(half)] if (events > 1).sum() > (events > 0).sum() / 2 else []


def _find_first_found(results: Results) -> list[Claim]:
    first = results.found.loc[results.found["kind"] == "expression", "phrase"].head(1)
    return [Claim(f"Of what recurs word for word, “{phrase}” ranks first") for phrase in first]


def _find_first_family(results: Results) -> list[Claim]:
    found = results.uses[results.uses["kind"] == "expression"]
    first = found.sort_values("rank")["family"].head(1)
    return [Claim(f"Of the families found, “{family}” ranks first") for family in first]


def _find_reuse(results: Results) -> list[Claim] | None:
    known = results.reuse.dropna(subset=["share", "baseline"])
    if known.empty:
        return None
    said, asked = (
        known[part].sum() / known[whole].sum()
        for part, whole in (("n_reused", "n_words"), ("n_baseline_reused", "n_baseline_words"))
    )
    more = "Of the answers a larger share had been said before, word for word, than of the questions"
    return [Claim(more)] if said > asked else []


FINDINGS: list[tuple[str, Finding]] = [
    ("topics", _find_leading_topic),
    ("topics", _find_first_in_events),
    ("topics", _find_widest_spread),
    ("topics", _find_differences),
    ("topics", _find_who_raises),
    ("phrases", _find_lasting_phrases),
    ("phrases", _find_commonest_phrase),
    ("phrases", _find_named_returns),
    ("phrases", _find_first_found),
    ("ledger", _find_first_family),
    ("ledger", _find_reuse),
]
