"""Which texts report one occasion: those that share passages, and those of one day that name each other."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from analysis.messages import mark, translate, translate_word
from analysis.projects.first_checks import Check
from analysis.projects.manifest_guesses import Guess
from analysis.roles import PRECEDENCE
from analysis.versions import measure_overlaps

COPIED = (
    0.1  # share of the shorter text's runs of eight words: a speaker who repeats himself stays well below
)
_COPIED_ON_ANOTHER_DAY = 0.5
_REPORTED_WITHIN = 7  # days: by then newspapers have printed what they quote of an interview
_FEW_RUNS = 3  # of eight words, that two texts of one day share
_REMEDY = mark(
    "if these are two occasions, give each its own event in sources/manifest.csv and sources/events.csv"
)
_APART = mark("if it is one occasion, give both the same event in sources/manifest.csv")


class Link(NamedTuple):
    """Two texts, whether they seem to report one occasion, and what tells."""

    source: str
    other: str
    is_one: bool
    why: str


def link_texts(tokens: pd.DataFrame, guesses: dict[str, Guess], texts: dict[str, str]) -> list[Link]:
    """List the pairs of texts that may report one occasion.

    tokens: every word, as for `versions.measure_overlaps`. guesses, texts: by source.
    """
    shared = measure_overlaps(tokens).set_index(["source", "other"])
    links = [_judge_copy(pair, row, guesses) for pair, row in shared.iterrows() if row["share"] >= COPIED]
    known = {(link.source, link.other) for link in links}
    dated = pd.Series({source: guess.date for source, guess in guesses.items() if guess.date}, dtype="str")
    for day, rows in dated.groupby(dated):
        pairs = [
            (a, b) for a in sorted(rows.index) for b in sorted(rows.index) if a < b and (a, b) not in known
        ]
        for pair in pairs:
            n = int(shared["n_shared"].get(pair, 0))
            links += _judge_day(pair, day, n, guesses, texts)
    return links


def _judge_copy(pair: tuple[str, str], row: pd.Series, guesses: dict[str, Guess]) -> Link:
    days = {guesses[source].date for source in pair} - {""}
    is_late = len(days) > 1 and not _is_reported_soon(pair, guesses)
    is_one = not is_late or row["share"] >= _COPIED_ON_ANOTHER_DAY
    apart = (
        translate(", though they are dated {join}", join=translate(" and ").join(sorted(days)))
        if len(days) > 1
        else ""
    )
    return Link(
        *pair,
        is_one,
        translate(
            "they share {share:.0%} of the running words of the shorter one{apart}",
            share=row["share"],
            apart=apart,
        ),
    )


def _is_reported_soon(pair: tuple[str, str], guesses: dict[str, Guess]) -> bool:
    """Tell whether one of two dated texts is a report that came out within days of the other."""
    has_report = any(guesses[source].row["kind"] == "report" for source in pair)
    one, other = (date.fromisoformat(guesses[source].date) for source in pair)
    return has_report and abs((one - other).days) <= _REPORTED_WITHIN


def _judge_day(
    pair: tuple[str, str], day: str, n_shared: int, guesses: dict[str, Guess], texts: dict[str, str]
) -> list[Link]:
    """Link two texts of one day if they share passages, or one names who asks in the other, or its outlet."""
    if n_shared >= _FEW_RUNS:
        return [
            Link(
                *pair,
                True,
                translate(
                    "both are dated {day}, and they share {n_shared} runs of eight words",
                    day=day,
                    n_shared=n_shared,
                ),
            )
        ]
    named = [
        name
        for one, other in (pair, pair[::-1])
        for name in _list_names(guesses[one])
        if name in texts[other]
    ]
    both = {guesses[source].interviewer for source in pair}
    if named or (len(both) == 1 and "" not in both):
        return [
            Link(
                *pair,
                True,
                translate(
                    "both are dated {day}, and both name {named}", day=day, named=(named or sorted(both))[0]
                ),
            )
        ]
    return []


def _list_names(guess: Guess) -> list[str]:
    return [name for name in (guess.interviewer, guess.row["outlet"]) if len(name) > 3]


def group_events(links: list[Link], guesses: dict[str, Guess]) -> dict[str, str]:
    """Return the event of each source. An event bears the name of the text that stands for it."""
    group = {source: source for source in guesses}
    for link in links:
        if link.is_one:
            old, new = group[link.other], group[link.source]
            group = {source: new if root == old else root for source, root in group.items()}
    members = pd.Series(group).groupby(pd.Series(group)).groups
    return {source: _choose(list(rows), guesses) for rows in members.values() for source in rows}


def _choose(sources: list[str], guesses: dict[str, Guess]) -> str:
    return min(sources, key=lambda source: (PRECEDENCE[guesses[source].row["kind"]], source))


def list_event_rows(event_of: dict[str, str], guesses: dict[str, Guess]) -> pd.DataFrame:
    """List the events (event, date, interviewer): each with what the text that stands for it tells, or another does."""
    rows = []
    for event in sorted(set(event_of.values())):
        members = [event, *sorted(s for s, e in event_of.items() if e == event and s != event)]
        told = [guesses[source] for source in members]
        day = next((guess.date for guess in told if guess.date), "")
        rows.append((event, day, next((guess.interviewer for guess in told if guess.interviewer), "")))
    return pd.DataFrame(rows, columns=["event", "date", "interviewer"])


def tell_links(links: list[Link]) -> list[Check]:
    """Say which texts were put into one event, and which were not though they might be.

    Of texts that other links hold together already, nothing more is said.
    """
    checks, group = [], {}
    for link in links:
        ends = [group.setdefault(source, source) for source in (link.source, link.other)]
        if link.is_one and ends[0] != ends[1]:
            group = {source: ends[0] if root == ends[1] else root for source, root in group.items()}
            what = translate(
                "{source} and {other} are taken for one occasion, as {why}",
                source=link.source,
                other=link.other,
                why=link.why,
            )
            checks.append(Check(1, what, translate_word(_REMEDY)))
        elif not link.is_one:
            what = translate(
                "{source} and {other} are taken for two occasions, but {why}",
                source=link.source,
                other=link.other,
                why=link.why,
            )
            checks.append(Check(1, what, translate_word(_APART)))
    return checks
