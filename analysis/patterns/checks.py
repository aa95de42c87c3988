"""Are patterns sound: does each of them add something that no other of its group repeats or takes away?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.language import fold_word
from analysis.patterns.syntax import (
    ANY,
    GAP,
    PART,
    Words,
    count_parts,
    has_capital,
    is_acronym,
    list_forms,
    spell,
    split_pattern,
)


class _Rule(NamedTuple):
    """A pattern of a group: the row it stands in, its words, and all forms that they may take."""

    row: int
    pattern: str
    cancels: bool
    words: Words
    forms: list[Words]


def check_patterns(
    patterns: pd.DataFrame, *, by: str, file: str, line_of: Callable[[int], int] = lambda row: row + 2
) -> None:
    """Raise InputError at the first pattern that is empty, repeated, contradicted or can never count.

    patterns: one row per pattern (the column named by `by`, and pattern), with the index 0, 1, ... of the
    rows of the CSV file named by `file`. line_of: tells the line of such a row.
    A pattern can never count if each of its matches holds one of a cancelling pattern of its group, or is one
    of another pattern that wins the tie (the first in alphabetical order: `rat*` before `rate`). A cancelling
    pattern can never cancel if it shares no word with the counting ones of its group. The narrower of two
    patterns that wins the tie, such as `rate` before `rate*`, stands: it counts its words apart.
    """
    rules: dict[str, list[_Rule]] = {}
    try:
        for row, group, pattern in zip(patterns.index, patterns[by], patterns["pattern"], strict=True):
            rules.setdefault(group, []).append(_read_rule(row, pattern))
    except InputError as error:
        raise InputError(f"{file}, line {line_of(row)}: {error}") from None
    faults = [fault for group in rules.values() for rule in group if (fault := _find_fault(rule, group))]
    if faults:
        rule, what, other = min(faults, key=lambda fault: fault[0].row)
        remedy = f" line {line_of(other.row)}; remove one of the two." if other else "; remove it."
        raise InputError(f"{file}, line {line_of(rule.row)}: {rule.pattern!r} {what}{remedy}")


def _read_rule(row: int, pattern: str) -> _Rule:
    cancels, words = split_pattern(pattern)
    return _Rule(row, pattern, cancels, words, list_forms(words))


def _find_fault(rule: _Rule, group: list[_Rule]) -> tuple[_Rule, str, _Rule | None] | None:
    """Return a pattern, what is wrong with it, and the other pattern that makes it so."""
    for other in group:
        if other.row < rule.row and other.words == rule.words:
            return rule, "repeats" if other.cancels == rule.cancels else "contradicts", other
    if rule.cancels:
        meets = any(_may_meet(rule.words, other.words) for other in group if not other.cancels)
        return None if meets else (rule, "shares no word with a pattern that it could cancel", None)
    for other in (other for other in group if other.words != rule.words):
        if other.cancels and _is_cancelled(rule, other):
            return rule, "can never count, as its matches are all cancelled by", other
        if not other.cancels and _is_beaten(rule, other):
            return rule, "can never count, as its matches all go to", other
    return None


def _is_cancelled(rule: _Rule, other: _Rule) -> bool:
    """Tell whether each match of a pattern holds one of another."""
    return all(any(_lies_in(inner, form) for inner in other.forms) for form in rule.forms)


def _is_beaten(rule: _Rule, other: _Rule) -> bool:
    """Tell whether each match of a pattern is one of another that comes first in alphabetical order."""
    return other.pattern < rule.pattern and all(
        any(_is_same_length(same, form) and _lies_in(same, form) for same in other.forms)
        for form in rule.forms
    )


def _is_same_length(same: Words, form: Words) -> bool:
    """Tell whether matches tie: as many words, and not more of them parts of longer ones."""
    return len(same) == len(form) and count_parts(same) <= count_parts(form)


def _lies_in(inner: Words, form: Words) -> bool:
    """Tell whether some run of pattern words allows no word that the words of `inner` do not allow."""
    return any(
        all(map(_implies, form[start : start + len(inner)], inner))
        for start in range(len(form) - len(inner) + 1)
    )


@cache
def _implies(word: str, other: str) -> bool:
    """Tell whether every word that fits a pattern word fits the other too; a wildcard counts as a letter."""
    spelling = spell(other)
    return all(
        spelling.fullmatch(form if has_capital(other) else fold_word(form)) for form in _examples(word)
    )


def _may_hold(acronym: str, compound: str) -> bool:
    return is_acronym(acronym) and acronym.casefold() in compound.casefold().replace("'s", "").split("-")


def _examples(word: str) -> list[str]:
    """Return words that a pattern word finds: itself, or the kinds of word that hold an acronym."""
    acronym = word.removeprefix(PART)
    return [f"{acronym}'s", f"x-{acronym}", f"{acronym}-x"] if word.startswith(PART) else [word]


def _may_meet(words: Words, others: Words) -> bool:
    """Tell whether matches may share a word, as far as beginnings and ends of words show."""
    return GAP in (*words, *others) or any(_may_equal(word, other) for word in words for other in others)


@cache
def _may_equal(word: str, other: str) -> bool:
    one, two = (fold_word(text).split(ANY) for text in (word, other))
    if len(one) == len(two) == 1:
        return one == two or _may_hold(word, two[0]) or _may_hold(other, one[0])
    starts = one[0].startswith(two[0]) or two[0].startswith(one[0])
    return starts and (one[-1].endswith(two[-1]) or two[-1].endswith(one[-1]))
