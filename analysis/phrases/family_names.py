"""What a family is called, whether it is a name, how it ranks, and why a variant belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from analysis.language import (
    ENGLISH_LISTS,
    NAME_JOINTS,
    PLACE_WORDS,
    TITLE_WORDS,
    WordLists,
    fold_word,
    is_difficult,
    is_proper,
)

SAME = "the same words"
NAME_SHARE = 0.9  # of the uses printed in capitals, from which a phrase or a family may be a name


def name_families(
    families: pd.DataFrame, lists: WordLists = ENGLISH_LISTS, everyday: Iterable[object] = ()
) -> pd.DataFrame:
    """Name and rank families.

    families: one row a family, by key: printed (its usual words), family_words (the same, folded), usual_content
    (their lemmas, or what these stand for), n (words), n_uses, n_events, in_capitals (the share of its uses). lists:
    of the languages of the texts. everyday: keys of families that rank behind the others of their kind.
    Returns them, best first, with family (its usual words as printed; a number is added where two are alike),
    kind, rank.
    """
    kinds = [
        name_kind(*family, lists) for family in zip(families["printed"], families["in_capitals"], strict=True)
    ]
    table = families.assign(
        score=_score(families, lists), kind=pd.Series(kinds, families.index, dtype=object)
    )
    table["is_everyday"] = table.index.isin(list(everyday))
    by = ["kind", "is_everyday", "score", "family_words"]
    table = table.sort_values(by, ascending=[True, True, False, True])
    table["family"] = _distinct(table["printed"].map(" ".join).astype("str"))
    return table.assign(rank=range(1, len(table) + 1))


def _score(families: pd.DataFrame, lists: WordLists) -> pd.Series:
    """Score families by their events, uses, length and difficult words, as `find_occurrences` says."""
    is_hard = is_difficult if lists.is_english else lambda word: False
    n_hard = families["usual_content"].map(lambda words: sum(map(is_hard, words))).astype("int64")
    hard = (families["n"] + n_hard) / families["n"]
    length = families["n"].clip(lower=2)
    return families["n_events"] * families["n_uses"] ** (2 / 3) * hard * np.log2(1 + length)


def flag_spellings(spellings: list[str], lists: WordLists = ENGLISH_LISTS) -> tuple[np.ndarray, np.ndarray]:
    """Tell which words begin with a capital, and which speak against a name: with none, and no function word."""
    is_capital = np.array([word[0].isupper() for word in spellings], dtype=bool)
    is_small = np.array(
        [not word[0].isupper() and not lists.is_empty(fold_word(word)) for word in spellings], dtype=bool
    )
    return is_capital, is_small


def name_kind(printed: tuple[str, ...], capitals: float, lists: WordLists = ENGLISH_LISTS) -> str:
    """Call words a "name" or an "expression": the one rule of all pages, see `_is_name`."""
    return "name" if _is_name(printed, capitals, lists) else "expression"


def _distinct(names: pd.Series) -> pd.Series:
    """Two families may share their commonest variant; the second gets a number."""
    again = names.groupby(names).cumcount()
    return names.where(again == 0, names + " (" + (again + 1).astype(str) + ")")


def _is_name(printed: tuple[str, ...], capitals: float, lists: WordLists) -> bool:
    """Names of persons, offices and places: printed in capitals, several words or one known as nothing else.

    printed: the words of one use. capitals: the share of uses printed in capitals. A term such as a charter
    or a treaty is made of ordinary words and acronyms, and no name. Where no text is in English, nobody knows
    which words are names: none is called one.
    """
    if not lists.is_english:
        return False
    words = {word: fold_word(word) for word in printed}
    content = {word: norm for word, norm in words.items() if not lists.is_empty(norm)}
    between = set(words.values()) - set(content.values())
    if not between <= NAME_JOINTS:
        return False
    if _is_titled(content, lists):
        return True
    is_place = any(lists.lemmatise(norm) in PLACE_WORDS for norm in content.values())
    has_name = any(is_proper(norm) and not word.isupper() for word, norm in content.items())
    is_called = len(content) > 1 and not any(word.isupper() for word in content)
    return capitals >= NAME_SHARE and (is_place or has_name or is_called)


def _is_titled(content: dict[str, str], lists: WordLists) -> bool:
    """Tell whether words (folded, by the word as printed) are a title and else printed in capitals."""
    is_title = {word: lists.lemmatise(norm) in TITLE_WORDS for word, norm in content.items()}
    rest = [word for word, titled in is_title.items() if not titled]
    return any(is_title.values()) and all(word[0].isupper() for word in rest)


def explain_use(use, spelled: dict[str, str], lists: WordLists = ENGLISH_LISTS) -> str:
    """Say by which rules a use belongs to its family, beside the family's commonest wording.

    use: has content (lemmas or what stands for them, in the order printed), norms (their forms), variant and
    is_gapped, and the same of the commonest wording, with usual_ before the name. spelled: forms that are another
    spelling, with what they stand for.
    """
    is_plain = not use.is_gapped and use.content == use.usual_content
    rules = {
        _tell_forms(use.norms, use.usual_norms, spelled, lists.lemmatise): True,
        "order": use.content != use.usual_content,
        "an open slot": use.is_gapped,
        "other function words between": is_plain and _find_gaps(use) != _find_gaps_of_usual(use),
    }
    return " and ".join(rule for rule, holds in rules.items() if rule and holds) or SAME


def _tell_forms(
    norms: tuple[str, ...],
    usual: tuple[str, ...],
    spelled: dict[str, str],
    lemmatise: Callable[[str], str],
) -> str:
    """Name how words differ, whatever their order: in words, in their forms, or '' for not at all."""
    if sorted(map(lemmatise, norms)) != sorted(map(lemmatise, usual)):
        one, other = (sorted(spelled.get(norm, lemmatise(norm)) for norm in form) for form in (norms, usual))
        return "another spelling" if one == other else "an equivalent word"
    return "inflection" if sorted(norms) != sorted(usual) else ""


def _find_gaps(use) -> list[tuple[str, ...]]:
    return _between(use.variant, use.norms)


def _find_gaps_of_usual(use) -> list[tuple[str, ...]]:
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
