"""What the page on topics says of who raises a topic, beside what chance makes of it."""

from __future__ import annotations

import pandas as pd

from analysis.pages.notes import note_both_sides
from analysis.pages.phrasing import Texts, agree, count, percent, sentence_if_empty, span
from analysis.report import Report
from analysis.statistics import FEWEST_TURNS, Baseline

NEUTRAL = "Who mentions a topic, the question or the answer"


@sentence_if_empty("No topic comes up in an exchange, which is a printed question and what follows it.")
def say_agenda(
    exchanges: pd.DataFrame, report: Report, *, following: Baseline, alone: Baseline, n_asking: int
) -> Texts:
    """For `plot_agenda`; exchanges as from `count_exchanges`, the topics that come up, by their labels.

    following: as from `measure_following`. alone: as from `measure_alone`. n_asking: as from `count_asking`.
    """
    sides = exchanges[["n_question_only", "n_both", "n_answer_only"]].sum()
    asked, both, answered = (int(n) for n in sides)
    printed = count(int(exchanges["n_exchanges"].max()), "exchange")
    return {
        "title": _title_agenda(following, asked + both, n_asking),
        "subtitle": "Exchanges (a question and its answer) in which a topic comes up, by who mentions it",
        "note": f"Source: table tokens. {printed} in the sources {note_both_sides(report)}. Chance: questions "
        "dealt at random to the answers of the same interview.",
        "caption": tell_alone(alone) or tell_following(following, asked + both, n_asking),
        "alt": f"Stacked bars, one a topic. In the question alone {asked}, in both {both}, in the answer alone "
        f"{answered}.",
    }


def _title_agenda(following: Baseline, n_asked: int, n_asking: int) -> str:
    """Say how many topics answers follow, if that is not what chance gives, nor the doing of a few questions."""
    if not following.is_outside or n_asking < FEWEST_TURNS:
        return NEUTRAL
    only = "" if following.is_above else "only "
    said = f"answers take it up in {only}{following.observed:.0f} of {count(n_asked, 'case')}"
    return f"Where questions raise a topic, {said}; chance alone would give {following.mean:.0f}"


def tell_following(following: Baseline, n_asked: int, n_asking: int) -> str:
    """Say how many of the topics that questions raise the answers follow, with what chance gives.

    n_asked: cases, topics that a question raises. n_asking: questions that raise any.
    """
    if not n_asked:
        return "No question that is printed mentions a topic."
    questions = f"{count(n_asking, 'question')} {agree(n_asking, 'brings', 'bring')}"
    cases = f"{questions} up a topic or more, {count(n_asked, 'case')} in all"
    said = f"{cases}; in {following.observed:.0f} the answer mentions it too. "
    if not following.n_draws or following.low == following.high == following.observed:
        return f"{said}Dealing the questions anew changes nothing here, so it cannot be told from chance."
    limits = span(following.low, following.high, write="{:.0f}".format)
    said = f"{said}Chance alone would give {following.mean:.0f} ({limits})"
    if not following.is_outside:
        return f"{said}, so this may be chance."
    return f"{said}, so it is {'more' if following.is_above else 'less'} than chance."


def tell_alone(alone: Baseline) -> str:
    """Say which share of topics comes up in the answer alone, beside one voice cut at the same lengths."""
    if not alone.n_draws:
        return ""
    limits = span(alone.low, alone.high, write=percent)
    said = f"In the answer alone topics come up in {percent(alone.observed)} of cases; one voice, cut at random at "
    said = f"{said}the same lengths, would give {percent(alone.mean)} ({limits})"
    if not alone.is_outside:
        return f"{said}: the length of answers explains it."
    return f"{said}: {'more' if alone.is_above else 'less'} than the length of answers explains."
