"""Scores and components as tables for reading: a cell holds a score and its band, or why there is none."""

from __future__ import annotations

import pandas as pd

from analysis.figures import display_text
from analysis.language import choose_lists
from analysis.messages import translate_parts
from analysis.pages.phrasing import span
from analysis.readability import (
    FORMULAS,
    LANGUAGE_FORMULAS,
    choose_formulas,
    formula_facts,
    language_formula_facts,
    name_measurements,
)
from analysis.report import Report

# How the columns of the tables on formulas are headed.
HEADINGS = {
    "formulas": {
        "label": "formula",
        "direction": "direction",
        "unit": "unit",
        "min_words": "fewest words",
        "min_sentences": "fewest sentences",
    },
    "origins": {"label": "formula", "author": "authors", "year": "year", "made_for": "made for"},
    "counted": {
        "label": "formula",
        "counts": "what it asks for",
        "counted_here": "how it is counted here",
        "minimum": "why the minimum",
    },
    "claims": {"label": "formula", "may_claim": "what it may claim"},
}
RESTS_ON = {formula.label: name_measurements(formula) for formula in (*FORMULAS, *LANGUAGE_FORMULAS)}


def list_bands(measured: pd.DataFrame, *, names: dict[str, str]) -> pd.DataFrame:
    """Set the bands of interviews side by side, formulas that rest on the same measurements together.

    measured: one row per (label, formula), as from `measure_bands`. names: how each label is printed.
    Returns one row a formula: formula, rests on, and a column an interview, such as "13.2 (11.8 to 13.9)", or
    the reason; where no way of ending sentences changes a score, the score alone.
    """
    rows = measured[["score", "low", "high", "reason"]].itertuples(index=False)
    texts = [row.reason or _write_score(row.score, row.low, row.high) for row in rows]
    cells = measured.assign(cell=texts, label=measured["label"].map(names))
    wide = cells.pivot(index="name", columns="label", values="cell")
    formulas, labels = cells["name"].unique(), cells["label"].unique()
    ordered = wide.reindex(index=formulas, columns=labels)
    listed = ordered.rename_axis(index="formula", columns=None).reset_index()
    listed.insert(1, "rests on", listed["formula"].map(RESTS_ON).fillna(""))
    return listed.sort_values("rests on", kind="stable", ignore_index=True)


def list_limits(measured: pd.DataFrame) -> pd.DataFrame:
    """Set the components of every voice side by side, with their limits over turns.

    measured: one row per (text, role, component), as from `measure_bands`.
    Returns one row a text and role: text, role, turns, sentences, words, a column a component, such as
    "18.1 (16.6 to 19.6)", and limits (why there are none).
    """
    keys = ["text", "role", "n_turns", "n_sentences", "n_words"]
    rows = measured[["score", "interval_low", "interval_high"]].itertuples(index=False)
    cells = measured.assign(cell=[_write_score(*row) for row in rows])
    wide = cells.pivot(index=keys, columns="name", values="cell")
    voices = pd.MultiIndex.from_frame(cells[keys].drop_duplicates())
    ordered = wide.reindex(index=voices, columns=cells["name"].unique())
    why = cells.groupby(keys)["interval_reason"].first()
    listed = ordered.assign(limits=why).rename_axis(columns=None).reset_index()
    return listed.rename(columns=lambda name: name.removeprefix("n_"))


def list_comparisons(*compared: pd.DataFrame) -> pd.DataFrame:
    """Put comparisons in one table for reading, differences that are called first.

    compared: as from `compare_events` and `compare_roles`. Returns their rows, with ways: "6 of 7", "" where
    nothing could be judged, or where sentences end makes no difference.
    """
    rows = pd.concat(compared, ignore_index=True)
    is_judged = rows["n_ways"].notna() & (rows["low"] != rows["high"])
    ways = rows["n_ways"].fillna(0).astype(int).astype(str) + " of " + rows["of_ways"].astype(str)
    listed = rows.assign(ways=ways.where(is_judged, ""), rank=rows["verdict"].eq(""))
    return listed.sort_values("rank", kind="stable", ignore_index=True).drop(columns="rank").round(3)


def _write_score(score: float, low: float, high: float) -> str:
    """Write a score with its two limits, if it has any."""
    if pd.isna(low) or low == high:
        return display_text(score)
    return f"{display_text(score)} ({span(low, high)})"


def list_origins(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts of formulas with the year as it is printed; facts: one row a formula."""
    return facts.assign(year=facts["year"].astype(str))


def list_counted(facts: pd.DataFrame) -> pd.DataFrame:
    """Return the facts of formulas with what they count in words and not as columns; facts: one row a formula."""
    counted = facts["counts"].str.replace("n_", "").str.replace("_", " ")
    return facts.assign(counts=counted.map(translate_parts))


def list_facts(report: Report) -> tuple[pd.DataFrame, pd.DataFrame]:
    """List the facts of formulas, those for English or any language and those for others: one row a formula.

    Where no text is in English only the formulas are listed that fit the texts, so that no page tells of others.
    """
    languages = report.sources["language"]
    tables = formula_facts(), language_formula_facts()
    if choose_lists(languages).is_english:
        return tables
    fitting = [formula.formula for formula in choose_formulas(languages)]
    return tuple(table[table["formula"].isin(fitting)] for table in tables)
