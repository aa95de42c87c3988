"""The findings that the Summary begins with: one sentence each, with its badge and where to look.

Those come first that people hold a report for: what is said again, which topic leads, whether answers follow
questions. Where a corpus has no such thing, what else was measured takes its place, so that no sentence is empty.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.figures import display_text, translate_stored
from analysis.messages import translate, translate_number, translate_word
from analysis.pages.lead import tell_distinctive
from analysis.pages.phrasing import (
    agree,
    call_events,
    count,
    join,
    out_of,
    quote,
)
from analysis.pages.sources import say_roles
from analysis.pages.topics import note_chosen
from analysis.pages.versions import NEUTRAL_MAP, say_map
from analysis.pages.versions_tables import Comparison, set_side_by_side
from analysis.phrases import list_chosen, measure_spread, rank_families
from analysis.report import Report
from analysis.sensitivity import (
    FIRM,
    FOLLOWS,
    FRAGILE,
    LEADS,
    NO_LEADER,
    NOT_SAID,
    RETURNS,
    summarise_sensitivity,
    tells_difference,
)
from analysis.statistics import Baseline
from analysis.suggested import bare_name, mark_of
from analysis.topics import (
    EVERYWHERE,
    count_asking,
    count_exchanges,
    measure_following,
    measure_leads,
    merge_periods,
)
from analysis.vocabulary import VOICES, score_keywords

MOST = 5  # sentences on a first screen, that of a phone too
MOST_PHRASES = 3  # named in one sentence
COUNTED = "counted"
BADGES = {
    FIRM: "it holds in every other way of counting that was tried and changes its numbers",
    FRAGILE: "some other way of counting breaks it",
    NOT_SAID: "chance would give as much, or the texts are too few to tell",
    COUNTED: "read off these texts; no other way of counting was tried",
}
_LEADING = LEADS.partition("{}")[2]
_PHRASES = ("#fig-summary-phrases", "phrases.html#phrases-named-in-advance")
_FOUND = ("", "ledger.html")
_HOW_FIRM = "#how-firm-are-these-findings"


class Headline(NamedTuple):
    """A sentence of the Summary.

    badge: a key of BADGES. picture, evidence: where to look, as addresses of pages with their places; '' for none.
    held: in how many other ways of counting it holds, and recounts: where these are listed; '' where none was tried.
    """

    text: str
    badge: str
    picture: str
    evidence: str
    held: str = ""
    recounts: str = ""


class Counted(NamedTuple):
    """What the Summary tells and draws, counted once; see the function of each."""

    ledger: pd.DataFrame
    chosen: pd.DataFrame
    spread: pd.DataFrame
    leads: pd.DataFrame  # topics by their labels
    following: Baseline
    n_asked: int
    n_asking: int
    voices: pd.DataFrame
    sides: Comparison


def count_headlines(report: Report) -> Counted:
    """Count what the Summary tells and draws."""
    counted = (report.topic_hits, report.segments, report.sources)
    ledger = rank_families(report.uses, report.segments, report.sources)
    contrasts = report.contrasts[report.contrasts["compared"] == VOICES]
    leads = measure_leads(*counted, report.topics)
    return Counted(
        ledger=ledger,
        chosen=list_chosen(ledger, report.phrases),
        spread=measure_spread(report.uses, report.segments, report.sources),
        leads=leads.replace({"topic": report.topic_names, "next_topic": report.topic_names}),
        following=measure_following(*counted),
        n_asked=int(count_exchanges(*counted)["n_question"].sum()),
        n_asking=count_asking(*counted),
        voices=score_keywords(contrasts, report.sources["language"]),
        sides=set_side_by_side(report),
    )


def list_headlines(counted: Counted, report: Report, *, shares: pd.DataFrame) -> list[Headline]:
    """List the sentences that the Summary begins with, five at most, each true and none empty.

    counted: as from `count_headlines`. shares: as for `say_roles`.
    """
    summary = summarise_sensitivity(report.sensitivity, ["topics", "phrases"])
    told = [
        _tell_said_again(counted, report),
        _tell_spread(counted, report, _find(summary, summary["claim"] == RETURNS)),
        _tell_leader(counted, report, _find(summary, _are_of_leaders(summary))),
        _tell_following(counted, _find(summary, summary["claim"] == FOLLOWS)),
        _tell_differences(summary, report),
        _tell_versions(counted, report),
        _tell_words(counted),
        _tell_sentences(report),
        *_tell_texts(report, shares),
    ]
    kept = [headline for headline in told if headline is not None][:MOST]
    return [headline._replace(text=call_events(headline.text, report.occasion)) for headline in kept]


def _find(summary: pd.DataFrame, is_wanted: pd.Series) -> pd.Series | None:
    """Return what is known of the first finding that is wanted, None where it was not asked."""
    found = summary[is_wanted]
    return None if found.empty else found.iloc[0]


def _are_of_leaders(summary: pd.DataFrame) -> pd.Series:
    return (summary["claim"] == NO_LEADER) | summary["claim"].str.endswith(_LEADING)


def _judge(text: str, verdict: pd.Series, picture: str, evidence: str) -> Headline:
    """Return a sentence with the badge of its finding, and in how many other ways of counting it holds."""
    told = Headline(text, verdict["verdict"], picture, evidence)
    if told.badge not in (FIRM, FRAGILE):
        return told
    held = verdict["holds"].partition(";")[0]
    recounts = evidence.partition("#")[0] + _HOW_FIRM
    return told._replace(held=translate("holds in {n} other ways of counting", n=held), recounts=recounts)


def _count(text: str, picture: str, evidence: str) -> Headline:
    return Headline(text, COUNTED, picture, evidence)


def _tell_said_again(counted: Counted, report: Report) -> Headline | None:
    """Name what is said in most events: chosen phrases to the letter, or else what was found."""
    n_events, said = len(report.events), counted.chosen[counted.chosen["n"] > 0]
    if n_events < 2:
        return None
    k = int(said["k_literal"].max()) if len(said) else 0
    if k > 1:
        wide = said[said["k_literal"] == k]
        text = translate_number(
            len(wide),
            "{phrases} is said word for word in {events}.",
            "{phrases} are each said word for word in {events}.",
            phrases=_name_phrases(wide),
            events=out_of(k, n_events, "interview"),
        )
        return _count(text, *_PHRASES)
    found = counted.ledger[counted.ledger["kind"] == "expression"]
    if (said["n_events"] > 1).any() or found.empty:
        return _tell_first(said, "", n_events)
    return _tell_first(found, translate(", found by counting"), n_events)


def _tell_first(rows: pd.DataFrame, how: str, n_events: int) -> Headline | None:
    """Name the row of most events."""
    if rows.empty:
        return None
    first = rows.sort_values("n_events", ascending=False, kind="stable").iloc[0]
    k = int(first["n_events"])
    text = translate_number(
        k,
        "{phrase} is said in {events}{how}.",
        "{phrase} comes back in {events}{how}.",
        phrase=first["label"],
        events=out_of(k, n_events, "interview"),
        how=how,
    )
    return _count(text, *(_FOUND if how else _PHRASES))


def _name_phrases(rows: pd.DataFrame) -> str:
    """Name phrases that are said to the letter; of many the first, and how many more there are."""
    named = [f"{quote([bare_name(name)])[0]}{mark_of(name)}" for name in rows["family"]]
    if len(named) <= MOST_PHRASES:
        return join(named)
    shown = named[: MOST_PHRASES - 1]
    return join([*shown, translate("{n} other phrases", n=len(named) - len(shown))])


def _tell_spread(counted: Counted, report: Report, verdict: pd.Series | None) -> Headline | None:
    """Say how many chosen phrases come back, beside chance; of suggested ones this would be no news."""
    joined = counted.spread[counted.spread["wording"] == "joined"]
    if verdict is None or joined.empty or report.phrases["phrase"].map(mark_of).ne("").any():
        return None
    row = joined.iloc[0]
    values = {
        "n": row["n"],
        "phrases": count(row["n_phrases"], "phrase"),
        "least": row["least"]
        if row["least"] == row["n_events"]
        else translate("{n} or more", n=row["least"]),
        "events": count(row["n_events"], "interview"),
        "by_chance": f"{row['by_chance']:.0f}",
    }
    if verdict["verdict"] == NOT_SAID:
        text = translate(
            "Whether chosen phrases come back more than by chance is open: {n} of {phrases} that the report’s authors "
            "chose, wordings joined, stand in {least} of {events}; chance alone would give {by_chance}.",
            **values,
        )
        return _judge(text, verdict, *_PHRASES)
    text = translate(
        "{n} of {phrases} that the report’s authors chose, wordings joined, come back in {least} of {events}; chance "
        "alone would give {by_chance}.",
        **values,
    )
    return _judge(text, verdict, *_PHRASES)


def _tell_leader(counted: Counted, report: Report, verdict: pd.Series | None) -> Headline | None:
    """Say which topic the most paragraphs touch, or that none leads for certain."""
    found = counted.leads[counted.leads["event"] == EVERYWHERE]
    if verdict is None or found.empty or not found["topic"].iloc[0]:
        return None
    row = found.iloc[0]
    values = {
        "topic": row["topic"],
        "k": row["k"],
        "paragraphs": count(row["n"], "paragraph"),
        "apart": translate(" (excerpts left out)") if note_chosen(report) else "",
        "second": translate(", {topic} in {k}", topic=row["next_topic"], k=row["next_k"])
        if row["next_topic"]
        else "",
    }
    if verdict["verdict"] == NOT_SAID:
        text = translate(
            "Which topic comes up most is open: {topic} in {k} of {paragraphs}{apart}{second}.", **values
        )
    else:
        text = translate("{topic} comes up most: in {k} of {paragraphs}{apart}{second}.", **values)
    return _judge(text, verdict, "#fig-summary-topics", "topics.html#which-topic-leads")


def _tell_following(counted: Counted, verdict: pd.Series | None) -> Headline | None:
    """Say how many of the topics that questions raise the answers take up, beside chance."""
    following = counted.following
    if verdict is None or not counted.n_asked or not following.n_draws:
        return None
    values = {
        "n": f"{following.observed:.0f}",
        "raised": display_text(counted.n_asked),
        "by_chance": f"{following.mean:.0f}",
    }
    if verdict["verdict"] == NOT_SAID:
        text = translate(
            "Whether answers follow the questions is open: where questions raise a topic, answers take it up in {n} "
            "of {raised} cases; chance alone would give {by_chance}.",
            **values,
        )
    else:
        text = translate(
            "Where questions raise a topic, answers take it up in {n} of {raised} cases; chance alone would give "
            "{by_chance}.",
            **values,
        )
    return _judge(text, verdict, "topics.html#fig-agenda", "topics.html#who-raises-a-topic")


def _tell_differences(summary: pd.DataFrame, report: Report) -> Headline | None:
    """Say the first surely different interview, and how many more there are.

    The picture of differences has periods where these are told instead; then the list of findings is the evidence.
    """
    is_sure = summary["verdict"].isin([FIRM, FRAGILE])
    found = summary[is_sure & summary["claim"].map(tells_difference).astype(bool)]
    if found.empty:
        return None
    n_more = len(found) - 1
    more = (
        translate(
            "; {more_differences} {agree} listed",
            more_differences=count(n_more, "more difference"),
            agree=agree(n_more, "is", "are"),
        )
        if n_more
        else ""
    )
    places = "topics.html#fig-topic-ratios", "topics.html#which-differences-are-sure"
    if merge_periods(report.sources)["event"].nunique() not in (1, len(report.events)):
        places = "", f"topics.html{_HOW_FIRM}"
    return _judge(f"{translate_stored(found['claim'].iloc[0])}{more}.", found.iloc[0], *places)


def _tell_versions(counted: Counted, report: Report) -> Headline | None:
    """Say what a report keeps, where something sure can be said."""
    sides = counted.sides
    said = say_map(sides.links, report, measured=sides.measured, checks=sides.checks)
    is_told = len(sides.links) and said["title"] != translate_word(NEUTRAL_MAP)
    places = "#fig-summary-versions", "versions.html#the-map"
    label = sides.pairs["source"].map(
        dict(zip(report.sources["source"], report.sources["label"], strict=True))
    )
    return _count(f"{label.iloc[0]}: {said['title']}.", *places) if is_told else None


def _tell_words(counted: Counted) -> Headline | None:
    """Say which words stand out beside the questions, where any do."""
    said = tell_distinctive(counted.voices)
    return _count(said, "", "vocabulary.html#answers-against-questions") if "“" in said else None


def _tell_sentences(report: Report) -> Headline | None:
    """Say how long the speaker's sentences are, where there are words enough to measure them."""
    said = report.conversation
    lengths = said.loc[said["role"] == "answer", "n_words"]
    if lengths.empty:
        return None
    text = translate("Half of the speaker’s sentences have {n} words or fewer.", n=int(lengths.median()))
    return _count(text, "#fig-summary-readability", "readability.html#sentence-length")


def _tell_texts(report: Report, shares: pd.DataFrame) -> list[Headline]:
    """Say whose words the texts hold, and how many are the speaker's: true of every corpus."""
    words, events = report.events["n_words"].sum(), count(len(report.events), "interview")
    n_own = translate_number(
        words,
        "{words} of {events} is the speaker’s own.",
        "{words} of {events} are the speaker’s own.",
        words=count(words, "word"),
        events=events,
    )
    told = [
        _count(n_own, "#fig-summary-timeline", "sources.html#how-much-of-each-interview-these-texts-hold")
    ]
    if len(shares):
        roles = say_roles(shares, report)["title"]
        told.insert(0, _count(f"{roles}.", "#fig-summary-roles", "sources.html#whose-words"))
    return told
