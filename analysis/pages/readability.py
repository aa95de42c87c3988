"""What the page on readability says: its figures, and which differences are called."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate, translate_word
from analysis.pages.deliveries import is_translated
from analysis.pages.notes import note_own, note_reasons
from analysis.pages.phrasing import Texts, count, itemise, join, one_or_range, sentence_if_empty, span, tenths
from analysis.pages.readability_claims import tell_scores, title_roles
from analysis.readability import formula_facts
from analysis.report import FEWEST_WORDS, Report

TOO_SHORT = "No interview holds enough words to measure its sentences."
NEUTRAL = "What readability is made of"
MARKS = "mark: as counted; bar: over other ways of ending sentences; line: 95% interval"


def _note_sentences(n: int) -> str:
    return translate(
        "Source: table sentences. {sentences}; groups under {fewest_words} words are left out.",
        sentences=count(n, "sentence"),
        fewest_words=FEWEST_WORDS,
    )


@sentence_if_empty(TOO_SHORT)
def say_components(measured: pd.DataFrame, report: Report, *, compared: pd.DataFrame) -> Texts:
    """For `plot_components`; measured as from `measure_bands` by label and role, compared as from `compare_roles`."""
    lengths = measured[measured["formula"] == "words_per_sentence"]
    listed = "; ".join(
        f"{row.label}, {translate_word(row.role + 's')} {_say_band(row)}" for row in lengths.itertuples()
    )
    reasons = note_reasons(lengths, reason="interval_reason")
    return {
        "title": title_roles(compared, neutral=translate_word(NEUTRAL)),
        "subtitle": translate(
            "Components of readability, by interview; {marks}", marks=translate_word(MARKS)
        ),
        "note": f"{_note_sentences(int(lengths['n_sentences'].sum()))}{reasons}",
        "caption": f"{tell_scores(compared)}{_warn_of_bars(lengths)}{_warn_of_translators(report)}",
        "alt": translate(
            "Marks with bars, a row an interview, a mark a role. Words a sentence: {listed}.", listed=listed
        ),
    }


def _warn_of_bars(lengths: pd.DataFrame) -> str:
    """Say what the bars of answers and questions do not show; '' where no interview has both."""
    if not lengths.groupby("label")["role"].nunique().gt(1).any():
        return ""
    return translate(
        " The two bars of an interview are not to be compared: their ends belong to different ways of ending "
        "sentences."
    )


def _warn_of_translators(report: Report) -> str:
    """Say that translators are measured as well; '' where no text is said to be translated."""
    if not is_translated(report):
        return ""
    return translate(" Where words were translated, the translator is measured as well.")


def _say_band(row: tuple) -> str:
    """Say a score and its band: 20.5 (19.8 to 21.0)."""
    return f"{tenths(row.score)} ({span(row.low, row.high, write=tenths)})"


@sentence_if_empty("No formula that gives a school grade has a score here.")
def say_grades(measured: pd.DataFrame, report: Report) -> Texts:
    """For `plot_grades`; measured as from `measure_bands`, with label."""
    ranges = measured.dropna(subset="score").groupby("label", sort=False)["score"].agg(_say_range)
    return {
        "title": translate("What school grade the formulas ask for"),
        "subtitle": translate(
            "US school grade that a text asks for, by formula; higher is harder; {marks}",
            marks=translate_word(MARKS),
        ),
        "note": translate("Source: tables sentences and splittings. {note_own}", note_own=note_own(report)),
        "caption": translate(
            "The formulas were made for printed prose: compare with them, do not grade. {say_gaps}Most rest "
            "on the same two things, the length of sentences and of words.",
            say_gaps=_say_gaps(measured),
        ),
        "alt": translate(
            "Marks with bars, a row a formula, a mark an interview. Grades: {itemise}.",
            itemise=itemise(ranges, " ") or translate("none"),
        ),
    }


def _say_range(scores: pd.Series) -> str:
    return span(scores.min(), scores.max(), write=tenths)


def _say_gaps(measured: pd.DataFrame) -> str:
    """Say how far formulas lie apart on one text, and interviews by one formula."""
    formulas, events = _widest_gap(measured, "label"), _widest_gap(measured, "name")
    if not formulas > 0 or not events > 0:
        return ""
    return translate(
        "On one text they differ by up to {tenths} grades; by one formula the interviews differ by up to "
        "{tenths_2}. ",
        tenths=tenths(formulas),
        tenths_2=tenths(events),
    )


def _widest_gap(measured: pd.DataFrame, by: str) -> float:
    """Return how far scores of one group lie apart, in the group where they do most."""
    of_one = measured.groupby(by)["score"]
    return (of_one.max() - of_one.min()).max()


@sentence_if_empty(TOO_SHORT)
def say_lengths(sentences: pd.DataFrame, report: Report, *, delivery: dict[str, str]) -> Texts:
    """For `plot_lengths`; sentences with row, label, role and n_words, delivery as from `name_deliveries`."""
    words = sentences.groupby("row", sort=False)["n_words"].median().map("{:g}".format)
    return {
        "title": _title_lengths(sentences[sentences["role"] == "answer"], delivery),
        "subtitle": translate("Words a sentence: median (gap), middle half (bar), middle four fifths (line)"),
        "note": _note_sentences(len(sentences)),
        "caption": translate("Sentences as counted: a colon, a semicolon or a dash ends none."),
        "alt": translate("Bars with lines. Median words a sentence: {itemise}.", itemise=itemise(words, " ")),
    }


def _title_lengths(answers: pd.DataFrame, delivery: dict[str, str]) -> str:
    """Say the median sentence of the answers, spoken ones apart from written ones."""
    middle = answers.groupby("label", sort=False)["n_words"].median()
    if middle.empty:
        return translate("How long the sentences are")
    kinds = middle.index.map(lambda label: delivery.get(label, ""))
    told = [_say_middle(kind, rows) for kind, rows in middle.groupby(kinds, sort=False)]
    return translate("The median sentence of the answers has {join}", join=join(told))


def _say_middle(kind: str, middle: pd.Series) -> str:
    words = one_or_range(
        middle,
        write="{:g}".format,
        one=translate_word("{low} words"),
        several=translate_word("{low} to {high} words"),
    )
    return translate(
        "{words} in {count}",
        words=words,
        count=count(len(middle), f"{kind} interview".strip()),
    )


def list_grades() -> list[str]:
    """Return the formulas whose unit is a school grade without a ceiling below the grades of adults."""
    facts = formula_facts()
    is_grade = facts["unit"].isin(["US school grade", "years of schooling"])
    return facts.loc[is_grade, "formula"].tolist()
