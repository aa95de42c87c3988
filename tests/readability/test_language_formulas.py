"""The formulas for other languages, by hand; and which are chosen."""

from __future__ import annotations

import importlib
import inspect
from types import FunctionType

import pytest
from textstat.backend.utils.constants import LANG_CONFIGS

from analysis.readability.formulas import FORMULAS
from analysis.readability.language_formulas import LANGUAGE_FORMULAS, choose_formulas, language_formula_facts

# 100 words, 5 sentences: 20 words a sentence; 200 syllables: 2 a word; 500 letters: 5 a word;
# 40 words of one syllable, 25 of three or more, 30 of seven or more letters.
COUNTS = {
    "n_words": 100,
    "n_sentences": 5,
    "n_syllables": 200,
    "n_letters": 500,
    "n_monosyllables": 40,
    "n_polysyllables": 25,
    "n_long_words": 30,
}
BY_HAND = {
    "amstad": 180 - 20 - 117,
    "wiener_sachtextformel": 4.8375 + 3.344 + 3.891 - 1.308 - 0.875,  # of 25 %, 20, 30 %, 40 %
    "kandel_moles": 207 - 20.3 - 147.2,
    "fernandez_huerta": 206.84 - 120 - 20.4,
    "szigriszt_pazos": 206.835 - 124.6 - 20,
    "gutierrez_polini": 95.2 - 48.5 - 7,
    "gulpease": 89 + 15 - 50,
    "franchina_vacca": 217 - 26 - 120,
    "oborneva": 206.835 - 26 - 120.2,
}


@pytest.mark.parametrize("formula", LANGUAGE_FORMULAS, ids=lambda formula: formula.formula)
def test_each_formula_gives_what_a_hand_gives(formula):
    score = formula.score(**{name: COUNTS[name] for name in formula.counts})
    assert score == pytest.approx(BY_HAND[formula.formula], abs=1e-9, rel=0)


def test_each_formula_names_author_and_year():
    facts = language_formula_facts()
    assert facts["formula"].tolist() == list(BY_HAND)
    assert facts["year"].between(1950, 2010).all() and (facts[["author", "title", "counted_here"]] != "").all(
        axis=None
    )


@pytest.mark.parametrize(
    ("languages", "chosen"),
    [
        (["de-AT"], ["amstad", "wiener_sachtextformel", "lix", "rix"]),
        (["it", "ru"], ["gulpease", "franchina_vacca", "oborneva", "lix", "rix"]),
        (["pl"], ["lix", "rix"]),
        ([""], [formula.formula for formula in FORMULAS]),
    ],
)
def test_a_corpus_gets_the_formulas_of_its_languages(languages, chosen):
    assert [formula.formula for formula in choose_formulas(languages)] == chosen


# What textstat calls the constants of a Flesch formula; the formula here, which it must hold for the same counts.
FLESCH_OF = {
    "de": "amstad",
    "fr": "kandel_moles",
    "es": "fernandez_huerta",
    "it": "franchina_vacca",
    "ru": "oborneva",
}


@pytest.mark.parametrize(("language", "formula"), FLESCH_OF.items())
def test_constants_are_those_of_textstat(language, formula):
    constants = LANG_CONFIGS[language]
    per_sentence, per_word = constants["fre_sentence_length"] * 20, constants["fre_syll_per_word"] * 2
    assert BY_HAND[formula] == pytest.approx(constants["fre_base"] - per_sentence - per_word)


def count_by(module: str, **counts: float):
    """Return the formula of a module of textstat, with counts in place of what it counts in a text."""
    metric = importlib.import_module(f"textstat.backend.metrics.{module}")
    counted = {name: (lambda *_, n=n, **__: n) for name, n in counts.items()}
    formula = inspect.unwrap(getattr(metric, module[1:]))  # what it remembers of a text is passed over
    return FunctionType(formula.__code__, {**vars(metric), **counted})


def test_gulpease_and_others_are_those_of_textstat():
    gulpease = count_by("_gulpease_index", sentences_per_word=0.05, chars_per_word=5)
    assert gulpease("") == pytest.approx(BY_HAND["gulpease"])
    polini = count_by("_gutierrez_polini", letters_per_word=5, words_per_sentence=20)
    assert polini("") == pytest.approx(BY_HAND["gutierrez_polini"])
    pazos = count_by("_szigriszt_pazos", count_syllables=200, count_words=100, count_sentences=5)
    # textstat takes 206.84 for its base, which is Fernández Huerta's; Szigriszt Pazos writes 206.835.
    assert pazos("", "es") == pytest.approx(BY_HAND["szigriszt_pazos"] + 0.005)
