"""The readability formulas: one function each, from counts to a score; their facts are in formulas.csv.

Every function takes counts of the whole text by name, numbers or columns, and returns the unrounded score.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

ENGLISH_ALONE, ANY_LANGUAGE = "en", "any"
ANY_ALPHABET = "any alphabet"  # that writes vowels: elsewhere few words have seven letters
EASIER = "higher is easier"  # the direction of a formula; of all others higher is harder
FACTS = Path(__file__).with_name("formulas.csv")


def flesch_reading_ease(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Flesch (1948); he writes 0.846 times the syllables in 100 words."""
    return 206.835 - 1.015 * n_words / n_sentences - 84.6 * n_syllables / n_words


def farr_jenkins_paterson(*, n_words: float, n_sentences: float, n_monosyllables: float) -> float:
    """Farr, Jenkins and Paterson (1951): Flesch's points from words of one syllable in 100 words."""
    return 1.599 * 100 * n_monosyllables / n_words - 1.015 * n_words / n_sentences - 31.517


def flesch_kincaid(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Kincaid, Fishburne, Rogers and Chissom (1975)."""
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def flesch_recalculated(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Powers, Sumner and Kearl (1958); they write 0.0455 times the syllables in 100 words."""
    return 0.0778 * n_words / n_sentences + 4.55 * n_syllables / n_words - 2.2029


def gunning_fog(*, n_words: float, n_sentences: float, n_polysyllables: float) -> float:
    """Gunning (1952)."""
    return 0.4 * (n_words / n_sentences + 100 * n_polysyllables / n_words)


def smog(*, n_sentences: float, n_polysyllables: float) -> float:
    """McLaughlin (1969): the regression itself, not the root plus three; scaled to 30 sentences."""
    return 3.1291 + 1.0430 * (30 * n_polysyllables / n_sentences) ** 0.5


def linsear_write(*, n_words: float, n_sentences: float, n_polysyllables: float) -> float:
    """The rule that goes by this name: a point a word, three where it has three or more syllables.

    Points a sentence are halved; where they are 20 or fewer, 2 is taken off first. It leaps by 1 there.
    """
    points = (n_words + 2 * n_polysyllables) / n_sentences
    return np.where(points > 20, points, points - 2) / 2


def automated_readability(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Senter and Smith (1967); not rounded up to a whole grade."""
    return 4.71 * n_letters / n_words + 0.5 * n_words / n_sentences - 21.43


def coleman_liau(*, n_words: float, n_sentences: float, n_letters: float) -> float:
    """Coleman and Liau (1975), their cloze estimate and its grade folded into one line.

    cloze = 141.8401 - 0.214590 L + 1.079812 S and grade = 23.06395 - 0.274004 cloze give
    0.058798 L - 0.295873 S - 15.8008, with L letters and S sentences in 100 words.
    """
    return (5.88 * n_letters - 29.6 * n_sentences) / n_words - 15.8


def forcast(*, n_words: float, n_monosyllables: float) -> float:
    """Caylor, Sticht, Fox and Ford (1973): 20 less a tenth of the words of one syllable in 150 words."""
    return 20 - 15 * n_monosyllables / n_words


def dale_chall(*, n_words: float, n_sentences: float, n_difficult_words: float) -> float:
    """Dale and Chall (1948): the raw score, its constant always added as in their worksheet."""
    return 15.79 * n_difficult_words / n_words + 0.0496 * n_words / n_sentences + 3.6365


def dale_chall_recalculated(*, n_words: float, n_sentences: float, n_difficult_words: float) -> float:
    """Powers, Sumner and Kearl (1958), from the counts of Dale and Chall."""
    return 11.55 * n_difficult_words / n_words + 0.0596 * n_words / n_sentences + 3.2672


def spache(*, n_words: float, n_sentences: float, n_unfamiliar_words: float) -> float:
    """Spache (1974), the revision that belongs to the list of that year (1953: 0.141, 0.086, 0.839)."""
    return 0.121 * n_words / n_sentences + 8.2 * n_unfamiliar_words / n_words + 0.659


def lix(*, n_words: float, n_sentences: float, n_long_words: float) -> float:
    """Björnsson (1968)."""
    return n_words / n_sentences + 100 * n_long_words / n_words


def rix(*, n_sentences: float, n_long_words: float) -> float:
    """Anderson (1983)."""
    return n_long_words / n_sentences


def eflaw(*, n_words: float, n_sentences: float, n_mini_words: float) -> float:
    """McAlpine: words and words of three or fewer letters, per sentence."""
    return (n_words + n_mini_words) / n_sentences


def easy_listening(*, n_words: float, n_sentences: float, n_syllables: float) -> float:
    """Fang (1966): syllables beyond the first of each word, per sentence."""
    return (n_syllables - n_words) / n_sentences


FUNCTIONS = (
    flesch_reading_ease,
    farr_jenkins_paterson,
    flesch_kincaid,
    flesch_recalculated,
    gunning_fog,
    smog,
    linsear_write,
    automated_readability,
    coleman_liau,
    forcast,
    dale_chall,
    dale_chall_recalculated,
    spache,
    lix,
    rix,
    eflaw,
    easy_listening,
)


@dataclass(frozen=True)
class Formula:
    """What a score needs to know of its formula: shorter texts than its minimum get no score.

    languages: the codes of those it may be used for, parted by spaces, "any alphabet" or "any".
    """

    formula: str
    label: str
    score: Callable[..., float]
    min_words: int
    min_sentences: int
    languages: str = ENGLISH_ALONE

    @property
    def counts(self) -> list[str]:
        """The counts the formula asks for."""
        return list_counts(self.score)


def list_counts(function: Callable[..., float]) -> list[str]:
    """Return the names of the counts that a formula asks for."""
    return list(inspect.signature(function).parameters)


@cache
def _read_file(file: Path) -> pd.DataFrame:
    facts = pd.read_csv(file, keep_default_na=False, dtype="str").set_index("formula")
    return facts.astype({"min_words": "int64", "min_sentences": "int64", "year": "int64"})


def read_facts(functions: Sequence[Callable[..., float]], file: Path) -> pd.DataFrame:
    """Return the facts of some formulas from their file, as `formula_facts` does."""
    facts = _read_file(file).loc[[function.__name__ for function in functions]].reset_index()
    return facts.assign(counts=[", ".join(list_counts(function)) for function in functions])


def make_formulas(functions: Sequence[Callable[..., float]], file: Path) -> tuple[Formula, ...]:
    """Return formulas, each with what a score needs to know of it."""
    rows = read_facts(functions, file).itertuples()
    return tuple(
        Formula(row.formula, row.label, function, row.min_words, row.min_sentences, row.languages)
        for row, function in zip(rows, functions, strict=True)
    )


def formula_facts() -> pd.DataFrame:
    """List what there is to know of each formula, for the methods page.

    Returns one row a formula, in the order of FUNCTIONS: formula, label, direction, unit, min_words,
    min_sentences, minimum (why), languages ("en", or "any alphabet" where letters and sentences are counted alone),
    author, year, title, made_for, may_claim (and what it may not),
    counted_here, counts (what it asks for).
    """
    return read_facts(FUNCTIONS, FACTS)


FORMULAS = make_formulas(FUNCTIONS, FACTS)
