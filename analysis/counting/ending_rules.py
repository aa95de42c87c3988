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

from analysis.language import FUNCTION_WORDS, WORD, count_words_in, is_known, lemmatise, word_set

Starts = list[int]
MOST_JOINED = 20  # words: the length up to which neighbours are taken for one sentence
_SEMICOLON = re.compile(r";\s+")
_DASH = re.compile(r"\s[-–—]+\s+(?![\s\d])|(?<!\d)\s[-–—]+\s+|(?<=\w)—(?=\w)")  # not between figures
_COMMA = re.compile(r",\s+")
_MARK = re.compile(r"[,;:.!?…]")
_BEHIND_STOP = " \"'”’)]»"
_CONJUNCTIONS = word_set("and but or so yet nor")
_CONJUNCTION = re.compile(rf"[\"'“‘«(]*(?:{'|'.join(sorted(_CONJUNCTIONS))})\b", re.IGNORECASE)
_PRONOUNS = word_set(
    "i you he she it we they this that these those there nobody nothing everybody everyone somebody someone "
    "i'm you're he's she's it's we're they're that's there's i've you've we've they've i'll "
    "you'll we'll they'll"
)
_OPENERS = word_set(
    "about according after again against although among as at because before besides between by despite "
    "during finally first for from furthermore given here hence however if in indeed instead like meanwhile "
    "moreover nevertheless now of on once over second since so still then therefore third though through "
    "throughout thus to today under unless unlike until when whenever where whereas wherever whether while "
    "with within without yesterday yet"
)
_DETERMINERS = word_set("the a an my your his her its our their no some all each every many most both one")
_BEFORE_NO_VERB = _DETERMINERS | _OPENERS | {"to"}
_VERBS = word_set(
    "is are was were has have had will would can could may might must shall should do does did cannot "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't "
    "became began broke brought came chose drew fell felt fought found gave got grew held kept knew led left "
    "lost made meant met paid put ran rose said sat saw sent set spoke stood took thought told went won wrote"
)


def end_at_semicolons(body: str, starts: Starts) -> Starts:
    """End a sentence at each semicolon as well."""
    return sorted({*starts, *(match.end() for match in _SEMICOLON.finditer(body))})


def end_at_dashes(body: str, starts: Starts) -> Starts:
    """End a sentence at each dash between words as well."""
    return sorted({*starts, *(match.end() for match in _DASH.finditer(body))})


def end_at_clauses(body: str, starts: Starts) -> Starts:
    """End a sentence at each comma as well that could part two main clauses."""
    commas = list(_COMMA.finditer(body))
    heads = [body[starts[bisect_right(starts, comma.start()) - 1] : comma.start()] for comma in commas]
    pairs = zip(commas, heads, strict=True)
    parting = (
        comma.end() for comma, head in pairs if _is_clause(body, comma.end(), head) and _can_stand(head)
    )
    return sorted({*starts, *parting})


def join_clauses(body: str, starts: Starts) -> Starts:
    """Take for a comma each full stop before And, But, Or, So, Yet or Nor, and between short neighbours."""
    kept, size = [], 0
    for start, end in pairwise([*starts, len(body)]):
        n_words = count_words_in(body[start:end])
        follows = kept and body[kept[-1] : start].rstrip(_BEHIND_STOP).endswith(".")
        if follows and (_CONJUNCTION.match(body, start) or size + n_words <= MOST_JOINED):
            size += n_words
        else:
            kept.append(start)
            size = n_words
    return kept


def join_in_quotations(body: str, starts: Starts) -> Starts:
    """End no sentence inside a quotation."""
    if "“" not in body:
        return starts
    depth = [body.count("“", 0, start) - body.count("”", 0, start) for start in starts]
    return [start for place, start in enumerate(starts) if place == 0 or depth[place] <= 0]


def end_by_library(body: str, starts: Starts) -> Starts:
    """End sentences where another library does (sentencex, of the Wikimedia Foundation)."""
    return [found["start_index"] for found in sentencex.get_sentence_boundaries("en", body)]


def _is_clause(body: str, start: int, head: str) -> bool:
    """Tell whether what follows, up to the next mark, looks like a main clause: a subject and a verb.

    head: the sentence before; a subject without an article is taken for one only behind another verb.
    """
    mark = _MARK.search(body, start)
    printed = WORD.findall(body[start : mark.start() if mark else len(body)])
    words = [_fold(word) for word in printed]
    if len(words) > 1 and words[0] in _CONJUNCTIONS:
        printed, words = printed[1:], words[1:]
    if len(words) < 2:
        return False
    if words[0] in _DETERMINERS:
        return _has_verb(words[1:])
    if words[0] in _PRONOUNS:
        return True
    spoken = [_fold(word) for word in WORD.findall(head)]
    return _may_be_subject(printed[0]) and _has_verb(words[:4]) and _has_verb(spoken)


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


def _can_stand(head: str) -> bool:
    """Tell whether what stands before a comma is more than openers of the clause behind it."""
    firsts = [WORD.search(piece) for piece in head.split(",")]
    return any(first and first.group().lower() not in _OPENERS for first in firsts)


def _has_verb(words: list[str]) -> bool:
    """Tell whether a word behind the first may be a finite verb; none stands behind "to", "the" or "of"."""
    return any(before not in _BEFORE_NO_VERB and _is_verb(word) for before, word in pairwise(words))


def _may_be_subject(word: str) -> bool:
    """Names and plurals may stand without an article."""
    return word[0].isupper() or (_fold(word) not in _OPENERS and lemmatise(_fold(word)) + "s" == _fold(word))


def _is_verb(word: str) -> bool:
    return word in _VERBS or word.endswith("ed") or _is_stem_of_verb(lemmatise(word))


@lru_cache(maxsize=100_000)
def _is_stem_of_verb(lemma: str) -> bool:
    """Tell whether the word list knows an -ing form of it: `oppose` by `opposing`, `plan` by `planning`."""
    if lemma in FUNCTION_WORDS:
        return False
    stems = {lemma, lemma.removesuffix("e"), lemma + lemma[-1]}
    return any(is_known(f"{stem}ing") and lemmatise(f"{stem}ing") == lemma for stem in stems)


class Splitting(NamedTuple):
    """A way of ending sentences: its name, what it is called, why it is plausible, and the rule.

    The rule takes a stretch of running text and where its sentences start, and returns where they do by it.
    """

    splitting: str
    label: str
    reason: str
    rule: Callable[[str, Starts], Starts]


COUNTED = "counted"  # the splitting of the table sentences
SPLITTINGS = (
    Splitting(COUNTED, "as counted", "The library that agreed best with hand-marked ends.", lambda _, s: s),
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
