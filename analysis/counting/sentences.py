"""From segments to sentences to words: every counting rule is applied here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting.names import SpokenWords, flag_names, print_words, read_spoken
from analysis.counting.numbered import Columns, Numbered, read_numbers, write_table
from analysis.counting.stops import Span
from analysis.counting.stops import find_spans as find_by_stops
from analysis.language import ENGLISH, WORD, count_in_each
from analysis.roles import SPOKEN

# Roles whose text runs on through a paragraph. A repeat belongs to the sentence it stands in, a note to none.
_RUNNING = (*SPOKEN, "repeat")
# Counted columns of a sentence, as `count_in_each` names them for a word and as the table does.
COUNTED_COLUMNS = {
    "n_letters": "n_letters",
    "n_syllables": "n_syllables",
    "n_monosyllable": "n_monosyllables",
    "n_polysyllable": "n_polysyllables",
    "n_long": "n_long_words",
    "n_mini": "n_mini_words",
    "n_difficult": "n_difficult_words",
    "n_unfamiliar": "n_unfamiliar_words",
}


class Sentence(NamedTuple):
    """A sentence by its paragraph and offsets."""

    paragraph: int
    start: int
    end: int


def split_sentences(
    text: str,
    segments: pd.DataFrame,
    *,
    find_spans: Callable[[str], list[Span]] | None = None,
    language: str = ENGLISH,
) -> pd.DataFrame:
    """Split the running text of one source into sentences; see `number_sentences`, but as a table."""
    return write_table(number_sentences(text, segments, find_spans=find_spans, language=language))


def number_sentences(
    text: str,
    segments: Columns | pd.DataFrame,
    *,
    find_spans: Callable[[str], list[Span]] | None = None,
    language: str = ENGLISH,
) -> Columns:
    """Split the running text of one source into sentences.

    text: the source. segments: one row a segment (segment, paragraph, role, start, end). find_spans: returns
    where the sentences of a stretch of running text stand; by the stops of the language (BCP 47) if left out.
    Returns one row a sentence, in order: sentence (from 1), paragraph, start, end (offsets in characters).
    A sentence never crosses a paragraph, a title or a label; a note inside a sentence does not split it.
    Boundaries are nupunkt's (Bommarito et al. 2025, after Kiss and Strunk, 2006), corrected by the rules of `stops`;
    benchmarks/README.md has what each library and each rule gets right on hand-marked sentence ends.
    """
    find_spans = find_spans or partial(find_by_stops, language=language)
    found = [
        Sentence(paragraph, *span)
        for paragraph, runs in running_text(segments)
        for span in find_sentences(text, runs, find_spans)
    ]
    columns = np.fromiter(chain.from_iterable(found), np.int64, 3 * len(found)).reshape(-1, 3).T
    numbers = np.arange(1, len(found) + 1)
    return {"sentence": numbers, **dict(zip(Sentence._fields, columns, strict=True))}


def running_text(segments: Columns | pd.DataFrame) -> Iterator[tuple[int, list[Span]]]:
    """Yield each stretch of running text of a paragraph as the spans of its segments, notes left out.

    segments: one row a segment of one source (paragraph, role, start, end). Yields paragraph, [(start, end)].
    """
    role, roles = read_numbers(segments["role"])
    runs = np.array([name in _RUNNING for name in roles], dtype=bool)[role]
    rows = np.flatnonzero(np.array([name != "note" for name in roles], dtype=bool)[role])
    paragraph, runs = np.asarray(segments["paragraph"])[rows], runs[rows]
    spans = list(zip(*(np.asarray(segments[name])[rows].tolist() for name in ("start", "end")), strict=True))
    firsts = np.flatnonzero((np.diff(paragraph, prepend=-1) != 0) | np.diff(runs, prepend=False))
    lasts = [*firsts.tolist(), len(rows)][1:]
    for first, last in zip(firsts.tolist(), lasts, strict=True):
        if runs[first]:
            yield int(paragraph[first]), spans[first:last]


def find_sentences(
    text: str, runs: list[Span], find_spans: Callable[[str], list[Span]] = find_by_stops
) -> list[Span]:
    """Return (start, end) of each sentence of a stretch; what lies between its runs counts as space."""
    first, body = runs[0][0], blank_between(text, runs)
    trimmed = [_trim(body, *span) for span in find_spans(body)]
    worded = [span for span in trimmed if _has_word(body, *span)]
    return [(first + start, first + end) for start, end in worded]


def blank_between(text: str, runs: list[Span]) -> str:
    """Return the text from the first run to the last, with spaces for what is in none of them."""
    if len(runs) == 1:
        return text[slice(*runs[0])]
    covered, at = [], runs[0][0]
    for start, end in runs:
        covered += [" " * (start - at), text[start:end]]
        at = end
    return "".join(covered)


def _trim(body: str, start: int, end: int) -> Span:
    """Return a span without the white space at its edges."""
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return start, end


def _has_word(body: str, start: int, end: int) -> bool:
    return body[start : start + 1].isalpha() or WORD.search(body, start, end) is not None


def count_sentences(text: str, tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count what readability formulas need in each sentence; see `count_numbered`, but roles are written out."""
    return write_table(count_numbered(text, tokens, sentences))


def count_numbered(
    text: str,
    tokens: Columns | pd.DataFrame,
    sentences: Columns | pd.DataFrame,
    language: str = ENGLISH,
) -> Columns:
    """Count what readability formulas need in each sentence.

    text: the source. tokens: one row a word (sentence, segment, role, start, token, norm). sentences: one row a
    sentence. language: of the text (BCP 47), by whose rules syllables are counted.
    Returns one row a sentence: sentence, segment (the first it touches), paragraph, role (that of most of its
    words; as numbers), start, end, n_words, n_letters, n_syllables, n_monosyllables, n_polysyllables, n_long_words,
    n_mini_words, n_difficult_words, n_unfamiliar_words.
    Names are not difficult (see `flag_names`), as Dale and Chall (1948) have it.
    Only words of the sentence's own role are counted: in `Roe said: "We wait."` those of the quotation, if
    they are more.
    """
    spoken = ~np.asarray(pd.isna(tokens["sentence"]))
    words = read_spoken(tokens)
    numbers = np.asarray(sentences["sentence"])
    place, n = np.searchsorted(numbers, words.sentence), len(numbers)
    role, roles = read_numbers(tokens["role"])
    codes, used = pd.factorize(role[spoken])  # in the order in which roles come
    main = _main_role(place, codes, n, len(used))
    is_own = codes == main[place]
    counted = _count_inside(text, words, is_own, language)
    totals = {name: _sum_by(place[is_own], column, n) for name, column in counted.items()}
    return {
        "sentence": numbers,
        "segment": _first_by(place, np.asarray(tokens["segment"])[spoken], n),
        "paragraph": np.asarray(sentences["paragraph"]),
        "role": Numbered(used[main], roles),
        "start": np.asarray(sentences["start"]),
        "end": np.asarray(sentences["end"]),
        **totals,
    }


def _count_inside(text: str, words: SpokenWords, is_own: np.ndarray, language: str) -> dict[str, np.ndarray]:
    """Count inside each word of its sentence's own role; returns one array a column, one value a word."""
    codes, forms = print_words(words.keep(is_own))
    counted = count_in_each(forms, language)
    columns = {name: counted[measure][codes] for measure, name in COUNTED_COLUMNS.items()}
    is_name = flag_names(text, words)[is_own]
    columns["n_difficult_words"] = np.where(is_name, 0, columns["n_difficult_words"])
    return {"n_words": np.ones(len(is_name), dtype=np.int64), **columns}


def _sum_by(place: np.ndarray, values: np.ndarray, n: int) -> np.ndarray:
    return np.bincount(place, weights=values, minlength=n).astype(np.int64)


def _first_by(place: np.ndarray, values: np.ndarray, n: int) -> np.ndarray:
    """Return the first value at each of n places."""
    first = np.zeros(n, dtype=np.int64)
    first[place[::-1]] = values[::-1]
    return first


def _main_role(place: np.ndarray, codes: np.ndarray, n: int, n_roles: int) -> np.ndarray:
    """Return the role of most words of each of n sentences; of equals, the one that comes first.

    place, codes: the sentence and the role of each word, from 0.
    """
    at = place * n_roles + codes
    order = np.arange(len(at))
    often, first = np.bincount(at, minlength=n * n_roles), _first_by(at, order, n * n_roles)
    ranked = (often * (len(at) + 1) - first).reshape(n, n_roles)
    return ranked.argmax(axis=1) if n_roles else np.zeros(n, dtype=np.int64)
