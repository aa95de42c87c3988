"""Find patterns of words in tokens; what a pattern says stands in `syntax`."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.language import base_language
from analysis.patterns.syntax import Words, count_parts, list_forms, split_pattern
from analysis.patterns.texts import Text, read_text


def find_matches(
    tokens: pd.DataFrame,
    patterns: pd.DataFrame,
    *,
    by: str,
    text: Text | None = None,
    sources: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find the hits of each group of patterns.

    tokens: one row per word (source, sentence, position, follows, segment, role, start, end, token, norm), in
    any order; rows may be missing, as in a released table, because neighbours are told by `follows`.
    patterns: one row per pattern (the column named by `by`, pattern, and language where it is for texts of one
    language alone). text: the same words as from `texts.read_text`, where they have been read before. sources: one
    row a source (source, language); needed where a pattern has a language.
    Returns one row per hit, in reading order: the group, pattern, source, sentence, segment, role and
    position of its first word, n_words, start and end (character offsets). A hit stays inside one sentence
    and one role, where there are no sentences inside one segment, and never runs over ; : — ( ) or …; a note
    inside, whose words are none of the hit's, does not part it. Cancelled matches are dropped first; of those
    of a group that overlap, the longest stays, then the earliest, then the one that names whole words and not
    parts (`EU-Elm` before `EU`), then the first pattern in alphabetical order. The group column is
    categorical over all groups, so that one without a hit can still be counted as zero.
    Raises InputError for a pattern that cannot match.
    """
    text = text or read_text(tokens)
    located = _keep_language(_locate(text, patterns, by), patterns, by, text, tokens, sources)
    hits = _keep_longest(_drop_cancelled(located))
    return _describe(hits, text, tokens, by)


def find_raw_matches(
    tokens: pd.DataFrame,
    patterns: pd.DataFrame,
    *,
    by: str,
    text: Text | None = None,
    sources: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find every match of every pattern, cancelling patterns and overlapping matches included.

    Takes what `find_matches` takes, and returns what it returns with one column more, fate: "counts" (the
    match is a hit), "gives way" (to a longer match, or an earlier or another one as long), "cancelled", or
    "cancels". These words are all that decides which hits survive: a table that holds them, and no others,
    gives the same hits as the full one.
    """
    text = text or read_text(tokens)
    matches = _keep_language(_locate(text, patterns, by), patterns, by, text, tokens, sources)
    standing = _drop_cancelled(matches)
    is_standing, is_kept = (matches.index.isin(rows.index) for rows in (standing, _keep_longest(standing)))
    fate = np.select(
        [matches["cancels"], is_kept, is_standing], ["cancels", "counts", "gives way"], "cancelled"
    )
    return _describe(matches.assign(fate=fate), text, tokens, by, more=["fate"])


def _locate(text: Text, patterns: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per match: group, pattern, cancels, n_words, n_parts, row (of its first word), first and last.

    first and last count words with the texts of all groups laid end to end, so that only matches of one group
    can overlap.
    """
    sequences = _list_sequences(patterns, by)
    found = [text.find(words) for words in sequences["words"]]
    n_found = [len(rows) for rows in found]
    matches = sequences.drop(columns="words").loc[sequences.index.repeat(n_found)]
    matches = matches.assign(row=np.concatenate([text.rows[:0], *found]))
    is_inside = text.are_inside(matches["row"].to_numpy(), matches["n_words"].to_numpy())
    matches = matches[is_inside].drop_duplicates(ignore_index=True)
    before = matches["group"].cat.codes.astype("int64") * len(text.form)
    first = matches["row"] + before
    return matches.assign(first=first, last=first + matches["n_words"] - 1)


def _keep_language(
    matches: pd.DataFrame,
    patterns: pd.DataFrame,
    by: str,
    text: Text,
    tokens: pd.DataFrame,
    sources: pd.DataFrame | None,
) -> pd.DataFrame:
    """Leave out what a pattern of one language finds in a text of another, before anything gives way to it."""
    meant = list_pattern_languages(patterns, by)
    if not meant:
        return matches
    if sources is None:
        raise ValueError("patterns have a language: hand on the sources, which say that of each text")
    spoken = dict(zip(sources["source"], sources["language"].map(base_language), strict=True))
    source = tokens["source"].array.take(text.order[matches["row"]])
    rows = zip(matches["group"], matches["pattern"], source, strict=True)
    fits = [meant.get((group, pattern), spoken[name]) == spoken[name] for group, pattern, name in rows]
    return matches[np.array(fits, dtype=bool)].reset_index(drop=True)


def list_pattern_languages(patterns: pd.DataFrame, by: str) -> dict[tuple[str, str], str]:
    """Return the language of each pattern (group, pattern) that has one; the others are for all texts."""
    if "language" not in patterns:
        return {}
    told = patterns[patterns["language"].fillna("") != ""]
    return {
        (group, pattern): base_language(language)
        for group, pattern, language in zip(told[by], told["pattern"], told["language"], strict=True)
    }


def _list_sequences(patterns: pd.DataFrame, by: str) -> pd.DataFrame:
    """List the sequences of words that patterns stand for.

    Returns group, pattern, cancels, words, n_words, n_parts (words asked for inside longer ones).
    """
    rows = dict.fromkeys(zip(patterns[by].tolist(), patterns["pattern"].tolist(), strict=True))
    return _list_sequences_of(tuple(rows))


@lru_cache(maxsize=4)
def _list_sequences_of(rows: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """List the sequences of patterns, each with its group; the same patterns are sought in one text after another."""
    groups, listed = zip(*rows, strict=True) if rows else ((), ())
    split = [_spell_out(pattern) for pattern in listed]
    columns = {
        "group": pd.Categorical(groups, categories=pd.Index(sorted(set(groups)), dtype="str")),
        "pattern": pd.Categorical(pd.Index(listed, dtype="str")),
        "cancels": np.array([cancels for cancels, _ in split], dtype=bool),
        "words": pd.Series([forms for _, forms in split], dtype=object),
    }
    sequences = pd.DataFrame(columns).explode("words", ignore_index=True)
    n_words, n_parts = (sequences["words"].map(count).astype("int64") for count in (len, count_parts))
    return sequences.assign(n_words=n_words, n_parts=n_parts)


@lru_cache(maxsize=10_000)
def _spell_out(pattern: str) -> tuple[bool, list[Words]]:
    """Tell whether a pattern cancels, and list the sequences of words that it stands for."""
    cancels, words = split_pattern(pattern)
    return cancels, list_forms(words)


def _drop_cancelled(matches: pd.DataFrame) -> pd.DataFrame:
    """Return the matches of counting patterns that no match of a cancelling pattern overlaps."""
    cancelling = matches[matches["cancels"]].sort_values("first")
    hits = matches[~matches["cancels"]]
    started = np.searchsorted(cancelling["first"], hits["last"], side="right")
    reach = np.r_[-1, np.maximum.accumulate(cancelling["last"].to_numpy(dtype=np.int64))]
    return hits[reach[started] < hits["first"]]


def _keep_longest(hits: pd.DataFrame) -> pd.DataFrame:
    """Return the hits that share no word: the longest first, then the earliest, whole words, by pattern."""
    by = ["n_words", "first", "n_parts", "pattern"]
    ranked = hits.sort_values(by, ascending=[False, True, True, True])
    taken: set[int] = set()
    is_kept = []
    for first, last in zip(ranked["first"].tolist(), ranked["last"].tolist(), strict=True):
        words = range(first, last + 1)
        is_kept.append(taken.isdisjoint(words))
        taken.update(words if is_kept[-1] else ())
    return ranked[np.array(is_kept, dtype=bool)]


def _describe(
    matches: pd.DataFrame, text: Text, tokens: pd.DataFrame, by: str, more: list[str] | None = None
) -> pd.DataFrame:
    """Put matches in reading order and say where in the sources they stand; more: columns to hand on."""
    begins = text.order[matches["row"]]
    places = {name: tokens[name].array.take(begins) for name in ("source", "position")}
    matches = matches.assign(**places).sort_values(["source", "position", "group", "n_words", "pattern"])
    last_row = matches["row"] + matches["n_words"] - 1
    first, last = (text.order[row] for row in (matches["row"], last_row))
    facts = {by: matches["group"].array, "pattern": matches["pattern"].astype(str).array}
    columns = ("source", "sentence", "segment", "role", "position")
    facts |= {name: tokens[name].array.take(first) for name in columns}
    facts |= {"start": tokens["start"].array.take(first), "end": tokens["end"].array.take(last)}
    facts |= {"n_words": matches["n_words"].array}
    facts |= {name: matches[name].array for name in more or []}
    ordered = [by, "pattern", *columns, "n_words", "start", "end", *(more or [])]
    return pd.DataFrame({name: facts[name] for name in ordered})
