"""Where sentences could have ended: plausible ways to punctuate the same words.

Whoever writes speech down decides where a sentence ends, and so does whoever translates it. A way of ending
sentences is a set of places at which sentences start; the words stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
import sentencex

from analysis.counting.ending_languages import (
    count_depths,
    find_clauses,
    has_dashes,
    load_clauses,
    semicolon_of,
)
from analysis.language import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    ENGLISH,
    FINITE_VERBS,
    FUNCTION_WORDS,
    SUBJECT_PRONOUNS,
    WORD,
    Remembered,
    base_language,
    find_printed,
    fold_word,
    is_known,
    lemmatise,
)

Starts = list[int]
MOST_JOINED = 20  # words: the length up to which neighbours are taken for one sentence
_SEMICOLON = re.compile(r";\s+")
# Dashes between spaces, but not between figures, with the space behind them; or a long one between words.
_DASH = re.compile(r"[-–—](?:(?<=\s.)[-–—]*\s+(?![\s\d])|(?<=\s.)(?<!\d\s.)[-–—]*\s+|(?<=\w—)(?=\w))")
_COMMA = re.compile(r",\s+(?P<plain>[A-Za-z]+(?= ))?")  # and the word behind it, if no mark stands in it
_MARK = re.compile(r"[,;:.!?…]")
_OTHER_SPACE = re.compile(
    r"[^\S ](?=\.)"
)  # before a point, where the other library fails: a thin space in `J .`
_BEHIND_STOP = " \"'”’)]»“«"  # the last two close in German
_CONJUNCTION = re.compile(rf"[\"'“‘«(]*(?:{'|'.join(sorted(CONJUNCTIONS))})\b", re.IGNORECASE)
_BEFORE_NO_VERB = DETERMINERS | CLAUSE_OPENERS | {"to"}


class Stretch(NamedTuple):
    """A stretch of running text: its offset, its text, where in it sentences start, and how many words each has.

    language: of the text (BCP 47).
    """

    offset: int
    body: str
    starts: Starts
    sizes: list[int]
    language: str = ENGLISH


def end_at_semicolons(stretch: Stretch) -> Starts:
    """End a sentence at each semicolon as well."""
    semicolon = semicolon_of(stretch.language) or _SEMICOLON
    return _end_as_well(stretch, [match.end() for match in semicolon.finditer(stretch.body)])


def end_at_dashes(stretch: Stretch) -> Starts:
    """End a sentence at each dash between words as well, unless it may be the verb."""
    if not has_dashes(stretch.language):
        return stretch.starts
    behind, last = [], -1
    for match in _DASH.finditer(stretch.body):
        start, end = match.span()
        if start != last:  # the space before it ends no other dash
            behind.append(end)
            last = end
    return _end_as_well(stretch, behind)


def _end_as_well(stretch: Stretch, behind: Starts) -> Starts:
    return sorted({*stretch.starts, *behind}) if behind else stretch.starts


def end_at_clauses(stretch: Stretch) -> Starts:
    """End a sentence at each comma as well that could part two main clauses."""
    body, starts = stretch.body, stretch.starts
    if clauses := load_clauses(stretch.language):
        return _end_as_well(stretch, find_clauses(body, starts, clauses))
    commas = [comma for comma in _COMMA.finditer(body) if _may_part(comma["plain"])]
    behind = [_end_of(comma) for comma in commas if _parts_clauses(comma, body, starts)]
    return _end_as_well(stretch, behind)


def _may_part(plain: str | None) -> bool:
    """Say whether a comma may part clauses, by the plain word behind it; anything else is looked at more closely."""
    return plain is None or _may_begin(plain)


def _end_of(comma: re.Match[str]) -> int:
    """Return where the word behind a comma starts."""
    return comma.end() - len(comma["plain"] or "")


def join_clauses(stretch: Stretch) -> Starts:
    """Take for a comma each full stop before And, But, Or, So, Yet or Nor, and between short neighbours."""
    body, clauses = stretch.body, load_clauses(stretch.language)
    conjunction = clauses.behind_stop if clauses else _CONJUNCTION
    kept, size = [], 0
    for start, n_words in zip(stretch.starts, stretch.sizes, strict=True):
        goes_on = size + n_words <= MOST_JOINED or conjunction.match(body, start)
        if kept and goes_on and _ends_with_stop(body[kept[-1] : start]):
            size += n_words
        else:
            kept.append(start)
            size = n_words
    return kept


def _ends_with_stop(sentence: str) -> bool:
    return sentence.rstrip(_BEHIND_STOP).endswith(".")


def join_in_quotations(stretch: Stretch) -> Starts:
    """End no sentence inside a quotation."""
    starts = stretch.starts
    depth = count_depths(stretch.body, starts, stretch.language)
    return [start for place, start in enumerate(starts) if place == 0 or depth[place] <= 0]


def end_by_library(stretch: Stretch) -> Starts:
    """End sentences where another library does (sentencex, of the Wikimedia Foundation)."""
    body = _OTHER_SPACE.sub(" ", stretch.body)
    return [
        found["start_index"]
        for found in sentencex.get_sentence_boundaries(base_language(stretch.language), body)
    ]


def _parts_clauses(comma: re.Match[str], body: str, starts: Starts) -> bool:
    """Tell whether what may be two main clauses stand before and behind a comma."""
    sentence = bisect_right(starts, comma.start()) - 1
    head = body[starts[sentence] : comma.start()]
    plain, behind = comma["plain"], body[comma.end() + 1 : comma.end() + 2]
    if plain and behind.isalpha() and _is_pronoun(plain):  # a clause, whatever else is in it
        return _can_stand(head)
    printed = _read_clause(body, _end_of(comma), plain)
    return len(printed) > 1 and _is_clause(printed, head) and _can_stand(head)


def _read_clause(body: str, start: int, plain: str | None) -> list[str]:
    """Return the words up to the next mark, as printed, without the conjunction in front of others.

    plain: the first word, if no mark stands in it. Where the first cannot be a subject, the others are not read.
    """
    mark = _MARK.search(body, start)
    clause = body[start : mark.start() if mark else len(body)]
    if plain and not _is_conjunction(plain):
        return WORD.findall(clause)
    first = WORD.search(clause)
    if first and _is_conjunction(first.group()):
        first = WORD.search(clause, first.end()) or first
    return WORD.findall(clause, first.start()) if first and _may_open(first.group()) else []


@lru_cache(maxsize=100_000)
def _may_begin(word: str) -> bool:
    """Tell whether a word, or a conjunction in front of others, may open a main clause."""
    return _is_conjunction(word) or _may_open(word)


@lru_cache(maxsize=100_000)
def _is_pronoun(word: str) -> bool:
    norm = fold_word(word)
    return norm in SUBJECT_PRONOUNS and norm not in DETERMINERS | CONJUNCTIONS


@lru_cache(maxsize=100_000)
def _is_conjunction(word: str) -> bool:
    return fold_word(word) in CONJUNCTIONS


@lru_cache(maxsize=100_000)
def _may_open(word: str) -> bool:
    """Tell whether a main clause may begin with a word."""
    norm = fold_word(word)
    return norm in DETERMINERS or norm in SUBJECT_PRONOUNS or _may_be_subject(word)


def _is_clause(printed: list[str], head: str) -> bool:
    """Tell whether two words or more look like a main clause: a subject and a verb.

    head: the sentence before; a subject without an article is taken for one only behind another verb.
    """
    first = fold_word(printed[0])
    if first in DETERMINERS:
        return _has_verb(printed[1:])
    if first in SUBJECT_PRONOUNS:
        return True
    return _may_be_subject(printed[0]) and _has_verb(printed[:4]) and _has_verb(find_printed(head))


def _can_stand(head: str) -> bool:
    """Tell whether what stands before a comma is more than openers of the clause behind it."""
    openers = (WORD.search(piece) for piece in head.split(","))
    return any(opener and not _is_clause_opener(opener.group()) for opener in openers)


@lru_cache(maxsize=100_000)
def _is_clause_opener(word: str) -> bool:
    return fold_word(word) in CLAUSE_OPENERS


def _has_verb(printed: list[str]) -> bool:
    """Tell whether a word behind the first may be a finite verb; none stands behind "to", "the" or "of"."""
    return any(_verbs[word] and not _before_no_verb[before] for before, word in pairwise(printed))


_before_no_verb = Remembered(lambda printed: fold_word(printed) in _BEFORE_NO_VERB)
_verbs = Remembered(lambda printed: _is_verb(fold_word(printed)))


@lru_cache(maxsize=100_000)
def _may_be_subject(word: str) -> bool:
    """Names and plurals may stand without an article."""
    norm = fold_word(word)
    is_plural = norm not in CLAUSE_OPENERS and norm == lemmatise(norm) + "s"
    return word[0].isupper() or is_plural


def _is_verb(word: str) -> bool:
    return word in FINITE_VERBS or word.endswith("ed") or _is_stem_of_verb(lemmatise(word))


@lru_cache(maxsize=100_000)
def _is_stem_of_verb(lemma: str) -> bool:
    """Tell whether the word list knows an -ing form of it: `oppose` by `opposing`, `plan` by `planning`."""
    if lemma in FUNCTION_WORDS:
        return False
    stems = {lemma, lemma.removesuffix("e"), lemma + lemma[-1]}
    forms = [f"{stem}ing" for stem in stems]
    return any(is_known(form) and lemmatise(form) == lemma for form in forms)


class Splitting(NamedTuple):
    """A way of ending sentences: its name, what it is called, why it is plausible, and the rule.

    The rule takes a stretch of running text, and returns where in it sentences start by it.
    """

    splitting: str
    label: str
    reason: str
    rule: Callable[[Stretch], Starts]


COUNTED = "counted"  # the splitting of the table sentences
SPLITTINGS = (
    Splitting(COUNTED, "as counted", "The library that agreed best with hand-marked ends.", lambda s: s.starts),
    Splitting(
        "semicolons", "semicolons end sentences",
        "A semicolon joins what could stand alone; O’Hayre (1966) counts it as an end.", end_at_semicolons,
    ),
    Splitting(
        "dashes", "dashes end sentences",
        "Transcripts set a dash where the voice pauses or the thought breaks off.", end_at_dashes,
    ),
    Splitting(
        "clauses", "commas before main clauses end sentences",
        "Speech has no full stops; each main clause on its own is the T-unit of Hunt (1965).", end_at_clauses,
    ),
    Splitting(
        "joined", "main clauses are joined by commas",
        f"Another hand joins what opens with And or But, and neighbours of {MOST_JOINED} words in all.",
        join_clauses,
    ),
    Splitting(
        "quotations", "no end inside a quotation",
        "A quotation may be read as a part of the sentence that it stands in.", join_in_quotations,
    ),
    Splitting(
        "library", "by another library",
        "sentencex knows other rules for abbreviations, dots and quotations.", end_by_library,
    ),
)  # fmt: skip


def list_splittings() -> pd.DataFrame:
    """List the ways of ending sentences, for the methods page: splitting, label, reason."""
    return pd.DataFrame([row[:3] for row in SPLITTINGS], columns=["splitting", "label", "reason"])
