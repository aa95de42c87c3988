"""Like against like: answers with questions of one interview, and the answers of two interviews.

Compared are measurements, not formulas: formulas share them, so that several that agree say one thing. Both sides
are always taken under the same splitting, and a difference is called one only where it is more than chance under
nearly all splittings.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import comb
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import base_language
from analysis.readability.bands import CLUSTER, COUNTED, SPLITTING_NAMES, Turns, list_turns, score_turns
from analysis.readability.components import MEASUREMENTS
from analysis.readability.formulas import Formula
from analysis.readability.scores import find_unfit
from analysis.roles import QUESTION
from analysis.statistics import N_DEALS, deal_sides, flip_signs

LEVEL = 0.95  # of all comparisons of one table together
FEWEST_ANSWERS = 6  # of a side, or exchanges; of fewer nothing is said of turns anywhere in the report
MOST_FAILING = 1  # splittings under which a difference that is called may be within chance
TOO_FEW = "too few answers"
TOO_MANY = "too many comparisons at once"
WITHIN_CHANCE = "within chance"
DEPENDS = "it depends on where sentences are taken to end"
DISAGREE = "long answers and the others point different ways"
COMPARED = [
    *("formula", "name", "first", "second", "score_first", "score_second", "difference", "low", "high"),
    *("tested", "n_ways", "of_ways", "p", "reach", "n_first", "n_second", "verdict", "why"),
]
ANSWERS, QUESTIONS = "answers", "questions"


class _Sides(NamedTuple):
    """Two groups to compare: what they are called, their turns, and the test of a formula at a level.

    least_p: the smallest p that so many turns can have. test: returns p, reach and the tested figure, by
    splitting.
    """

    first: str
    second: str
    turns: tuple[Turns, Turns]
    least_p: float
    test: Callable[[Formula, float], tuple[np.ndarray, np.ndarray, np.ndarray]]


def compare_roles(sentences: pd.DataFrame, splittings: pd.DataFrame, *, group: str = "label") -> pd.DataFrame:
    """Compare the answers with the questions of each group that has both, exchange by exchange.

    sentences, splittings: as for `measure_bands`, with role (answer, question). group: the column that names
    the groups, such as interviews; all rows of one name are pooled. An exchange is a question and the answer
    to it; what belongs to none is left out. Tested is the mean difference within exchanges (`flip_signs`).
    Returns what `compare_events` does; first and second are "LABEL, answers" and "LABEL, questions", n_first
    and n_second the exchanges.
    """
    keys = list(dict.fromkeys([group, *CLUSTER, "role"]))
    turns = _pair_exchanges(list_turns(sentences, splittings, keys))
    labels = [
        label for label in sentences[group].unique() if label in turns.counts.index.get_level_values(group)
    ]
    faced = [_face_roles(label, _take(turns, group, label)) for label in labels]
    return _compare(faced, _choose_measurements(sentences))


def compare_events(
    sentences: pd.DataFrame, splittings: pd.DataFrame, *, group: str = "label"
) -> pd.DataFrame:
    """Compare the groups two at a time: sentence length, word length, rare words.

    sentences, splittings: as for `measure_bands`, one role. group: the column that names the groups.
    Two groups in different languages, or of which one holds several, are never compared.
    Tested is the difference of the averages with the turns of both dealt anew (`deal_sides`).
    Returns one row a pair and measurement: formula, name (of the measurement), first, second, score_first,
    score_second and difference (as counted, first less second), low and high (the differences over the
    splittings, both sides always under the same one), tested (the tested figure, as counted), n_ways
    (splittings under which the difference is more
    than chance, the same way round) of of_ways, p and reach (of the tested figure, as counted; chance
    alone gives as much), n_first and n_second (turns),
    verdict ('higher', 'lower', or '' where no difference is called) and why none is.
    A difference is called where at most one splitting leaves it within chance and none turns it round. The
    level is divided among the comparisons that can be judged, over all measurements (Dunn 1961).
    """
    turns = list_turns(sentences, splittings, [group, *CLUSTER])
    pairs = _pair_groups(sentences, group)
    faced = [_face_events(a, b, _take(turns, group, a), _take(turns, group, b)) for a, b in pairs]
    return _compare(faced, _choose_measurements(sentences))


def _pair_groups(sentences: pd.DataFrame, group: str) -> list[tuple[str, str]]:
    """List each two groups whose sentences are all in one and the same language."""
    pairs = combinations(sentences[group].unique(), 2)
    if "language" not in sentences:
        return list(pairs)
    spoken = sentences["language"].map(base_language).groupby(sentences[group]).agg(frozenset)
    return [pair for pair in pairs if len(spoken[pair[0]] | spoken[pair[1]]) == 1]


def _take(turns: Turns, group: str, label: str) -> Turns:
    is_of_label = turns.counts.index.get_level_values(group) == label
    return Turns(*(table[is_of_label] for table in turns))


def _pair_exchanges(turns: Turns) -> Turns:
    """Add up the two sides of each exchange: the questions in a row, and the answers in a row behind them."""
    ordered = turns.counts.index.to_frame(index=False).sort_values([*CLUSTER, "role"])
    is_question = ordered["role"] == QUESTION
    opens = is_question & ~is_question.groupby(ordered["source"]).shift(fill_value=False)
    exchange = opens.groupby(ordered["source"]).cumsum()
    n_roles = ordered["role"].groupby([ordered["source"], exchange]).transform("nunique")
    kept = ordered.assign(turn=exchange)[n_roles == 2].sort_index()
    places = pd.MultiIndex.from_frame(kept)
    by = list(kept.columns)
    return Turns(*(table.iloc[kept.index].set_axis(places).groupby(by).sum() for table in turns))


def _face_roles(label: str, turns: Turns) -> _Sides:
    role = turns.counts.index.get_level_values("role")
    asked, said = (Turns(*(table[side] for table in turns)) for side in (role == QUESTION, role != QUESTION))

    def test(formula: Formula, level: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        differences = _score_each(formula, said) - _score_each(formula, asked)
        return (*flip_signs(differences, level=level), differences.mean(axis=0))

    least_p = 2.0 ** (1 - len(said.counts))
    return _Sides(f"{label}, {ANSWERS}", f"{label}, {QUESTIONS}", (said, asked), least_p, test)


def _score_each(formula: Formula, turns: Turns) -> np.ndarray:
    """Score each turn; one that only goes on with a sentence of another counts as one sentence."""
    return score_turns(formula, Turns(turns.counts, turns.ends.clip(lower=1)))


def _face_events(first: str, second: str, one: Turns, other: Turns) -> _Sides:
    both = Turns(*(pd.concat(tables) for tables in zip(one, other, strict=True)))
    is_first = np.arange(len(both.counts)) < len(one.counts)

    def test(formula: Formula, level: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        measured = deal_sides(is_first, lambda sides: _subtract(formula, both, sides), level=level)
        return (*measured, _subtract(formula, both, is_first[np.newaxis, :])[0])

    return _Sides(first, second, (one, other), 2 / comb(len(is_first), int(is_first.sum())), test)


def _subtract(formula: Formula, turns: Turns, sides: np.ndarray) -> np.ndarray:
    """Score the first side of each deal less the second; sides: one row a deal, true where first."""
    here, there = (_add_up(turns, mask.astype(float)) for mask in (sides, ~sides))
    return score_turns(formula, here) - score_turns(formula, there)


def _add_up(turns: Turns, weights: np.ndarray) -> Turns:
    return Turns(*(pd.DataFrame(weights @ table.to_numpy(float), columns=table.columns) for table in turns))


def _choose_measurements(sentences: pd.DataFrame) -> list[Formula]:
    """Return what can be measured in all languages of these sentences: of English everything."""
    languages = sentences["language"].unique() if "language" in sentences else ()
    return [formula for formula in MEASUREMENTS if not find_unfit(formula, languages)]


def _compare(sides: list[_Sides], measurements: list[Formula]) -> pd.DataFrame:
    """Compare each two sides by each measurement; the level is divided among those that can be judged."""
    n_judged = len(measurements) * sum(_has_enough(pair, LEVEL) for pair in sides)
    level = 1 - (1 - LEVEL) / max(n_judged, 1)
    rows = [_compare_one(pair, formula, level) for pair in sides for formula in measurements]
    return pd.DataFrame(rows, columns=COMPARED)


def _has_enough(pair: _Sides, level: float) -> bool:
    """Tell whether two sides have turns enough for a difference, however large, to show at a level."""
    fewest = min(len(turns.counts) for turns in pair.turns)
    return fewest >= FEWEST_ANSWERS and pair.least_p <= 1 - level


def _compare_one(pair: _Sides, formula: Formula, level: float) -> dict[str, object]:
    first, second = (score_turns(formula, turns.add_up())[0] for turns in pair.turns)
    row = _describe(pair, formula, first, second)
    if not _has_enough(pair, level):
        return row | {"verdict": "", "why": TOO_FEW}
    if 1 - level < 1 / (N_DEALS + 1):
        return row | {"verdict": "", "why": TOO_MANY}
    return row | _judge(pair.test(formula, level), first - second, level)


def _judge(tested: tuple[np.ndarray, ...], differences: np.ndarray, level: float) -> dict[str, object]:
    """Call a difference, or say why not."""
    p, reach, figure = tested
    counted, signs = SPLITTING_NAMES.index(COUNTED), np.sign(differences)
    holds = (p <= 1 - level) & (np.sign(figure) == signs)
    n_ways = int((holds & (signs == signs[counted])).sum())
    measured = {"tested": figure[counted], "n_ways": n_ways, "p": p[counted], "reach": reach[counted]}
    if n_ways >= len(holds) - MOST_FAILING and len(set(signs)) == 1:
        return measured | {"verdict": "higher" if signs[counted] > 0 else "lower", "why": ""}
    return measured | {"verdict": "", "why": _why_open(holds, p <= 1 - level)}


def _why_open(holds: np.ndarray, is_rare: np.ndarray) -> str:
    """Say why no difference is called; holds: splittings that show it; is_rare: those beyond chance either way."""
    if holds.any():
        return DEPENDS
    return DISAGREE if is_rare.any() else WITHIN_CHANCE


def _describe(pair: _Sides, formula: Formula, first: np.ndarray, second: np.ndarray) -> dict[str, object]:
    counted, difference = SPLITTING_NAMES.index(COUNTED), first - second
    names = {"formula": formula.formula, "name": formula.label, "first": pair.first, "second": pair.second}
    scores = {"score_first": first[counted], "score_second": second[counted]}
    sizes = dict(zip(("n_first", "n_second"), (len(turns.counts) for turns in pair.turns), strict=True))
    ends = {"difference": difference[counted], "low": difference.min(), "high": difference.max()}
    return names | scores | sizes | ends | {"of_ways": len(SPLITTING_NAMES)}
