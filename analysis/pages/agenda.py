"""What the page on topics says of who raises a topic, beside what chance makes of it."""

from __future__ import annotations

import pandas as pd

from analysis.figures import display_text
from analysis.messages import translate, translate_number, translate_word
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
        "subtitle": translate(
            "Exchanges (a question and its answer) in which a topic comes up, by who mentions it"
        ),
        "note": translate(
            "Source: table tokens. {printed} in the sources {note_both_sides}. Chance: questions dealt at "
            "random to the answers of the same interview.",
            printed=printed,
            note_both_sides=note_both_sides(report),
        ),
        "caption": tell_alone(alone) or tell_following(following, asked + both, n_asking),
        "alt": translate(
            "Stacked bars, one a topic. In the question alone {asked}, in both {both}, in the answer alone "
            "{answered}.",
            asked=asked,
            both=both,
            answered=answered,
        ),
    }


def _title_agenda(following: Baseline, n_asked: int, n_asking: int) -> str:
    """Say how many topics answers follow, if that is not what chance gives, nor the doing of a few questions."""
    if not following.is_outside or n_asking < FEWEST_TURNS:
        return translate_word(NEUTRAL)
    said = translate_number(
        n_asked,
        "answers take it up in {only}{k} of {n} case",
        "answers take it up in {only}{k} of {n} cases",
        only="" if following.is_above else translate("only "),
        k=f"{following.observed:.0f}",
        n=display_text(n_asked),
    )
    return translate(
        "Where questions raise a topic, {said}; chance alone would give {mean:.0f}",
        said=said,
        mean=following.mean,
    )


def tell_following(following: Baseline, n_asked: int, n_asking: int) -> str:
    """Say how many of the topics that questions raise the answers follow, with what chance gives.

    n_asked: cases, topics that a question raises. n_asking: questions that raise any.
    """
    if not n_asked:
        return translate("No question that is printed mentions a topic.")
    questions = f"{count(n_asking, 'question')} {agree(n_asking, 'brings', 'bring')}"
    cases = translate(
        "{questions} up a topic or more, {cases} in all", questions=questions, cases=count(n_asked, "case")
    )
    said = translate(
        "{cases}; in {observed:.0f} the answer mentions it too. ", cases=cases, observed=following.observed
    )
    if not following.n_draws or following.low == following.high == following.observed:
        return translate(
            "{said}Dealing the questions anew changes nothing here, so it cannot be told from chance.",
            said=said,
        )
    limits = span(following.low, following.high, write="{:.0f}".format)
    said = translate(
        "{said}Chance alone would give {mean:.0f} ({limits})", said=said, mean=following.mean, limits=limits
    )
    if not following.is_outside:
        return translate("{said}, so this may be chance.", said=said)
    return translate(
        "{said}, so it is {how} than chance.",
        said=said,
        how=translate("more") if following.is_above else translate("less"),
    )


def tell_alone(alone: Baseline) -> str:
    """Say which share of topics comes up in the answer alone, beside one voice cut at the same lengths."""
    if not alone.n_draws:
        return ""
    limits = span(alone.low, alone.high, write=percent)
    said = translate(
        "In the answer alone topics come up in {share} of cases; one voice, cut at random at ",
        share=percent(alone.observed),
    )
    said = translate(
        "{said}the same lengths, would give {share} ({limits})",
        said=said,
        share=percent(alone.mean),
        limits=limits,
    )
    if not alone.is_outside:
        return translate("{said}: the length of answers explains it.", said=said)
    return translate(
        "{said}: {how} than the length of answers explains.",
        said=said,
        how=translate("more") if alone.is_above else translate("less"),
    )
