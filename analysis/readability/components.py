"""What the formulas are made of: how long sentences and words are, and how many words are long or rare."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.language import SYLLABLE_LANGUAGES
from analysis.readability.formulas import ANY_ALPHABET, ANY_LANGUAGE, ENGLISH_ALONE, Formula

PARTS = (0.1, 0.25, 0.5, 0.75, 0.9)  # of the sentences, the shortest first


def words_per_sentence(*, n_words: float, n_sentences: float) -> float:
    return n_words / n_sentences


def letters_per_word(*, n_words: float, n_letters: float) -> float:
    return n_letters / n_words


def syllables_per_word(*, n_words: float, n_syllables: float) -> float:
    return n_syllables / n_words


def share_monosyllables(*, n_words: float, n_monosyllables: float) -> float:
    return n_monosyllables / n_words


def share_polysyllables(*, n_words: float, n_polysyllables: float) -> float:
    return n_polysyllables / n_words


def share_long_words(*, n_words: float, n_long_words: float) -> float:
    return n_long_words / n_words


def share_difficult_words(*, n_words: float, n_difficult_words: float) -> float:
    return n_difficult_words / n_words


# Polysyllables: three or more syllables; long: seven or more letters; difficult: not on the list.
LABELS = {
    words_per_sentence: "words a sentence",
    letters_per_word: "letters a word",
    syllables_per_word: "syllables a word",
    share_monosyllables: "share of one-syllable words",
    share_polysyllables: "share of polysyllables",
    share_long_words: "share of long words",
    share_difficult_words: "share of difficult words",
}
_SPELLED = " ".join([ENGLISH_ALONE, *sorted(SYLLABLE_LANGUAGES)])  # the languages whose syllables are counted
# Others need a list of English words.
_LANGUAGES = {
    **dict.fromkeys((words_per_sentence, letters_per_word), ANY_LANGUAGE),
    share_long_words: ANY_ALPHABET,
    **dict.fromkeys((syllables_per_word, share_monosyllables, share_polysyllables), _SPELLED),
}
COMPONENTS = tuple(
    Formula(
        function.__name__,
        label,
        function,
        min_words=1,
        min_sentences=1,
        languages=_LANGUAGES.get(function, ENGLISH_ALONE),
    )
    for function, label in LABELS.items()
)
# What interviews and roles are compared by: one measurement of each thing that formulas rest on.
MEASUREMENTS = tuple(
    component
    for component in COMPONENTS
    if component.score in (words_per_sentence, syllables_per_word, share_difficult_words)
)
RESTS_ON = {
    "sentence length": {"n_sentences"},
    "word length": {
        *("n_letters", "n_syllables", "n_monosyllables", "n_polysyllables", "n_long_words", "n_mini_words"),
    },
    "rare words": {"n_difficult_words", "n_unfamiliar_words"},
}


def name_measurements(formula: Formula) -> str:
    """Say what a formula rests on: "sentence length, word length". Formulas that rest on the same say one thing."""
    return ", ".join(name for name, counts in RESTS_ON.items() if counts & set(formula.counts))


def spread_lengths(sentences: pd.DataFrame, *, by: Sequence[str] = ("source", "role")) -> pd.DataFrame:
    """Measure how sentence length is distributed: what part of the sentences has at most so many words.

    sentences: one row a sentence (the columns of `by`, n_words). A sentence without words does not count.
    Returns one row a group: by, n_sentences, mean, p10, p25, p50 (the median), p75, p90 (words).
    """
    lengths = sentences[sentences["n_words"] > 0].groupby(list(by), observed=True)["n_words"]
    parts = {f"p{part:.0%}".rstrip("%"): lengths.quantile(part) for part in PARTS}
    return pd.DataFrame({"n_sentences": lengths.size(), "mean": lengths.mean(), **parts}).reset_index()
