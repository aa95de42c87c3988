"""What a family is called, whether it is a name, how it ranks, and why a variant belongs to it."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.lemmas import is_empty, is_proper, lemmatise
from analysis.wordcounts import is_difficult

NAME_SHARE = 0.9  # of the uses printed in capitals, from which a family may be a name
_JOINTS = {"of", "the", "and", "for"}  # what may stand inside a name
_TITLE_WORDS = """
ambassador administration chancellor chief colleague commissioner director envoy foreign general head king
leader minister mr mrs ms mayor president presidential prime queen representative secretary side special state
vice
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_PLACE_WORDS = """
assembly bank council east federation house nation north republic south state strip time union west
"""
_PLACES = frozenset(_PLACE_WORDS.split())


def name_families(own: pd.DataFrame) -> pd.DataFrame:
    """Name and rank families.

    own: one row per use that counts (key, event, n, gapped, variant, printed, content).
    Returns one row a family: key, family (its commonest variant without a slot), kind, rank.
    """
    rows = []
    for key, uses in own.groupby("key", sort=True):
        plain = uses[~uses["gapped"]]
        variants = (
            plain["variant"]
            .value_counts()
            .reset_index()
            .sort_values(["count", "variant"], ascending=[False, True])
        )
        hard = np.mean([1 + is_difficult(word) for word in plain["content"].iloc[0]])
        score = (
            uses["event"].nunique() * len(uses) ** (2 / 3) * hard * math.log2(1 + max(2, uses["n"].iloc[0]))
        )
        rows.append((key, variants["variant"].iloc[0], "name" if _is_name(plain) else "expression", score))
    table = pd.DataFrame(rows, columns=["key", "family", "kind", "score"])
    table = table.sort_values(["kind", "score", "family"], ascending=[True, False, True], ignore_index=True)
    table["family"] = _distinct(table["family"])
    return table.assign(rank=range(1, len(table) + 1))[["key", "family", "kind", "rank"]]


def _distinct(names: pd.Series) -> pd.Series:
    """Two families may share their commonest variant; the second gets a number."""
    again = names.groupby(names).cumcount()
    return names.where(again == 0, names + " (" + (again + 1).astype(str) + ")")


def _is_name(uses: pd.DataFrame) -> bool:
    """Names of persons, offices and places: printed in capitals, and a word of them is known as nothing else.

    A term such as a charter or a treaty is made of ordinary words and acronyms, and no name.
    """
    printed = uses["printed"].iloc[0]
    content = [word for word in printed if not is_empty(word.casefold(), word)]
    between = {word.casefold() for word in printed} - {word.casefold() for word in content}
    titles = [lemmatise(word.casefold()) in _TITLES for word in content]
    capital = [word[0].isupper() for word in content]
    if any(titles) and all(t or c for t, c in zip(titles, capital, strict=True)) and between <= _JOINTS:
        return True
    if np.mean([_in_capitals(words) for words in uses["printed"]]) < NAME_SHARE or not between <= _JOINTS:
        return False
    places = [lemmatise(word.casefold()) in _PLACES for word in content]
    proper = [is_proper(word.casefold().replace("’", "'")) and not word.isupper() for word in content]
    return any(places) or any(proper)


def _in_capitals(words: tuple[str, ...]) -> bool:
    return all(word[0].isupper() for word in words if not is_empty(word.casefold(), word))


def explain_variant(canonical: str, variant: str) -> str:
    """Say by which rule a variant was joined to its family's canonical form."""
    if variant == canonical:
        return "the same words"
    a, b = ([w for w in text.split() if not is_empty(w, w)] for text in (canonical, variant))
    lemmas_a, lemmas_b = [lemmatise(w) for w in a], [lemmatise(w) for w in b]
    rules = [
        (sorted(a) != sorted(b) and sorted(lemmas_a) == sorted(lemmas_b), "inflection"),
        (sorted(lemmas_a) == sorted(lemmas_b) and lemmas_a != lemmas_b, "order"),
        (len(b) > len(a), "an open slot"),
        (not set(lemmas_a) <= set(lemmas_b), "an equivalent word"),
        (_gaps(canonical) != _gaps(variant), "other function words between"),
    ]
    return " and ".join(rule for holds, rule in rules if holds) or "the same words"


def _gaps(text: str) -> list[str]:
    words = text.split()
    places = [i for i, word in enumerate(words) if not is_empty(word, word)]
    return [" ".join(words[a + 1 : b]) for a, b in pairwise(places)]
