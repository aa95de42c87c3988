"""What pages say of an original and its translation."""

from __future__ import annotations

import pandas as pd

from analysis.pages.translations import ONE_LANGUAGE, Beside, tell_renderings, tell_translations

PAIRS = pd.DataFrame(
    [["talk", "a", "b", "de", "en"]],
    columns=["event", "original", "translation", "original_language", "language"],
)
LINKS = pd.DataFrame(
    {
        "original": "a",
        "original_sentence": [1, 1, 2],
        "translation": "b",
        "translation_sentence": [1, 2, 3],
        "n_anchors": [1, 0, 0],
        "confidence": [0.95, 0.8, 0.6],
    }
)
ALONE = pd.DataFrame({"side": ["original", "translation"]})
TIED = pd.DataFrame(
    {
        "original_language": "de",
        "formula": ["offene Häfen", "offene Häfen", "Netze"],
        "n_together": [4, 1, 2],
        "how": ["found", "decided", "found"],
    }
)


def test_both_sides_are_counted():
    told = tell_translations(Beside(PAIRS, LINKS, ALONE, LINKS, 3))
    assert told.startswith(
        "1 interview is here in English and German, original and translation. Of 3 sentences of"
    )
    assert "the originals 2 have a counterpart in the translation; 1 of the translations have none" in told
    assert "Of 3 links 1 are sure (confidence 0.9 or more), and 1 share" in told


def test_variation_is_a_formula_with_several_wordings():
    told = tell_renderings(TIED, PAIRS)
    assert told.startswith("2 formulas of originals stand in the places of a wording")
    assert "1 has several: that is the translators’ variation. 1 pair is decided." in told


def test_one_language_is_said():
    none = Beside(PAIRS.head(0), LINKS.head(0), ALONE.head(0), LINKS.head(0), 0)
    assert tell_translations(none) == tell_renderings(TIED.head(0), PAIRS.head(0)) == ONE_LANGUAGE
