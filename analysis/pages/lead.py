"""What the Summary leads with: phrases that people named, or, where nobody named any, what was found."""

from __future__ import annotations

import pandas as pd

from analysis.language import LEMMA_LANGUAGES, choose_lists, name_language
from analysis.messages import translate, translate_word
from analysis.pages.ledger import say_families
from analysis.pages.phrases import say_occurrences
from analysis.pages.phrasing import Texts, agree, count, join, out_of, quote, sentence_if_empty
from analysis.report import Report

SUGGESTED = "suggested"  # how the reason of a row begins that no person has confirmed
MOST_SHOWN, MOST_WORDS = 10, 8


def choose_lead(ledger: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the ledger to show first: chosen phrases that are said, else expressions found."""
    said = chosen[chosen["n"] > 0]
    return (said if len(said) else ledger[ledger["kind"] == "expression"]).head(MOST_SHOWN)


@sentence_if_empty("No phrase that was named is said, and none was found to come back.")
def say_lead(
    rows: pd.DataFrame, report: Report, *, ledger: pd.DataFrame, spread: pd.DataFrame, is_fragile: bool
) -> Texts:
    """For `plot_occurrences` of the rows from `choose_lead`; the other arguments as for `say_occurrences`."""
    if (rows["kind"] == "named").any():
        return say_occurrences(rows, report, spread=spread, is_fragile=is_fragile)
    n_found = int((ledger["kind"] == "expression").sum())
    return say_families(rows, report, n_found=n_found, n_equivalents=len(report.equivalents))


def tell_choice(report: Report) -> str:
    """Say who named the phrases: people, a suggestion that nobody has confirmed, or nobody."""
    phrases = report.phrases
    n = phrases["phrase"].nunique()
    if not n:
        return translate("Nobody has named a phrase to follow; what is shown was found by counting.")
    rows = phrases["reason"].str.startswith(SUGGESTED) if "reason" in phrases else pd.Series(dtype=bool)
    n_suggested = phrases.loc[rows[rows].index, "phrase"].nunique()
    if n_suggested == n:
        all_of = (
            translate("All {n} phrases followed are", n=n)
            if n > 1
            else translate("The one phrase followed is")
        )
        return translate("{all_of} suggested by counting and not confirmed by a person.", all_of=all_of)
    if n_suggested:
        return translate(
            "Of {phrases} followed, {n_suggested} {agree} suggested by counting and not confirmed by a "
            "person.",
            phrases=count(n, "phrase"),
            n_suggested=n_suggested,
            agree=agree(n_suggested, "is", "are"),
        )
    return translate("The authors, who had read the texts, chose {phrases}.", phrases=count(n, "phrase"))


def tell_found(ledger: pd.DataFrame, report: Report) -> str:
    """Say what was found without being named: how many formulas come back, and the first of them.

    Where people named phrases, those lead, and how many come back is told beside what chance gives.
    """
    if len(report.phrases):
        return translate("What comes back is set beside what chance alone would give.")
    found = ledger[ledger["kind"] == "expression"]
    if len(report.events) < 2:
        return translate("There is one event, so nothing can come back in another.")
    if found.empty:
        return translate("Without being named, no formula comes back in two events.")
    said = [
        translate(
            "{label} in {out_of}", label=row.label, out_of=out_of(row.n_events, len(report.events), "event")
        )
        for row in found.head(3).itertuples()
    ]
    return translate(
        "Found without being named: {formulas}, first {join}.",
        formulas=count(len(found), "formula"),
        join=join(said),
    )


def tell_lists(report: Report) -> str:
    """Say by which lists found phrases are filtered, or that for a language there is none."""
    lists = choose_lists(report.sources["language"])
    if lists.unlisted:
        named = join(translate_word(name_language(code)) for code in lists.unlisted)
        return translate(
            "There is no list of function words for {named}: what is found in it is unfiltered.", named=named
        )
    if not lists.is_english:
        named = join(translate_word(name_language(code)) for code in lists.languages)
        joined = len(lists.languages) == 1 and lists.languages[0] in LEMMA_LANGUAGES
        forms = (
            translate("inflected forms are joined") if joined else translate("no inflected forms are joined")
        )
        return translate(
            "Function words of {named} alone are never a phrase; {forms}, and names are not told from other "
            "words.",
            named=named,
            forms=forms,
        )
    return translate("Function words and numbers alone are never a phrase.")


def tell_distinctive(voices: pd.DataFrame) -> str:
    """Say which content words the speaker uses more than whoever asks; voices as from `score_keywords`."""
    answers = voices[(voices["side"] == "answer") & (voices["kind"] == "content word") & (voices["lrc"] > 0)]
    if voices.empty:
        return translate("No text prints questions beside which the words could be set.")
    if answers.empty:
        return translate("No content word is clearly more frequent in answers than in questions.")
    first = answers.sort_values(["lrc", "word"], ascending=[False, True]).head(MOST_WORDS)
    return translate(
        "More frequent than in the questions, each clearly: {join}.",
        join=join(quote(first["word"])),
    )
