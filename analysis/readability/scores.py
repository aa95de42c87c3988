"""Readability: groups of sentences added up, and scored with the published formulas.

The formulas were fitted to printed prose; what they say of translated speech compares, it does not grade.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.errors import InputError
from analysis.language import base_language, has_alphabet, name_language
from analysis.readability.formulas import ANY_ALPHABET, ANY_LANGUAGE, FORMULAS, Formula

COUNTS = [
    "n_words",
    "n_letters",
    "n_syllables",
    "n_monosyllables",
    "n_polysyllables",
    "n_long_words",
    "n_mini_words",
    "n_difficult_words",
    "n_unfamiliar_words",
]


def score_readability(sentences: pd.DataFrame, *, by: Sequence[str] = ("source", "role")) -> pd.DataFrame:
    """Score each group of sentences with each formula.

    sentences: one row a sentence (the columns of `by`, and COUNTS). A sentence without words does not count.
    Returns one row a group and formula, groups in order of their names, formulas in order of FORMULAS:
    score, n_words, n_sentences, reason. Under the formula's minimum score is NaN and reason says so; else
    reason is "".
    Raises InputError if a column is missing.
    """
    totals = add_up(sentences, by)
    scored = pd.concat([_score_formula(totals, formula) for formula in FORMULAS])
    scored = scored.sort_values(list(by), kind="stable", ignore_index=True)
    return scored[[*by, "formula", "score", "n_words", "n_sentences", "reason"]]


def add_up(sentences: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Add up the counts of each group: one row a group, by, COUNTS, n_sentences, in order of their names.

    Raises InputError if a column is missing.
    """
    missing = [column for column in [*by, *COUNTS] if column not in sentences]
    if missing:
        raise InputError(f"sentences: no column {', '.join(missing)}; merge it into the table first.")
    groups = sentences[sentences["n_words"] > 0].groupby(list(by), dropna=False, observed=True)
    totals = groups[COUNTS].sum()
    totals["n_sentences"] = groups.size()
    return totals.reset_index()


def why_missing(totals: pd.DataFrame, formula: Formula) -> pd.Series:
    """Say why a group is too short for a formula; "" where it is long enough.

    totals: one row a group (n_words, n_sentences).
    """
    reason = pd.Series("", index=totals.index, dtype="str")
    for count, unit, least in (
        ("n_sentences", "sentences", formula.min_sentences),
        ("n_words", "words", formula.min_words),
    ):
        short = totals[count] < least
        reason[short] = "needs " + str(least) + f" {unit}, has " + totals.loc[short, count].astype(str)
    return reason


def find_unfit(formula: Formula, languages: Iterable[str]) -> str:
    """Say that there is no such formula for a language: "no formula for German"; "" where it may be used.

    languages: of the texts (BCP 47), empty for English.
    """
    others = sorted({name_language(code) for code in languages if not _is_for(formula, code)})
    return f"no formula for {', '.join(others)}" if others else ""


def _is_for(formula: Formula, code: str) -> bool:
    if formula.languages == ANY_ALPHABET:
        return has_alphabet(code)
    return formula.languages == ANY_LANGUAGE or base_language(code) in formula.languages.split()


def _score_formula(totals: pd.DataFrame, formula: Formula) -> pd.DataFrame:
    """Score every group with one formula."""
    reason = why_missing(totals, formula)
    score = pd.Series(formula.score(**{count: totals[count] for count in formula.counts}), totals.index)
    return totals.assign(formula=formula.formula, score=score.where(reason == ""), reason=reason)
