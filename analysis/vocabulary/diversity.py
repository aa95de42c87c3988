"""How varied the words of a text are, in ways that do not depend on how long it is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from analysis.own_words import list_references
from analysis.roles import OWN, QUESTION, SPOKEN

FEWEST_WORDS = 100  # for MTLD: Koizumi 2012, Vocabulary Learning and Instruction 1:60-69; here for all three
DRAWS = (42, 84)  # words of a sample; 42 is that of the paper
THRESHOLDS = (72, 66)  # percent; 72 is that of the paper
WINDOWS = (50, 100)  # words
DIVERSITY = [
    *(f"hdd_{draws}" for draws in DRAWS),
    *(f"mtld_{threshold}" for threshold in THRESHOLDS),
    *(f"mattr_{window}" for window in WINDOWS),
]
TOO_SHORT = f"fewer than {FEWEST_WORDS} words"
NO_FACTOR = "words hardly come back"


def measure_diversity(tokens: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Measure the lexical diversity of each role of running text in each source, with two settings a measure.

    tokens: one row per word (source, role, position, norm), none left out. words: one row per (source, role,
    norm) with n, counted from these tokens.
    Returns one row per (source, role, measure, setting), sorted: value (`measure_hdd`, `measure_mtld`,
    `measure_mattr`; higher is more varied), n_words, reason (why the value is missing: fewer than a hundred
    words, or no word that comes back). The words of a role are read in a row, over the ends of its turns.
    """
    by = ["source", "role"]
    spoken = tokens[tokens["role"].isin(SPOKEN)].sort_values(["source", "position"])
    rows = [
        (*key, *measured, len(norms), reason)
        for key, norms in spoken.groupby(by)["norm"]
        for *measured, reason in measure_orders(pd.factorize(norms)[0])
    ]
    counted = words[words["role"].isin(SPOKEN)]
    rows += [
        (*key, *measured, int(counts.sum()), reason)
        for key, counts in counted.groupby(by)["n"]
        for *measured, reason in measure_counts(counts.to_numpy())
    ]
    columns = [*by, "measure", "setting", "value", "n_words", "reason"]
    table = pd.DataFrame(rows, columns=columns).astype(
        {"setting": "int64", "n_words": "int64", "value": "float64"}
    )
    # Rounded, so that the last bit of a logarithm, which differs between processors, changes no table.
    return table.round({"value": 6}).sort_values(columns[:4], ignore_index=True)


def measure_counts(counts: np.ndarray) -> list[tuple[str, int, float, str]]:
    is_short = counts.sum() < FEWEST_WORDS
    values = [np.nan if is_short else measure_hdd(counts, draws=draws) for draws in DRAWS]
    return [("hdd", draws, value, _why(value, is_short)) for draws, value in zip(DRAWS, values, strict=True)]


def measure_orders(codes: np.ndarray) -> list[tuple[str, int, float, str]]:
    is_short = len(codes) < FEWEST_WORDS
    values = [("mtld", t, np.nan if is_short else measure_mtld(codes, threshold=t)) for t in THRESHOLDS]
    values += [("mattr", w, np.nan if is_short else measure_mattr(codes, window=w)) for w in WINDOWS]
    return [(name, setting, value, _why(value, is_short)) for name, setting, value in values]


def _why(value: float, is_short: bool) -> str:
    return (TOO_SHORT if is_short else NO_FACTOR) if np.isnan(value) else ""


def measure_hdd(counts: np.ndarray, *, draws: int) -> float:
    """Return HD-D: the type-token ratio to be expected of a random sample of so many words of a text.

    counts: how often each form occurs. draws: words of the sample, at most as many as there are; they are
    drawn without putting back, so that the chance of a form to be in the sample is hypergeometric.
    Source: McCarthy and Jarvis (2007), vocd: a theoretical and empirical evaluation, Language Testing
    24:459-488.
    """
    uses, forms = np.unique(counts, return_counts=True)
    is_drawn = stats.hypergeom.sf(0, counts.sum(), uses, draws)
    return float((forms * is_drawn).sum() / draws)


def measure_mtld(codes: np.ndarray, *, threshold: int) -> float:
    """Return MTLD: how many words go by, on average, until the type-token ratio has fallen to a threshold.

    codes: a number for each word, in the order of the text. threshold: in percent. The text is cut where the
    ratio reaches it; what is left over counts as the part of the way to the threshold that it has gone. The
    mean of reading forwards and backwards; NaN where no word comes back.
    Source: McCarthy and Jarvis (2010), MTLD, vocd-D, and HD-D, Behavior Research Methods 42:381-392.
    """
    ways = [_count_factors(way, threshold) for way in (codes.tolist(), codes[::-1].tolist())]
    return len(codes) * (1 / ways[0] + 1 / ways[1]) / 2 if all(ways) else np.nan


def _count_factors(codes: list[int], threshold: int) -> float:
    n_factors, seen, n_words = 0, set(), 0
    for code in codes:
        seen.add(code)
        n_words += 1
        if 100 * len(seen) <= threshold * n_words:  # whole numbers, so that a tie is one
            n_factors, seen, n_words = n_factors + 1, set(), 0
    return n_factors + ((1 - len(seen) / n_words) / (1 - threshold / 100) if n_words else 0)


def measure_mattr(codes: np.ndarray, *, window: int) -> float:
    """Return MATTR: the mean type-token ratio of all stretches of so many words.

    codes: a number for each word, in the order of the text; at least as many as the window has words.
    Source: Covington and McFall (2010), Cutting the Gordian Knot: the moving-average type-token ratio
    (MATTR), Journal of Quantitative Linguistics 17:94-100.
    """
    place, n_windows = np.arange(len(codes)), len(codes) - window + 1
    order = np.argsort(codes, kind="stable")
    is_again = np.diff(codes[order], prepend=-1) == 0
    last = np.full(len(codes), -1)
    last[order[is_again]] = order[np.flatnonzero(is_again) - 1]
    # A word adds one to each window that holds it and not its last use before.
    first = np.maximum(np.maximum(place - window, last) + 1, 0)
    new = np.maximum(np.minimum(place, n_windows - 1) - first + 1, 0)
    return float(new.sum() / (window * n_windows))


def list_diversity(diversity: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the diversity of the speaker's own words and of questions in reference sources.

    diversity: as from `measure_diversity`. sources: one row per source (source, event, date, label,
    is_reference). Returns one row per (event, role), by date: event, label, role, n_words, a column a measure
    and setting (`mtld_72`), reason (why values are missing).
    """
    events = list_references(sources)[["source", "event", "date", "label"]]
    spoken = diversity[diversity["role"].isin([*OWN, QUESTION])].merge(events, on="source")
    spoken = spoken.assign(column=spoken["measure"] + "_" + spoken["setting"].astype(str))
    key = ["date", "event", "label", "role"]
    facts = spoken.groupby(key).agg(n_words=("n_words", "first"), reason=("reason", "max"))
    wide = spoken.set_index([*key, "column"])["value"].unstack().reindex(columns=DIVERSITY)
    table = facts[["n_words"]].join(wide).join(facts["reason"]).reset_index()
    return table.drop(columns="date")
