"""English formulas give no score of a text in another language."""

from __future__ import annotations

from analysis.readability.components import COMPONENTS
from analysis.readability.formulas import FORMULAS
from analysis.readability.scores import find_unfit

BY_NAME = {formula.formula: formula for formula in (*FORMULAS, *COMPONENTS)}


def test_an_english_formula_is_none_for_german():
    assert find_unfit(BY_NAME["flesch_reading_ease"], ["de", "en"]) == "no formula for German"
    assert find_unfit(BY_NAME["syllables_per_word"], ["hi", "zh"]) == "no formula for Chinese, Hindi"
    assert find_unfit(BY_NAME["syllables_per_word"], ["de-AT", "fr"]) == ""
    assert find_unfit(BY_NAME["share_difficult_words"], ["de-AT", "fr"]) == "no formula for French, German"
    assert find_unfit(BY_NAME["flesch_reading_ease"], ["en-GB", ""]) == ""


def test_what_counts_letters_and_sentences_alone_is_for_any_language_with_an_alphabet():
    counts = {"words_per_sentence", "letters_per_word"}
    assert {name for name, formula in BY_NAME.items() if not find_unfit(formula, ["pl"])} == {
        *counts, "lix", "rix", "share_long_words",
    }  # fmt: skip
    assert {name for name, formula in BY_NAME.items() if not find_unfit(formula, ["ar"])} == counts
    assert find_unfit(BY_NAME["lix"], ["pl", "he", "hi", "zh"]) == "no formula for Chinese, Hebrew, Hindi"
