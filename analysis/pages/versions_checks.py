"""What the page on two texts of one event says of its own links: how many are chance, how many are missed."""

from __future__ import annotations

import pandas as pd

from analysis.messages import mark, translate, translate_word
from analysis.pages.phrasing import MOST_NAMED, agree, begin, count, join, span
from analysis.versions import NO_LINK

NOT_TWO_TEXTS = "No event has two texts in one language, so there is nothing to set side by side."
_KINDS = {
    "transcript": (mark("a transcript"), mark("transcripts")),
    "speech": (mark("a speech"), mark("speeches")),
    "excerpt": (mark("excerpts"), mark("texts of excerpts")),
    "report": (mark("a news report"), mark("news reports")),
    "prose": (mark("a text"), mark("texts")),
}


def tell_title(pairs: pd.DataFrame, sources: pd.DataFrame, n_translated: int = 0) -> str:
    """Say what is set side by side, by kind: "One interview, a transcript and a news report".

    pairs: from `list_pairs`. sources: one row a source (source, event, kind). n_translated: events in two languages.
    """
    if pairs.empty and n_translated:
        return (
            translate("An original and its translation")
            if n_translated == 1
            else translate("Originals and their translations")
        )
    if pairs.empty:
        return translate("No interview in two texts")
    of_pair = sources[sources["event"].isin(pairs["event"])]
    n_events = of_pair["event"].nunique()
    kinds = of_pair["kind"].value_counts().reindex(list(_KINDS)).dropna().astype(int)
    named = {kind: [translate_word(name) for name in _KINDS[kind]] for kind in kinds.index}
    texts = join(named[kind][0] if n == 1 else f"{n} {named[kind][1]}" for kind, n in kinds.items())
    return (
        translate("One interview, {texts}", texts=texts)
        if n_events == 1
        else translate("{n_events} interviews, {texts}", n_events=n_events, texts=texts)
    )


def tell_checks(checks: pd.DataFrame) -> str:
    """Say what the links can bear; checks as from `list_checks`."""
    if checks.empty:
        return translate_word(NOT_TWO_TEXTS)
    told = [_tell_check(row) for row in checks.head(MOST_NAMED).itertuples()]
    more = len(checks) - MOST_NAMED
    return " ".join(
        [
            *told,
            *(
                [translate("{more_pairs} not told here.", more_pairs=count(more, "more pair"))]
                if more > 0
                else []
            ),
        ]
    )


def _tell_check(row: tuple) -> str:
    linked = translate(
        "{begin}: the rules link {n_linked} of {sentences} of the report",
        begin=begin(row.pair),
        n_linked=row.n_linked,
        sentences=count(row.n_sentences, "sentence"),
    )
    return f"{linked}. {_tell_chance(row)} {_tell_reading(row)}"


def _tell_chance(row: tuple) -> str:
    if not row.n_tried:
        return translate(
            "There is no other interview on which to try them, so nobody knows how many links are chance."
        )
    low, high = int(row.false_low), int(row.false_high)
    several = str(high) if low == high else span(low, high, write=str)
    against = agree(
        row.n_tried,
        "Against another interview, which",
        translate("Against {n_tried} interviews that", n_tried=row.n_tried),
    )
    beyond = "" if row.is_above else translate(" So the links to its source are no more than chance gives.")
    return translate(
        "{against} it does not report, the same rules link {several}.{beyond}",
        against=against,
        several=several,
        beyond=beyond,
    )


def _tell_reading(row: tuple) -> str:
    if not row.n_read:
        return translate(
            "Nobody has read the two texts against each other, so nobody knows how many the rules miss."
        )
    answered = translate(
        "{n_answered} of {sentences} {agree}",
        n_answered=row.n_answered,
        sentences=count(row.n_read, "sentence"),
        agree=agree(row.n_answered, "tells", "tell"),
    )
    return translate(
        "Read once, {answered} something of the source; the rules miss {n_missed} of these.",
        answered=answered,
        n_missed=row.n_missed,
    )


def tell_added(fidelity: pd.DataFrame, checks: pd.DataFrame) -> str:
    """Say for how many sentences the rules find nothing; fidelity as from `count_fidelity`."""
    if fidelity.empty:
        return translate_word(NOT_TWO_TEXTS)
    alone = fidelity[fidelity["kind"] == NO_LINK]
    n, n_alone = count(int(fidelity["n_sentences"].sum()), "sentence"), int(alone["n_sentences"].sum())
    found = translate(
        "For {n_alone} of {n} of {the_reports} the rules find no counterpart.",
        n_alone=n_alone,
        n=n,
        the_reports=_the_reports(checks),
    )
    read = checks[checks["n_read"] > 0]
    if not n_alone or read.empty:
        return translate("{found} That may be a fault of the rules.", found=found) if n_alone else found
    missed, answered = int(read["n_missed"].sum()), int(read["n_answered"].sum())
    return translate(
        "{found} By reading, the rules miss {missed} of {answered} that have one.",
        found=found,
        missed=missed,
        answered=answered,
    )


def tell_shares(checks: pd.DataFrame, n_kept: int, n_said: int) -> str:
    """Say how many of the speaker's sentences come back, by rule and, where every pair was read, by reading."""
    said = count(n_said, "sentence")
    found = translate(
        "Of {said} in the speaker’s own words, the rules find {n_kept} in {the_reports}",
        said=said,
        n_kept=n_kept,
        the_reports=_the_reports(checks),
    )
    read = checks["n_read"] >= checks["n_sentences"]
    return (
        translate(
            "{found}, a reading finds {n_own_read}.", found=found, n_own_read=int(checks["n_own_read"].sum())
        )
        if read.all()
        else f"{found}."
    )


def _the_reports(checks: pd.DataFrame) -> str:
    return agree(len(checks), "the report", "the reports")
