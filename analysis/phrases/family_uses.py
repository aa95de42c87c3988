"""The uses of families as rows: where each stands, how it is worded, of which family it is and by which rule."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import WordLists, is_difficult, may_be_stock, number_values, rank_values
from analysis.phrases.content_words import Stream
from analysis.phrases.everyday import find_stock
from analysis.phrases.family_names import SLOT, flag_spellings, list_kinds, name_families
from analysis.phrases.family_ranks import rank_families
from analysis.phrases.family_rules import name_rules
from analysis.phrases.family_sets import locate_word
from analysis.phrases.family_wordings import Wordings, list_places, read_wordings, read_words
from analysis.phrases.found_uses import FoundUses
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
    Returns what `families.find_occurrences` does.
    """
    wordings = read_wordings(placed, text, stream)
    families = _gather_families(placed, wordings, text, stream, lists)
    families = families.assign(kind=list_kinds(families, lists))
    stock = find_stock(families["family_words"][families["may_be_stock"]], lists)
    families = name_families(rank_families(families, placed, everyday | (stock - habits)))
    usual = wordings.table.loc[families["wording"]].set_index("key")
    rules = name_rules(wordings.table, usual, text, stream, equivalents, lists)
    return _join_columns(placed, wordings, families, rules)


def _gather_families(
    placed: pd.DataFrame, wordings: Wordings, text: RunningText, stream: Stream, lists: WordLists
) -> pd.DataFrame:
    """Return one row a family, by key, as `rank_families` takes it, with printed and in_capitals.

    Its usual wording is the commonest, without a slot if there is one, of equals the first by name, as printed with
    the fewest capitals.
    """
    flags = flag_spellings(text.spellings, lists)
    capitals, small = (_count_in(flag[text.spelling], placed) for flag in flags)
    uses = placed[
        ["key", "first", "last", "begin", "n", "n_words", "event_number", "is_gapped", "is_own", "expected"]
    ]
    own = uses.assign(wording=wordings.number, capitals=capitals, in_capitals=small == 0)[uses["is_own"]]
    is_plain = ~own["is_gapped"]
    has_plain = _flag_numbers(own["key"][is_plain], own["key"].to_numpy().max(initial=-1) + 1)
    plain = own[is_plain | ~has_plain[own["key"]]]
    usual = _choose_usual(plain["wording"], wordings.table)
    chosen = plain[_flag_numbers(usual, len(wordings.table))[plain["wording"]]]
    ranked = chosen.iloc[np.lexsort((chosen["capitals"], chosen["key"]))]
    families = ranked.drop_duplicates("key").set_index("key")
    by_key, is_open = own.groupby("key"), families["is_gapped"]
    return families[["wording", "n"]].assign(
        printed=list(
            map(_open_slot, read_words(families, text.spelling, text.spellings), families["n"], is_open)
        ),
        family_words=wordings.table["variant"].array.take(families["wording"]),
        may_be_stock=_may_be_stock(families, text, lists),
        n_hard=_count_hard(families, stream, lists),
        in_capitals=plain.groupby("key")["in_capitals"].mean(),
        n_uses=by_key.size(),
        expected=by_key["expected"].first(),
        n_events=by_key["event_number"].nunique(),
    )


def _flag_numbers(chosen: pd.Series | np.ndarray, n: int) -> np.ndarray:
    """Tell of each number below n whether it is one of those chosen."""
    is_chosen = np.zeros(n, dtype=bool)
    is_chosen[chosen] = True
    return is_chosen


def _open_slot(printed: list[str], n: int, is_open: bool) -> tuple[str, ...]:
    """Return the words of a use, with an ellipsis for what fills the slot in the middle of its n words."""
    half = n // 2
    return (*printed[:half], SLOT, *printed[half - n :]) if is_open else tuple(printed)


def _count_hard(families: pd.DataFrame, stream: Stream, lists: WordLists) -> np.ndarray:
    """Count the words of each family (first, last, n) on no list of easy ones; without English, none are known."""
    n_hard = np.zeros(len(families), dtype=np.int64)
    if not lists.is_english:
        return n_hard
    for place in range(families["n"].to_numpy().max(initial=0)):
        longer = (families["n"] > place).to_numpy()
        code, lemmas = pd.factorize(stream.lemmas[stream.code[locate_word(families[longer], place)]])
        n_hard[longer] += np.array([is_difficult(lemma) for lemma in lemmas], dtype=bool)[code]
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
    placed: pd.DataFrame, wordings: Wordings, families: pd.DataFrame, rules: list[str]
) -> pd.DataFrame:
    """Give each use the name, kind and rank of its family, its words and the rule; by rank and place."""
    place = families.index.get_indexer(placed["key"])
    source = rank_values(placed["source"])
    order = np.lexsort((placed["position"], source, families["rank"].to_numpy()[place]))
    place, number = place[order], wordings.number[order]
    is_literal = number == families["wording"].to_numpy()[place]
    is_literal &= ~placed["is_gapped"].to_numpy(dtype=bool)[order]  # no use says a name with a slot
    named = {name: families[name].array.take(place) for name in ("family", "kind", "rank")}
    told = {name: pd.array(words, dtype="str").take(number) for name, words in
            (("variant", wordings.table["variant"]), ("rule", rules))}  # fmt: skip
    columns = [*OCCURRENCE, "is_own", "is_literal", "is_loose"]
    joined = named | told | {"is_literal": is_literal}
    return pd.DataFrame(
        {name: joined[name] if name in joined else _spell(placed[name].array.take(order)) for name in columns}
    )


def _spell(column: pd.api.extensions.ExtensionArray) -> pd.api.extensions.ExtensionArray:
    """Return words that are known by their numbers as words."""
    if not isinstance(column, pd.Categorical):
        return column
    return pd.array(column.categories, dtype="str").take(column.codes)
