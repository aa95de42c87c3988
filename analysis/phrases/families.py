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
from analysis.phrases.chance import are_beyond_chance, stay_together
from analysis.phrases.content_words import Stream, count_for, count_lemmas, read_stream
from analysis.phrases.everyday import count_sides, find_everyday, find_habits
from analysis.phrases.family_overlaps import are_inside, keep_apart
from analysis.phrases.family_sets import Uses, list_sets
from analysis.phrases.family_uses import OCCURRENCE as OCCURRENCE
from analysis.phrases.family_uses import describe_uses, place_uses
from analysis.phrases.found_uses import FoundUses, join_found
from analysis.phrases.name_pairs import are_about_names
from analysis.phrases.row_numbers import flag_numbers
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
    Returns one row per use, its words as categories, in any spoken role and source, by rank and place: family (its
    commonest variant; an ellipsis stands for a slot where no use is without one), rank (of the family, 1 is best: see
    `family_ranks.rank_families`; behind all others of its kind what `everyday.find_everyday` finds in questions as
    well), kind ("expression" or
    "name"), event, source, role, sentence, segment, position, n_words, start, end, variant (the words in
    question, folded), is_own (whether it counts: in these roles, in a reference source), is_literal (whether it
    says the family's name to the letter), is_loose (whether these words meet otherwise than the family does,
    see `_are_loose`: such uses count for nothing, and `ledger.list_uses` drops them). A family recurs in
    these roles, in reference sources of two or more events, and its count is one that independent words
    hardly ever reach (see `chance.are_beyond_chance`). A hyphenated word counts from three uses, unless all
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


def _find_uses(stream: Stream, counts: pd.Series) -> FoundUses:
    """Find the uses of all families, those of their words that are loose among them."""
    found = join_found([_find_of_length(uses, stream, counts) for uses in list_sets(stream)])
    is_own = (stream.event[found.uses.first] >= 0) & ~found.is_loose & ~np.isnan(found.expected)
    own = found.uses.keep(is_own)
    is_kept = flag_numbers(own.key[~are_inside(own, stream)], found.uses.n_keys)
    return found.keep(is_kept[found.uses.key])


def _find_of_length(uses: Uses, stream: Stream, counts: pd.Series) -> FoundUses:
    """Find the uses of sets of one length that recur and beat chance; what chance gives of others is missing.

    A family is folded where all its uses lie inside uses of larger families, which is not told here.
    """
    uses = _keep_promising(uses, stream, counts)
    n_before = np.bincount(uses.key)
    uses = uses.keep(keep_apart(uses, stream))
    uses = _keep_wide(uses, stream, counts)
    is_loose = _are_loose(uses, stream)
    own = uses.keep((stream.event[uses.first] >= 0) & ~is_loose)
    sets = measure_sets(own, stream, counts)
    expected = np.full(len(n_before), np.nan)
    is_beyond = are_beyond_chance(sets)
    expected[sets.index[is_beyond]] = sets["expected"].to_numpy()[is_beyond]
    return FoundUses(uses, is_loose, expected[uses.key])


def _keep_promising(uses: Uses, stream: Stream, counts: pd.Series) -> Uses:
    """Keep the sets of words that may be families, before uses that share words are told apart.

    Such uses still count twice here, so no family is lost.
    """
    sets = measure_sets(_keep_own(uses, stream), stream, counts)
    return uses.keep(flag_numbers(sets.index[are_beyond_chance(sets)], uses.n_keys)[uses.key])


def _keep_own(uses: Uses, stream: Stream) -> Uses:
    counts = stream.event[uses.first] >= 0
    return uses if counts.all() else uses.keep(counts)


def _keep_wide(uses: Uses, stream: Stream, counts: pd.Series) -> Uses:
    """Keep the uses with a wide slot of pairs only that stay together so far apart."""
    if not uses.is_wide.any():
        return uses
    has_wide = flag_numbers(uses.key[uses.is_wide], uses.n_keys)[uses.key]
    sets = measure_sets(_keep_own(uses.keep(has_wide), stream), stream, counts)
    together = flag_numbers(sets.index[stay_together(sets)], uses.n_keys)
    return uses.keep(~uses.is_wide | together[uses.key])


def _are_loose(uses: Uses, stream: Stream) -> np.ndarray:
    """Tell which uses have their words in common with a family, and little else.

    Two words in the other order than usual are one formula with something between them that ties them (the
    treaty of the harbour), or nothing (summit, Alaska), and not with a slot (trump discussed with president), nor
    with a bare determiner (after the war the world).
    """
    if uses.n.max(initial=0) != 2:
        return np.zeros(len(uses.key), dtype=bool)
    turned = (uses.turn > 0) != _are_usually_turned(uses, stream)[uses.key]
    is_apart = uses.is_gapped & ~are_about_names(uses, stream)
    return turned & (is_apart | stream.bare[uses.first])


def _are_usually_turned(pairs: Uses, stream: Stream) -> np.ndarray:
    """Tell for each key whether its usual order is not that of the alphabet: of most own uses, then the closer.

    Only uses without a slot tell, where there are any.
    """
    own, n_keys = _keep_own(pairs, stream), pairs.n_keys
    has_plain = flag_numbers(own.key[~own.is_gapped], n_keys)
    plain = own.keep(~own.is_gapped | ~has_plain[own.key])
    n, length = np.zeros((2, n_keys), dtype=np.int64), np.full((2, n_keys), len(stream.row), dtype=np.int64)
    for is_turned, of_order in enumerate((plain.keep(plain.turn == 0), plain.keep(plain.turn > 0))):
        n[is_turned] = np.bincount(of_order.key, minlength=n_keys)
        apart = stream.row[of_order.last] - stream.row[of_order.first]
        np.minimum.at(length[is_turned], of_order.key, apart)
    return (n[1] > n[0]) | ((n[1] == n[0]) & (length[1] < length[0]))
