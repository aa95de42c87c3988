"""What the page with the ledger of all families says."""

from __future__ import annotations

import math

import pandas as pd

from analysis.messages import translate
from analysis.pages.notes import note_own
from analysis.pages.phrases import list_drawn, note_columns, tell_columns, tell_marks
from analysis.pages.phrasing import Texts, count, name_drawn, percent, sentence_if_empty, span
from analysis.report import Report

MOST_LISTED = 12  # wordings in a cell
RARE = 0.1  # share of words said before, below which hardly anything is repeated


@sentence_if_empty("Beside the chosen phrases, no family recurs in two or more interviews.")
def say_families(rows: pd.DataFrame, report: Report, *, n_found: int, n_equivalents: int) -> Texts:
    """For `plot_occurrences` of families found; rows: those drawn, as from `list_families`, by rank.

    n_found: expressions found beside the chosen ones. n_equivalents: words decided to stand for others.
    """
    drawn = name_drawn(len(rows), n_found, "expression", first=translate("the first "))
    by_hand = (
        translate(", with {words} decided to stand for others", words=count(n_equivalents, "word"))
        if n_equivalents
        else ""
    )
    return {
        "title": translate("Families found by counting"),
        "subtitle": translate("Where in each interview they are said"),
        "note": translate(
            "Source: table tokens. {note_own}{note_columns}",
            note_own=note_own(report),
            note_columns=note_columns(len(report.events)),
        ),
        "caption": translate(
            "In the picture: {drawn} found beside the chosen ones, by rank{by_hand}. {tell_marks}",
            drawn=drawn,
            by_hand=by_hand,
            tell_marks=tell_marks(len(report.events)),
        ),
        "alt": translate(
            "A row a family, {tell_columns}. {list_drawn}.",
            tell_columns=tell_columns(len(report.events)),
            list_drawn=list_drawn(rows, len(report.events)),
        ),
    }


def shorten_lists(ledger: pd.DataFrame) -> pd.DataFrame:
    """Round rows of `list_families` for reading; long lists (variants, also) end with how many more there are."""
    lists = {name: ledger[name].map(_shorten) for name in ("variants", "also")}
    return ledger.assign(**lists).replace({"kind": {"named": "chosen"}}).round(3)


def _shorten(told: str) -> str:
    items = told.split("; ")
    more = len(items) - MOST_LISTED
    return "; ".join([*items[:MOST_LISTED], f"{more} more"]) if more > 1 else told


def tell_reuse(compared: dict[str, object]) -> str:
    """Say whether answers repeat earlier ones more than questions do, or how long the longest passage is.

    compared: as from `compare_reuse`.
    """
    if math.isnan(compared["share"]):
        return translate(
            "There is no earlier interview, as far as days are known, whose words could be said again."
        )
    passages = translate("had been said before, in passages of four words or more")
    beside = translate(
        "{share} of the words of answers {passages}", share=percent(compared["share"]), passages=passages
    )
    has_questions = not math.isnan(compared["baseline"])
    if has_questions:
        beside += translate(" (of the questions’ words {share})", share=percent(compared["baseline"]))
    if not math.isnan(compared["times_low"]) and compared["times_low"] > 1:
        times = span(compared["times_low"], compared["times_high"], write=_tenths)
        return translate(
            "{beside}: {tenths} times as many as of the questions ({times}).",
            beside=beside,
            tenths=_tenths(compared["times"]),
            times=times,
        )
    if compared["share"] >= RARE:
        return (
            translate("{beside}: not surely more than the questions repeat.", beside=beside)
            if has_questions
            else translate("{beside}. No question is printed to set beside it.", beside=beside)
        )
    return translate(
        "Hardly anything is repeated word for word: {say_longest}. {beside}; so little tells nothing.",
        say_longest=_say_longest(compared),
        beside=beside,
    )


def _say_longest(compared: dict[str, object]) -> str:
    if not compared["longest"]:
        return translate("two interviews share no passage of four words")
    more = "" if compared["is_longest_known"] else translate(" or more")
    return translate(
        "the longest passage shared by two interviews has {longest} words{more}",
        longest=compared["longest"],
        more=more,
    )


def _tenths(value: float) -> str:
    return translate("any number of") if math.isinf(value) else f"{value:.1f}"


def tell_joined(joined: pd.DataFrame) -> str:
    """Say how many wordings the authors joined in the phrases of most; joined: rows of `list_families`."""
    if joined.empty:
        return translate("No chosen phrase has more than one wording.")
    parts = [
        translate(
            "{family}, {wordings} in {uses}",
            family=row.family,
            wordings=count(row.n_variants, "wording"),
            uses=count(row.n, "use"),
        )
        for row in joined.itertuples()
    ]
    return translate("Most were joined in: {join}.", join="; ".join(parts))
