"""Which words are distinctive: of each event against the others, of the answers against the questions.

Compared are word forms as they are counted in the table of words, in reference sources only. Function words
stay in: how a question speaks to its reader differs in these first. Names stay in and are marked.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from analysis.language import WordLists, choose_lists, is_proper
from analysis.own_words import list_events, list_references
from analysis.roles import ONE_VOICE, OWN, QUESTION
from analysis.statistics import adjust_p, bound_ratio, log_odds, log_ratio, score_g2

LEVEL = 0.95  # of the intervals; 1 - LEVEL is the share of false discoveries that is let through
FEWEST_KEYWORD_USES = 5  # in both sides together; rarer words could not be told apart whatever their counts
FEWEST_KEYWORD_TURNS = 3  # in both sides together; a word that comes in one burst is no mark of a side
STRENGTHS = (10, 100, 1000)  # words that the prior of the log-odds weighs
MOST_SHOWN = 8
MOST_COMPARED = 30  # events; of more, so many are compared, so that the table grows with the vocabulary alone
FIRST = 10  # words of a list whose stability is told
SIZES = ["n", "n_words", "n_other", "n_words_other"]
TURNS = ["n_turns", "turns", "n_turns_other", "turns_other", "expected_turns"]
RATES = np.concatenate([[0], np.geomspace(1e-9, 50, 4000), [np.inf]])  # uses a word

Columns = dict[str, np.ndarray]


def compare_event_words(words: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count each word of the speaker in each event and in all other events.

    words: one row per (source, role, norm) with n and n_turns. segments: one row per run of one role (source,
    turn, role, n_words). sources: one row per source (source, event, date, is_reference).
    Returns one row per (side, word), a side being an event, sorted: n (uses), n_words (own words of the
    event), n_turns (turns with the word; a turn is split where its role changes), turns (all of them), the
    same of the other events, with the ending _other, and expected_turns (how many turns would have the word
    here if it were used everywhere at one rate, as turns differ in length). The words are those used at least
    five times in at least three turns of all events together: a rule that knows no side, so that it favours
    none. Only the reference source of an event counts. With fewer than two events there is no row; of more than
    thirty, thirty are compared (see `spread_events`), each with all others.
    """
    events = list_references(sources)[["source", "event"]].rename(columns={"event": "side"})
    own = [table[table["role"].isin(OWN)].merge(events, on="source") for table in (words, segments)]
    return _count_sides(*own, compared=spread_events(sources))


def spread_events(sources: pd.DataFrame) -> list[str]:
    """Choose the events that are compared: all, or thirty spread evenly over their order by date; by name.

    sources: one row per source (source, event, date, is_reference).
    """
    names = list_references(sources)["event"].unique()
    if len(names) <= MOST_COMPARED:
        return sorted(names)
    events = list_events(sources)["event"].to_numpy()
    chosen = np.linspace(0, len(events) - 1, MOST_COMPARED).astype(int)
    return sorted(events[chosen])


def compare_voices(words: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count each word in the answers and in the questions to them.

    Takes and returns what `compare_event_words` does; the sides are `answer` (the speaker's own words) and
    `question`, in those reference sources that print both.
    """
    sides = ONE_VOICE | {QUESTION: QUESTION}
    both = [table.assign(side=table["role"].map(sides)).dropna(subset="side") for table in (words, segments)]
    print_both = find_printing_both(words, sources)
    of_both = (table[table["source"].isin(print_both)] for table in both)
    return _count_sides(*of_both, compared=sorted(set(sides.values())))


def find_printing_both(words: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """Return the reference sources that print answers and questions; words: one row a word (source, role)."""
    roles = words[["source", "role"]].drop_duplicates().astype("str")
    sides = roles.assign(side=roles["role"].map(ONE_VOICE | {QUESTION: QUESTION}))
    n_sides = sides.groupby("source")["side"].nunique()
    return n_sides.index[n_sides == 2].intersection(list_references(sources)["source"]).tolist()


def _count_sides(words: pd.DataFrame, segments: pd.DataFrame, *, compared: list[str]) -> pd.DataFrame:
    """Count the words of each side that is compared and of all other sides; both tables have a column side."""
    by_side = words.astype({"n_turns": "float"}).groupby(["side", "norm"])
    counts = by_side[["n", "n_turns"]].sum().astype(int)
    counts.index = counts.index.set_levels(counts.index.levels[1].astype("str"), level=1)
    lengths = segments[segments["n_words"] > 0].groupby(["side", "source", "role", "turn"])["n_words"].sum()
    totals = {"n_words": words.groupby("side")["n"].sum(), "turns": lengths.groupby("side").size()}
    sizes = pd.DataFrame(totals)
    family = _choose_family(counts)
    sides = sizes.index.intersection(compared, sort=False) if len(sizes) > 1 else []
    pairs = pd.MultiIndex.from_product([sides, family.index], names=["side", "word"])
    table = counts.reindex(pairs, fill_value=0).reset_index().join(sizes, on="side")
    table = table.join(_count_others(table, family.assign(**sizes.sum())))
    table = table.assign(expected_turns=_expect_turns(table, lengths))
    return table[["side", "word", *SIZES, *TURNS]]


def _choose_family(counts: pd.DataFrame) -> pd.DataFrame:
    """Choose the words that are tested: those used often enough on all sides together; n, n_turns."""
    everywhere = counts.groupby("norm").sum()
    is_used = everywhere["n"] >= FEWEST_KEYWORD_USES
    return everywhere[is_used & (everywhere["n_turns"] >= FEWEST_KEYWORD_TURNS)]


def _count_others(table: pd.DataFrame, everywhere: pd.DataFrame) -> pd.DataFrame:
    """Count on all other sides what a table counts on one; everywhere: the counts of all sides, by word."""
    in_all = everywhere.reindex(table["word"]).reset_index(drop=True)
    return (in_all - table[in_all.columns]).add_suffix("_other")


def _expect_turns(table: pd.DataFrame, turns: pd.Series) -> np.ndarray:
    """Return how many turns of a side would have a word, given how many of all turns have it.

    table: one row per (side, word) with n_turns, n_turns_other. turns: length of each turn, by side. At one
    rate for all, a turn of L words has the word with probability 1 - exp(-rate * L), the zero term of a
    Poisson count; the rate is the one at which all turns together would have it as often as they do.
    """
    lengths = turns.groupby("side").value_counts().unstack(fill_value=0)
    chances = 1 - np.exp(-np.outer(lengths.columns.to_numpy(float), RATES))
    compared = lengths[lengths.index.isin(table["side"].unique())]
    having = pd.DataFrame(compared.to_numpy() @ chances, index=compared.index)
    in_all, having_all = table["n_turns"] + table["n_turns_other"], lengths.to_numpy().sum(axis=0) @ chances
    expected = [np.interp(rows, having_all, having.loc[side]) for side, rows in in_all.groupby(table["side"])]
    return np.concatenate([[], *expected])


def score_keywords(counts: pd.DataFrame, languages: Iterable[str] = ()) -> pd.DataFrame:
    """Measure how distinctive each word is of its side.

    counts: one row per (side, word), as from `compare_event_words`; the words of a side are one family.
    languages: of the texts (BCP 47), which decide what is a function word or a name.
    Returns the same rows with: kind; n_tested (size of the family); per_1000 and per_1000_other; log_ratio,
    low, high, lrc (`log_ratio`, `bound_ratio`, and of the two bounds the one nearer to zero, or zero where it
    lies between them: Evert 2022, Measuring Keyness, Proceedings of Digital Humanities 2022), the bounds
    holding for all words of the family at once (Bonferroni); g2 and its q (Benjamini and Hochberg 1995);
    turns_g2 and turns_q, the same for turns that have the word and turns that lack it (text dispersion
    keyness, Egbert and Biber 2019, Corpora 14:77-104, with turns as texts, and set against expected_turns,
    because long turns hold more words); and for each strength of the prior log_odds_* and z_* (`log_odds`).
    All are positive where the word is more frequent in its side, but g2 and turns_g2, which know no
    direction. g2, lrc and log_odds take every word for an independent draw, which words of one turn are not:
    they find too much.
    """
    sizes, turns = ([counts[column].to_numpy(float) for column in columns] for columns in (SIZES, TURNS))
    n_tested = counts.groupby("side")["word"].transform("size")
    measured = _compare_rates(*sizes) | _bound_ratios(sizes, n_tested.to_numpy(float))
    measured |= _test("", [*sizes, _expect_uses(*sizes)], counts["side"])
    measured |= _test("turns_", turns, counts["side"])
    for strength in STRENGTHS:
        odds, z = log_odds(*sizes, strength=strength)
        measured |= {f"log_odds_{strength}": odds, f"z_{strength}": z}
    return counts.assign(kind=name_kinds(counts["word"], languages), n_tested=n_tested, **measured)


def _compare_rates(
    n: np.ndarray, n_words: np.ndarray, n_other: np.ndarray, n_words_other: np.ndarray
) -> Columns:
    rates = {"per_1000": 1000 * n / n_words, "per_1000_other": 1000 * n_other / n_words_other}
    return rates | {"log_ratio": log_ratio(n, n_words, n_other, n_words_other)}


def _bound_ratios(sizes: list[np.ndarray], n_tested: np.ndarray) -> Columns:
    """Bound the log ratios of a family at once; lrc is the bound nearer to zero, or zero between them."""
    low, high = bound_ratio(*sizes, level=1 - (1 - LEVEL) / n_tested)
    return {"low": low, "high": high, "lrc": np.clip(0, low, high)}


def _expect_uses(
    n: np.ndarray, n_words: np.ndarray, n_other: np.ndarray, n_words_other: np.ndarray
) -> np.ndarray:
    """Return how often a side would use a word if both sides used it alike."""
    return n_words * (n + n_other) / (n_words + n_words_other)


def _test(prefix: str, cells: list[np.ndarray], side: pd.Series) -> Columns:
    g2 = pd.Series(score_g2(*cells), index=side.index)
    return {f"{prefix}g2": g2, f"{prefix}q": _control(g2, side)}


def name_kinds(words: pd.Series, languages: Iterable[str] = ()) -> pd.Series:
    """Tell numbers, function words, names (or words that no list knows) and content words apart.

    languages: of the texts; without English, names are not told from other words.
    """
    lists = choose_lists(languages)
    kinds = {word: _name_kind(word, lists) for word in words.unique()}
    return words.map(kinds).astype(object)


def _name_kind(word: str, lists: WordLists) -> str:
    if word[0].isdigit():
        return "number"
    if lists.is_function_word(word):
        return "function word"
    return "name" if lists.is_english and is_proper(word) else "content word"


def _control(g2: pd.Series, family: pd.Series) -> pd.Series:
    """Return for each word the share of false discoveries in a list that ends with it."""
    p = pd.Series(chdtrc(1, g2), index=g2.index)
    return p.groupby(family).transform(adjust_p)


def choose_keywords(keywords: pd.DataFrame, *, most: int = MOST_SHOWN) -> pd.DataFrame:
    """Choose the words that stand out in each side: more frequent there, by lrc or by q.

    keywords: as from `score_keywords`. Returns their rows, at most so many a side: in the order of the sides,
    highest lrc first, then highest g2, ties by word.
    """
    stands_out = (keywords["lrc"] > 0) | ((keywords["q"] <= 1 - LEVEL) & (keywords["log_ratio"] > 0))
    placed = keywords.assign(place=pd.factorize(keywords["side"])[0])[stands_out]
    ranked = placed.sort_values(["place", "lrc", "g2", "word"], ascending=[True, False, False, True])
    return ranked.groupby("place").head(most).drop(columns="place").reset_index(drop=True)


def list_evidence(keywords: pd.DataFrame) -> pd.DataFrame:
    """Count the words that each measure finds: one row a side, in the order given.

    keywords: as from `score_keywords`. Returns n_words, n_words_other, turns, turns_other, n_tested (the
    family), by_lrc (words whose lrc is not zero), by_g2 and by_turns (q and turns_q of at most 0.05), by_all
    (all three), stable (of the ten words with the highest z under the middle prior, how many are among the
    ten first under the weakest and the strongest as well).
    """
    marks = keywords.assign(
        by_lrc=keywords["lrc"] != 0,
        by_g2=keywords["q"] <= 1 - LEVEL,
        by_turns=keywords["turns_q"] <= 1 - LEVEL,
        stable=_are_stable(keywords),
    )
    marks["by_all"] = marks[["by_lrc", "by_g2", "by_turns"]].all(axis=1)
    sides = marks.groupby("side", sort=False)
    sizes = sides[["n_words", "n_words_other", "turns", "turns_other", "n_tested"]].first()
    return sizes.join(sides[["by_lrc", "by_g2", "by_turns", "by_all", "stable"]].sum()).reset_index()


def _are_stable(keywords: pd.DataFrame) -> pd.Series:
    scores = keywords[[f"z_{strength}" for strength in STRENGTHS]]
    ranks = scores.groupby(keywords["side"]).rank(ascending=False, method="first")
    return (ranks <= FIRST).all(axis=1)
