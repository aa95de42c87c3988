"""Corpora in several languages: what recurs is sought in each language by itself, so that no phrase joins two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analysis.language import base_language, name_language
from analysis.storage import spell_words


class Part(NamedTuple):
    """The texts of one language: its code, and the rows of some tables that are of them."""

    language: str
    sources: pd.DataFrame
    tables: list[pd.DataFrame]


def count_languages(sources: pd.DataFrame) -> int:
    """Return in how many languages the sources are (source, perhaps language)."""
    return sources["language"].map(base_language).nunique() if "language" in sources else 1


def iterate_languages(sources: pd.DataFrame, *tables: pd.DataFrame) -> Iterator[Part]:
    """Yield the texts of each language with their rows of tables (source), by the language's code."""
    codes = sources["language"].map(base_language)
    for code in sorted(codes.unique()):
        of_language = sources[codes == code]
        names = of_language["source"]
        yield Part(code, of_language, [table[table["source"].isin(names)] for table in tables])


def keep_language(equivalents: pd.DataFrame, code: str) -> pd.DataFrame:
    """Return the equivalents for texts in one language, and those for all."""
    if "language" not in equivalents:
        return equivalents
    fits = (equivalents["language"] == "") | (equivalents["language"].map(base_language) == code)
    return equivalents[fits]


def join_uses(found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Join the uses of the families of several languages, ranked together.

    found: by the language's code, as from `families.find_occurrences`. Families take turns, the best of each language
    first; one that another language has under the same name says its language in brackets.
    """
    uses = pd.concat(
        [spell_words(table).assign(code=code) for code, table in found.items()], ignore_index=True
    )
    families = uses.drop_duplicates(["code", "family"])[["code", "family", "kind", "rank"]]
    families = families.sort_values(["kind", "rank", "code"], kind="stable").reset_index(drop=True)
    is_shared = families.duplicated("family", keep=False)
    named = families["family"] + " (" + families["code"].map(name_language) + ")"
    families = families.assign(
        place=range(1, len(families) + 1), named=families["family"].where(~is_shared, named)
    )
    joined = uses.merge(families[["code", "family", "place", "named"]], on=["code", "family"], how="left")
    joined = joined.assign(family=joined["named"], rank=joined["place"].astype(uses["rank"].dtype))
    ordered = joined.sort_values("rank", kind="stable", ignore_index=True)
    return ordered.drop(columns=["code", "place", "named"])
