"""What pages say of whose a formula is, how it fares over time, and what comes up together in one answer."""

from __future__ import annotations

import math

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.phrasing import agree, count, join, percent, span
from analysis.phrases import GONE, NEW, SAID_AGAIN, STEADY

_MOST_NAMED = 5
_MOST_COMPARED = 100  # expressions found; more make each comparison less sure
_FATES = {
    STEADY: "said in every interview at a steady rate",
    GONE: "no longer said",
    NEW: "not said at first",
}


def choose_compared(ledger: pd.DataFrame) -> list[str]:
    """Return the families that are set beside the questions: the chosen ones, and the expressions that rank highest."""
    found = ledger.loc[ledger["kind"] == "expression", "family"]
    return [*ledger.loc[ledger["kind"] == "named", "family"], *found.head(_MOST_COMPARED)]


def tell_his(compared: pd.DataFrame) -> str:
    """Say how many families the speaker says surely more often than the questions, and surely less often.

    compared: as from `phrases.compare_with_questions`.
    """
    n = int(compared["p"].notna().sum())
    if not n:
        return translate(
            "No family can be compared with the questions: there are too few answers or questions."
        )
    differs = compared[compared["differs"]]
    more, less = (int((differs["times"] > 1).sum()), int((differs["times"] < 1).sum()))
    are = agree(more or 1, "is", "are")
    said = translate(
        "Of {n:,} families compared, {more} {are} surely more frequent in answers than in questions",
        n=n,
        more=more or translate("none"),
        are=are,
    )
    said = translate("{said}, {less} surely less.", said=said, less=less or translate("none"))
    return (
        translate("{said} Where questions are few, hardly anything can be sure.", said=said)
        if not more
        else said
    )


def tell_fates(traced: pd.DataFrame, n_events: int) -> str:
    """Say which families are steady, no longer said, or came up late.

    traced: as from `phrases.trace_families`. n_events: how many events have a known day.
    """
    if traced.empty and not n_events:
        return translate("Of no interview is the day known, so nothing can be told of what comes and goes.")
    if traced.empty:
        return translate(
            "In {dated_interviews} nothing can be told of what comes and goes.",
            dated_interviews=count(n_events, "dated interview"),
        )
    parts = [
        f"{translate_word(told)}: {_name_some(traced.loc[traced['fate'] == fate, 'family'])}"
        for fate, told in _FATES.items()
        if (traced["fate"] == fate).any()
    ]
    if not parts:
        return translate(
            "No family is surely steady, no longer said, or new: these texts are too few to show it."
        )
    return f"{'; '.join(parts)[0].upper()}{'; '.join(parts)[1:]}."


def _name_some(names: pd.Series) -> str:
    more = len(names) - _MOST_NAMED
    return join([*names.head(_MOST_NAMED), *([translate("{more} more", more=more)] if more > 0 else [])])


def tell_pairs(pairs: pd.DataFrame, names: dict[str, str], things: str) -> str:
    """Say which two things come up together surely more or less often than chance.

    pairs: as from `statistics.pair_items`. names: how each thing is printed. things: what they are ("topics").
    """
    if pairs.empty:
        return translate(
            "No two {things} come up in three answers each, so there are no pairs to count.",
            things=translate_word(things),
        )
    sure = pairs[pairs["differs"]]
    if sure.empty:
        return translate(
            "Of {pairs} of {things}, none surely comes up together more or less often than the lengths of "
            "answers explain.",
            pairs=count(len(pairs), "pair"),
            things=translate_word(things),
        )
    told = join(
        translate(
            "{get} and {get_2} ({n_both} answers, by chance {by_chance:.0f})",
            get=names.get(row.one, row.one),
            get_2=names.get(row.other, row.other),
            n_both=row.n_both,
            by_chance=row.by_chance,
        )
        for row in sure.head(_MOST_NAMED).itertuples()
    )
    differ = agree(len(sure), "differs", "differ")
    return translate(
        "Of {pairs} of {things}, {n_sure} surely {differ} from chance: {told}.",
        pairs=count(len(pairs), "pair"),
        things=translate_word(things),
        n_sure=len(sure),
        differ=differ,
        told=told,
    )


def tell_discipline(compared: dict[str, object], chance: pd.DataFrame) -> str:
    """Say the interval of the share of words said before, and what shuffled words give of it.

    compared: as from `phrases.compare_reuse`. chance: as from `phrases.list_reuse_chance`, among other rows.
    """
    if math.isnan(compared["share"]):
        return translate("No share of words said before can be given.")
    limits = translate("no interval over so few answers")
    if not math.isnan(compared["low"]):
        limits = translate("{span} over answers", span=span(compared["low"], compared["high"], write=percent))
    said = translate(
        "The share of words said before is {share} ({limits})",
        share=percent(compared["share"]),
        limits=limits,
    )
    drawn = chance[chance["figure"] == SAID_AGAIN]
    if drawn.empty:
        return f"{said}."
    return translate(
        "{said}; with the words of each interview shuffled it would be {share}.",
        said=said,
        share=percent(drawn["mean"].iloc[0]),
    )
