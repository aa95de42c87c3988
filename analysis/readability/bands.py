"""Scores as bands: what a score could be if sentences ended otherwise, and how far turns let it vary.

A band holds the score of the same words under each splitting. A difference between two groups is called one
only where their bands lie apart, and the gap between the bands is more than chance among turns would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations, repeat
from typing import NamedTuple

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
    totals, turns = add_up(sentences, by), _list_turns(sentences, splittings, by)
    rows = []
    for place, (_, counts) in enumerate(turns.counts.groupby(by)):
        group = totals.iloc[[place]]
        facts = group.iloc[0].drop(COUNTS[1:]).to_dict()
        own = _Turns(counts, turns.ends.loc[counts.index])
        reasons = [why_missing(group, formula).iloc[0] for formula in formulas]
        measured = map(_measure, formulas, repeat(own), reasons)
        rows += [facts | values for values in measured]
    return pd.DataFrame(rows, columns=[*by, *MEASURED])


class _Turns(NamedTuple):
    """Turns, one row each: what is counted in them, and how many sentences they make by each splitting."""

    counts: pd.DataFrame
    ends: pd.DataFrame

    def add_up(self) -> _Turns:
        return _Turns(*(table.sum().to_frame().T for table in self))

    def leave_out_each(self) -> _Turns:
        """Return what is left without each turn in turn."""
        return _Turns(*(table.sum().to_numpy() - table for table in self))


def _list_turns(sentences: pd.DataFrame, splittings: pd.DataFrame, by: list[str]) -> _Turns:
    keys = list(dict.fromkeys([*by, *CLUSTER]))
    counts = add_up(sentences, keys).set_index(keys)[COUNTS]
    ends = splittings.pivot_table(index=keys, columns="splitting", values="n_sentences", aggfunc="sum")
    return _Turns(counts, ends.reindex(index=counts.index, columns=SPLITTING_NAMES).fillna(0))


def _measure(formula: Formula, turns: _Turns, reason: str) -> dict[str, object]:
    """Score one group of turns with one formula, unless there is a reason not to."""
    named = {
        "formula": formula.formula,
        "name": formula.label,
        "n_turns": len(turns.counts),
        "reason": reason,
    }
    if reason:
        return named
    scores, left_out = _apply(formula, turns.add_up())[0], _apply(formula, turns.leave_out_each())
    counted = SPLITTING_NAMES.index(COUNTED)
    interval = jackknife_interval(scores[counted], left_out[:, counted])
    spread = dict(zip(["interval_low", "interval_high", "interval_reason"], interval, strict=True))
    return named | {"score": scores[counted]} | _describe_band(scores, left_out) | spread


def _describe_band(scores: np.ndarray, left_out: np.ndarray) -> dict[str, object]:
    """Describe the ends of a band; scores: one a splitting; left_out: the same, a row each turn left out."""
    band = {}
    for end, at in (("low", scores.argmin()), ("high", scores.argmax())):
        band[end] = scores[at]
        band[f"{end}_by"] = SPLITTING_NAMES[at] if scores.min() < scores.max() else ""
        band[f"error_{end}"] = jackknife_error(left_out[:, at])
    return band


def _apply(formula: Formula, turns: _Turns) -> np.ndarray:
    """Score each row under each splitting: one row a row, one column a splitting."""
    columns = {name: turns.counts[[name]].to_numpy(dtype=float) for name in COUNTS}
    columns["n_sentences"] = turns.ends.to_numpy(dtype=float)
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
    if not why and not gap > _reach(above, below, level):
        why = "turns vary more than the groups differ"
    verdict = "" if why else "higher" if difference > 0 else "lower"
    return {"difference": difference, "gap": gap, "verdict": verdict, "why": why}


def _reach(above: pd.Series, below: pd.Series, level: float) -> float:
    """Return how far apart chance among turns may put the ends of two bands that face each other."""
    errors = np.array([above["error_low"], below["error_high"]])
    free = np.array([above["n_turns"], below["n_turns"]]) - 1
    df = np.sum(errors**2) ** 2 / np.sum(errors**4 / free)
    return float(stats.t.ppf((1 + level) / 2, df) * np.hypot(*errors))


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
