"""Which equivalents hold in which language."""

from __future__ import annotations

import pandas as pd

from analysis.language import fit_equivalents

DECIDED = pd.DataFrame(
    [
        ["kyiv", "kiev", "spelling", ""],
        ["gift", "poison", "rendering", "de"],
        ["gift", "present", "rendering", "en"],
        ["open ports", "offene Häfen", "translation", "en"],
        ["kyiv", "kijew", "spelling", "de"],
    ],
    columns=["form", "stands_for", "kind", "language"],
)


def test_an_equivalent_of_another_language_and_a_translation_join_no_words():
    assert dict(fit_equivalents(DECIDED, ["en-GB"])[["form", "stands_for"]].to_numpy()) == {
        "kyiv": "kiev",
        "gift": "present",
    }


def test_a_row_of_the_language_goes_before_one_for_all():
    assert dict(fit_equivalents(DECIDED, ["de"])[["form", "stands_for"]].to_numpy()) == {
        "gift": "poison",
        "kyiv": "kijew",
    }
