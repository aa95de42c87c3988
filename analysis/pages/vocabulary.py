"""What the page on vocabulary says: distinctive words, and how varied words are."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.pages.notes import note_basis, note_both_sides
from analysis.pages.phrasing import (
    Texts,
    agree,
    count,
    itemise,
    join,
    out_of,
    percent,
    quote,
    sentence_if_empty,
)
from analysis.report import Report
from analysis.roles import OWN
from analysis.vocabulary import DIVERSITY, FEWEST_KEYWORD_TURNS, FEWEST_KEYWORD_USES, FEWEST_WORDS, LEVEL

MOST_WORDS = 4  # more do not make a title
LEGEND = (
    "Filled: by LRC, the whole interval lies beyond equal. Hollow: by G² alone. Intervals that reach "
    "further are cut."
)


@sentence_if_empty("No word stands out in one event against the others.")
def say_keywords(keywords: pd.DataFrame, report: Report, *, evidence: pd.DataFrame) -> Texts:
    """For `plot_keywords`; keywords as from `choose_keywords`, evidence as from `list_evidence`."""
    names = report.events.set_index("event")["label"]
    of_events = keywords.groupby(keywords["side"].map(names), sort=False)["word"].agg(join)
    return {
        "title": _title_words(keywords, "one event"),
        "subtitle": "How many times as often an event uses a word as all others together, with intervals "
        "that hold for all tested words at once",
        "note": f"Source: table words. {note_basis(report)}. {_note_tests(evidence)}",
        "caption": f"{_count_clear(evidence)} Intervals take words for independent of each other, which "
        "those of one turn are not: they are too narrow.",
        "alt": f"Dots with interval lines, words in rows, by event. {itemise(of_events, ': ')}.",
    }


@sentence_if_empty("No word stands out in the answers against the questions.")
def say_voices(keywords: pd.DataFrame, report: Report, *, evidence: pd.DataFrame) -> Texts:
    """For `plot_opposites` of answers and questions; keywords as from `choose_keywords`."""
    of_sides = keywords.groupby("side", sort=False)["word"].agg(join)
    apart = "question" if (keywords["side"] == "question").any() else "answer"
    return {
        "title": _title_words(keywords[keywords["side"] == apart], f"{apart}s"),
        "subtitle": "How many times as often answers use a word as questions do, or questions as answers, "
        "with intervals that hold for all tested words at once",
        "note": f"Source: table words. Sources {note_both_sides(report)}. {_note_tests(evidence)}",
        "caption": f"{_count_clear(evidence.head(1))} Of what is rare in the shorter of the two, little "
        "can be said.",
        "alt": f"Dots with interval lines, words in rows, answers to the right. {itemise(of_sides, 's: ')}.",
    }


def _title_words(keywords: pd.DataFrame, where: str) -> str:
    """Name the words that are clear by LRC, and say whether counting turns agrees."""
    clear = keywords[keywords["lrc"] > 0]
    n, firm = len(clear), int((clear["turns_q"] <= 1 - LEVEL).sum())
    if not n:
        return f"No word is clearly more frequent in {where}"
    names = join(quote(clear["word"])) if n <= MOST_WORDS else f"{n} words"
    are = agree(n, "is", "are")
    if firm == n:
        return f"{names} {are} clearly more frequent in {where}"
    doubt = f"{firm} of them also by turns" if firm else "but not by turns"
    return f"{names} {are} more frequent in {where}, {doubt}"


def tell_words(words: Iterable[str]) -> str:
    """Say words in quotation marks, one after the other, or that there is none."""
    return ", ".join(quote(words)) or "no word"


def _note_tests(evidence: pd.DataFrame) -> str:
    tested = count(int(evidence["n_tested"].max()), "word")
    return (
        f"{tested} tested on each side, those used at least {FEWEST_KEYWORD_USES} times in at least "
        f"{FEWEST_KEYWORD_TURNS} turns. {LEGEND}"
    )


def _count_clear(evidence: pd.DataFrame) -> str:
    """Say how many of the tests are passed."""
    n, clear, also = (int(evidence[column].sum()) for column in ("n_tested", "by_lrc", "by_all"))
    are = agree(clear, "is", "are")
    return (
        f"Of {count(n, 'comparison')} of a word, {clear or 'none'} {are} clear by LRC, more frequent or "
        f"rarer ({percent(clear / n)}), {also or 'none'} by all of LRC, G² and turns."
    )


def list_comparisons(*evidence: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Put comparisons in one table: one row each; of answers and questions, one row of the two.

    evidence: as from `list_evidence`. names: how the first side of each comparison is printed, in order.
    """
    return _name_sides(evidence, names)


def list_tested(*keywords: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Put tested words in one table, the strongest of each comparison first: one row a word and comparison.

    keywords: as from `score_keywords`. names: as for `list_comparisons`. Numbers are rounded for reading;
    a bound without limit is missing.
    """
    tested = _name_sides(keywords, names)
    ordered = tested.sort_values(["side", "g2", "word"], ascending=[True, False, True])
    return ordered.round(3).replace([np.inf, -np.inf], None)


def _name_sides(tables: Iterable[pd.DataFrame], names: dict[str, str]) -> pd.DataFrame:
    """Put tables in one, with compared; sides without a name mirror another and are left out."""
    together = pd.concat(tables)
    named = together[together["side"].isin(names)]
    return named.assign(compared=named["side"].map(names))


@sentence_if_empty(f"No event holds the {FEWEST_WORDS} words that the measures ask for.")
def say_diversity(diversity: pd.DataFrame, report: Report) -> Texts:
    """For `plot_diversity`; diversity as from `list_diversity`, rows with values."""
    more = _compare_roles(diversity)
    listed = "; ".join(f"{row.label}, {row.role}s {row.mtld_72:.0f}" for row in diversity.itertuples())
    return {
        "title": _title_diversity(more),
        "subtitle": "Lexical diversity of own words and of printed questions; higher is more varied",
        "note": f"Source: table diversity. {count(int(diversity['n_words'].sum()), 'word')}; fewer than "
        f"{FEWEST_WORDS} words of a kind are left out.",
        "caption": _caption_diversity(more),
        "alt": f"Dots, a row an event, a mark a role. MTLD: {listed}.",
    }


def _title_diversity(more: pd.Series) -> str:
    """Name who is ahead in most events; nobody is in a tie, or where the measures differ."""
    n_events = more.sum()
    first = more.drop("neither").idxmax()
    if more[first] <= n_events / 2:
        return "How varied the words are"
    return f"{first} come out more varied in {out_of(more[first], n_events, 'event')}"


def _caption_diversity(more: pd.Series) -> str:
    if not more.sum():
        return "No event holds enough words of both answers and questions to compare them."
    answers, questions = (out_of(more[role], more.sum(), "event") for role in ("Answers", "Questions"))
    return (
        f"By all {len(DIVERSITY)} measures alike, of which the picture shows three, answers are more varied "
        f"in {answers} and questions in {questions}. Questions may change the subject more often, which by "
        "itself makes words vary. How far chance moves these values is not measured: they have no interval."
    )


def _compare_roles(diversity: pd.DataFrame) -> pd.Series:
    """Count the events in which answers or questions are more varied by all measures, or by some only."""
    own, asked = _measures_of(diversity, OWN), _measures_of(diversity, ["question"])
    gap = (own - asked).dropna()
    n_answers = int((gap > 0).all(axis=1).sum())
    n_questions = int((gap < 0).all(axis=1).sum())
    n_neither = len(gap) - n_answers - n_questions
    return pd.Series({"Answers": n_answers, "Questions": n_questions, "neither": n_neither})


def _measures_of(diversity: pd.DataFrame, roles: Iterable[str]) -> pd.DataFrame:
    """Return the measures of a role, one row an event."""
    own = diversity[diversity["role"].isin(roles)].drop_duplicates("label")
    return own.set_index("label")[DIVERSITY]
