"""What the figures of the chapter on vocabulary say in words; see messages.py for the rules."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import Texts, count, join, out_of, percent, sentence_if_empty
from analysis.report import Report
from analysis.roles import OWN
from analysis.vocabulary import DIVERSITY, FEWEST_KEYWORD_TURNS, FEWEST_KEYWORD_USES, FEWEST_WORDS, LEVEL

MOST_NAMED = 4  # more words do not make a title
LEGEND = (
    "Filled: by LRC, the whole interval lies beyond equal. Hollow: by G² alone. Intervals that reach "
    "further are cut."
)


@sentence_if_empty("No word stands out in one event against the others.")
def say_keywords(keywords: pd.DataFrame, report: Report, *, evidence: pd.DataFrame) -> Texts:
    """For `plot_keywords`; keywords as from `choose_keywords`, evidence as from `list_evidence`."""
    names = report.events.set_index("event")["label"]
    of_events = keywords.groupby(keywords["side"].map(names), sort=False)["word"].agg(join)
    listed = "; ".join(f"{label}: {words}" for label, words in of_events.items())
    return {
        "title": _title(keywords, "one event"),
        "subtitle": "How many times as often an event uses a word as all others together, with intervals "
        "that hold for all tested words at once",
        "note": f"Source: table words. Own words of {report.speaker}, one source an event. {_note(evidence)}",
        "caption": f"{_count_clear(evidence)} Intervals take words for independent of each other, which "
        "those of one turn are not: they are too narrow.",
        "alt": f"Dots with interval lines, words in rows, by event. {listed}.",
    }


@sentence_if_empty("No word stands out in the answers against the questions.")
def say_voices(keywords: pd.DataFrame, report: Report, *, evidence: pd.DataFrame) -> Texts:
    """For `plot_opposites` of answers and questions; keywords as from `choose_keywords`."""
    of_sides = keywords.groupby("side", sort=False)["word"].agg(join)
    listed = "; ".join(f"{side}s: {words}" for side, words in of_sides.items())
    asked, said = (keywords[keywords["side"] == side] for side in ("question", "answer"))
    apart = asked if len(asked) else said
    return {
        "title": _title(apart, "questions" if len(asked) else "answers"),
        "subtitle": "How many times as often answers use a word as questions do, or questions as answers, "
        "with intervals that hold for all tested words at once",
        "note": f"Source: table words. Sources that print questions and answers of {report.speaker}. "
        f"{_note(evidence)}",
        "caption": f"{_count_clear(evidence.head(1))} Of what is rare in the shorter of the two, little "
        "can be said.",
        "alt": f"Dots with interval lines, words in rows, answers to the right. {listed}.",
    }


def _title(keywords: pd.DataFrame, where: str) -> str:
    """Name the words that are clear by LRC, and say whether counting turns agrees."""
    clear = keywords[keywords["lrc"] > 0]
    n, firm = len(clear), int((clear["turns_q"] <= 1 - LEVEL).sum())
    if not n:
        return f"No word is clearly more frequent in {where}"
    names = join(f"“{word}”" for word in clear["word"]) if n <= MOST_NAMED else f"{n} words"
    verb = "is" if n == 1 else "are"
    if firm == n:
        return f"{names} {verb} clearly more frequent in {where}"
    doubt = f"{firm} of them also by turns" if firm else "but not by turns"
    return f"{names} {verb} more frequent in {where}, {doubt}"


def _note(evidence: pd.DataFrame) -> str:
    tested = count(int(evidence["n_tested"].max()), "word")
    return (
        f"{tested} tested on each side, those used at least {FEWEST_KEYWORD_USES} times in at least "
        f"{FEWEST_KEYWORD_TURNS} turns. {LEGEND}"
    )


def _count_clear(evidence: pd.DataFrame) -> str:
    """Say how many of the tests are passed."""
    n, clear, also = (int(evidence[column].sum()) for column in ("n_tested", "by_lrc", "by_all"))
    return (
        f"Of {count(n, 'comparison')} of a word, {clear or 'none'} {'is' if clear == 1 else 'are'} clear by "
        f"LRC, more frequent or rarer ({percent(clear / n)}), {also or 'none'} by all of LRC, G² and turns."
    )


@sentence_if_empty(f"No event holds the {FEWEST_WORDS} words that the measures ask for.")
def say_diversity(diversity: pd.DataFrame, report: Report) -> Texts:
    """For `plot_components` of diversity; diversity as from `list_diversity`, rows with values."""
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
    ahead = more.drop("neither")[lambda n: n > more.sum() / 2]
    if ahead.empty:
        return "How varied the words are"
    return f"{ahead.index[0]} come out more varied in {out_of(ahead.iloc[0], more.sum(), 'event')}"


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
    own, asked = (
        diversity[diversity["role"].isin(roles)].drop_duplicates("label").set_index("label")[DIVERSITY]
        for roles in (OWN, ["question"])
    )
    gap = (own - asked).dropna()
    answers, questions = (int((sign * gap > 0).all(axis=1).sum()) for sign in (1, -1))
    return pd.Series({"Answers": answers, "Questions": questions, "neither": len(gap) - answers - questions})
