"""How varied the words of a text are, in ways that do not depend on how long it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import gammaln

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
FEWEST_AT_ONCE = 16  # texts of one length that are read word by word together
AT_ONCE = 128  # words of a text that are read at once; most factors are shorter
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
    texts = _list_texts(tokens)
    n_words = [len(text) for text in texts.values()]
    rows = [
        (*key, *measured, n, reason)
        for key, n, text in zip(texts, n_words, measure_orders(list(texts.values())), strict=True)
        for *measured, reason in text
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


def _list_texts(tokens: pd.DataFrame) -> dict[tuple[str, str], np.ndarray]:
    """Return the words of each role of running text in each source, in their order: a number for each form."""
    is_spoken = tokens["role"].isin(SPOKEN).to_numpy()
    spoken = tokens.loc[is_spoken, ["source", "role"]]
    number = pd.factorize(tokens["norm"])[0][is_spoken]
    position = tokens["position"].to_numpy()[is_spoken]
    groups = spoken.groupby(["source", "role"], observed=True).indices
    return {key: number[rows[np.argsort(position[rows], kind="stable")]] for key, rows in groups.items()}


def measure_counts(counts: np.ndarray) -> list[tuple[str, int, float, str]]:
    is_short = counts.sum() < FEWEST_WORDS
    values = [np.nan if is_short else float(measure_hdd(counts, draws=draws)) for draws in DRAWS]
    return [("hdd", draws, value, _why(value, is_short)) for draws, value in zip(DRAWS, values, strict=True)]


def measure_orders(texts: list[np.ndarray]) -> list[list[tuple[str, int, float, str]]]:
    """Measure texts of any lengths by the order of their words; texts: a number for each form, in their order."""
    last = [read_both_ways(text[np.newaxis]) for text in texts]
    n_factors = [_count_in_texts([way[0] for ways in last for way in ways], t) for t in THRESHOLDS]
    mtld = [_join_ways(n.reshape(-1, 2).T, np.array([len(text) for text in texts])) for n in n_factors]
    return [_list_orders(ways[0], [values[i] for values in mtld]) for i, ways in enumerate(last)]


def _list_orders(last: np.ndarray, mtld: list[float]) -> list[tuple[str, int, float, str]]:
    is_short = last.shape[1] < FEWEST_WORDS
    values = [("mtld", t, np.nan if is_short else float(v)) for t, v in zip(THRESHOLDS, mtld, strict=True)]
    values += [("mattr", w, np.nan if is_short else float(_mattr(last, w)[0])) for w in WINDOWS]
    return [(name, setting, value, _why(value, is_short)) for name, setting, value in values]


def measure_texts(texts: np.ndarray) -> dict[str, np.ndarray]:
    """Measure texts of one length, at least a hundred words, all at once: by measure and setting, one value a text.

    texts: one row a text, one column a word in its order: a number for each form.
    """
    counts, last = _count_rows(texts), read_both_ways(texts)
    measured = {f"hdd_{draws}": measure_hdd(counts, draws=draws) for draws in DRAWS}
    mtld = _list_mtld(last, THRESHOLDS)
    measured |= {f"mtld_{threshold}": values for threshold, values in zip(THRESHOLDS, mtld, strict=True)}
    return measured | {f"mattr_{window}": _mattr(last[0], window) for window in WINDOWS}


def _count_rows(texts: np.ndarray) -> np.ndarray:
    """Count how often each form occurs: one row a text, one column a form."""
    n_texts, n_forms = len(texts), texts.max() + 1
    cell = texts + n_forms * np.arange(n_texts)[:, np.newaxis]
    return np.bincount(cell.ravel(), minlength=n_texts * n_forms).reshape(n_texts, n_forms)


def _why(value: float, is_short: bool) -> str:
    return (TOO_SHORT if is_short else NO_FACTOR) if np.isnan(value) else ""


def measure_hdd(counts: np.ndarray, *, draws: int) -> np.ndarray:
    """Return HD-D: the type-token ratio to be expected of a random sample of so many words of a text.

    counts: how often each form occurs, of one text, or one row a text, all of one length. draws: words of the
    sample, at most as many as there are; they are drawn without putting back, so that the chance of a form to
    be in the sample is hypergeometric.
    Source: McCarthy and Jarvis (2007), vocd: a theoretical and empirical evaluation, Language Testing
    24:459-488.
    """
    n_words = np.atleast_2d(counts)[0].sum()
    others = n_words - np.arange(counts.max() + 1)  # words of other forms, by the uses of a form
    is_certain = others < draws
    missing = _log_orders(np.maximum(others, draws), draws)
    missed = missing - _log_orders(n_words, draws)
    chance = np.where(is_certain, 1, -np.expm1(missed))
    return chance[counts].sum(axis=-1) / draws


def _log_orders(n: np.ndarray, draws: int) -> np.ndarray:
    """Return the logarithm of how many ways there are to draw so many of n words, one after the other."""
    return gammaln(n + 1) - gammaln(n - draws + 1)


def measure_mtld(codes: np.ndarray, *, threshold: int) -> np.ndarray:
    """Return MTLD: how many words go by, on average, until the type-token ratio has fallen to a threshold.

    codes: a number for each word, in the order of the text; or one row a text, all of one length. threshold: in
    percent. The text is cut where the ratio reaches it; what is left over counts as the part of the way to the
    threshold that it has gone. The mean of reading forwards and backwards; NaN where no word comes back.
    Source: McCarthy and Jarvis (2010), MTLD, vocd-D, and HD-D, Behavior Research Methods 42:381-392.
    """
    last = read_both_ways(np.atleast_2d(codes))
    return _list_mtld(last, (threshold,))[0].reshape(codes.shape[:-1])


def _list_mtld(last: tuple[np.ndarray, np.ndarray], thresholds: tuple[int, ...]) -> list[np.ndarray]:
    """Return what `measure_mtld` does at each threshold: one value a text; last: as from `read_both_ways`."""
    n_texts, n_words = last[0].shape
    both = np.concatenate(last)
    if n_texts < FEWEST_AT_ONCE:
        factors = np.array([_count_in_texts(both, threshold) for threshold in thresholds])
    else:
        factors = _count_all_factors(both, thresholds)
    return [_join_ways(ways, n_words) for ways in factors.reshape(len(thresholds), 2, n_texts)]


def _join_ways(n_factors: np.ndarray, n_words: int | np.ndarray) -> np.ndarray:
    """Return MTLD from the factors of texts read forwards, in the first row, and backwards."""
    both = np.where(n_factors.min(axis=0) > 0, n_factors, np.nan)
    return n_words * (1 / both[0] + 1 / both[1]) / 2


def read_both_ways(texts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find the last uses of the words of texts, as from `find_last_uses`: read forwards, and backwards."""
    last, n_words = find_last_uses(texts), texts.shape[1]
    used = np.flatnonzero(last >= 0)
    before, place = last.ravel()[used], used % n_words
    back = np.full(last.size, -1, dtype=last.dtype)
    back[used - place + n_words - 1 - before] = n_words - 1 - place
    return last, back.reshape(last.shape)


def find_last_uses(texts: np.ndarray) -> np.ndarray:
    """Return at which place before it each word was used last, -1 where it was not; shaped as texts."""
    n_words = texts.shape[1]
    width = max(1, int(n_words - 1).bit_length())
    uses = (texts.astype(np.int64) << width) | np.arange(n_words)  # to sort numbers that hold both is fastest
    if texts.max(initial=0) < 1 << (31 - width):
        uses = uses.astype(np.int32)
    uses.sort(axis=1)
    is_again = np.zeros(texts.shape, dtype=bool)
    is_again[:, 1:] = uses[:, 1:] >> width == uses[:, :-1] >> width
    places = (uses & ((1 << width) - 1)).ravel()
    again = np.flatnonzero(is_again)
    last = np.full(texts.size, -1, dtype=np.int32)
    last[again - again % n_words + places[again]] = places[again - 1]
    return last.reshape(texts.shape)


def _count_in_texts(last: Sequence[np.ndarray], threshold: int) -> np.ndarray:
    """Count the factors of texts of any lengths, some words of each at once; last: as from `find_last_uses`, a text."""
    length = np.array([len(text) for text in last], dtype=np.int64)
    used = np.concatenate([*last, np.zeros(AT_ONCE, dtype=np.int64)])
    first = np.cumsum(length) - length  # of a text among all
    n_factors, start, place, above = (np.zeros(len(length), dtype=np.int64) for _ in range(4))
    # above: forms less those at the threshold, in hundredths, so that a tie is one
    while len(read := np.flatnonzero(place < length)):
        at = place[read, np.newaxis] + np.arange(AT_ONCE)
        is_new = used[first[read, np.newaxis] + at] < start[read, np.newaxis]
        steps = np.where(at < length[read, np.newaxis], 100 * is_new - threshold, 0)
        so_far = above[read, np.newaxis] + np.cumsum(steps, axis=1)
        is_full = so_far <= 0
        has_end, end = is_full.any(axis=1), is_full.argmax(axis=1) + 1
        place[read] += np.where(has_end, end, AT_ONCE)
        n_factors[read] += has_end
        start[read] = np.where(has_end, place[read], start[read])
        above[read] = np.where(has_end, 0, so_far[:, -1])
    n_words = length - start
    n_forms = (above + threshold * n_words) // 100
    return _add_rest(n_factors, n_forms, n_words, threshold)


def _count_all_factors(last: np.ndarray, thresholds: tuple[int, ...]) -> np.ndarray:
    """Count the factors of many texts at once, word by word: a row a threshold, a column a text."""
    used = np.empty((len(thresholds), len(last)), dtype=np.int32)
    used.T[:] = np.negative(thresholds)
    n_factors, start, above = (np.zeros_like(used) for _ in range(3))  # above: as in `_count_in_text`
    for place, before in enumerate(np.ascontiguousarray(last.T, dtype=np.int32), 1):
        above += used
        above += np.int32(100) * (before < start)
        full = (above <= 0).nonzero()
        n_factors[full] += 1
        above[full], start[full] = 0, place
    n_words = last.shape[1] - start
    return _add_rest(n_factors, (above - used * n_words) // 100, n_words, -used)


def _add_rest(n_factors, n_forms, n_words, threshold) -> np.ndarray:
    """Add to whole factors the part of the way that the last words have gone."""
    gone = 1 - n_forms / np.maximum(n_words, 1)
    return n_factors + np.where(n_words > 0, gone / (1 - threshold / 100), 0)


def measure_mattr(codes: np.ndarray, *, window: int) -> np.ndarray:
    """Return MATTR: the mean type-token ratio of all stretches of so many words.

    codes: as for `measure_mtld`; at least as many words as the window has.
    Source: Covington and McFall (2010), Cutting the Gordian Knot: the moving-average type-token ratio
    (MATTR), Journal of Quantitative Linguistics 17:94-100.
    """
    last = find_last_uses(np.atleast_2d(codes))
    return _mattr(last, window).reshape(codes.shape[:-1])


def _mattr(last: np.ndarray, window: int) -> np.ndarray:
    n_words = last.shape[1]
    place, n_windows = np.arange(n_words), n_words - window + 1
    # A word adds one to each window that holds it and not its last use before.
    first = np.maximum(np.maximum(place - window, last) + 1, 0)
    new = np.maximum(np.minimum(place, n_windows - 1) - first + 1, 0)
    return new.sum(axis=1) / (window * n_windows)


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
