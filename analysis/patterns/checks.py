"""Are patterns sound: does each of them add something that no other of its group repeats or takes away?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.patterns.syntax import Words, count_parts, list_forms, split_pattern
from analysis.patterns.word_index import FormIndex, WordIndex, implies


class _Rule(NamedTuple):
    """A pattern of a group: the row it stands in, its words, and all forms that they may take."""

    row: int
    pattern: str
    cancels: bool
    words: Words
    forms: list[Words]


_Fault = tuple[_Rule, str, _Rule | None]


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
    for sentence in list_pattern_faults(patterns, by=by, file=file, line_of=line_of):
        raise InputError(sentence)


def list_pattern_faults(
    patterns: pd.DataFrame, *, by: str, file: str, line_of: Callable[[int], int] = lambda row: row + 2
) -> list[str]:
    """Return a sentence for each pattern that `check_patterns` would refuse, in the order of their rows."""
    rules: dict[str, list[_Rule]] = {}
    told: list[tuple[int, str]] = []
    for row, group, pattern in zip(patterns.index, patterns[by], patterns["pattern"], strict=True):
        try:
            rules.setdefault(group, []).append(read_rule(row, pattern))
        except InputError as error:
            told.append((row, f"{file}, line {line_of(row)}: {error}"))
    for rule, what, other in (fault for group in rules.values() for fault in find_faults(group)):
        remedy = f" line {line_of(other.row)}; remove one of the two." if other else "; remove it."
        told.append((rule.row, f"{file}, line {line_of(rule.row)}: {rule.pattern!r} {what}{remedy}"))
    return [sentence for _, sentence in sorted(told)]


def read_rule(row: int, pattern: str) -> _Rule:
    """Read the pattern of a row. Raises InputError for one that says nothing."""
    cancels, words = split_pattern(pattern)
    return _Rule(row, pattern, cancels, words, list_forms(words))


def find_faults(group: list[_Rule]) -> list[_Fault]:
    """Return the faults of a group, one a faulty pattern at most."""
    first: dict[Words, _Rule] = {}
    for rule in group:
        first.setdefault(rule.words, rule)
    counting = WordIndex(word for rule in group if not rule.cancels for word in rule.words)
    forms = FormIndex([rule.forms for rule in group])
    found = []
    for rule in group:
        others = (group[place] for place in forms.list_wider(rule.forms[0]))
        found += filter(None, [_find_fault(rule, first[rule.words], counting, others)])
    return found


def _find_fault(rule: _Rule, first: _Rule, counting: WordIndex, others: Iterable[_Rule]) -> _Fault | None:
    """Return a pattern, what is wrong with it, and the other pattern that makes it so.

    first: the first of its group with the same words. counting: the words of those that count. others: those
    that may take its matches.
    """
    if first is not rule:
        return rule, "repeats" if first.cancels == rule.cancels else "contradicts", first
    if rule.cancels:
        meets = any(map(counting.may_meet, rule.words))
        return None if meets else (rule, "shares no word with a pattern that it could cancel", None)
    for other in (other for other in others if other.words != rule.words):
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
        all(map(implies, form[start : start + len(inner)], inner))
        for start in range(len(form) - len(inner) + 1)
    )
