"""Families: the variants of one formula, joined by rules that can be told.

A family is a set of one to four content words that stand together in the speaker's own words, whatever
their inflection, their order, and the function words between them, in two or more independent events, more
often than chance allows; or words that function words tie, see `tied_words`.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.language import choose_lists
from analysis.phrases.all_words import join_streams, read_all_words
from analysis.phrases.by_language import count_languages, iterate_languages, join_uses, keep_language
from analysis.phrases.chance import keep_beyond_chance, stay_together
from analysis.phrases.content_words import Stream, count_for, count_lemmas, read_stream
from analysis.phrases.everyday import count_sides, find_everyday, find_habits
from analysis.phrases.family_overlaps import are_inside, drop_overlaps
from analysis.phrases.family_sets import list_sets
from analysis.phrases.family_uses import OCCURRENCE as OCCURRENCE
from analysis.phrases.family_uses import describe_uses, place_uses
from analysis.phrases.name_pairs import are_about_names
from analysis.phrases.running_text import read_running_text
from analysis.phrases.set_chances import measure_sets
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
    variant; an ellipsis stands for a slot where no use is without one), rank (of the family, 1 is best: see
    `family_ranks.rank_families`; behind all others of its kind what `everyday.find_everyday` finds in questions as
    well), kind ("expression" or
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

    Takes and returns, for each voice, what `find_occurrences` does. No family has uses in two languages.
    """
    voices = list(voices)
    if count_languages(sources) < 2:
        return _find_in_language(tokens, words, sources, equivalents, voices)
    found = {}
    for code, of_language, tables in iterate_languages(sources, tokens, words):
        fit = keep_language(equivalents, code)
        found[code] = _find_in_language(*tables, of_language, fit, voices)
    return [join_uses({code: uses[place] for code, uses in found.items()}) for place in range(len(voices))]


def _find_in_language(
    tokens: pd.DataFrame,
    words: pd.DataFrame,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    voices: list[tuple[str, ...]],
) -> list[pd.DataFrame]:
    """Find the uses of the families of several voices in texts of one language."""
    lists, found = choose_lists(sources.get("language", ())), []
    text = read_running_text(tokens)
    all_words = read_all_words(tokens, text, sources, equivalents, lists)
    stream = read_stream(text, all_words, lists)
    for roles in voices:
        content, whole = (count_for(one, text, tokens, roles) for one in (stream, all_words))
        counts = count_lemmas(words, sources, equivalents, roles)
        kept = add_tied(_find_uses(content, counts), content, whole, counts, lists)
        both = join_streams(content, whole)
        placed = place_uses(kept, tokens, text, both, sources)
        said = count_sides(placed, words, sources, roles)
        everyday, habits = find_everyday(said, roles), find_habits(said)
        found.append(describe_uses(placed, text, both, equivalents, lists, everyday, habits))
    return found


def _find_uses(stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Find the uses of all families, those of their words that are loose among them."""
    found = _keep_promising(list_sets(stream), stream, counts)
    found = _keep_wide(drop_overlaps(found, stream), stream, counts)
    found = found.assign(is_loose=_are_loose(found, stream))
    own = found[(stream.event[found["first"]] >= 0) & ~found["is_loose"]]
    expected = _list_families(own, stream, counts)
    found = found[_flag(expected.index, found)[found["key"]]]
    return found.assign(expected=expected.reindex(found["key"]).to_numpy())


def _keep_promising(found: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the sets of words that may be families, before uses that share words are told apart.

    Such uses still count twice here, so no family is lost.
    """
    own = found[stream.event[found["first"]] >= 0]
    sets = keep_beyond_chance(measure_sets(own, stream, counts))
    return found[_flag(sets.index, found)[found["key"]]]


def _keep_wide(found: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Keep the uses with a wide slot of pairs only that stay together so far apart."""
    has_wide = _flag(found["key"][found["is_wide"]], found)[found["key"]]
    own = found[has_wide & (stream.event[found["first"]] >= 0)]
    sets = measure_sets(own, stream, counts)
    together = _flag(sets.index[stay_together(sets)], found)
    return found[~found["is_wide"] | together[found["key"]]]


def _flag(keys: pd.Index | pd.Series, found: pd.DataFrame) -> np.ndarray:
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


def _list_families(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.Series:
    """Return the uses expected by chance of the keys that recur, beat it and are not folded into a larger one.

    A family is folded where all its uses lie inside uses of larger families.
    """
    sets = keep_beyond_chance(measure_sets(own, stream, counts))
    uses = own[_flag(sets.index, own)[own["key"]]]
    return sets["expected"][uses["key"][~are_inside(uses, stream)].unique()]
