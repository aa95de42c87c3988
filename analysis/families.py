"""Families: the variants of one formula, joined by rules that can be told.

A family is a set of one to four content words that stand together in the speaker's own words, whatever
their inflection, their order, and the function words between them, in two or more independent events, more
often than chance allows.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import poisson

from analysis.lemmas import is_function_word, is_proper, lemmatise
from analysis.roles import OWN, SPOKEN
from analysis.wordcounts import is_difficult

LONGEST_GAP = 3  # function words and numbers that may stand between two content words of a family
MOST_WORDS = 4  # content words of a family
CHANCE = 1e-3  # a set of words whose count chance reaches more often than this is no family
NAME_SHARE = 0.9  # of the uses printed in capitals, from which a family may be a name
_JOINTS = {"of", "the", "and", "for"}  # what may stand inside a name
_TITLE_WORDS = """
ambassador administration chancellor chief colleague commissioner director envoy foreign general head king
leader minister mr mrs ms mayor president presidential prime queen representative secretary side special state
vice
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_PLACE_WORDS = """
assembly bank council east federation house nation north republic south state strip time union west
"""
_PLACES = frozenset(_PLACE_WORDS.split())

_OCCURRENCE = """
family rank kind event source role sentence segment position n_words start end variant
"""
OCCURRENCE = _OCCURRENCE.split()


class _Stream(NamedTuple):
    """Content words in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the sorted tokens the word stands
    code: np.ndarray  # a number for each lemma
    near: np.ndarray  # whether the next content word belongs to the same sentence and role, close by
    event: np.ndarray  # a number for the event it counts for; -1 outside own words of reference sources
    lemmas: np.ndarray  # the lemma of each code


def find_occurrences(
    tokens: pd.DataFrame,
    words: pd.DataFrame,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    *,
    roles: tuple[str, ...] = OWN,
) -> pd.DataFrame:
    """Find every use of every family, without being told what to look for.

    tokens: one row per word (source, sentence, position, segment, role, start, end, token, norm), in any
    order; rows may be missing as in a released table. words: one row per (source, role, norm) with n.
    sources: one row per source (source, event, is_reference). equivalents: one row per form that stands for
    another (form, stands_for). roles: whose families are sought, the speaker's unless told otherwise.
    Returns one row per use, in any spoken role and source, by rank and place: family (its commonest
    variant), rank (of the family, 1 is best: expressions before names, then events times uses to the power
    of two thirds, more for longer families and for words not on a list of easy ones), kind ("expression" or
    "name"), event, source, role, sentence, segment, position, n_words, start, end, variant (the words in
    question, folded), is_own (whether it counts: in these roles, in a reference source). A family recurs in
    these roles, in reference sources of two or more events, and its count is one that independent words
    would reach with a probability of at most 0.001 (Poisson; Dunning 1993 discusses why such tests, and not
    normal ones, suit rare words). A family whose every use lies inside uses of a larger one is folded into
    that one.
    """
    ordered, stream = _read(tokens, sources, equivalents, roles)
    found = _join([_sets(stream, n) for n in range(1, MOST_WORDS + 1)] + [_gapped_pairs(stream, ordered)])
    found = _without_overlap(_recurring(found, stream), stream)
    own = found[stream.event[found["first"]] >= 0]
    kept = _keep_families(own, stream, _count_lemmas(words, sources, equivalents, roles))
    return _describe(found[found["key"].isin(kept)], ordered, stream, sources)


def _read(tokens, sources, equivalents, roles: tuple[str, ...]) -> tuple[pd.DataFrame, _Stream]:
    spoken = tokens[tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()]
    ordered = spoken.sort_values(["source", "position"], ignore_index=True)
    forms = ordered[["norm", "token"]].drop_duplicates()
    empty = {pair: is_empty(*pair) for pair in forms.itertuples(index=False, name=None)}
    content = ~np.array(
        [empty[pair] for pair in zip(ordered["norm"], ordered["token"], strict=True)], dtype=bool
    )
    row = np.flatnonzero(content)
    lemma = ordered["norm"].iloc[row].map(_compare_as(ordered["norm"].unique(), equivalents))
    code, lemmas = pd.factorize(lemma, sort=True)
    events = sources[sources["is_reference"]].set_index("source")["event"]
    event = pd.Categorical(ordered["source"].iloc[row].map(events), categories=sorted(events)).codes.astype(
        int
    )
    event[~ordered["role"].iloc[row].isin(roles).to_numpy()] = -1
    return ordered, _Stream(row, code, _neighbours(ordered, row), event, np.asarray(lemmas))


def is_empty(norm: str, token: str) -> bool:
    """Function words and numbers do not make a family."""
    return norm[0].isdigit() or is_function_word(norm, token)


def _compare_as(norms: np.ndarray, equivalents: pd.DataFrame) -> dict[str, str]:
    """Return the lemma of each form, or what its form or lemma stands for."""
    stands = dict(zip(equivalents["form"], equivalents["stands_for"], strict=True))
    return {norm: stands.get(norm, stands.get(lemmatise(norm), lemmatise(norm))) for norm in norms}


def _neighbours(ordered: pd.DataFrame, row: np.ndarray) -> np.ndarray:
    """Tell whether the next content word follows in the same sentence and role, with every word between
    at hand."""
    if not len(row):
        return np.zeros(0, dtype=bool)
    columns = ["source", "sentence", "role"]
    stretch = (ordered[columns] != ordered[columns].shift()).any(axis=1).cumsum().to_numpy()[row]
    position = ordered["position"].to_numpy(dtype=np.int64)[row]
    ahead = np.diff(position)
    near = (np.diff(stretch) == 0) & (ahead == np.diff(row)) & (ahead <= LONGEST_GAP + 1)
    return np.append(near, False)


def _sets(stream: _Stream, n: int) -> pd.DataFrame:
    """Return every n neighbouring content words: key (their codes, sorted), first and last (in the
    stream), is_gapped."""
    m = len(stream.code)
    starts = np.arange(max(0, m - n + 1))
    for step in range(n - 1):
        starts = starts[stream.near[starts + step]]
    if n == 1:
        hyphenated = np.array(["-" in lemma for lemma in stream.lemmas], dtype=bool)
        starts = starts[hyphenated[stream.code[starts]]] if m else starts
    return _keyed(stream, starts, np.arange(n), gapped=False)


def _gapped_pairs(stream: _Stream, ordered: pd.DataFrame) -> pd.DataFrame:
    """Return pairs with one other content word between them: an open slot."""
    starts = np.arange(max(0, len(stream.code) - 2))
    starts = starts[stream.near[starts] & stream.near[starts + 1]]
    position = ordered["position"].to_numpy(dtype=np.int64)[stream.row]
    starts = starts[position[starts + 2] - position[starts] <= LONGEST_GAP + 2]
    return _keyed(stream, starts, np.array([0, 2]), gapped=True)


def _keyed(stream: _Stream, starts: np.ndarray, offsets: np.ndarray, *, gapped: bool) -> pd.DataFrame:
    codes = np.sort(stream.code[starts[:, None] + offsets], axis=1)
    distinct = (np.diff(codes, axis=1) > 0).all(axis=1)
    starts, codes = starts[distinct], codes[distinct]
    key = (
        np.zeros(len(starts), dtype=object)
        if len(stream.lemmas) ** len(offsets) >= 2**62
        else np.zeros(len(starts), dtype=np.int64)
    )
    for column in codes.T:
        key = key * (len(stream.lemmas) + 1) + column + 1
    return pd.DataFrame(
        {"key": key, "first": starts, "last": starts + offsets[-1], "n": len(offsets), "is_gapped": gapped}
    )


def _join(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _recurring(found: pd.DataFrame, stream: _Stream) -> pd.DataFrame:
    """Keep the sets of words that stand together in two or more events that count."""
    event = stream.event[found["first"]]
    pairs = pd.DataFrame({"key": found["key"], "event": event})[event >= 0].drop_duplicates()
    often = pairs["key"].value_counts()
    return found[found["key"].isin(often.index[often > 1])]


def _without_overlap(found: pd.DataFrame, stream: _Stream) -> pd.DataFrame:
    """Count a place once in a family: of two uses that share words, the closer one stays."""
    length = stream.row[found["last"]] - stream.row[found["first"]]
    ranked = found.assign(length=length).sort_values(["key", "length", "first"], kind="stable")
    kept, taken = [], set()
    for index, key, first, last in ranked[["key", "first", "last"]].itertuples(name=None):
        ends = {(key, first), (key, last)}
        if taken.isdisjoint(ends):
            kept.append(index)
            taken |= ends
    return found.loc[sorted(kept)]


def _count_lemmas(words, sources, equivalents, roles: tuple[str, ...]) -> pd.Series:
    """Count the content lemmas in own words of reference sources: n, by lemma."""
    references = sources.loc[sources["is_reference"], "source"]
    own = words[words["source"].isin(references) & words["role"].isin(roles)]
    own = own[[not is_empty(norm, norm.upper() if norm == "us" else norm) for norm in own["norm"]]]
    return own["n"].groupby(own["norm"].map(_compare_as(own["norm"].unique(), equivalents))).sum()


def _keep_families(own: pd.DataFrame, stream: _Stream, counts: pd.Series) -> list:
    """Return the keys that recur, beat chance and are not folded into a larger one."""
    share = counts.reindex(stream.lemmas).to_numpy(dtype=float) / counts.sum()
    members = {}
    for key, uses in own.groupby("key"):
        plain = uses[~uses["is_gapped"]]
        if len(plain) and len(set(stream.event[uses["first"]])) > 1:
            orders = [
                tuple(stream.code[a : b + 1]) for a, b in zip(plain["first"], plain["last"], strict=True)
            ]
            if _chance(share[list(orders[0])], orders, uses, counts.sum()) <= CHANCE:
                members[key] = set(orders[0])
    return _fold(own[own["key"].isin(members)], members)


def _chance(shares: np.ndarray, orders: list[tuple], uses: pd.DataFrame, n_words: float) -> float:
    """Return how likely independent words would stand together as often as these do.

    Two counts are tested, doubled for having two chances: all uses, and those in the commonest order with
    no slot.
    """
    if len(shares) == 1:
        return 0.0  # a compound is joined by its hyphen, not by chance
    expected = n_words * shares.prod()  # in one order, next to each other
    any_order = expected * math.factorial(len(shares)) * (2 if uses["is_gapped"].any() else 1)
    in_order = max(orders.count(order) for order in orders)
    return 2 * float(min(poisson.sf(in_order - 1, expected), poisson.sf(len(uses) - 1, any_order)))


def _fold(own: pd.DataFrame, members: dict) -> list:
    """Drop a family all of whose uses lie inside uses of one larger family."""
    uses = {key: group[["first", "last"]].to_numpy() for key, group in own.groupby("key")}
    kept = []
    for key, inner in members.items():
        larger = [
            other for other, outer in members.items() if inner < outer and len(uses[other]) >= len(uses[key])
        ]
        if not any(_covers(uses[other], uses[key]) for other in larger):
            kept.append(key)
    return kept


def _covers(outer: np.ndarray, inner: np.ndarray) -> bool:
    inside = (outer[None, :, 0] <= inner[:, None, 0]) & (inner[:, None, 1] <= outer[None, :, 1])
    return bool(inside.any(axis=1).all())


def _describe(
    found: pd.DataFrame, ordered: pd.DataFrame, stream: _Stream, sources: pd.DataFrame
) -> pd.DataFrame:
    """Name, rank and place the uses of the families kept."""
    first, last = stream.row[found["first"]], stream.row[found["last"]]
    table = ordered.iloc[first][["source", "role", "sentence", "segment", "position", "start"]].reset_index(
        drop=True
    )
    table = table.assign(
        key=found["key"].to_numpy(),
        n=found["n"].to_numpy(),
        gapped=found["is_gapped"].to_numpy(),
        end=ordered["end"].to_numpy()[last],
    )
    table["n_words"] = last - first + 1
    table["event"] = table["source"].map(sources.set_index("source")["event"])
    table["is_own"] = stream.event[found["first"]] >= 0
    table["variant"] = [" ".join(ordered["norm"].iloc[a : b + 1]) for a, b in zip(first, last, strict=True)]
    table["printed"] = [tuple(ordered["token"].iloc[a : b + 1]) for a, b in zip(first, last, strict=True)]
    table["content"] = [
        tuple(stream.lemmas[stream.code[a : b + 1]])
        for a, b in zip(found["first"], found["last"], strict=True)
    ]
    families = _list_keys(table[table["is_own"]])
    table = table.merge(families, on="key").sort_values(["rank", "source", "position"], ignore_index=True)
    return table[[*OCCURRENCE, "is_own"]]


def _list_keys(own: pd.DataFrame) -> pd.DataFrame:
    """Return one row a family: key, family (its commonest variant without a slot), kind, rank."""
    rows = []
    for key, uses in own.groupby("key", sort=True):
        plain = uses[~uses["gapped"]]
        variants = (
            plain["variant"]
            .value_counts()
            .reset_index()
            .sort_values(["count", "variant"], ascending=[False, True])
        )
        hard = np.mean([1 + is_difficult(word) for word in plain["content"].iloc[0]])
        score = (
            uses["event"].nunique() * len(uses) ** (2 / 3) * hard * math.log2(1 + max(2, uses["n"].iloc[0]))
        )
        rows.append((key, variants["variant"].iloc[0], "name" if _is_name(plain) else "expression", score))
    table = pd.DataFrame(rows, columns=["key", "family", "kind", "score"])
    table = table.sort_values(["kind", "score", "family"], ascending=[True, False, True], ignore_index=True)
    table["family"] = _distinct(table["family"])
    return table.assign(rank=range(1, len(table) + 1))[["key", "family", "kind", "rank"]]


def _distinct(names: pd.Series) -> pd.Series:
    """Two families may share their commonest variant; the second gets a number."""
    again = names.groupby(names).cumcount()
    return names.where(again == 0, names + " (" + (again + 1).astype(str) + ")")


def _is_name(uses: pd.DataFrame) -> bool:
    """Names of persons, offices and places: printed in capitals, and a word of them is known as nothing else.

    A term such as a charter or a treaty is made of ordinary words and acronyms, and no name.
    """
    printed = uses["printed"].iloc[0]
    content = [word for word in printed if not is_empty(word.casefold(), word)]
    between = {word.casefold() for word in printed} - {word.casefold() for word in content}
    titles = [lemmatise(word.casefold()) in _TITLES for word in content]
    capital = [word[0].isupper() for word in content]
    if any(titles) and all(t or c for t, c in zip(titles, capital, strict=True)) and between <= _JOINTS:
        return True
    if np.mean([_in_capitals(words) for words in uses["printed"]]) < NAME_SHARE or not between <= _JOINTS:
        return False
    places = [lemmatise(word.casefold()) in _PLACES for word in content]
    proper = [is_proper(word.casefold().replace("’", "'")) and not word.isupper() for word in content]
    return any(places) or any(proper)


def _in_capitals(words: tuple[str, ...]) -> bool:
    return all(word[0].isupper() for word in words if not is_empty(word.casefold(), word))


def explain_variant(canonical: str, variant: str) -> str:
    """Say by which rule a variant was joined to its family's canonical form."""
    if variant == canonical:
        return "the same words"
    a, b = ([w for w in text.split() if not is_empty(w, w)] for text in (canonical, variant))
    lemmas_a, lemmas_b = [lemmatise(w) for w in a], [lemmatise(w) for w in b]
    rules = [
        (sorted(a) != sorted(b) and sorted(lemmas_a) == sorted(lemmas_b), "inflection"),
        (sorted(lemmas_a) == sorted(lemmas_b) and lemmas_a != lemmas_b, "order"),
        (len(b) > len(a), "an open slot"),
        (not set(lemmas_a) <= set(lemmas_b), "an equivalent word"),
        (_gaps(canonical) != _gaps(variant), "other function words between"),
    ]
    return " and ".join(rule for holds, rule in rules if holds) or "the same words"


def _gaps(text: str) -> list[str]:
    words = text.split()
    places = [i for i, word in enumerate(words) if not is_empty(word, word)]
    return [" ".join(words[a + 1 : b]) for a, b in pairwise(places)]
