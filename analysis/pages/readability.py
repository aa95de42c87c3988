"""What figures and verdicts of readability say in words, composed from their tables."""

from __future__ import annotations

import pandas as pd

from analysis.pages.phrasing import Texts, count, join, out_of, sentence_if_empty
from analysis.pages.sources import note_own
from analysis.readability import EASIER, compare_roles, formula_facts
from analysis.report import FEWEST_WORDS, Report

MARKS = "mark: as counted; bar: over other ways of ending sentences; line: 95% interval over turns"


def _note_sentences(n: int) -> str:
    return f"Source: table sentences. {count(n, 'sentence')}; groups under {FEWEST_WORDS} words are left out."


@sentence_if_empty("No event holds enough words to measure its sentences.")
def say_components(measured: pd.DataFrame, report: Report) -> Texts:
    """For `plot_components`; measured as from `measure_bands` by label and role."""
    lengths = measured[measured["formula"] == "words_per_sentence"]
    listed = "; ".join(
        f"{r.label}, {r.role}s {r.score:.1f} ({r.low:.1f} to {r.high:.1f})" for r in lengths.itertuples()
    )
    return {
        "title": _title_components(lengths),
        "subtitle": f"Components of readability, by event; answers are the speaker’s own words; {MARKS}",
        "note": f"{_note_sentences(int(lengths['n_sentences'].sum()))}{_note_turns(lengths)}",
        "caption": "Averages. Where words were translated, the translator is measured as well.",
        "alt": f"Marks with bars, a row an event, a mark a role. Words a sentence: {listed}.",
    }


def _title_components(lengths: pd.DataFrame) -> str:
    """Say in how many events answers and questions differ; a difference is what the rule calls one."""
    compared = compare_roles(lengths)
    if compared.empty:
        return "What readability is made of"
    longer = {"Answers": (compared["verdict"] == "higher").sum()}
    longer["Questions"] = (compared["verdict"] == "lower").sum()
    first, second = sorted(longer, key=longer.get, reverse=True)
    if longer[first] == longer[second]:
        return "Which sentences are longer, answers or questions, is not certain in any event"
    return (
        f"{first} have longer sentences than {second.lower()} in "
        f"{out_of(int(longer[first]), len(compared), 'event')}"
    )


def _note_turns(measured: pd.DataFrame) -> str:
    reasons = measured.loc[measured["interval_reason"].fillna("") != "", ["label", "interval_reason"]]
    why = reasons.drop_duplicates().groupby("interval_reason", sort=False)["label"].agg(join)
    return "".join(f" No interval for {labels}: {reason}." for reason, labels in why.items())


@sentence_if_empty("No event holds enough words for a formula.")
def say_grades(measured: pd.DataFrame, report: Report) -> Texts:
    """For `plot_grades`; measured as from `measure_bands`, with label."""
    formulas, events = (_widest_gap(measured, by) for by in ("label", "name"))
    means = measured.groupby("label", sort=False)["score"].mean().dropna()
    listed = "; ".join(f"{label} {score:.1f}" for label, score in means.items())
    more, less = ("formulas", "events") if formulas > events else ("events", "formulas")
    return {
        "title": f"The {more} differ more than the {less} do"
        if len(means) > 1 and formulas != events
        else "What school grade the formulas ask for",
        "subtitle": f"US school grade that a text asks for, by formula; higher is harder; {MARKS}",
        "note": f"Source: tables sentences and splittings. {note_own(report)}",
        "caption": f"On one text the formulas differ by up to {formulas:.1f} grades; by one formula the "
        f"events differ by up to {events:.1f}. The formulas were made for printed prose: compare with them, "
        "do not grade.",
        "alt": f"Marks with bars, a row a formula, a mark an event. Mean grade: {listed or 'none'}.",
    }


def _widest_gap(measured: pd.DataFrame, by: str) -> float:
    of_one = measured.groupby(by)["score"]
    return (of_one.max() - of_one.min()).max()


@sentence_if_empty("No event holds enough words to measure its sentences.")
def say_lengths(sentences: pd.DataFrame, report: Report) -> Texts:
    """For `plot_lengths`; sentences with row and n_words."""
    middle = sentences.groupby("row", sort=False)["n_words"].median()
    low, high = (f"{length:g}" for length in (middle.min(), middle.max()))
    listed = "; ".join(f"{row} {length:g}" for row, length in middle.items())
    return {
        "title": f"The median sentence has from {low} to {high} words"
        if low != high
        else f"The median sentence has {low} words",
        "subtitle": "Words a sentence: median (gap), middle half (bar), middle four fifths (line)",
        "note": _note_sentences(len(sentences)),
        "caption": "Sentences as counted: a colon, a semicolon or a dash ends none.",
        "alt": f"Bars with lines. Median words a sentence: {listed}.",
    }


def tell_events(compared: pd.DataFrame, own: pd.DataFrame) -> str:
    """Say whether events differ; compared as from `compare_events`, of own as from `measure_bands`."""
    pairs = compared[["first", "second"]].drop_duplicates()
    if pairs.empty:
        return "There are no two events to compare."
    found, formulas = _list_found(compared, "is"), count(compared["formula"].nunique(), "formula")
    judged = compared.groupby(["first", "second"], sort=False)["why"].agg(_is_judged).sum()
    told = f"{_tell_range(own)} Of {count(len(pairs), 'pair')} of events, {judged or 'none'} can be judged"
    if not found:
        return f"{told}, and by {formulas} no difference can be called."
    return f"{told}; {join(found)}."


def _tell_range(own: pd.DataFrame) -> str:
    """Say from where to where the first formula runs."""
    scored = own[(own["formula"] == own["formula"].iloc[0]) & own["score"].notna()].sort_values("score")
    if scored.empty:
        return "No event holds enough words for a score."
    ends = [
        f"{row.score:.1f} ({row.label}; band {row.low:.1f} to {row.high:.1f})"
        for row in scored.iloc[[0, -1]].itertuples()
    ]
    return f"{scored['name'].iloc[0]} of the answers runs from {ends[0]} to {ends[1]}."


def tell_roles(compared: pd.DataFrame) -> str:
    """Say whether questions are simpler than answers; compared as from `compare_roles`."""
    if compared.empty:
        return "No event prints enough questions and answers to compare."
    events = count(len(compared[["first", "second"]].drop_duplicates()), "event")
    formulas = count(compared["formula"].nunique(), "formula")
    scored = compared[compared["difference"].notna()]
    n_simpler = int((_is_harder(scored) & (scored["difference"] != 0)).sum())
    told = (
        f"As counted, questions score simpler in {n_simpler:,} of {count(len(scored), 'comparison')} "
        f"({events} with both, {formulas})"
    )
    found = _list_found(compared, "are")
    return f"{told}; {join(found)}." if found else f"{told}, but no difference can be called."


def tell_all(compared: pd.DataFrame) -> str:
    """Say whether questions differ from answers over all events; compared: one pair, answers first."""
    if compared.empty:
        return "Taken together, nothing can be compared."
    found, formulas = _list_found(compared, "are"), count(len(compared), "formula")
    if not found:
        return f"All events with both taken together, no difference can be called by any of {formulas}."
    return f"All events with both taken together, {join(found)}."


def tell_open(compared: pd.DataFrame) -> str:
    """Say why comparisons of events stay open, the most frequent reason first."""
    if compared.empty:
        return "everything that takes two events."
    open_ones = compared.loc[compared["verdict"] == "", "why"]
    if open_ones.empty:
        return "nothing of what was compared."
    kinds = open_ones.replace(
        r"^needs .*", "the text is too short for the formula", regex=True
    ).value_counts()
    ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    listed = join(f"{why} ({n:,})" for why, n in ordered)
    return f"of {count(len(compared), 'comparison')} of events, {len(open_ones):,} stay open: {listed}."


def _is_judged(why: pd.Series) -> bool:
    """Tell whether a pair has turns enough; a text too short for some formulas is judged by the others."""
    long_enough = why[~why.str.startswith("needs")]
    return len(long_enough) > 0 and not long_enough.str.startswith("fewer than").any()


def _is_harder(compared: pd.DataFrame) -> pd.Series:
    """Tell whether the first group of each comparison scores as harder than the second."""
    easier = formula_facts().set_index("formula")["direction"].eq(EASIER)
    return (compared["difference"] > 0) ^ compared["formula"].map(easier).fillna(False).astype(bool)


def _list_found(compared: pd.DataFrame, verb: str) -> list[str]:
    """List the pairs that differ: "A is harder than B by 1 of 3 formulas (SMOG grade)"."""
    found, formulas = compared[compared["verdict"] != ""], count(compared["formula"].nunique(), "formula")
    words = _is_harder(found).map({True: "harder", False: "simpler"})
    groups = found.groupby([found["first"], words, found["second"]], sort=False)["name"]
    return [
        f"{a} {verb} {word} than {b} by {len(names)} of {formulas} ({join(names)})"
        for (a, word, b), names in groups
    ]


def list_grades() -> list[str]:
    """Return the formulas whose unit is a school grade without a ceiling below the grades of adults."""
    facts = formula_facts()
    is_grade = facts["unit"].isin(["US school grade", "years of schooling"])
    return facts.loc[is_grade, "formula"].tolist()
