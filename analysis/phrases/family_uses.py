"""The uses of families as rows: where each stands, how it is worded, of which family it is and by which rule."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import WordLists, is_difficult, may_be_stock, number_values, rank_values
from analysis.phrases.categories import categorise, number_strings
from analysis.phrases.content_words import Stream
from analysis.phrases.everyday import find_stock
from analysis.phrases.family_names import flag_spellings, list_kinds, name_families
from analysis.phrases.family_ranks import rank_families
from analysis.phrases.family_rules import name_rules
from analysis.phrases.family_sets import locate_word
from analysis.phrases.family_wordings import Wordings, list_places, read_wordings
from analysis.phrases.found_uses import FoundUses
from analysis.phrases.row_numbers import begin_runs, flag_numbers, number_runs
from analysis.phrases.running_text import RunningText

_OCCURRENCE = """
family rank kind event source role sentence segment position n_words start end variant rule
"""
OCCURRENCE = _OCCURRENCE.split()
_PLACE = ["source", "role", "sentence", "segment", "position", "start"]


def place_uses(
    found: FoundUses, tokens: pd.DataFrame, text: RunningText, stream: Stream, sources: pd.DataFrame
) -> pd.DataFrame:
    """Say of each use where it stands, how long it is, and whether it counts.

    Returns one row a use, by key and place: what was found, the columns of the tokens that it begins and ends with,
    event, event_number (-1 where it counts for none), n_words, is_own.
    """
    uses, is_loose, expected = found
    begin, end = stream.row[uses.first], stream.row[uses.last]
    event_number = stream.event[uses.first]
    places = {name: _take(tokens[name], text.row[begin]) for name in _PLACE}
    told = {
        "is_loose": is_loose,
        "expected": expected,
        "event": _name_events(places["source"], sources),
        "event_number": event_number,
        "begin": begin,
        "n_words": (end - begin + 1).astype(np.int64),
        "end": tokens["end"].array.take(text.row[end]),
        "is_own": (event_number >= 0) & ~is_loose,
    }
    return pd.DataFrame(uses._asdict() | places | told, copy=False)


def _take(column: pd.Series, rows: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """Return the values of some rows; words by their numbers, since many uses share them."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column.array.take(rows)
    number, known = number_values(column)
    return pd.Categorical.from_codes(number[rows], known)


def _name_events(source: pd.Categorical, sources: pd.DataFrame) -> pd.Categorical:
    events = pd.Series(source.categories).map(sources.set_index("source")["event"])
    number, known = number_values(events)
    return pd.Categorical.from_codes(number[source.codes], known)


def describe_uses(
    placed: pd.DataFrame,
    text: RunningText,
    stream: Stream,
    equivalents: pd.DataFrame,
    lists: WordLists,
    everyday: set[int],
    habits: set[int],
) -> pd.DataFrame:
    """Name and rank the families of uses, and say of each use how it is worded and why it belongs to its family.

    placed: one row a use, as from `place_uses`. equivalents: as for `families.find_occurrences`. lists: of the
    languages of the texts. everyday: keys of families that rank behind the others of their kind, as stock phrases do
    that are none of the habits.
    Returns what `families.find_occurrences` does, its words as categories, sorted.
    """
    wordings = read_wordings(placed, text, stream)
    families = _gather_families(placed, wordings, text, stream, lists)
    families["kind"] = list_kinds(families, text, lists)
    stock = find_stock(families["family_words"][families["may_be_stock"]], lists)
    families = rank_families(families, placed, everyday | (stock - habits))
    usual = wordings.table.loc[families["wording"]].set_index("key")
    rules = name_rules(wordings.table, usual, text, stream, equivalents, lists)
    return _join_columns(placed, wordings, families, name_families(families, text), rules)


def _gather_families(
    placed: pd.DataFrame, wordings: Wordings, text: RunningText, stream: Stream, lists: WordLists
) -> pd.DataFrame:
    """Return one row a family, by key, as `rank_families` takes it, with begin and n_words of a use, and in_capitals.

    Its usual wording is the commonest, without a slot if there is one, of equals the first by name, as printed with
    the fewest capitals.
    """
    capitals, small = (
        _count_in(flag[text.spelling], placed) for flag in flag_spellings(text.spellings, lists)
    )
    own = np.flatnonzero(placed["is_own"])
    key, is_gapped, event = (placed[name].to_numpy()[own] for name in ("key", "is_gapped", "event_number"))
    n_keys = int(key.max(initial=-1)) + 1
    has_plain = flag_numbers(key[~is_gapped], n_keys)
    is_plain = ~is_gapped | ~has_plain[key]
    plain, plain_key = own[is_plain], key[is_plain]
    chosen = _choose_uses(plain, plain_key, wordings, capitals)
    families = placed[["key", "first", "last", "begin", "n", "n_words", "is_gapped", "expected"]].take(chosen)
    families = families.set_index("key").assign(wording=wordings.number[chosen])
    n_plain, n_small, n_uses = (
        np.bincount(keys, minlength=n_keys)[families.index]
        for keys in (plain_key, plain_key[small[plain] == 0], key)
    )
    return families.assign(
        family_words=wordings.table["variant"].to_numpy(dtype=object)[families["wording"]],
        may_be_stock=_may_be_stock(families, text, lists),
        n_hard=_count_hard(families, stream, lists),
        in_capitals=n_small / n_plain,
        n_uses=n_uses,
        n_events=_count_events(key, event, n_keys)[families.index],
    )


def _choose_uses(plain: np.ndarray, key: np.ndarray, wordings: Wordings, capitals: np.ndarray) -> np.ndarray:
    """Choose for each family the first use in its usual wording with the fewest capitals.

    plain: the rows of the uses that tell of it, by key.
    """
    usual = _choose_usual(wordings.number[plain], wordings.table)
    is_usual = flag_numbers(usual, len(wordings.table))[wordings.number[plain]]
    chosen, key = plain[is_usual], key[is_usual]
    begins = np.flatnonzero(begin_runs(key))
    if not len(begins):
        return chosen
    fewest = np.minimum.reduceat(capitals[chosen], begins)
    is_best = capitals[chosen] == fewest[number_runs(key)]
    chosen, key = chosen[is_best], key[is_best]
    return chosen[begin_runs(key)]


def _count_events(key: np.ndarray, event: np.ndarray, n_keys: int) -> np.ndarray:
    """Count the events of the uses of each key."""
    n_events = int(event.max(initial=0)) + 1
    pairs = np.sort(key * np.int64(n_events) + event)
    return np.bincount(pairs[begin_runs(pairs)] // n_events, minlength=n_keys)


def _count_hard(families: pd.DataFrame, stream: Stream, lists: WordLists) -> np.ndarray:
    """Count the words of each family (first, last, n) on no list of easy ones; without English, none are known."""
    n_hard = np.zeros(len(families), dtype=np.int64)
    if not lists.is_english:
        return n_hard
    is_hard = np.zeros(len(stream.lemmas), dtype=bool)
    for place in range(families["n"].to_numpy().max(initial=0)):
        longer = (families["n"] > place).to_numpy()
        code = stream.code[locate_word(families[longer], place)]
        known = np.flatnonzero(np.bincount(code))
        is_hard[known] = list(map(is_difficult, stream.lemmas[known]))
        n_hard[longer] += is_hard[code]
    return n_hard


def _may_be_stock(families: pd.DataFrame, text: RunningText, lists: WordLists) -> np.ndarray:
    """Tell which families (begin, n_words) have only words of stock phrases; without English, none is known."""
    places, begins = list_places(families)
    if not lists.is_english or not len(places):
        return np.zeros(len(families), dtype=bool)
    form = text.norm[places]
    fits = np.zeros(len(text.norms), dtype=bool)
    for known in np.flatnonzero(np.bincount(form)).tolist():
        fits[known] = may_be_stock(text.norms[known])
    return np.logical_and.reduceat(fits[form], begins)


def _choose_usual(said: pd.Series, wordings: pd.DataFrame) -> np.ndarray:
    """Choose the commonest wording of each family, of equals the first by name; said: that of each own use."""
    table = wordings.assign(n=np.bincount(said, minlength=len(wordings)))
    key, n = table["key"].to_numpy(), table["n"].to_numpy()
    most = np.zeros(key.max(initial=-1) + 1, dtype=np.int64)
    np.maximum.at(most, key, n)
    best = table.loc[n == most[key], ["key", "variant"]]
    is_tie = best["key"].duplicated(keep=False)
    chosen = best[is_tie].sort_values(["key", "variant"]).drop_duplicates("key")
    return np.concatenate([best.index[~is_tie], chosen.index])


def _count_in(flag: np.ndarray, uses: pd.DataFrame) -> np.ndarray:
    """Count the words of each use (begin, n_words) of which a flag holds."""
    so_far = np.append(0, np.cumsum(flag))
    begin = uses["begin"].to_numpy()
    return so_far[begin + uses["n_words"]] - so_far[begin]


def _join_columns(
    placed: pd.DataFrame,
    wordings: Wordings,
    families: pd.DataFrame,
    names: pd.Categorical,
    rules: pd.Categorical,
) -> pd.DataFrame:
    """Give each use the name, kind and rank of its family, its words and the rule; by rank and place."""
    rank = np.zeros(placed["key"].max() + 1 if len(placed) else 0, dtype=np.int32)
    rank[families.index] = np.arange(len(families))
    place, source = rank[placed["key"]], rank_values(placed["source"])
    order = np.lexsort((placed["position"], source, place)).astype(np.int32)
    place, number = place[order], wordings.number[order]
    is_literal = number == families["wording"].to_numpy()[place]
    is_literal &= ~placed["is_gapped"].to_numpy(dtype=bool)[order]  # no use says a name with a slot
    joined = {
        "family": names.take(place),
        "kind": number_strings(families["kind"]).take(place),
        "rank": families["rank"].to_numpy()[place],
        "variant": number_strings(wordings.table["variant"]).take(number),
        "rule": rules.take(number),
        "is_literal": is_literal,
    }
    columns = [*OCCURRENCE, "is_own", "is_literal", "is_loose"]
    for name in set(columns) - set(joined):
        joined[name] = _sort_categories(placed[name].array.take(order))
    return pd.DataFrame({name: joined[name] for name in columns}, copy=False)


def _sort_categories(column: pd.api.extensions.ExtensionArray) -> pd.api.extensions.ExtensionArray:
    return categorise(column) if isinstance(column, pd.Categorical) else column
