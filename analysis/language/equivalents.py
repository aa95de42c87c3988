"""Which decided equivalents hold for texts in some languages."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.language.word_lists import base_language

COMPARED = ("spelling", "rendering")  # kinds by which words of one language are compared


def fit_equivalents(equivalents: pd.DataFrame, languages: Iterable[str]) -> pd.DataFrame:
    """Return the equivalents by which words of texts in these languages (BCP 47) are compared.

    equivalents: one row a form (form, stands_for, kind, language). One of another language is left out, and so is a
    translation, which joins no words of one language. A form that has a row for its language and one for all
    languages keeps its own.
    """
    spoken = {base_language(code) for code in languages}
    is_fit = equivalents["kind"].isin(COMPARED) & (
        (equivalents["language"] == "") | equivalents["language"].map(base_language).isin(spoken)
    )
    own_first = equivalents[is_fit].sort_values("language", ascending=False, kind="stable")
    return own_first.drop_duplicates("form").sort_index().reset_index(drop=True)
