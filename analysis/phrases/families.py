"""Families: the variants of one formula, joined by rules that can be told.

A family is a set of one to four content words that stand together in the speaker's own words, whatever
their inflection, their order, and the function words between them, in two or more independent events, more
often than chance allows.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd

from analysis.phrases.chance import keep_beyond_chance
from analysis.phrases.content_words import LONGEST_JOINT, Stream, count_lemmas, is_compound, read_stream
from analysis.phrases.family_names import explain_use, name_families
from analysis.roles import OWN

MOST_WORDS = 4  # content words of a family
_OCCURRENCE = """
family rank kind event source role sentence segment position n_words start end variant rule
"""
OCCURRENCE = _OCCURRENCE.split()


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
    another (form, stands_for, kind: "spelling" or "rendering"). roles: whose families are sought, the
    speaker's unless told otherwise.
    Returns one row per use, in any spoken role and source, by rank and place: family (its commonest
    variant), rank (of the family, 1 is best: expressions before names, then events times uses to the power
    of two thirds, more for longer families and for words not on a list of easy ones), kind ("expression" or
    "name"), event, source, role, sentence, segment, position, n_words, start, end, variant (the words in
    question, folded), is_own (whether it counts: in these roles, in a reference source), is_literal (whether it
    says the family's name to the letter), is_loose (whether these words meet otherwise than the family does,
    see `_are_loose`: such uses count for nothing, and `ledger.list_uses` drops them). A family recurs in
    these roles, in reference sources of two or more events, and its count is one that independent words
    hardly ever reach (see `chance.keep_beyond_chance`). A hyphenated word counts from three uses, unless all
    its parts are easy words. A family whose every use lies inside uses of a larger one is folded into it.
    """
    ordered, stream = read_stream(tokens, sources, equivalents, roles)
    found = _join(_list_recurring(stream))
    counts = count_lemmas(words, sources, equivalents, roles)
    found = _without_overlap(_promising(found, stream, counts), stream)
    found = found.assign(is_loose=_are_loose(found, stream))
    own = found[(stream.event[found["first"]] >= 0) & ~found["is_loose"]]
    kept = _keep_families(own, stream, counts)
    described = _describe(found[found["key"].isin(kept)], ordered, stream, sources)
    return _explain(described, equivalents)


def _list_recurring(stream: Stream) -> list[pd.DataFrame]:
    """Return the sets of each number of words, then pairs with a slot, as far as their own words come again."""
    longer = [_keep_recurring([_sets(stream, n)], stream)[0] for n in range(3, MOST_WORDS + 1)]
    pairs, gapped = _keep_recurring([_sets(stream, 2), _gapped_pairs(stream)], stream)
    return [*_keep_recurring([_sets(stream, 1)], stream), pairs, *longer, gapped]


def _keep_recurring(parts: list[pd.DataFrame], stream: Stream) -> list[pd.DataFrame]:
    """Keep the sets whose key has two own uses or more in all parts together; most have one, and are no family."""
    code = pd.factorize(np.concatenate([part["key"] for part in parts]))[0]
    is_own = np.concatenate([stream.event[part["first"]] >= 0 for part in parts])
    n_own = np.bincount(code[is_own], minlength=code.max(initial=-1) + 1)
    recurs = np.split(n_own[code] > 1, np.cumsum([len(part) for part in parts])[:-1])
    return [part[mask] for part, mask in zip(parts, recurs, strict=True)]


def _sets(stream: Stream, n: int) -> pd.DataFrame:
    """Return every n neighbouring content words: key (their codes, sorted), first and last (in the
    stream), is_gapped."""
    m = len(stream.code)
    starts = np.arange(max(0, m - n + 1))
    for step in range(n - 1):
        starts = starts[stream.near[starts + step]]
    if n == 2:  # two words alone are a formula only inside one clause
        starts = starts[~stream.crosses[starts]]
    if n == 1:
        compound = np.array([is_compound(lemma) for lemma in stream.lemmas], dtype=bool)
        starts = starts[compound[stream.code[starts]]] if m else starts
    return _keyed(stream, starts, np.arange(n), gapped=False)


def _gapped_pairs(stream: Stream) -> pd.DataFrame:
    """Return pairs with one other content word between them: an open slot."""
    starts = np.arange(max(0, len(stream.code) - 2))
    starts = starts[stream.near[starts] & stream.near[starts + 1]]
    starts = starts[~(stream.parts[starts] | stream.parts[starts + 1])]
    starts = starts[stream.row[starts + 2] - stream.row[starts] <= LONGEST_JOINT + 2]
    return _keyed(stream, starts, np.array([0, 2]), gapped=True)


def _keyed(stream: Stream, starts: np.ndarray, offsets: np.ndarray, *, gapped: bool) -> pd.DataFrame:
    printed = stream.code[starts[:, None] + offsets]
    codes = np.sort(printed, axis=1)
    distinct = (np.diff(codes, axis=1) > 0).all(axis=1)
    starts, n_lemmas = starts[distinct], len(stream.lemmas)
    found = {
        "key": _number(codes[distinct], n_lemmas),
        "order": _number(printed[distinct], n_lemmas),
        "joints": _number(stream.joint[starts[:, None] + offsets[:-1]], stream.n_joints),
    }
    return pd.DataFrame(
        {**found, "first": starts, "last": starts + offsets[-1], "n": len(offsets), "is_gapped": gapped}
    )


def _number(codes: np.ndarray, n_codes: int) -> np.ndarray:
    """Return one number for each row of codes, which are below n_codes; longer rows have higher numbers.

    Where numbers would grow too large, the beginnings of rows are numbered anew in the same order.
    """
    base, bound = n_codes + 1, 1
    number = np.zeros(len(codes), dtype=np.int64)
    for column in codes.T:
        if bound * base >= 2**62:
            number = np.unique(number, return_inverse=True)[1] + 1
            bound = len(codes) + 2
        number, bound = number * base + column + 1, bound * base
    return number if base ** codes.shape[1] < 2**62 else number + base ** (codes.shape[1] - 1)


def _join(parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def _promising(found: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the sets of words that may be families, before uses that share words are told apart.

    Such uses still count twice here, so no family is lost.
    """
    own = found[stream.event[found["first"]] >= 0]
    return found[found["key"].isin(keep_beyond_chance(_measure(own, stream, counts)).index)]


def _without_overlap(found: pd.DataFrame, stream: Stream) -> pd.DataFrame:
    """Count a place once a family: of two that share words stays the one without a slot, or the closer."""
    doubtful = found[_may_overlap(found)]
    length = stream.row[doubtful["last"]] - stream.row[doubtful["first"]]
    by = ["key", "is_gapped", "length", "first"]
    ranked = doubtful.assign(length=length).sort_values(by, kind="stable")
    lost, taken = [], set()
    for index, key, first, last, is_gapped in ranked[["key", "first", "last", "is_gapped"]].itertuples(
        name=None
    ):
        places = {(key, place) for place in ((first, last) if is_gapped else range(first, last + 1))}
        if taken.isdisjoint(places):
            taken |= places
        else:
            lost.append(index)
    return found.drop(index=lost)


def _may_overlap(found: pd.DataFrame) -> np.ndarray:
    """Tell which uses belong to a key of which two uses reach into each other."""
    order = np.lexsort((found["first"], found["key"]))
    key, first, last = (found[name].to_numpy()[order] for name in ("key", "first", "last"))
    meets = (key[1:] == key[:-1]) & (first[1:] <= last[:-1])
    return found["key"].isin(key[1:][meets]).to_numpy()


def _are_loose(found: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Tell which uses have their words in common with a family, and little else.

    Two words in the other order than usual are one formula with something between them that ties them (the
    treaty of the harbour), or nothing (summit, Alaska), and not with a slot (trump discussed with president), nor
    with a bare determiner (after the war the world).
    """
    turned = found["order"] != found["key"].map(_choose_orders(found, stream))
    bare = stream.bare[found["first"]] & (found["n"] == 2)
    return (turned & (found["is_gapped"] | bare)).to_numpy(dtype=bool)


def _choose_orders(found: pd.DataFrame, stream: Stream) -> pd.Series:
    """Return the usual order of each key: of most own uses without a slot, then the closer, then by text."""
    plain = found[(stream.event[found["first"]] >= 0) & ~found["is_gapped"]]
    length = stream.row[plain["last"]] - stream.row[plain["first"]]
    orders = (
        plain.assign(length=length).groupby(["key", "order"]).agg(n=("n", "size"), length=("length", "min"))
    )
    ranked = orders.reset_index().sort_values(
        ["key", "n", "length", "order"], ascending=[True, False, True, True]
    )
    return ranked.drop_duplicates("key").set_index("key")["order"]


def _keep_families(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> list:
    """Return the keys that recur, beat chance and are not folded into a larger one."""
    kept = keep_beyond_chance(_measure(own, stream, counts))
    members = {
        key: frozenset(stream.code[first : first + n])
        for key, first, n in kept[["first", "n"]].itertuples(name=None)
    }
    return _fold(own[own["key"].isin(members)], members)


def _measure(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Return one row a key of two or more events that has a use without a slot: its first such use, n, and
    what chance depends on.

    That is, of uses without a slot, for only they are tested: n_uses and alike (those in one order with the
    same words between), and expected (how often independent words would stand so in one order).
    """
    plain = own[~own["is_gapped"]]
    sizes = plain.drop_duplicates("key").set_index("key")[["first", "n"]]
    sizes = sizes.assign(
        n_events=own.assign(event=stream.event[own["first"]]).groupby("key")["event"].nunique(),
        n_uses=plain.groupby("key").size(),
        alike=plain.groupby(["key", "order", "joints"]).size().groupby("key").max(),
    )
    sizes = sizes[sizes["n_events"] > 1]
    share = counts.reindex(stream.lemmas).to_numpy(dtype=float) / counts.attrs["n_words"]
    return sizes.assign(expected=counts.attrs["n_words"] * _multiply(share, stream, sizes))


def _multiply(share: np.ndarray, stream: Stream, sizes: pd.DataFrame) -> np.ndarray:
    """Return the product of the shares of each key's words."""
    first, n = sizes[["first", "n"]].to_numpy(dtype=np.int64).T
    products = np.ones(len(sizes))
    for place in range(MOST_WORDS):
        longer = n > place
        products[longer] *= share[stream.code[first[longer] + place]]
    return products


def _fold(own: pd.DataFrame, members: dict) -> list:
    """Drop a family all of whose uses lie inside uses of larger families."""
    spans = own[["first", "last"]].to_numpy()
    uses = {key: spans[rows] for key, rows in own.groupby("key").indices.items()}
    holders = defaultdict(list)
    for key, codes in members.items():
        for code in codes:
            holders[code].append(key)
    kept = []
    for key, inner in members.items():
        larger = [uses[other] for other in holders[min(inner)] if inner < members[other]]
        if not larger or not _covers(np.concatenate(larger), uses[key]):
            kept.append(key)
    return kept


def _covers(outer: np.ndarray, inner: np.ndarray) -> bool:
    """Tell whether each inner span (first, last) lies in an outer one."""
    outer = outer[np.argsort(outer[:, 0], kind="stable")]
    reach = np.append(-1, np.maximum.accumulate(outer[:, 1]))
    begun = np.searchsorted(outer[:, 0], inner[:, 0], side="right")
    return bool((reach[begun] >= inner[:, 1]).all())


def _describe(
    found: pd.DataFrame, ordered: pd.DataFrame, stream: Stream, sources: pd.DataFrame
) -> pd.DataFrame:
    """Name, rank and place the uses of the families kept."""
    table = _place_uses(found, ordered, stream).assign(**_read_uses(found, ordered, stream))
    table["event"] = table["source"].map(sources.set_index("source")["event"])
    table = table.merge(name_families(table[table["is_own"]]), on="key")
    table["is_literal"] = table["variant"] == table["family_words"]
    return table


def _explain(table: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    """Say of each use by which rule it belongs to its family, and put the uses in order."""
    spellings = equivalents[equivalents["kind"] == "spelling"]
    spelled = dict(zip(spellings["form"], spellings["stands_for"], strict=True))
    table["rule"] = [explain_use(use, spelled) for use in table.itertuples()]
    columns = [*OCCURRENCE, "is_own", "is_literal", "is_loose"]
    return table.sort_values(["rank", "source", "position"], ignore_index=True)[columns]


def _place_uses(found: pd.DataFrame, ordered: pd.DataFrame, stream: Stream) -> pd.DataFrame:
    """Say of each use where it stands, how long it is, to which family it belongs, and whether it counts."""
    first, last = stream.row[found["first"]], stream.row[found["last"]]
    columns = ["source", "role", "sentence", "segment", "position", "start"]
    places = ordered.iloc[first][columns].reset_index(drop=True)
    families = found[["key", "n", "is_gapped", "is_loose"]].reset_index(drop=True)
    return places.join(families.rename(columns={"is_gapped": "gapped"})).assign(
        end=ordered["end"].to_numpy()[last],
        n_words=last - first + 1,
        is_own=(stream.event[found["first"]] >= 0) & ~found["is_loose"].to_numpy(),
    )


def _read_uses(found: pd.DataFrame, ordered: pd.DataFrame, stream: Stream) -> dict[str, list]:
    """Return the words of each use: all of them, folded and as printed, and those of the family."""
    norms, printed = ordered["norm"].tolist(), ordered["token"].tolist()
    uses = found[["first", "last", "is_gapped"]].itertuples(index=False, name=None)
    content = [_places(*use) for use in uses]
    rows = [stream.row[places] for places in content]
    spans = [slice(row[0], row[-1] + 1) for row in rows]
    return {
        "variant": [" ".join(norms[span]) for span in spans],
        "printed": [tuple(printed[span]) for span in spans],
        "content": [tuple(stream.lemmas[stream.code[places]]) for places in content],
        "norms": [tuple(norms[word] for word in row) for row in rows],
    }


def _places(first: int, last: int, is_gapped: bool) -> np.ndarray:
    """Return where the words of a family stand in the stream, without the word in a slot."""
    return np.array([first, last]) if is_gapped else np.arange(first, last + 1)
