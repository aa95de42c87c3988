"""Phrases to track from the start: the best of those that are found by counting."""

from __future__ import annotations

import pandas as pd

from analysis.counting import count_forms
from analysis.language import base_language
from analysis.phrases import OPEN, OTHER_BETWEEN, TURNED, find_occurrences, fold_families
from analysis.suggested import SUGGESTED

MOST_PHRASES, MOST_WORDINGS, MOST_WORDS = 6, 8, 6
_NOBODY_STANDS_FOR = pd.DataFrame(columns=["form", "stands_for", "kind", "reason"], dtype="str")


def list_phrase_rows(
    tokens: pd.DataFrame, sources: pd.DataFrame, *, names: set[str], small: set[str]
) -> pd.DataFrame:
    """List rows of phrases.csv: the six best expressions in the speaker's own words, each of its wordings a pattern.

    tokens, sources: as for `phrases.find_occurrences`. names: folded words of those who speak; no phrase has one.
    small: words that say little; a phrase has two others, unless it is one word. Where texts are in several languages,
    a row says in which its wording counts.
    """
    uses = find_occurrences(tokens, count_forms(tokens), sources, _NOBODY_STANDS_FOR)
    own = uses[uses["is_own"].astype(bool) & ~uses["is_loose"].astype(bool) & (uses["kind"] == "expression")]
    is_unfit = own["family"].map(lambda family: _is_unfit(family, names, small)).astype(bool)
    n_events = sources["event"].nunique()
    rows = []
    standing = fold_families(own[~is_unfit])  # of families that share their words, the best
    spoken = sources.set_index("source")["language"] if "language" in sources else pd.Series(dtype="str")
    is_mixed = spoken.map(base_language).nunique() > 1
    for _, family in list(standing.groupby("number"))[:MOST_PHRASES]:
        language = base_language(spoken[family["source"].iloc[0]]) if is_mixed else ""
        rows += [(*row, language) for row in _list_wordings(family, n_events)]
    table = pd.DataFrame(rows, columns=["phrase", "pattern", "reason", "language"])
    return table.drop_duplicates(["pattern", "language"], ignore_index=True)


def _is_unfit(family: str, names: set[str], small: set[str]) -> bool:
    words = set(family.casefold().split())
    return bool(names & words) or len(words - small) < min(2, len(words))


def _choose_wordings(family: pd.DataFrame) -> pd.Series:
    """Return the wording of each use that may become a pattern.

    As a pattern counts wherever it stands, one with other words of content between, or once said in another order or
    with other words between, is left out, unless the family has no other wording.
    """
    rule, variant = family["rule"], family["variant"]
    is_open = rule.str.contains(OPEN)
    is_other = rule.str.contains(f"{TURNED}|{OTHER_BETWEEN}")
    is_sure = ~is_open & (~is_other | variant.duplicated(keep=False))
    return variant[is_sure] if is_sure.any() else variant


def _list_wordings(family: pd.DataFrame, n_events: int) -> list[tuple[str, str, str]]:
    """Return a row a wording of one family, the most frequent first."""
    name = family["family"].iloc[0]
    found = (
        f"found by counting, in {family['event'].nunique()} of {n_events} events, {len(family)} uses in all"
    )
    counts = _choose_wordings(family).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    short = [(wording, n) for wording, n in counts.items() if len(wording.split()) <= MOST_WORDS]
    return [
        (name, wording, f"{SUGGESTED}: {found}, {n} in this wording") for wording, n in short[:MOST_WORDINGS]
    ]
