"""Which wordings of the translations stand behind which formula of the originals: found by counting, or decided.

A formula and a wording are tied where they stand in linked sentences far more often than chance puts them there; what
chance does is seen by dealing the translated sentences anew. No word is translated, and what is tied need not mean the
same: it stands in the same places.
"""

from __future__ import annotations

from itertools import chain

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.language import base_language, choose_lists, find_words, fold_word
from analysis.roles import OWN
from analysis.versions.tied_phrases import chance_of, choose_tied, find_tied, list_sequences
from analysis.versions.translations import SIDES

TRANSLATION = "translation"  # a kind of equivalents
COLUMNS = [
    *("formula", "original_language", "wording", "language", "how"),
    *("n_together", "n_formula", "n_wording", "n_places", "expected", "p"),
]


def list_renderings(
    tokens: pd.DataFrame, links: pd.DataFrame, pairs: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """List the wordings by which translations render the formulas of originals.

    tokens: every word (source, sentence, position, role, token, norm). links: from `align_translations`. pairs: from
    `pair_translations`. equivalents: decisions (form, stands_for, kind, language); those of kind translation name a
    wording and its formula.
    Returns one row a (formula, wording), by language and formula: formula and wording (as most often printed), their
    languages, how (found or decided), n_together (places, that is linked sentences of the speaker's own words, in which
    both stand), n_formula and n_wording (places in which each stands), n_places, expected (places of both by chance:
    n_formula times n_wording by n_places), p (of so many or more by chance: Fisher 1922, Journal of the Royal
    Statistical Society 85:87-94). Found are formulas of two to five words, or of one where the wording has several,
    that stand in two places or more; p is small enough that of the rows found one in twenty is chance, as dealing the
    places anew twenty times tells.
    """
    own = tokens[tokens["role"].isin(OWN) & tokens["sentence"].notna()]
    parts = [
        _list_in_languages(own, links.merge(of, on=list(SIDES)), equivalents, codes)
        for codes, of in pairs.groupby(["original_language", "language"])
    ]
    table = pd.concat([pd.DataFrame(columns=COLUMNS), *(part for part in parts if len(part))])
    numbers = dict.fromkeys(["n_together", "n_formula", "n_wording", "n_places"], "int64")
    texts = dict.fromkeys(COLUMNS[:5], "str")
    ordered = table.astype(numbers | texts | {"expected": "float64", "p": "float64"})
    return ordered.sort_values(
        ["original_language", "language", "formula", "p", "wording"], ignore_index=True
    )


def _list_in_languages(
    own: pd.DataFrame, links: pd.DataFrame, equivalents: pd.DataFrame, codes: tuple[str, str]
) -> pd.DataFrame:
    placed = [_place_words(own, links, side) for side in SIDES]
    both = set(placed[0]["place"]) & set(placed[1]["place"])
    placed = [words[words["place"].isin(both)] for words in placed]
    number = {place: n for n, place in enumerate(sorted(both))}
    placed = [words.assign(place=words["place"].map(number)) for words in placed]
    sides = [list_sequences(words, code, len(number)) for words, code in zip(placed, codes, strict=True)]
    found = choose_tied(find_tied(*sides), *sides).assign(how="found")
    decided = _count_decided(placed, equivalents, codes, len(number))
    both = pd.concat([table.reindex(columns=COLUMNS) for table in (decided, found) if len(table)] or [found])
    said = both[["formula", "wording"]].apply(lambda column: column.str.casefold())
    once = both[~said.duplicated()].reindex(columns=COLUMNS)
    return once.assign(original_language=codes[0], language=codes[1], n_places=len(number))


def _count_decided(
    placed: list[pd.DataFrame], equivalents: pd.DataFrame, codes: tuple[str, str], n_places: int
) -> pd.DataFrame:
    """Count the decided pairs of these languages, whether or not they stand together."""
    is_meant = (equivalents["kind"] == TRANSLATION) & (equivalents["language"].map(base_language) == codes[1])
    rows = [_count_one(row, placed, codes, n_places) for row in equivalents[is_meant].itertuples()]
    table = pd.DataFrame([row for row in rows if row["n_formula"]], columns=COLUMNS)
    return table.assign(how="decided")


def _count_one(
    row: tuple, placed: list[pd.DataFrame], codes: tuple[str, str], n_places: int
) -> dict[str, object]:
    texts = row.stands_for, row.form
    held = [find_places(text, words, code) for text, words, code in zip(texts, placed, codes, strict=True)]
    n_formula, n_wording, n = len(held[0]), len(held[1]), len(held[0] & held[1])
    return {
        "formula": row.stands_for,
        "wording": row.form,
        "n_together": n,
        "n_formula": n_formula,
        "n_wording": n_wording,
        "expected": round(n_formula * n_wording / max(n_places, 1), 3),
        "p": float(chance_of(n, n_places, n_formula, n_wording)),
    }


def find_places(text: str, words: pd.DataFrame, code: str) -> set[int]:
    """Return the places (numbers) in which words stand one behind the other, each as it is or by its lemma."""
    sought = [fold_word(text[start:end]) for start, end in find_words(text)]
    lemmatise = choose_lists([code]).lemmatise
    forms = [{norm, lemmatise(norm)} for norm in sought]
    norms, at = (
        words["norm"].tolist(),
        list(zip(words["source"], words["sentence"], words["place"], strict=True)),
    )
    known = {norm: {norm, lemmatise(norm)} for norm in set(norms)}
    found = set()
    for start in range(len(norms) - len(forms) + 1 if forms else 0):
        end = start + len(forms)
        is_one = at[start] == at[end - 1]
        if is_one and all(form & known[norm] for form, norm in zip(forms, norms[start:end], strict=True)):
            found.add(int(at[start][2]))
    return found


def _place_words(own: pd.DataFrame, links: pd.DataFrame, side: str) -> pd.DataFrame:
    """Return the words of one side with the place of each: a group of sentences that are linked to one another."""
    place = _group_linked(links)
    words = own[own["source"].isin(links[side])].sort_values(["source", "position"])
    sentences = zip(words["source"], words["sentence"].astype(int), strict=True)
    words = words.assign(place=[place.get(sentence, -1) for sentence in sentences])
    return words[words["place"] >= 0]


def _group_linked(links: pd.DataFrame) -> dict[tuple[str, int], int]:
    """Return the number of its group for each linked sentence of either side (source, sentence)."""
    from scipy.sparse.csgraph import connected_components  # slow to load; for two languages only

    ends = [list(zip(links[name], links[f"{name}_sentence"], strict=True)) for name in SIDES]
    number = {sentence: n for n, sentence in enumerate(dict.fromkeys(chain(*ends)))}
    if not number:
        return {}
    rows, columns = ([number[sentence] for sentence in of] for of in ends)
    graph = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(number), len(number)))
    _, group = connected_components(graph, directed=False)
    return {sentence: int(group[n]) for sentence, n in number.items()}
