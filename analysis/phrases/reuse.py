"""What a speaker says over again: passages of an event that stand word for word in an earlier one.

A passage is running text, so function words count. Only reference sources are read, one source an event.
Words are neighbours when their `position` is consecutive within one source, sentence and role, whatever rows
lie between them in the table: a table from which other rows were left out gives the same passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.language import Ngrams, find_ngrams, number_values, order_by
from analysis.own_words import list_events
from analysis.phrases.covered import cover
from analysis.roles import OWN, QUESTION

SHORTEST = 4  # words; below it, everyday turns of speech are most of what recurs
LENGTHS = range(SHORTEST, 11)
MOST_COLUMNS = 8  # of a table for reading: later events one by one


class Words(NamedTuple):
    """Own words and questions by event, in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the tokens table the word stands
    code: np.ndarray  # a number for each norm
    stretch: np.ndarray  # neighbours share a stretch: same source, sentence and role, no gap in position
    event: np.ndarray  # the rank of the event by date, then name
    is_own: np.ndarray  # whether it is the speaker's; otherwise it is part of a question


class _Shared(NamedTuple):
    """Passages of one length in the own words of an event that a later event has too, one entry a use."""

    n_words: int
    start: np.ndarray  # at which word it begins
    is_again: np.ndarray  # whether an earlier event has it in own words
    is_before: np.ndarray  # whether it is in own words and a later event has it


def measure_reuse(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, *, lengths: Iterable[int] = LENGTHS
) -> pd.DataFrame:
    """Measure how much of an event the speaker had already said, in the same words, in an earlier event.

    tokens: one row per word (source, sentence, position, role, norm).
    segments: one row per segment, none left out (source, role, n_words).
    sources: one row per source (source, event, date, is_reference).
    lengths: how many running words make a passage, at the least.
    Returns one row per (event, length), by date: event, date, length; n_earlier_words (own words of all
    earlier events); n_words (own words of this one), n_reused (those in a passage of at least `length` words
    that stands in the own words of an earlier event), share (n_reused of n_words), reason (why n_reused and
    share are missing); and as a baseline the same for what the interviewer asks, about the same subjects in
    another voice: n_baseline_words (words of the questions), n_baseline_reused (those in a passage from own
    words of an earlier event), baseline (their share), baseline_reason. Raises InputError where a length is
    below 1. In released tables passages shorter than SHORTEST are not all there.
    """
    lengths = sorted(set(lengths))
    if not lengths or lengths[0] < 1:
        raise InputError(f"lengths: {lengths} must be one or more whole numbers from 1 upwards; change them.")
    events = _count_words(segments, sources).merge(pd.DataFrame({"length": lengths}), how="cross")
    reused = _count_reused(list_spoken(tokens, sources), lengths)
    table = events.merge(reused, on=["event_rank", "length"], how="left")
    return _shares(table.fillna({"n_reused": 0, "n_baseline_reused": 0}))


def find_reused_rows(tokens: pd.DataFrame, sources: pd.DataFrame, *, shortest: int = SHORTEST) -> pd.Series:
    """Tell which words `measure_reuse` needs for passages of `shortest` words and more.

    tokens, sources: as for `measure_reuse`.
    Returns one boolean per row of tokens: whether the word is part of a passage, own words or question, that
    stands in the own words of an earlier event, or part of own words that are said again in a later one.
    `measure_reuse` gives the same result on these rows alone, and on these with any others.
    """
    words = list_spoken(tokens, sources)
    is_needed = np.zeros(len(tokens), dtype=bool)
    for found in _find_shared(words, [shortest]):
        start = found.start[found.is_again | found.is_before]
        is_needed[words.row] = cover(start, found.n_words, words.row.size)
    return pd.Series(is_needed, index=tokens.index)


def find_again_rows(tokens: pd.DataFrame, sources: pd.DataFrame, *, shortest: int = SHORTEST) -> pd.Series:
    """Tell which words, own or of a question, stand in a passage from the own words of an earlier event.

    tokens, sources: as for `measure_reuse`. Returns one boolean per row of tokens.
    """
    words = list_spoken(tokens, sources)
    is_again = np.zeros(len(tokens), dtype=bool)
    is_again[words.row] = find_again(words, shortest=shortest)
    return pd.Series(is_again, index=tokens.index)


def find_again(words: Words, *, shortest: int = SHORTEST) -> np.ndarray:
    """Tell which of the words stand in a passage from the own words of an earlier event."""
    is_again = np.zeros(words.row.size, dtype=bool)
    for found in _find_shared(words, [shortest]):
        is_again = cover(found.start[found.is_again], found.n_words, words.row.size)
    return is_again


def list_spoken(tokens: pd.DataFrame, sources: pd.DataFrame) -> Words:
    """List the own words and questions of dated reference sources; tokens, sources: as for `measure_reuse`."""
    source, names = number_values(tokens["source"])
    event = _rank_of_sources(sources, names)[source]
    is_said = tokens["role"].isin([*OWN, QUESTION])
    is_counted = tokens["sentence"].notna() & (event >= 0)
    rows = np.flatnonzero(is_said & is_counted).astype(np.int32)
    rows = rows[_order_rows(tokens, source[rows], event[rows], rows)]
    form, _ = number_values(tokens["norm"])
    is_own = tokens["role"].isin(OWN).to_numpy()
    stretch = _number_stretches(tokens, source, rows)
    return Words(rows, form[rows], stretch, event[rows], is_own[rows])


def _rank_of_sources(sources: pd.DataFrame, names: pd.Index) -> np.ndarray:
    """Return the event_rank of each named source, -1 for one that is no reference or has no day."""
    ranks = _rank_events(sources).set_index("source")["event_rank"]
    return ranks.reindex(names).fillna(-1).to_numpy(dtype=np.int32)


def _order_rows(tokens: pd.DataFrame, source: np.ndarray, event: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the order of rows by event, source and position."""
    rank, _ = pd.factorize(event * (np.int64(source.max(initial=0)) + 1) + source, sort=True)
    return order_by(rank, tokens["position"].to_numpy(dtype=np.int64)[rows])


def _rank_events(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the reference sources whose day is known with event_rank, 0 for the first event."""
    listed = list_events(sources)[["source", "event", "date"]]
    ordered = listed[listed["date"] != ""]
    return ordered.assign(event_rank=pd.factorize(ordered["event"])[0])


def _number_stretches(tokens: pd.DataFrame, source: np.ndarray, rows: np.ndarray) -> np.ndarray:
    position = tokens["position"].to_numpy(dtype=np.int64)[rows]
    is_new = np.ones(len(rows), dtype=bool)
    is_new[1:] = np.diff(position) != 1
    for number in (source, *(number_values(tokens[name])[0] for name in ("sentence", "role"))):
        number = number[rows]
        is_new[1:] |= number[1:] != number[:-1]
    return np.cumsum(is_new, dtype=np.int32)


def _find_shared(words: Words, lengths: list[int]) -> Iterator[_Shared]:
    """Yield the shared passages of each of the lengths, for as long as there are any."""
    found = find_ngrams(words.code, words.event, words.stretch, lengths=lengths, min_documents=2)
    return (_compare_events(ngrams, words) for ngrams in found)


def _compare_events(found: Ngrams, words: Words) -> _Shared:
    """Tell what an earlier and what a later event has too; of several events the last one written stays."""
    event, is_own = words.event[found.start], words.is_own[found.start]
    first = np.full(found.n_ngrams, words.event[-1] + 1, dtype=event.dtype)
    last = np.empty_like(first)
    first[found.number[is_own][::-1]] = event[is_own][::-1]
    last[found.number] = event
    is_again, is_before = event > first[found.number], is_own & (event < last[found.number])
    return _Shared(found.n_words, found.start, is_again, is_before)


def _count_reused(words: Words, lengths: list[int]) -> pd.DataFrame:
    """Count the words in passages said earlier, own words and questions apart, per (event_rank, length)."""
    counts = [pd.DataFrame({"length": [], "n_reused": [], "n_baseline_reused": []}, dtype=int)]
    n_events = words.event.max(initial=-1) + 1
    for found in _find_shared(words, lengths):
        reused = cover(found.start[found.is_again], found.n_words, words.row.size)
        own, asked = words.event[reused & words.is_own], words.event[reused & ~words.is_own]
        n_own, n_asked = (np.bincount(event, minlength=n_events) for event in (own, asked))
        counts.append(
            pd.DataFrame({"length": found.n_words, "n_reused": n_own, "n_baseline_reused": n_asked})
        )
    return pd.concat(counts).rename_axis("event_rank").reset_index()


def _count_words(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count own words, question words and the own words said earlier: one row per event, by rank."""
    spoken = segments.assign(
        n_own=segments["n_words"].where(segments["role"].isin(OWN), 0),
        n_asked=segments["n_words"].where(segments["role"] == QUESTION, 0),
    )
    table = _rank_events(sources).merge(spoken[["source", "n_own", "n_asked"]], how="left").fillna(0)
    by_event = table.groupby(["event_rank", "event", "date"])[["n_own", "n_asked"]].sum().astype(int)
    counts = by_event.rename(columns={"n_own": "n_words", "n_asked": "n_baseline_words"}).reset_index()
    return counts.assign(n_earlier_words=counts["n_words"].cumsum() - counts["n_words"])


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    """Set each count against its words; what cannot be told is missing and says why."""
    is_first = table["n_earlier_words"] == 0
    columns = ["event", "date", "length", "n_earlier_words"]
    for prefix, share, nothing in (("", "share", "no own words"), ("baseline_", "baseline", "no questions")):
        n_words, n_reused, reason = f"n_{prefix}words", f"n_{prefix}reused", f"{prefix}reason"
        table[reason] = np.select([is_first, table[n_words] == 0], ["no earlier event", nothing], "")
        table[n_reused] = table[n_reused].astype("Int64").where(table[reason] == "")
        table[share] = table[n_reused].astype(float) / table[n_words]
        columns += [n_words, n_reused, share, reason]
    return table[columns]


def list_reuse(reuse: pd.DataFrame) -> pd.DataFrame:
    """List the shares of `measure_reuse` for reading: one row a length.

    Of more than eight later events there is no column each: only the pooled ones.

    Returns words in a row, a column an event that has an earlier one (its date, and its name where two share
    a date), all later interviews (pooled), questions (the pooled baseline); shares as text, "not available" where
    there is nothing to divide by.
    """
    later = reuse[reuse["reason"] == ""]
    columns = {event: rows.set_index("length") for event, rows in later.groupby(["date", "event"])}
    columns = columns if len(columns) <= MOST_COLUMNS else {}
    dates = [date for date, _ in columns]
    names_of = {
        (date, event): date if dates.count(date) == 1 else f"{date} {event}" for date, event in columns
    }
    table = pd.DataFrame(
        {names_of[event]: rows["n_reused"] / rows["n_words"] for event, rows in columns.items()}
    )
    names = ["n_reused", "n_words", "n_baseline_reused", "n_baseline_words"]
    pooled = later.groupby("length")[names].sum().reindex(sorted(reuse["length"].unique()))
    table = table.reindex(pooled.index)
    table["all later interviews"] = pooled["n_reused"] / pooled["n_words"]
    table["questions"] = pooled["n_baseline_reused"] / pooled["n_baseline_words"]
    shown = table.astype("Float64").map(lambda share: "not available" if pd.isna(share) else f"{share:.1%}")
    return shown.rename_axis("words in a row").reset_index()
