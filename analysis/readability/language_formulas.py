"""Readability formulas that were made for German, French, Spanish, Italian and Russian, with their own constants.

One function each, as in `formulas`; their facts are in language_formulas.csv.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.language import ENGLISH, base_language
from analysis.readability.formulas import (
    ANY_ALPHABET,
    ANY_LANGUAGE,
    FORMULAS,
    Formula,
    make_formulas,
    read_facts,
)

FACTS = Path(__file__).with_name("language_formulas.csv")


def amstad(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Amstad (1978): Flesch's points for German."""
    return 180 - n_words / n_sentences - 58.5 * n_syllables / n_words


def wiener_sachtextformel(
    *, n_words: float, n_sentences: float, n_monosyllables: float, n_polysyllables: float, n_long_words: float
) -> float:
    """Bamberger and Vanecek (1984): the first of their new Vienna formulas, in shares of a hundred words."""
    shares = 19.35 * n_polysyllables + 12.97 * n_long_words - 3.27 * n_monosyllables
    return shares / n_words + 0.1672 * n_words / n_sentences - 0.875


def kandel_moles(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Kandel and Moles (1958): Flesch's points for French."""
    return 207 - 1.015 * n_words / n_sentences - 73.6 * n_syllables / n_words


def fernandez_huerta(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Fernández Huerta (1959), words a sentence in place of sentences in 100 words, which is a misprint (Law 2011)."""
    return 206.84 - 1.02 * n_words / n_sentences - 60 * n_syllables / n_words


def szigriszt_pazos(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Szigriszt Pazos (1993); read on the INFLESZ scale of Barrio-Cantalejo and others (2008)."""
    return 206.835 - n_words / n_sentences - 62.3 * n_syllables / n_words


def gutierrez_polini(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Gutiérrez de Polini (1972), the first formula made for Spanish rather than taken over."""
    return 95.2 - 9.7 * n_letters / n_words - 0.35 * n_words / n_sentences


def gulpease(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Lucisano and Piemontese (1988): letters, as no syllables need be counted for Italian."""
    return 89 + (300 * n_sentences - 10 * n_letters) / n_words


def franchina_vacca(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Franchina and Vacca (1986): Flesch's points for Italian; they write 0.6 times the syllables in 100 words."""
    return 217 - 1.3 * n_words / n_sentences - 60 * n_syllables / n_words


def oborneva(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Oborneva (2006): Flesch's points for Russian."""
    return 206.835 - 1.3 * n_words / n_sentences - 60.1 * n_syllables / n_words


FUNCTIONS = (
    amstad,
    wiener_sachtextformel,
    kandel_moles,
    fernandez_huerta,
    szigriszt_pazos,
    gutierrez_polini,
    gulpease,
    franchina_vacca,
    oborneva,
)
LANGUAGE_FORMULAS = make_formulas(FUNCTIONS, FACTS)


@cache
def language_formula_facts() -> pd.DataFrame:
    """List what there is to know of each formula that was made for another language; columns as `formula_facts`."""
    return read_facts(FUNCTIONS, FACTS)


def choose_formulas(languages: Iterable[str]) -> tuple[Formula, ...]:
    """Return the formulas for texts in these languages (BCP 47; empty is English): English ones, theirs, those for any.

    Where no text is in English no English formula is among them, so that a page need not say of each that it is none.
    """
    codes = {base_language(code) for code in languages} or {ENGLISH}
    fit = {ANY_ALPHABET, ANY_LANGUAGE, *codes}
    english_first = (*FORMULAS, *LANGUAGE_FORMULAS) if ENGLISH in codes else (*LANGUAGE_FORMULAS, *FORMULAS)
    return tuple(formula for formula in english_first if formula.languages in fit)
