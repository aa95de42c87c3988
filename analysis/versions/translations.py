"""An original and its translation: which turn, and in it which sentence, stands for which of the other.

Two languages share few words, so both texts are taken to go on in the same order, and what is likely to belong together
is told by numbers, dates and names (`anchors`) and by lengths. No word is translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.roles import PRECEDENCE, SPOKEN
from analysis.versions.alignment import check_size, list_languages_of
from analysis.versions.anchors import list_anchors, score_anchors
from analysis.versions.answers_first import may_meet
from analysis.versions.lattice import LINKS, NEVER, weigh_links

LIKELY = 0.5  # confidence from which a link is told: more likely so than not
MOST_TURNS_APART = (
    2  # times as many turns in one text: then they were divided otherwise, and only sentences are linked
)
SPREAD = 6.8  # variance of a length for each character of the other text (Gale & Church 1993)
LEAST_SPREAD = 0.03  # of the logarithm of the ratio, however long both are; a translator is free
SIDES = ("original", "translation")
LINK = ["original", "original_sentence", "translation", "translation_sentence"]
_TYPES = {
    "original": "str",
    "original_sentence": "int64",
    "translation": "str",
    "translation_sentence": "int64",
    "n_anchors": "int64",
    "confidence": "float64",
}


class _Units(NamedTuple):
    """The units of one text, turns or sentences: their roles and lengths, and the words (unit, norm)."""

    roles: np.ndarray
    lengths: np.ndarray
    words: pd.DataFrame


def pair_translations(sources: pd.DataFrame, translated: frozenset[str] = frozenset()) -> pd.DataFrame:
    """List each two texts of one event in two languages.

    sources: one row a source (source, event, kind, is_reference, language). translated: the sources of which it is
    known that they are translations.
    Returns one row a pair: event, original, translation, original_language and language (first parts of their codes).
    The original is the one that is not known to be translated, else the one that stands for the event, else the one
    of the fuller kind, else the first by name; of two that are both translations of a third it is no original.
    """
    rank = sources["kind"].map(PRECEDENCE)
    known = sources.assign(
        spoken=list_languages_of(sources), is_made=sources["source"].isin(translated), rank=rank
    )
    by = ["event", "is_made", "is_reference", "rank", "source"]
    ordered = known.sort_values(by, ascending=[True, True, False, True, True])
    pairs = [
        (event, one.source, other.source, one.spoken, other.spoken)
        for event, rows in ordered.groupby("event")
        for one, other in combinations(list(rows.itertuples()), 2)
        if one.spoken != other.spoken
    ]
    return pd.DataFrame(pairs, columns=["event", *SIDES, "original_language", "language"], dtype="str")


def align_translations(
    tokens: pd.DataFrame, sentences: pd.DataFrame, segments: pd.DataFrame, pairs: pd.DataFrame
) -> pd.DataFrame:
    """Link the sentences of each original with those of its translation.

    tokens: every word, one row each (source, sentence, position, role, token, norm). sentences: one row a sentence
    (source, sentence, segment, role). segments: one row each (source, segment, turn). pairs: from `pair_translations`.
    Returns one row a pair of sentences: original, original_sentence, translation, translation_sentence, n_anchors
    (numbers, dates and words alike in sound that both hold), confidence (0 to 1: how probable it is, given that
    the order is kept, that the two belong together). A sentence may be in several rows; one without a row has
    no counterpart that is likelier than none. Words that change their place over turns are not found.
    """
    found = [_link_pair(row, tokens, sentences, segments) for row in pairs.itertuples()]
    table = pd.concat([pd.DataFrame(columns=list(_TYPES)), *(links for links in found if len(links))])
    return table.astype(_TYPES).sort_values(LINK, ignore_index=True)


def _link_pair(
    row: tuple, tokens: pd.DataFrame, sentences: pd.DataFrame, segments: pd.DataFrame
) -> pd.DataFrame:
    texts = [_read_text(name, tokens, sentences, segments) for name in (row.original, row.translation)]
    check_size(len(texts[0]), len(texts[1]), (row.original, row.translation))
    codes = row.original_language, row.language
    rows = [
        (i, j, n, weight)
        for here, there, sure in _pair_turns(texts, codes)
        for i, j, n, weight in _link_sentences(here, there, sure, codes)
    ]
    links = pd.DataFrame(
        rows, columns=["original_sentence", "translation_sentence", "n_anchors", "confidence"]
    )
    links = links.assign(original=row.original, translation=row.translation)
    return links.assign(confidence=links["confidence"].astype(float).round(3))


def _read_text(
    source: str, tokens: pd.DataFrame, sentences: pd.DataFrame, segments: pd.DataFrame
) -> pd.DataFrame:
    """Return the running sentences of a text in order: sentence, role, turn (from 0), words (norms), length."""
    mine = sentences[(sentences["source"] == source) & sentences["role"].isin(SPOKEN)]
    turns = segments.loc[segments["source"] == source, ["segment", "turn"]]
    mine = mine[["sentence", "segment", "role"]].merge(turns, on="segment").sort_values("sentence")
    said = tokens[(tokens["source"] == source) & tokens["sentence"].isin(mine["sentence"])]
    said = said.sort_values("position").groupby("sentence")
    words = said["norm"].agg(list).reindex(mine["sentence"])
    lengths = said["token"].agg(lambda printed: int(printed.str.len().sum()) + len(printed))
    listed = [found if isinstance(found, list) else [] for found in words]
    turn = mine["turn"].ffill().fillna(-1)
    return mine.assign(
        turn=pd.factorize(turn)[0],
        words=pd.Series(listed, index=mine.index, dtype=object),
        length=lengths.reindex(mine["sentence"]).fillna(0).to_numpy(),
    ).reset_index(drop=True)


def _pair_turns(
    texts: list[pd.DataFrame], codes: tuple[str, str]
) -> Iterator[tuple[pd.DataFrame, pd.DataFrame, float]]:
    """Yield the sentences of turns that belong together, and how sure that is; all of both where there are no turns."""
    from scipy.sparse.csgraph import connected_components  # slow to load; for two languages only

    n_turns = [text["turn"].nunique() for text in texts]
    if min(n_turns) == 0:
        return
    if min(n_turns) == 1 or max(n_turns) > MOST_TURNS_APART * min(n_turns):
        yield (*texts, 1.0)
        return
    weights = _weigh([_gather_turns(text) for text in texts], codes)[0]
    linked = weights >= LIKELY
    size = len(linked) + linked.shape[1]
    graph = np.zeros((size, size), dtype=bool)
    graph[: len(linked), len(linked) :] = linked
    group = connected_components(csr_array(graph), directed=False)[1]
    for number in np.unique(group[: len(linked)][linked.any(axis=1)]):
        sides = np.flatnonzero(group[: len(linked)] == number), np.flatnonzero(group[len(linked) :] == number)
        here, there = (text[text["turn"].isin(turns)] for text, turns in zip(texts, sides, strict=True))
        yield here, there, float(weights[np.ix_(*sides)].max())


def _gather_turns(text: pd.DataFrame) -> _Units:
    turns = text.groupby("turn")
    return _make_units(
        turns["role"].first(),
        turns["length"].sum(),
        turns["words"].agg(lambda said: [*chain.from_iterable(said)]),
    )


def _make_units(roles: pd.Series, lengths: pd.Series, words: pd.Series) -> _Units:
    listed = words.tolist()
    unit = np.repeat(np.arange(len(listed)), [len(said) for said in listed])
    norms = np.array([norm for said in listed for norm in said], dtype=object)
    return _Units(roles.to_numpy(), lengths.to_numpy(float), pd.DataFrame({"unit": unit, "norm": norms}))


def _link_sentences(
    here: pd.DataFrame, there: pd.DataFrame, sure: float, codes: tuple[str, str]
) -> Iterator[tuple[int, int, int, float]]:
    """Yield the links inside two turns: sentence, sentence, anchors, confidence."""
    sides = [_make_units(text["role"], text["length"], text["words"]) for text in (here, there)]
    weights, n_shared = _weigh(sides, codes)
    weights = weights * sure
    for i, j in zip(*np.nonzero(weights >= LIKELY), strict=True):
        yield here["sentence"].iloc[i], there["sentence"].iloc[j], int(n_shared[i, j]), weights[i, j]


def _weigh(sides: list[_Units], codes: tuple[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """Return how probable it is that each two units belong together, and how many anchors they share."""
    one, other = sides
    anchors = _fill(*list_anchors(one.words, other.words, codes)[:2], sides)
    may = np.where(may_meet(one.roles, other.roles), 0, NEVER)
    scores = {step: _score(step, sides, anchors, may) for step in LINKS}
    return weigh_links(scores), anchors[0] @ anchors[1].T


def _fill(here: np.ndarray, there: np.ndarray, sides: list[_Units]) -> tuple[np.ndarray, np.ndarray]:
    """Add rows for the last units, where these have no words."""
    return tuple(
        np.vstack([table, np.zeros((len(side.roles) - len(table), table.shape[1]))])
        for table, side in zip((here, there), sides, strict=True)
    )


def _score(
    step: tuple[int, int], sides: list[_Units], anchors: tuple[np.ndarray, np.ndarray], may: np.ndarray
) -> np.ndarray:
    """Return how much likelier the units that a step takes look so if they belong together, as a log."""
    high, wide = step
    held = [_merge(table, n, np.maximum) for table, n in zip(anchors, step, strict=True)]
    lengths = [_merge(side.lengths, n, np.add) for side, n in zip(sides, step, strict=True)]
    allowed = _merge(_merge(may, high, np.minimum).T, wide, np.minimum).T
    ratio = np.log(sides[1].lengths.sum() / sides[0].lengths.sum())
    spread = sum(np.log(side.lengths.clip(1)).var() for side in sides) + LEAST_SPREAD + 0.5
    return score_anchors(*held) + _score_lengths(*lengths, ratio, spread) + allowed


def _merge(units: np.ndarray, n: int, join: np.ufunc) -> np.ndarray:
    return units if n == 1 else join(units[:-1], units[1:])


def _score_lengths(one: np.ndarray, other: np.ndarray, ratio: float, spread: float) -> np.ndarray:
    """Return how much likelier two lengths are of units that belong together; ratio: of the texts, as a log."""
    apart = np.subtract.outer(np.log(one.clip(1)), np.log(other.clip(1))) + ratio
    mean = np.add.outer(one, other).clip(2) / 2
    variance = LEAST_SPREAD + SPREAD / mean
    return 0.5 * (np.log(spread / variance) + apart**2 * (1 / spread - 1 / variance)).clip(-12, 12)
