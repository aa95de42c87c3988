"""What a family is called, whether it is a name, how it ranks, and why a variant belongs to it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import is_difficult, is_empty, is_proper, lemmatise

SAME = "the same words"
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
    Returns one row a family: key, family (its commonest variant without a slot; family_words before a number
    is added), usual_norms and usual_content (of that variant), kind, rank.
    """
    plain = own[~own["gapped"]]
    counts = plain.groupby(["key", "variant"], sort=False)["variant"].transform("size")
    ranked = plain.assign(n=counts).sort_values(["n", "variant"], ascending=[False, True], kind="stable")
    table = ranked.drop_duplicates("key").sort_values("key").set_index("key")
    uses, first = own.groupby("key"), plain.drop_duplicates("key").set_index("key")
    hard = first["content"].map(lambda words: np.mean([1 + is_difficult(word) for word in words]))
    length = uses["n"].first().clip(lower=2)
    capitals = plain["printed"].map(_in_capitals).groupby(plain["key"]).mean()
    table["score"] = uses["event"].nunique() * uses.size() ** (2 / 3) * hard * np.log2(1 + length)
    names = [_is_name(*family) for family in zip(first["printed"], capitals[first.index], strict=True)]
    table["kind"] = pd.Series(np.where(names, "name", "expression"), index=first.index)
    usual = {"variant": "family_words", "norms": "usual_norms", "content": "usual_content"}
    table = table.reset_index().rename(columns=usual)[["key", *usual.values(), "kind", "score"]]
    table = table.sort_values(
        ["kind", "score", "family_words"], ascending=[True, False, True], ignore_index=True
    )
    table["family"] = _distinct(table["family_words"].astype("str"))
    return table.assign(rank=range(1, len(table) + 1)).drop(columns="score")


def _distinct(names: pd.Series) -> pd.Series:
    """Two families may share their commonest variant; the second gets a number."""
    again = names.groupby(names).cumcount()
    return names.where(again == 0, names + " (" + (again + 1).astype(str) + ")")


def _is_name(printed: tuple[str, ...], capitals: float) -> bool:
    """Names of persons, offices and places: printed in capitals, and a word of them is known as nothing else.

    printed: the words of one use. capitals: the share of uses printed in capitals. A term such as a charter
    or a treaty is made of ordinary words and acronyms, and no name.
    """
    content = [word for word in printed if not is_empty(word.casefold(), word)]
    between = {word.casefold() for word in printed} - {word.casefold() for word in content}
    titles = [lemmatise(word.casefold()) in _TITLES for word in content]
    capital = [word[0].isupper() for word in content]
    if any(titles) and all(t or c for t, c in zip(titles, capital, strict=True)) and between <= _JOINTS:
        return True
    if capitals < NAME_SHARE or not between <= _JOINTS:
        return False
    places = [lemmatise(word.casefold()) in _PLACES for word in content]
    proper = [is_proper(word.casefold().replace("’", "'")) and not word.isupper() for word in content]
    return any(places) or any(proper)


def _in_capitals(words: tuple[str, ...]) -> bool:
    return all(word[0].isupper() for word in words if not is_empty(word.casefold(), word))


def explain_use(use) -> str:
    """Say by which rules a use belongs to its family, beside the family's commonest wording.

    use: has content (lemmas or what stands for them, in the order printed), norms (their forms), variant and
    gapped, and the same of the commonest wording, with usual_ before the name.
    """
    lemmas, usual = ([lemmatise(norm) for norm in norms] for norms in (use.norms, use.usual_norms))
    rules = [
        (sorted(lemmas) != sorted(usual), "an equivalent word"),
        (sorted(lemmas) == sorted(usual) and sorted(use.norms) != sorted(use.usual_norms), "inflection"),
        (use.content != use.usual_content, "order"),
        (use.gapped, "an open slot"),
        (
            not use.gapped and use.content == use.usual_content and _gaps(use) != _gaps_of_usual(use),
            "other function words between",
        ),
    ]
    return " and ".join(rule for holds, rule in rules if holds) or SAME


def _gaps(use) -> list[str]:
    return _between(use.variant, use.norms)


def _gaps_of_usual(use) -> list[str]:
    return _between(use.family_words, use.usual_norms)


def _between(text: str, norms: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the words between those of a family, gap by gap."""
    gaps, left = [()], list(norms)
    for word in text.split():
        if left and word == left[0]:
            left.pop(0)
            gaps.append(())
        else:
            gaps[-1] += (word,)
    return gaps
