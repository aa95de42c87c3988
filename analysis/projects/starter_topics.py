"""Topics to start from: words that stand in the same answers, more often than chance would have it."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

from analysis.statistics import chance_of_few
from analysis.suggested import SUGGESTED

MOST_TOPICS, FEWEST_TOPICS = 8, 4
MOST_MEMBERS, _LARGE = 6, 3  # words of a group
_TOGETHER = 0.15  # normalised pointwise mutual information, from -1 (never together) to 1 (always)
_FEWEST_TOGETHER = 3  # units
_LONG = 10  # units


def group_words(chosen: pd.DataFrame, words: pd.DataFrame) -> list[list[str]]:
    """Group words by the answers they stand in; groups with most uses first.

    chosen: one row a lemma, best first, as from `choose_words`. words: as from `place_words`.
    A word joins the group with whose words it stands together most, by their mean normalised pointwise mutual
    information (Bouma 2009, Proceedings of GSCL, 31-40), else begins one. Of all pairs of words chance puts one at most
    together so often (see `_are_beyond_chance`). Pairs
    and words that stand alone are dropped, but for the best of them where there would be fewer than four groups. A word
    that stands alone is a topic in no short text: in a few answers any word comes in bursts.
    """
    lemmas = list(chosen["lemma"])
    together = _measure_together(lemmas, words)
    groups: list[list[int]] = []
    for i in range(len(lemmas)):
        open_groups = [group for group in groups if len(group) < MOST_MEMBERS]
        best = max(open_groups, key=lambda group: together[i, group].mean(), default=None)
        if best and together[i, best].mean() >= _TOGETHER:
            best.append(i)
        else:
            groups.append([i])
    n = chosen["n"].to_numpy()
    by_use = sorted(groups, key=lambda group: (-n[group].sum(), lemmas[group[0]]))
    large = [group for group in by_use if len(group) >= _LARGE][:MOST_TOPICS]
    pairs = [group for group in by_use if len(group) == 2]
    is_long = words.loc[words["is_own"], "unit"].nunique() >= _LONG
    alone = [group for group in groups if len(group) == 1 and is_long]
    ordered = [*large, *[*pairs, *alone][: max(0, FEWEST_TOPICS - len(large))]]
    return [[lemmas[i] for i in sorted(group, key=lambda i: (-n[i], lemmas[i]))] for group in ordered]


def _measure_together(lemmas: list[str], words: pd.DataFrame) -> np.ndarray:
    """Return the normalised pointwise mutual information of each two lemmas over the units of own words."""
    own = words[words["is_own"]]
    units, n_units = pd.factorize(own["unit"])[0], max(own["unit"].nunique(), 1)
    place = {lemma: i for i, lemma in enumerate(lemmas)}
    column = own["lemma"].map(place)
    held = np.zeros((n_units, len(lemmas)))
    is_chosen = column.notna().to_numpy()
    held[units[is_chosen], column[is_chosen].astype(int)] = 1
    both = held.T @ held
    share, alone = both / n_units, held.mean(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        pmi = np.log(share / np.outer(alone, alone)) / -np.log(share)
    is_sure = (both >= _FEWEST_TOGETHER) & np.isfinite(pmi) & _are_beyond_chance(both, n_units)
    return np.where(is_sure, pmi, -1.0)


def _are_beyond_chance(both: np.ndarray, n_units: int) -> np.ndarray:
    """Tell which two words share so many units that chance would do so for one pair of all, or for none.

    both: in how many units each two words stand; of one word, in how many it stands. The hypergeometric distribution,
    as in the exact test of Fisher (1935).
    """
    n = np.diag(both)
    n_pairs = max(len(n) * (len(n) - 1) / 2, 1)
    rows = [
        chance_of_few(shared - 1, n, drawn=int(mine), of=n_units)
        for shared, mine in zip(both, n, strict=True)
    ]
    return 1 - np.array(rows).reshape(both.shape) <= 1 / n_pairs


def list_topic_rows(groups: list[list[str]], words: pd.DataFrame) -> pd.DataFrame:
    """List rows of topics.csv: a topic is called by its most frequent word, as it is mostly printed."""
    rows, taken = [], set()
    for number, group in enumerate(groups, 1):
        name = _name(group[0], number, taken)
        rest = ", ".join(group[1:])
        of = (
            f"words that stand near “{group[0]}”: {rest}"
            if rest
            else f"“{group[0]}”, a word that comes in bursts"
        )
        rows.append((name, group[0], f"{SUGGESTED}: {of}", ""))
    return pd.DataFrame(rows, columns=["topic", "label", "description", "names"])


def _name(lemma: str, number: int, taken: set[str]) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", lemma.casefold()) if c.isascii())
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or f"topic_{number}"
    name = name if name not in taken else f"{name}_{number}"
    taken.add(name)
    return name


def list_pattern_rows(
    topics: pd.DataFrame, groups: list[list[str]], chosen: pd.DataFrame, words: pd.DataFrame
) -> pd.DataFrame:
    """List rows of patterns.csv: every form of every word of a topic, with the figures of the word as reason."""
    own = words[words["is_own"]]
    figures = chosen.set_index("lemma")
    n_events = own["event"].nunique()
    forms = own.groupby("lemma")["norm"].unique()
    rows = [
        (topic, form, _say(figures.loc[lemma], n_events), "")
        for topic, group in zip(topics["topic"], groups, strict=True)
        for lemma in group
        for form in sorted(forms[lemma])
    ]
    return pd.DataFrame(rows, columns=["topic", "pattern", "reason", "names"])


def _say(figures: pd.Series, n_events: int) -> str:
    times = figures["times"]
    compared = "" if pd.isna(times) else f", {times:.1f} times as frequent as in the questions"
    spread = f"in {figures['n_events']:.0f} of {n_events} events, " if n_events > 1 else ""
    return f"{SUGGESTED}: {spread}{figures['n']:.0f} uses in all forms{compared}"
