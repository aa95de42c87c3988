"""Scores as bands: what a score could be if sentences ended otherwise, and how far turns let it vary.

A band holds the score of the same words under each splitting. Two bands do not say whether two groups differ:
their ends belong to different splittings. `comparisons` sets groups side by side under the same splitting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting import COUNTED, SPLITTINGS
from analysis.readability.formulas import Formula
from analysis.readability.scores import COUNTS, add_up, find_unfit, why_missing
from analysis.statistics import jackknife_interval

CLUSTER = ["source", "turn"]
SPLITTING_NAMES = [splitting.splitting for splitting in SPLITTINGS]
MEASURED = [
    *("formula", "name", "score", "low", "high", "low_by", "high_by"),
    *("interval_low", "interval_high", "interval_reason"),
    *("n_turns", "n_words", "n_sentences", "reason"),
]


def measure_bands(
    sentences: pd.DataFrame, splittings: pd.DataFrame, formulas: Iterable[Formula], *, by: Sequence[str]
) -> pd.DataFrame:
    """Score each group of sentences with its band over the splittings and its interval over turns.

    sentences: one row a sentence (the columns of `by`, source, turn, COUNTS, and language where not
    all are English). splittings: one row a turn and
    splitting (the columns of `by`, source, turn, splitting, n_sentences). formulas: or COMPONENTS.
    Returns one row a group and formula: formula, name, score, low and high (of the band), low_by and high_by
    (the splittings that give them), interval_low and interval_high (95 % over turns, jackknife, the splitting
    as counted) or interval_reason, n_turns, n_words, n_sentences, and reason (why there is no score).
    """
    by, formulas = list(by), list(formulas)
    totals, turns = add_up(sentences, by), list_turns(sentences, splittings, by)
    languages, groups = list_languages(sentences, by), totals.set_index(by).index
    facts = totals.drop(columns=COUNTS[1:]).to_dict("records")
    short = [why_missing(totals, formula).tolist() for formula in formulas]
    rows = []
    for place, own in enumerate(_part(turns, by)):
        spoken = languages.get(groups[place], ())
        unfit = [find_unfit(formula, spoken) for formula in formulas]
        reasons = [why or too_short[place] for why, too_short in zip(unfit, short, strict=True)]
        parts = (own.add_up(), own.leave_out_each())
        measured = map(_measure, formulas, repeat(parts), reasons)
        rows += [facts[place] | values for values in measured]
    return pd.DataFrame(rows, columns=[*by, *MEASURED])


def list_languages(sentences: pd.DataFrame, by: list[str]) -> dict[object, set[str]]:
    """Return the languages of each group; none where sentences have no language, which is English then."""
    if "language" not in sentences:
        return {}
    groups = sentences.groupby(by[0] if len(by) == 1 else by)["language"]
    return {key: set(codes) for key, codes in groups}


class Turns(NamedTuple):
    """Turns, one row each: what is counted in them, and how many sentences they make by each splitting."""

    counts: pd.DataFrame
    ends: pd.DataFrame

    def add_up(self) -> Turns:
        return Turns(*(table.sum().to_frame().T for table in self))

    def leave_out_each(self) -> Turns:
        """Return what is left without each turn in turn."""
        return Turns(*(table.sum().to_numpy() - table for table in self))


def list_turns(sentences: pd.DataFrame, splittings: pd.DataFrame, by: list[str]) -> Turns:
    """Add up each turn of each group; both tables have the columns of `by`, source and turn."""
    keys = list(dict.fromkeys([*by, *CLUSTER]))
    counts = add_up(sentences, keys).set_index(keys)[COUNTS]
    ends = splittings.pivot_table(index=keys, columns="splitting", values="n_sentences", aggfunc="sum")
    return Turns(counts, ends.reindex(index=counts.index, columns=SPLITTING_NAMES).fillna(0))


def _part(turns: Turns, by: list[str]) -> Iterator[Turns]:
    """Yield the turns of each group, in order of the groups."""
    for (_, counts), (_, ends) in zip(*(table.groupby(by) for table in turns), strict=True):
        yield Turns(counts, ends)


def _measure(formula: Formula, parts: tuple[Turns, Turns], reason: str) -> dict[str, object]:
    """Score one group of turns with one formula, unless there is a reason not to.

    parts: all turns added up, and what is left without each of them.
    """
    whole, without = parts
    named = {
        "formula": formula.formula,
        "name": formula.label,
        "n_turns": len(without.counts),
        "reason": reason,
    }
    if reason:
        return named
    scores, left_out = score_turns(formula, whole)[0], score_turns(formula, without)
    counted = SPLITTING_NAMES.index(COUNTED)
    interval = jackknife_interval(scores[counted], left_out[:, counted])
    spread = dict(zip(["interval_low", "interval_high", "interval_reason"], interval, strict=True))
    return named | {"score": scores[counted]} | _describe_band(scores) | spread


def _describe_band(scores: np.ndarray) -> dict[str, object]:
    """Describe the ends of a band; scores: one a splitting."""
    band = {}
    for end, at in (("low", scores.argmin()), ("high", scores.argmax())):
        band[end] = scores[at]
        band[f"{end}_by"] = SPLITTING_NAMES[at] if scores.min() < scores.max() else ""
    return band


def score_turns(formula: Formula, turns: Turns) -> np.ndarray:
    """Score each row under each splitting: one row a row, one column a splitting."""
    numbers = turns.counts.to_numpy(dtype=float)
    columns = {name: numbers[:, [place]] for place, name in enumerate(turns.counts.columns)}
    columns["n_sentences"] = turns.ends.to_numpy(dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):  # without a turn, nothing may be left
        scores = formula.score(**{name: columns[name] for name in formula.counts})
    return np.broadcast_to(scores, columns["n_sentences"].shape)
