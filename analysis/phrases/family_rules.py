"""Why a wording belongs to its family: by which rules it is the family's commonest wording all the same."""

from __future__ import annotations

from itertools import compress, product

import numpy as np
import pandas as pd

from analysis.language import WordLists
from analysis.phrases.categories import categorise
from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import locate_word
from analysis.phrases.running_text import RunningText

SAME = "the same words"
TURNED, OPEN, OTHER_BETWEEN = "order", "an open slot", "other function words between"
DIFFERENCES = ("", "inflection", "another spelling", "an equivalent word")  # the least first


def name_rules(
    wordings: pd.DataFrame,
    usual: pd.DataFrame,
    text: RunningText,
    stream: Stream,
    equivalents: pd.DataFrame,
    lists: WordLists,
) -> pd.Categorical:
    """Say by which rules each wording belongs to its family, beside the family's commonest wording.

    wordings: one row a wording (key, turn, first, last, n, is_gapped: of one of its uses, see
    `family_sets.list_sets`). usual: the commonest one of each family, by key. equivalents: as for
    `families.find_occurrences`. lists: of the languages of the texts.
    Returns the names of the rules for each wording, joined by "and".
    """
    compared = ["turn", "first", "last", "n", "is_gapped"]
    beside = usual[compared].loc[wordings["key"]].reset_index()
    turned = wordings["turn"].to_numpy() != beside["turn"].to_numpy()
    is_gapped = wordings["is_gapped"].to_numpy()
    other_joints = _differ_between(wordings, beside, stream)
    rules = {TURNED: turned, OPEN: is_gapped, OTHER_BETWEEN: other_joints & ~is_gapped & ~turned}
    number = _number_forms(wordings, beside, text, stream, equivalents, lists)
    for holds in rules.values():
        number = 2 * number + holds
    chosen = [list(compress(rules, holds)) for holds in product((False, True), repeat=len(rules))]
    names = [" and ".join(filter(None, [named, *more])) or SAME for named in DIFFERENCES for more in chosen]
    return categorise(pd.Categorical.from_codes(number, names))


def _differ_between(wordings: pd.DataFrame, beside: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Tell which of two wordings side by side have other function words between their words."""
    differ, n = np.zeros(len(wordings), dtype=bool), wordings["n"].to_numpy()
    one, other = wordings["first"].to_numpy(), beside["first"].to_numpy()
    for step in range(n.max(initial=1) - 1):
        longer = n > step + 1
        differ[longer] |= stream.joint[one[longer] + step] != stream.joint[other[longer] + step]
    return differ


def _number_forms(
    wordings: pd.DataFrame,
    beside: pd.DataFrame,
    text: RunningText,
    stream: Stream,
    equivalents: pd.DataFrame,
    lists: WordLists,
) -> np.ndarray:
    """Number, as DIFFERENCES has it, how the words of two wordings differ, whatever their order."""
    spellings = equivalents[equivalents["kind"] == "spelling"]
    spelled = dict(zip(spellings["form"], spellings["stands_for"], strict=True))
    lemmas = [lists.lemmatise(norm) for norm in text.norms]
    meant = [spelled.get(norm, lemma) for norm, lemma in zip(text.norms, lemmas, strict=True)]
    numbers = [
        np.arange(len(lemmas)),
        *(pd.factorize(np.array(names, dtype=object))[0] for names in (lemmas, meant)),
    ]
    number = np.zeros(len(wordings), dtype=np.int8)
    places = [table[["first", "last", "n"]] for table in (wordings, beside)]
    for mine in wordings.groupby(["n", "is_gapped"]).indices.values():
        pair = [_find_forms(table.iloc[mine], text, stream) for table in places]
        differ = np.ones(len(mine), dtype=bool)
        for known in numbers:
            differ &= ~_are_alike(*pair, known)
            number[mine] += differ
    return number


def _find_forms(uses: pd.DataFrame, text: RunningText, stream: Stream) -> np.ndarray:
    """Return the numbers of the forms of each use's words: one row a use."""
    places = [locate_word(uses, place) for place in range(uses["n"].iloc[0])]
    return text.norm[stream.row[np.column_stack(places)]]


def _are_alike(one: np.ndarray, other: np.ndarray, number: np.ndarray) -> np.ndarray:
    """Tell which rows of forms are the same, whatever their order, where forms are known by these numbers."""
    return (np.sort(number[one], axis=1) == np.sort(number[other], axis=1)).all(axis=1)
