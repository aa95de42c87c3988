"""Families: the variants of one formula, joined by rules that can be told.

A family is a set of one to four content words that stand together in the speaker's own words, whatever
their inflection, their order, and the function words between them, in two or more independent events, more
often than chance allows.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.language import choose_lists
from analysis.phrases.all_words import join_streams, read_all_words
from analysis.phrases.chance import PLACES_APART, keep_beyond_chance, stay_together
from analysis.phrases.content_words import Stream, count_for, count_lemmas, read_stream
from analysis.phrases.everyday import find_everyday
from analysis.phrases.family_overlaps import are_inside, drop_overlaps
from analysis.phrases.family_sets import MOST_WORDS, list_sets, locate_word, recur_apart
from analysis.phrases.family_uses import OCCURRENCE as OCCURRENCE
from analysis.phrases.family_uses import describe_uses, place_uses
from analysis.phrases.name_pairs import are_about_names
from analysis.phrases.running_text import read_running_text
from analysis.phrases.tied_words import add_tied
from analysis.roles import OWN


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
    of two thirds, more for longer families and for words not on a list of easy ones; behind all others what
    `everyday.find_everyday` finds in questions as well), kind ("expression" or
    "name"), event, source, role, sentence, segment, position, n_words, start, end, variant (the words in
    question, folded), is_own (whether it counts: in these roles, in a reference source), is_literal (whether it
    says the family's name to the letter), is_loose (whether these words meet otherwise than the family does,
    see `_are_loose`: such uses count for nothing, and `ledger.list_uses` drops them). A family recurs in
    these roles, in reference sources of two or more events, and its count is one that independent words
    hardly ever reach (see `chance.keep_beyond_chance`). A hyphenated word counts from three uses, unless all
    its parts are easy words. A family whose every use lies inside uses of a larger one is folded into it.
    """
    return find_by_voice(tokens, words, sources, equivalents, voices=[roles])[0]


def find_by_voice(
    tokens: pd.DataFrame,
    words: pd.DataFrame,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    *,
    voices: Iterable[tuple[str, ...]],
) -> list[pd.DataFrame]:
    """Find the uses of the families of several voices, each a tuple of roles; the text is read once.

    Takes and returns, for each voice, what `find_occurrences` does.
    """
    lists, found = choose_lists(sources.get("language", ())), []
    text = read_running_text(tokens)
    all_words = read_all_words(tokens, text, sources, equivalents, lists)
    stream = read_stream(text, all_words, lists)
    for roles in voices:
        content, whole = (count_for(one, text, tokens, roles) for one in (stream, all_words))
        counts = count_lemmas(words, sources, equivalents, roles)
        kept = add_tied(_find_uses(content, counts), content, whole, counts)
        both = join_streams(content, whole)
        placed = place_uses(kept, tokens, text, both, sources)
        everyday = find_everyday(placed, words, sources, roles)
        found.append(describe_uses(placed, text, both, equivalents, lists, everyday))
    return found


def _find_uses(stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Find the uses of all families, those of their words that are loose among them."""
    found = _keep_promising(list_sets(stream), stream, counts)
    found = _keep_wide(drop_overlaps(found, stream), stream, counts)
    found = found.assign(is_loose=_are_loose(found, stream))
    own = found[(stream.event[found["first"]] >= 0) & ~found["is_loose"]]
    families = _list_families(own, stream, counts)
    found = found[_flag(families, found)[found["key"]]]
    expected = _measure(own[own["key"].isin(families)], stream, counts)["expected"]
    return found.assign(expected=expected.reindex(found["key"]).to_numpy())


def _keep_promising(found: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the sets of words that may be families, before uses that share words are told apart.

    Such uses still count twice here, so no family is lost.
    """
    own = found[stream.event[found["first"]] >= 0]
    keys = _list_beyond_chance(own, stream, counts)
    return found[_flag(keys, found)[found["key"]]]


def _keep_wide(found: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the uses with a wide slot of pairs only that stay together so far apart."""
    sets = _measure(found[stream.event[found["first"]] >= 0], stream, counts)
    together = _flag(sets.index.to_numpy()[stay_together(sets)], found)
    return found[~found["is_wide"] | together[found["key"]]]


def _flag(keys: np.ndarray, found: pd.DataFrame) -> np.ndarray:
    """Return for each key up to the last one found whether it is one of these."""
    is_one = np.zeros(found["key"].to_numpy().max(initial=-1) + 1, dtype=bool)
    is_one[keys] = True
    return is_one


def _are_loose(found: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Tell which uses have their words in common with a family, and little else.

    Two words in the other order than usual are one formula with something between them that ties them (the
    treaty of the harbour), or nothing (summit, Alaska), and not with a slot (trump discussed with president), nor
    with a bare determiner (after the war the world).
    """
    usual = _choose_orders(found, stream)
    turned = found["order"].to_numpy() != usual[found["key"]]
    bare = stream.bare[found["first"]] & (found["n"] == 2)
    is_apart = found["is_gapped"] & ~are_about_names(found, stream)
    return turned & (is_apart | bare).to_numpy(dtype=bool)


def _choose_orders(found: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Return the usual order of each key: of most own uses, then the closer, then by text.

    Only uses without a slot tell, where there are any.
    """
    own = found[stream.event[found["first"]] >= 0]
    is_plain = ~own["is_gapped"]
    plain = own[is_plain | ~_flag(own["key"][is_plain].to_numpy(), found)[own["key"]]]
    length = stream.row[plain["last"]] - stream.row[plain["first"]]
    orders = plain.assign(length=length).groupby("order")
    ranked = orders.agg(key=("key", "first"), n=("key", "size"), length=("length", "min")).reset_index()
    ranked = ranked.sort_values(["key", "n", "length", "order"], ascending=[True, False, True, True])
    best = ranked.drop_duplicates("key")
    usual = np.full(found["key"].to_numpy().max(initial=-1) + 1, -1)
    usual[best["key"]] = best["order"]
    return usual


def _list_families(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> np.ndarray:
    """Return the keys that recur, beat chance and are not folded into a larger one.

    A family is folded where all its uses lie inside uses of larger families.
    """
    stands = _flag(_list_beyond_chance(own, stream, counts), own)
    uses = own[stands[own["key"]]]
    return uses["key"].to_numpy()[~are_inside(uses, stream)]


def _list_beyond_chance(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> np.ndarray:
    """Return the keys that come in two events or more, more often than chance gives."""
    return keep_beyond_chance(_measure(own, stream, counts)).index.to_numpy()


def _measure(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Return one row a key of two or more events: what chance depends on.

    That is: n (words); of uses without a slot n_uses, alike (those in one order with the same words between), and
    expected (how often independent words would stand so in one order); of all uses in_order, those in one order, or
    in any where one word is a name, and n_places (where the second word may stand for that).
    """
    recurs = recur_apart(own["key"].to_numpy(), stream.event[own["first"]])
    own = own[recurs[own["key"]]]
    sizes = own.drop_duplicates("key").set_index("key")[["first", "last", "n"]].sort_index()
    n_keys = int(own["key"].max()) + 1 if len(own) else 0
    n_uses, alike = (counted[sizes.index] for counted in _count_uses(own[~own["is_gapped"]], n_keys))
    order = np.where(are_about_names(own, stream), -1 - own["key"], own["order"])  # one for all orders
    in_order = _count_most(own["key"].to_numpy(), order, n_keys)[sizes.index]
    share = counts.reindex(stream.lemmas).to_numpy(dtype=float) / counts.attrs["n_words"]
    expected = counts.attrs["n_words"] * _multiply(share, stream, sizes)
    n_places = np.where(are_about_names(sizes, stream), 2 * PLACES_APART, PLACES_APART)
    return sizes.assign(n_uses=n_uses, alike=alike, in_order=in_order, n_places=n_places, expected=expected)


def _count_uses(plain: pd.DataFrame, n_keys: int) -> tuple[np.ndarray, np.ndarray]:
    """Count for each key its uses, and the most of them in one order with the same words between."""
    key, order = plain["key"].to_numpy(), plain["order"].to_numpy()
    joints, known = pd.factorize(plain["joints"])
    return np.bincount(key, minlength=n_keys), _count_most(key, order * len(known) + joints, n_keys)


def _count_most(key: np.ndarray, wording: np.ndarray, n_keys: int) -> np.ndarray:
    """Count for each key the uses of its commonest wording, by number of the key."""
    wording = pd.factorize(wording)[0]
    n_uses = np.bincount(wording)
    most = np.zeros(n_keys, dtype=np.int64)
    np.maximum.at(most, key, n_uses[wording])
    return most


def _multiply(share: np.ndarray, stream: Stream, sizes: pd.DataFrame) -> np.ndarray:
    """Return the product of the shares of each key's words."""
    products = np.ones(len(sizes))
    for place in range(MOST_WORDS):
        longer = (sizes["n"] > place).to_numpy()
        products[longer] *= share[stream.code[locate_word(sizes[longer], place)]]
    return products
