"""What the page on readability says: its figures, and which differences are called."""

from __future__ import annotations

import pandas as pd

from analysis.pages.notes import note_own, note_reasons
from analysis.pages.phrasing import (
    Texts,
    count,
    itemise,
    join,
    one_or_range,
    out_of,
    sentence_if_empty,
    span,
    tenths,
)
from analysis.readability import EASIER, compare_roles, formula_facts
from analysis.report import FEWEST_WORDS, Report

TOO_SHORT = "No event holds enough words to measure its sentences."
MARKS = "mark: as counted; bar: over other ways of ending sentences; line: 95% interval over turns"


def _note_sentences(n: int) -> str:
    return f"Source: table sentences. {count(n, 'sentence')}; groups under {FEWEST_WORDS} words are left out."


@sentence_if_empty(TOO_SHORT)
def say_components(measured: pd.DataFrame, report: Report) -> Texts:
    """For `plot_components`; measured as from `measure_bands` by label and role."""
    lengths = measured[measured["formula"] == "words_per_sentence"]
    listed = "; ".join(f"{row.label}, {row.role}s {_say_band(row)}" for row in lengths.itertuples())
    reasons = note_reasons(lengths, reason="interval_reason")
    return {
        "title": _title_components(lengths),
        "subtitle": f"Components of readability, by event; answers are the speaker’s own words; {MARKS}",
        "note": f"{_note_sentences(int(lengths['n_sentences'].sum()))}{reasons}",
        "caption": "Averages. Where words were translated, the translator is measured as well.",
        "alt": f"Marks with bars, a row an event, a mark a role. Words a sentence: {listed}.",
    }


def _title_components(lengths: pd.DataFrame) -> str:
    """Say in how many events answers and questions differ; a difference is what the rule calls one."""
    compared = compare_roles(lengths)
    if compared.empty:
        return "What readability is made of"
    n_answers = int((compared["verdict"] == "higher").sum())
    n_questions = int((compared["verdict"] == "lower").sum())
    if n_answers == n_questions:
        return "Which sentences are longer, answers or questions, is not certain in any event"
    longer = "Answers" if n_answers > n_questions else "Questions"
    shorter = "questions" if n_answers > n_questions else "answers"
    events = out_of(max(n_answers, n_questions), len(compared), "event")
    return f"{longer} have longer sentences than {shorter} in {events}"


def _say_band(row: tuple) -> str:
    """Say a score and its band: 20.5 (19.8 to 21.0)."""
    return f"{tenths(row.score)} ({span(row.low, row.high, write=tenths)})"


@sentence_if_empty("No event holds enough words for a formula.")
def say_grades(measured: pd.DataFrame, report: Report) -> Texts:
    """For `plot_grades`; measured as from `measure_bands`, with label."""
    formulas, events = _widest_gap(measured, "label"), _widest_gap(measured, "name")
    means = measured.groupby("label", sort=False)["score"].mean().dropna()
    listed = itemise(means.map(tenths), " ")
    return {
        "title": _title_grades(formulas, events, len(means)),
        "subtitle": f"US school grade that a text asks for, by formula; higher is harder; {MARKS}",
        "note": f"Source: tables sentences and splittings. {note_own(report)}",
        "caption": f"On one text the formulas differ by up to {tenths(formulas)} grades; by one formula the "
        f"events differ by up to {tenths(events)}. The formulas were made for printed prose: compare with "
        "them, do not grade.",
        "alt": f"Marks with bars, a row a formula, a mark an event. Mean grade: {listed or 'none'}.",
    }


def _title_grades(formulas: float, events: float, n_events: int) -> str:
    """Say what differs more: the formulas on one text, or the events by one formula."""
    if n_events < 2 or formulas == events:
        return "What school grade the formulas ask for"
    if formulas > events:
        return "The formulas differ more than the events do"
    return "The events differ more than the formulas do"


def _widest_gap(measured: pd.DataFrame, by: str) -> float:
    """Return how far scores of one group lie apart, in the group where they do most."""
    of_one = measured.groupby(by)["score"]
    return (of_one.max() - of_one.min()).max()


@sentence_if_empty(TOO_SHORT)
def say_lengths(sentences: pd.DataFrame, report: Report) -> Texts:
    """For `plot_lengths`; sentences with row and n_words."""
    middle = sentences.groupby("row", sort=False)["n_words"].median()
    words = middle.map("{:g}".format)
    return {
        "title": _title_lengths(middle),
        "subtitle": "Words a sentence: median (gap), middle half (bar), middle four fifths (line)",
        "note": _note_sentences(len(sentences)),
        "caption": "Sentences as counted: a colon, a semicolon or a dash ends none.",
        "alt": f"Bars with lines. Median words a sentence: {itemise(words, ' ')}.",
    }


def _title_lengths(middle: pd.Series) -> str:
    return one_or_range(
        middle,
        write="{:g}".format,
        one="The median sentence has {low} words",
        several="The median sentence has from {low} to {high} words",
    )


def tell_events(compared: pd.DataFrame, own: pd.DataFrame) -> str:
    """Say whether events differ; compared as from `compare_events`, of own as from `measure_bands`."""
    pairs = compared[["first", "second"]].drop_duplicates()
    if pairs.empty:
        return "There are no two events to compare."
    found = _list_found(compared, "is")
    judged = compared.groupby(["first", "second"], sort=False)["why"].agg(_is_judged).sum()
    told = f"{_tell_range(own)} Of {count(len(pairs), 'pair')} of events, {judged or 'none'} can be judged"
    if not found:
        return f"{told}, and by {_count_formulas(compared)} no difference can be called."
    return f"{told}; {join(found)}."


def _tell_range(own: pd.DataFrame) -> str:
    """Say from where to where the first formula runs."""
    first = own[own["formula"] == own["formula"].iloc[0]]
    scored = first[first["score"].notna()].sort_values("score")
    if scored.empty:
        return "No event holds enough words for a score."
    lowest, highest = (_say_end(row) for row in scored.iloc[[0, -1]].itertuples())
    return f"{scored['name'].iloc[0]} of the answers runs from {lowest} to {highest}."


def _say_end(row: tuple) -> str:
    return f"{tenths(row.score)} ({row.label}; band {span(row.low, row.high, write=tenths)})"


def tell_roles(compared: pd.DataFrame) -> str:
    """Say whether questions are simpler than answers; compared as from `compare_roles`."""
    if compared.empty:
        return "No event prints enough questions and answers to compare."
    events = count(len(compared[["first", "second"]].drop_duplicates()), "event")
    scored = compared[compared["difference"].notna()]
    is_simpler = _is_harder(scored) & (scored["difference"] != 0)
    told = (
        f"As counted, questions score simpler in {is_simpler.sum():,} of "
        f"{count(len(scored), 'comparison')} ({events} with both, {_count_formulas(compared)})"
    )
    found = _list_found(compared, "are")
    return f"{told}; {join(found)}." if found else f"{told}, but no difference can be called."


def tell_all(compared: pd.DataFrame) -> str:
    """Say whether questions differ from answers over all events; compared: one pair, answers first."""
    if compared.empty:
        return "Taken together, nothing can be compared."
    together, found = "All events with both taken together", _list_found(compared, "are")
    if not found:
        return f"{together}, no difference can be called by any of {_count_formulas(compared)}."
    return f"{together}, {join(found)}."


def tell_open(compared: pd.DataFrame) -> str:
    """Say why comparisons of events stay open, the most frequent reason first."""
    if compared.empty:
        return "everything that takes two events."
    open_ones = compared.loc[compared["verdict"] == "", "why"]
    if open_ones.empty:
        return "nothing of what was compared."
    reasons = open_ones.replace(r"^needs .*", "the text is too short for the formula", regex=True)
    kinds = reasons.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    listed = join(f"{why} ({n:,})" for why, n in kinds.items())
    return f"of {count(len(compared), 'comparison')} of events, {len(open_ones):,} stay open: {listed}."


def _is_judged(why: pd.Series) -> bool:
    """Tell whether a pair has turns enough; a text too short for some formulas is judged by the others."""
    long_enough = why[~why.str.startswith("needs")]
    return len(long_enough) > 0 and not long_enough.str.startswith("fewer than").any()


def _is_harder(compared: pd.DataFrame) -> pd.Series:
    """Tell whether the first group of each comparison scores as harder than the second."""
    facts = formula_facts()
    of_ease = facts.loc[facts["direction"] == EASIER, "formula"]
    is_higher = compared["difference"] > 0
    higher_is_easier = compared["formula"].isin(of_ease)
    return is_higher ^ higher_is_easier


def _list_found(compared: pd.DataFrame, verb: str) -> list[str]:
    """List the pairs that differ: "A is harder than B by 1 of 3 formulas (SMOG grade)"."""
    found, formulas = compared[compared["verdict"] != ""], _count_formulas(compared)
    words = _is_harder(found).map({True: "harder", False: "simpler"})
    groups = found.groupby([found["first"], words, found["second"]], sort=False)["name"]
    return [
        f"{a} {verb} {word} than {b} by {len(names)} of {formulas} ({join(names)})"
        for (a, word, b), names in groups
    ]


def _count_formulas(compared: pd.DataFrame) -> str:
    return count(compared["formula"].nunique(), "formula")


def list_grades() -> list[str]:
    """Return the formulas whose unit is a school grade without a ceiling below the grades of adults."""
    facts = formula_facts()
    is_grade = facts["unit"].isin(["US school grade", "years of schooling"])
    return facts.loc[is_grade, "formula"].tolist()
