"""What the page on two texts of one event says of its own links: how many are chance, how many are missed."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import MOST_NAMED, agree, begin, count, join, span
from analysis.versions import NO_LINK

NOT_TWO_TEXTS = "No event has two texts in one language, so there is nothing to set side by side."
_KINDS = {
    "transcript": ("a transcript", "transcripts"),
    "speech": ("a speech", "speeches"),
    "excerpt": ("excerpts", "texts of excerpts"),
    "report": ("a news report", "news reports"),
    "prose": ("a text", "texts"),
}


def tell_title(pairs: pd.DataFrame, sources: pd.DataFrame, n_translated: int = 0) -> str:
    """Say what is set side by side, by kind: "One interview, a transcript and a news report".

    pairs: from `list_pairs`. sources: one row a source (source, event, kind). n_translated: events in two languages.
    """
    if pairs.empty and n_translated:
        return "An original and its translation" if n_translated == 1 else "Originals and their translations"
    if pairs.empty:
        return "No interview in two texts"
    of_pair = sources[sources["event"].isin(pairs["event"])]
    n_events = of_pair["event"].nunique()
    kinds = of_pair["kind"].value_counts().reindex(list(_KINDS)).dropna().astype(int)
    texts = join(_KINDS[kind][0] if n == 1 else f"{n} {_KINDS[kind][1]}" for kind, n in kinds.items())
    return f"One interview, {texts}" if n_events == 1 else f"{n_events} interviews, {texts}"


def tell_checks(checks: pd.DataFrame) -> str:
    """Say what the links can bear; checks as from `list_checks`."""
    if checks.empty:
        return NOT_TWO_TEXTS
    told = [_tell_check(row) for row in checks.head(MOST_NAMED).itertuples()]
    more = len(checks) - MOST_NAMED
    return " ".join([*told, *([f"{count(more, 'more pair')} not told here."] if more > 0 else [])])


def _tell_check(row: tuple) -> str:
    linked = f"{begin(row.pair)}: the rules link {row.n_linked} of {count(row.n_sentences, 'sentence')} of the report"
    return f"{linked}. {_tell_chance(row)} {_tell_reading(row)}"


def _tell_chance(row: tuple) -> str:
    if not row.n_tried:
        return "There is no other interview on which to try them, so nobody knows how many links are chance."
    low, high = int(row.false_low), int(row.false_high)
    several = str(high) if low == high else span(low, high, write=str)
    against = agree(row.n_tried, "Against another interview, which", f"Against {row.n_tried} interviews that")
    beyond = "" if row.is_above else " So the links to its source are no more than chance gives."
    return f"{against} it does not report, the same rules link {several}.{beyond}"


def _tell_reading(row: tuple) -> str:
    if not row.n_read:
        return "Nobody has read the two texts against each other, so nobody knows how many the rules miss."
    answered = f"{row.n_answered} of {count(row.n_read, 'sentence')} {agree(row.n_answered, 'tells', 'tell')}"
    return f"Read once, {answered} something of the source; the rules miss {row.n_missed} of these."


def tell_added(fidelity: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Say for how many sentences the rules find nothing; fidelity as from `count_fidelity`."""
    if fidelity.empty:
        return NOT_TWO_TEXTS
    alone = fidelity[fidelity["kind"] == NO_LINK]
    n, n_alone = count(int(fidelity["n_sentences"].sum()), "sentence"), int(alone["n_sentences"].sum())
    found = f"For {n_alone} of {n} of {_the_reports(checks)} the rules find no counterpart."
    read = checks[checks["n_read"] > 0]
    if not n_alone or read.empty:
        return f"{found} That may be a fault of the rules." if n_alone else found
    missed, answered = int(read["n_missed"].sum()), int(read["n_answered"].sum())
    return f"{found} By reading, the rules miss {missed} of {answered} that have one."


def tell_shares(checks: pd.DataFrame, n_kept: int, n_said: int) -> str:
    """Say how many of the speaker's sentences come back, by rule and, where every pair was read, by reading."""
    said = count(n_said, "sentence")
    found = f"Of {said} in the speaker’s own words, the rules find {n_kept} in {_the_reports(checks)}"
    read = checks["n_read"] >= checks["n_sentences"]
    return f"{found}, a reading finds {int(checks['n_own_read'].sum())}." if read.all() else f"{found}."


def _the_reports(checks: pd.DataFrame) -> str:
    return agree(len(checks), "the report", "the reports")
