"""Phrases that recur from one event to the next: found without being named, and followed by name.

Everything here counts own words (roles answer and quote) of reference sources, one source an event, so that
a copy of an interview, the interviewer's words and an outlet's prose change nothing. Words are neighbours
when one `follows` the other: in one sentence and role, without one of ; : — ( ) … between them, whatever notes
and rows lie there: a table from which other rows were left out gives the same phrases.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import (
    CLIPPED,
    WordLists,
    choose_lists,
    find_ngrams,
    number_stretches,
    number_values,
    order_by,
)
from analysis.own_words import list_references
from analysis.phrases.by_language import count_languages, iterate_languages
from analysis.phrases.covered import cover
from analysis.phrases.family_names import name_kind
from analysis.roles import OWN

BARE_NUMBER = r"\d[\d.,:/-]*"
_CLITIC = "(?:'s|'re|'ve|'ll|'d|'m|n't)$"  # it's and don't are function words as it and do are


class _Words(NamedTuple):
    """Own words, those of an event together, in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the tokens table the word stands
    code: np.ndarray  # a number for each form, the word as compared and listed
    stretch: np.ndarray  # neighbours share a stretch
    event: np.ndarray  # which event it counts for; -1 where its source is not the reference
    is_edge: np.ndarray  # whether a phrase may not begin or end here
    is_plain: np.ndarray  # whether it speaks against a name: begins with a small letter, no function word
    is_capital: np.ndarray  # whether it begins with a capital
    spelling: np.ndarray  # a number for the word as printed
    spellings: np.ndarray  # not parallel: the word of each spelling


class _Found(NamedTuple):
    occurrences: pd.DataFrame  # one row per occurrence of a maximal phrase: phrase (a number), start, n_words
    nested: pd.DataFrame  # one row per occurrence of a phrase inside a longer one: inner, start, outer


def find_phrases(
    tokens: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    min_events: int = 2,
    min_words: int = 2,
    max_words: int = 8,
) -> pd.DataFrame:
    """Find the multiword expressions that recur in the speaker's own words in several independent events.

    tokens: one row per word (source, sentence, position, follows, segment, role, token, norm).
    sources: one row per source (source, event, date, is_reference).
    Returns one row per phrase: phrase (as printed where it has the fewest capitals, which a sentence begins
    with), n_words, n (occurrences), n_events, first_date, last_date, events
    (joined by '; '), kind, c_value. A phrase lies within one sentence and one role, and neither begins nor
    ends with a function word or bare number. It is maximal: a phrase whose every occurrence lies inside
    occurrences of one longer recurring phrase is folded into that one. It stops at ; : — ( ) …. Kind is 'name' or
    'expression', by the rule of `family_names.name_kind`.

    Expressions come before names; within each, the phrase with the highest C-value times number of events
    comes first: what is said in many words, often, in many events and on its own. Ties are broken by text.
    C-value is log2(n_words) * (n - how many of these lie inside longer phrases found / how many such longer
    phrases there are), after Frantzi, Ananiadou & Mima (2000), International Journal on Digital Libraries
    3:115-130, section 2.3.
    """
    limits = {"min_events": min_events, "min_words": min_words, "max_words": max_words}
    if count_languages(sources) < 2:
        return _ranked(_find_in_language(tokens, sources, limits))
    parts = iterate_languages(sources, tokens)
    found = [_find_in_language(*part.tables, part.sources, limits) for part in parts]
    return _ranked(pd.concat(found, ignore_index=True))


def _find_in_language(tokens: pd.DataFrame, sources: pd.DataFrame, limits: dict[str, int]) -> pd.DataFrame:
    """Find what recurs in texts of one language; returns what `find_phrases` does, not yet ranked."""
    words = _own_words(tokens, sources)
    found = _maximal(words, **limits)
    counted = found.occurrences[words.event[found.occurrences["start"]] >= 0]
    lists = choose_lists(sources.get("language", ()))
    phrases = _describe(counted, words, lists).join(_spread(counted, words, sources))
    return phrases.assign(c_value=_c_values(phrases, found.nested))


def find_recurring_rows(
    tokens: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    min_events: int = 2,
    min_words: int = 2,
    max_words: int = 8,
) -> pd.Series:
    """Tell which words belong to a recurring phrase.

    tokens, sources and the limits: as for `find_phrases`.
    Returns one boolean per row of tokens: whether the word is part of an occurrence, in own words of any
    source, of a phrase that `find_phrases` lists. `find_phrases` gives the same result on these rows alone.
    """
    limits = {"min_events": min_events, "min_words": min_words, "max_words": max_words}
    if count_languages(sources) > 1:
        parts = iterate_languages(sources, tokens)
        flags = [find_recurring_rows(*part.tables, part.sources, **limits) for part in parts]
        return pd.concat(flags).reindex(tokens.index)
    words = _own_words(tokens, sources)
    found = _list_occurrences(words, **limits)
    found = _leave_out_folded(found, words.event[found["start"]] >= 0, words.row.size, max_words)
    is_part = np.zeros(len(tokens), dtype=bool)
    is_part[words.row] = cover(found["start"], found["n_words"], words.row.size)
    return pd.Series(is_part, index=tokens.index)


def _leave_out_folded(
    found: pd.DataFrame, is_counted: np.ndarray, n_rows: int, max_words: int
) -> pd.DataFrame:
    """Leave out what changes what is covered: folded phrases where they are not counted.

    Where they are counted, the longer phrase that they are folded into covers them.
    """
    if is_counted.all():
        return found
    counted, also = found[is_counted], found["phrase"].isin(found.loc[~is_counted, "phrase"].unique())
    nested = _nested_occurrences(counted, also[is_counted], n_rows=n_rows, max_words=max_words)
    folded = _list_folded(counted, nested)
    return found[is_counted | ~found["phrase"].isin(folded)]


def _own_words(tokens: pd.DataFrame, sources: pd.DataFrame) -> _Words:
    (source, names), (spelling, spellings) = (number_values(tokens[name]) for name in ("source", "token"))
    event = _events_of(names, sources)
    row = _order_rows(tokens, source, event)
    spelling = spelling[row]
    known = _forms(
        _read_examples(tokens["norm"], spelling, row, spellings), choose_lists(sources.get("language", ()))
    )
    form = pd.factorize(known["form"].to_numpy(dtype=object))[0].astype(np.int32)
    flags = (known[flag].to_numpy()[spelling] for flag in ("is_edge", "is_plain", "is_capital"))
    stretch = number_stretches(tokens, row)
    return _Words(row, form[spelling], stretch, event[source[row]], *flags, spelling, spellings)


def _order_rows(tokens: pd.DataFrame, source: np.ndarray, event: np.ndarray) -> np.ndarray:
    """List the rows of own words by event, source and position; event: of each source."""
    row = np.flatnonzero(tokens["role"].isin(OWN) & tokens["sentence"].notna()).astype(np.int32)
    rank = np.empty(len(event), dtype=np.int32)
    rank[np.argsort(event, kind="stable")] = np.arange(len(event))
    return row[order_by(rank[source[row]], tokens["position"].to_numpy(dtype=np.int64)[row])]


def _read_examples(
    norm: pd.Series, spelling: np.ndarray, row: np.ndarray, spellings: np.ndarray
) -> pd.DataFrame:
    """Return each spelling with the norm of one of its words (token, norm); of one that is not there it is empty."""
    example = np.full(len(spellings), -1, dtype=np.int64)
    example[spelling] = row  # any row of each spelling
    norms = np.full(len(spellings), "", dtype=object)
    norms[example >= 0] = norm.array.take(example[example >= 0])
    return pd.DataFrame({"token": spellings, "norm": norms}, dtype=object)


def _events_of(names: np.ndarray, sources: pd.DataFrame) -> np.ndarray:
    """Number the event of each source; -1 if the source does not stand for its event."""
    events = list_references(sources).set_index("source")["event"]
    numbers = {event: number for number, event in enumerate(_event_names(sources))}
    return events.reindex(names).map(numbers).fillna(-1).to_numpy(dtype=np.int32)


def _forms(spellings: pd.DataFrame, lists: WordLists) -> pd.DataFrame:
    """Say of each spelling (token, norm) how it is compared and listed, and what it may be in a phrase."""
    token, norm = spellings["token"], spellings["norm"]
    stem = norm.str.replace(_CLITIC, "", regex=True)
    listed, clipped = lists.function_words, CLIPPED if lists.is_english else frozenset()
    is_listed = norm.isin(listed) | ((stem != norm) & stem.isin(listed | clipped))
    is_edge = is_listed | norm.str.fullmatch(BARE_NUMBER)
    is_plain = token.str[:1].str.islower() & ~is_listed
    flags = {"is_edge": is_edge, "is_plain": is_plain, "is_capital": token.str[:1].str.isupper()}
    return pd.DataFrame({"form": norm} | {name: flag.astype(bool) for name, flag in flags.items()})


def _event_names(sources: pd.DataFrame) -> list[str]:
    return sorted(sources["event"].unique())


def _maximal(words: _Words, *, min_events: int, min_words: int, max_words: int) -> _Found:
    found = _list_occurrences(words, min_events=min_events, min_words=min_words, max_words=max_words)
    counted = found[words.event[found["start"]] >= 0]
    every = np.ones(len(counted), dtype=bool)
    nested = _nested_occurrences(counted, every, n_rows=words.row.size, max_words=max_words)
    folded = _list_folded(counted, nested)
    is_kept = ~(nested["inner"].isin(folded) | nested["outer"].isin(folded))
    return _Found(found[~found["phrase"].isin(folded)], nested[is_kept])


def _list_folded(counted: pd.DataFrame, nested: pd.DataFrame) -> pd.Index:
    """List the phrases whose every occurrence lies inside occurrences of one longer phrase."""
    n_inside = nested.groupby(["inner", "outer"]).size().rename("n").reset_index("outer")["n"]
    n = counted["phrase"].value_counts().reindex(n_inside.index)
    return n_inside.index[n_inside.to_numpy() == n.to_numpy()]


def _list_occurrences(words: _Words, *, min_events: int, min_words: int, max_words: int) -> pd.DataFrame:
    """List where recurring n-grams stand that may be phrases: phrase (a number), start, n_words."""
    levels, n_phrases = [pd.DataFrame({"phrase": [], "start": [], "n_words": []}, dtype=np.int32)], 0
    limits = {"lengths": range(min_words, max_words + 1), "min_documents": min_events}
    for level in find_ngrams(words.code, words.event, words.stretch, **limits):
        is_phrase = ~(words.is_edge[level.start] | words.is_edge[level.start + level.n_words - 1])
        phrase, start = level.number[is_phrase] + np.int32(n_phrases), level.start[is_phrase]
        levels.append(pd.DataFrame({"phrase": phrase, "start": start, "n_words": np.int32(level.n_words)}))
        n_phrases += level.n_ngrams
    return pd.concat(levels, ignore_index=True)


def _nested_occurrences(
    found: pd.DataFrame, is_sought: np.ndarray | pd.Series, *, n_rows: int, max_words: int
) -> pd.DataFrame:
    """Find the occurrences of phrases, those sought, that lie inside occurrences of longer ones."""
    inside = [pd.DataFrame({"inner": [], "start": [], "outer": []}, dtype=int)]
    for n, shorter in found[is_sought].groupby("n_words"):
        phrase_at = np.full(n_rows, -1)
        phrase_at[shorter["start"]] = shorter["phrase"]
        longer = found[found["n_words"] > n]
        for offset in range(max_words - n + 1):
            outer = longer[longer["n_words"] >= n + offset]
            start = outer["start"] + offset
            pairs = pd.DataFrame({"inner": phrase_at[start], "start": start, "outer": outer["phrase"]})
            inside.append(pairs[pairs["inner"] >= 0])
    return pd.concat(inside).drop_duplicates()


def _c_values(phrases: pd.DataFrame, nested: pd.DataFrame) -> pd.Series:
    by_phrase = nested.groupby("inner").agg(n_inside=("start", "nunique"), n_longer=("outer", "nunique"))
    share = by_phrase["n_inside"] / by_phrase["n_longer"]
    return np.log2(phrases["n_words"]) * (phrases["n"] - share.reindex(phrases.index).fillna(0))


def _describe(found: pd.DataFrame, words: _Words, lists: WordLists) -> pd.DataFrame:
    """Give each phrase its text, length, count and kind, from its occurrences."""
    in_capitals, capitals = _count_in(words.is_plain, found) == 0, _count_in(words.is_capital, found)
    ranked = found.assign(in_capitals=in_capitals, capitals=capitals).sort_values(
        ["phrase", "capitals", "start"]
    )
    by_phrase = ranked.groupby("phrase")
    sums = {"n": ("start", "size"), "in_capitals": ("in_capitals", "mean")}
    table = by_phrase.agg(start=("start", "first"), n_words=("n_words", "first"), **sums)
    spans = zip(table["start"], table["n_words"], strict=True)
    printed = [tuple(words.spellings[words.spelling[start : start + n]]) for start, n in spans]
    kinds = [name_kind(*use, lists) for use in zip(printed, table["in_capitals"], strict=True)]
    table = table.assign(text=list(map(" ".join, printed)), kind=kinds)
    return table.drop(columns="in_capitals").astype({"text": object, "kind": object})


def _count_in(flags: np.ndarray, found: pd.DataFrame) -> np.ndarray:
    """Count the words of each occurrence of which a flag holds."""
    so_far = np.concatenate(([0], np.cumsum(flags)))
    return so_far[found["start"] + found["n_words"]] - so_far[found["start"]]


def _spread(found: pd.DataFrame, words: _Words, sources: pd.DataFrame) -> pd.DataFrame:
    """Name the events of each phrase, with the first and the last date."""
    uses = pd.DataFrame({"phrase": found["phrase"].to_numpy(), "number": words.event[found["start"]]})
    uses = uses.drop_duplicates().sort_values(["phrase", "number"])
    events = pd.DataFrame({"event": _event_names(sources)})
    dates = list_references(sources)[["event", "date"]].drop_duplicates("event")
    events = events.merge(dates, on="event", how="left")
    by_phrase = uses.join(events, on="number").groupby("phrase")
    table = by_phrase.agg(n_events=("event", "size"), first_date=("date", "min"), last_date=("date", "max"))
    ends, names = np.cumsum(table["n_events"]), events["event"].to_numpy(dtype=object)[uses["number"]]
    spans = zip(ends - table["n_events"], ends, strict=True)
    return table.assign(events=["; ".join(names[start:end]) for start, end in spans])


def _ranked(phrases: pd.DataFrame) -> pd.DataFrame:
    columns = ["text", "n_words", "n", "n_events", "first_date", "last_date", "events", "kind", "c_value"]
    # Rounded, so that the last bit of a logarithm, which differs between processors, moves no row.
    weight = (phrases["c_value"] * phrases["n_events"]).round(6)
    ranked = phrases.assign(weight=-weight, c_value=phrases["c_value"].round(6))
    ranked = ranked.sort_values(["kind", "weight", "text"], ignore_index=True)[columns]
    return ranked.rename(columns={"text": "phrase"})
