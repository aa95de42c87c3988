"""Scores as bands: what a score could be if sentences ended otherwise, and how far turns let it vary.

A band holds the score of the same words under each splitting. A difference between two groups is called one
only where their bands lie apart, and the gap between the bands is more than chance among turns would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations

import numpy as np
import pandas as pd
from scipy import stats

from analysis.counting import COUNTED, SPLITTINGS
from analysis.readability.formulas import Formula
from analysis.readability.scores import COUNTS, add_up, why_missing
from analysis.statistics import jackknife_error, jackknife_interval

CLUSTER = ["source", "turn"]
SPLITTING_NAMES = [splitting.splitting for splitting in SPLITTINGS]
MEASURED = [
    *("formula", "name", "score", "low", "high", "low_by", "high_by"),
    *("interval_low", "interval_high", "interval_reason", "error_low", "error_high"),
    *("n_turns", "n_words", "n_sentences", "reason"),
]
COMPARED = ["formula", "name", "first", "second", "difference", "gap", "verdict", "why"]


def measure_bands(
    sentences: pd.DataFrame, splittings: pd.DataFrame, formulas: Iterable[Formula], *, by: Sequence[str]
) -> pd.DataFrame:
    """Score each group of sentences with its band over the splittings and its interval over turns.

    sentences: one row a sentence (the columns of `by`, source, turn, COUNTS). splittings: one row a turn and
    splitting (the columns of `by`, source, turn, splitting, n_sentences). formulas: or COMPONENTS.
    Returns one row a group and formula: formula, name, score, low and high (of the band), low_by and high_by
    (the splittings that give them), interval_low and interval_high (95 % over turns, jackknife, the splitting
    as counted) or interval_reason, error_low and error_high (jackknife errors at the ends of the band),
    n_turns, n_words, n_sentences, and reason (why there is no score).
    """
    by, formulas = list(by), list(formulas)
    totals = add_up(sentences, by)
    keys = [*by, *(column for column in CLUSTER if column not in by)]
    turns = add_up(sentences, keys).set_index(keys)
    ends = splittings.pivot_table(index=keys, columns="splitting", values="n_sentences", aggfunc="sum")
    ends = ends.reindex(index=turns.index, columns=SPLITTING_NAMES).fillna(0)
    rows = []
    for place, (_, own) in enumerate(turns.groupby(by)):
        group = totals.iloc[[place]]
        for formula in formulas:
            reason = why_missing(group, formula).iloc[0]
            measured = _measure(formula, own[COUNTS], ends.loc[own.index], reason)
            rows.append({**group.iloc[0].drop(COUNTS[1:]).to_dict(), **measured})
    return pd.DataFrame(rows, columns=[*by, *MEASURED])


def _measure(formula: Formula, counts: pd.DataFrame, ends: pd.DataFrame, reason: str) -> dict[str, object]:
    """Score one group with one formula; counts and ends: one row a turn, ends with a column a splitting."""
    named = {"formula": formula.formula, "name": formula.label, "n_turns": len(counts), "reason": reason}
    if reason:
        return named
    all_counts, all_ends = counts.sum().to_frame().T, ends.sum().to_frame().T
    scores = _apply(formula, all_counts, all_ends)[0]
    low, high = int(scores.argmin()), int(scores.argmax())
    bounds = {"score": scores[SPLITTING_NAMES.index(COUNTED)], "low": scores[low], "high": scores[high]}
    by = (
        dict.fromkeys(["low_by", "high_by"], "")
        if low == high
        else {"low_by": SPLITTING_NAMES[low], "high_by": SPLITTING_NAMES[high]}
    )
    left_out = _apply(formula, all_counts.to_numpy() - counts, all_ends.to_numpy() - ends)
    interval = jackknife_interval(bounds["score"], left_out[:, SPLITTING_NAMES.index(COUNTED)])
    spread = dict(zip(["interval_low", "interval_high", "interval_reason"], interval, strict=True))
    errors = {f"error_{end}": jackknife_error(left_out[:, at]) for end, at in (("low", low), ("high", high))}
    return named | bounds | by | spread | errors


def _apply(formula: Formula, counts: pd.DataFrame, ends: pd.DataFrame) -> np.ndarray:
    """Score each row of counts under each splitting: one row a row, one column a splitting."""
    columns = {name: counts[[name]].to_numpy(dtype=float) for name in COUNTS}
    columns["n_sentences"] = ends.to_numpy(dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):  # without a turn, nothing may be left
        scores = formula.score(**{name: columns[name] for name in formula.counts})
    return np.broadcast_to(scores, columns["n_sentences"].shape)


def compare_bands(
    measured: pd.DataFrame, pairs: Sequence[tuple[str, str]], *, group: str, level: float = 0.95
) -> pd.DataFrame:
    """Say of each pair of groups and each formula whether their scores differ.

    measured: as from `measure_bands`; the column `group` names the groups. pairs: of such names.
    Returns one row a pair and formula: formula, name, first, second, difference (of the scores as counted,
    first less second), gap (between the bands, negative where they overlap), verdict ('higher', 'lower', or
    '' where no difference is called) and why none is.
    The rule: a difference is called where the bands lie apart and the gap exceeds t times the joint error at
    the ends that face each other, with Welch's degrees of freedom (Welch 1947). The level is divided among
    the pairs that one formula can judge, those with an interval on both sides (Bonferroni; Dunn 1961).
    """
    compared = []
    for (formula, name), own in measured.groupby(["formula", "name"], sort=False):
        rows = own.set_index(group)
        known = [(a, b) for a, b in pairs if a in rows.index and b in rows.index]
        n_judged = sum(_has_errors(rows.loc[a]) and _has_errors(rows.loc[b]) for a, b in known)
        share = 1 - (1 - level) / max(n_judged, 1)
        for a, b in known:
            names = {"formula": formula, "name": name, "first": a, "second": b}
            compared.append(names | _compare(rows.loc[a], rows.loc[b], share))
    return pd.DataFrame(compared, columns=COMPARED).sort_values(
        ["first", "second"], key=lambda column: column.map(_order(pairs)), kind="stable", ignore_index=True
    )


def _order(pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(chain(*pairs)))}


def _has_errors(row: pd.Series) -> bool:
    return not row["reason"] and not row["interval_reason"]


def _compare(a: pd.Series, b: pd.Series, level: float) -> dict[str, object]:
    difference = a["score"] - b["score"]
    above, below = (a, b) if difference > 0 else (b, a)
    gap = max(a["low"] - b["high"], b["low"] - a["high"])
    why = _why_undecided(a, b, gap)
    if not why:
        errors = np.array([above["error_low"], below["error_high"]])
        free = np.array([above["n_turns"], below["n_turns"]]) - 1
        t = stats.t.ppf((1 + level) / 2, np.sum(errors**2) ** 2 / np.sum(errors**4 / free))
        why = "" if gap > t * np.hypot(*errors) else "turns vary more than the groups differ"
    verdict = "" if why else "higher" if difference > 0 else "lower"
    return {"difference": difference, "gap": gap, "verdict": verdict, "why": why}


def _why_undecided(a: pd.Series, b: pd.Series, gap: float) -> str:
    """Say why two groups cannot be told apart, whatever their turns; "" where their turns decide."""
    if reasons := [row["reason"] for row in (a, b) if row["reason"]]:
        return reasons[0]
    if not gap > 0:
        return "bands overlap"
    return next((row["interval_reason"] for row in (a, b) if row["interval_reason"]), "")


def compare_events(measured: pd.DataFrame) -> pd.DataFrame:
    """Compare the events two at a time; see `compare_bands`. measured: one row per (label, formula)."""
    labels = measured["label"].unique()
    return compare_bands(measured, list(combinations(labels, 2)), group="label")


def compare_roles(measured: pd.DataFrame) -> pd.DataFrame:
    """Compare answers with questions in each event that has both; see `compare_bands`.

    measured: one row per (label, role, formula). The groups are called "LABEL, answers".
    """
    named = measured.assign(group=measured["label"] + ", " + measured["role"] + "s")
    roles = measured.groupby("label", sort=False)["role"].agg(set)
    both = roles.index[roles.map({"answer", "question"}.issubset)] if len(roles) else []
    pairs = [(f"{label}, answers", f"{label}, questions") for label in both]
    return compare_bands(named, pairs, group="group")
