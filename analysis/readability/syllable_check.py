"""How far syllables can be trusted: what the fallback counts, and how often it is right."""

from __future__ import annotations

import numpy as np
import pandas as pd
from textstat.backend import utils

from analysis.language import (
    LANGUAGE,
    choose_pronunciation,
    count_vowels,
    is_held_out,
    is_pronounced,
    is_proper,
    sound_letters,
)
from analysis.roles import SPOKEN

SAMPLE = 10_000
SHOWN = 8  # words of a source that are named


def list_fallback(words: pd.DataFrame) -> pd.DataFrame:
    """Measure what share of the running words the pronouncing dictionary does not hold.

    words: one row a word form (source, role, norm, n).
    Returns one row a source, in order: n_words, n_fallback, share (from 0 to 1), and most (the forms met most
    often, which are names for the most part).
    """
    spoken = words[words["role"].isin(SPOKEN)]
    is_held = spoken["norm"].map({norm: is_pronounced(norm) for norm in spoken["norm"].unique()})
    missed = spoken[~is_held.astype(bool)]
    n_words = spoken.groupby("source")["n"].sum()
    n_fallback = missed.groupby("source")["n"].sum().reindex(n_words.index, fill_value=0)
    table = pd.DataFrame({"n_words": n_words, "n_fallback": n_fallback, "share": n_fallback / n_words})
    return table.assign(most=_name_most(missed)).fillna({"most": ""}).reset_index()


def _name_most(missed: pd.DataFrame) -> pd.Series:
    """Name the forms of each source that are met most often."""
    counts = missed.groupby(["source", "norm"], as_index=False)["n"].sum()
    ranked = counts.sort_values(["source", "n", "norm"], ascending=[True, False, True])
    return ranked.groupby("source")["norm"].agg(lambda norms: ", ".join(norms.head(SHOWN)))


def measure_fallback(*, n: int = SAMPLE, seed: int = 1) -> pd.DataFrame:
    """Measure syllables by spelling on words of the dictionary from which no rule was learned.

    n: how many words to draw, without replacement, of those held out; seed: of the draw.
    Returns one row a way of counting (by "spelling", as here, or by "hyphenation", as textstat does) and kind of
    words ("all", "names", and the "others"): by, words, n_words, share_exact, share_within_one, mean_error
    (less the dictionary, syllables), mean_absolute_error.
    """
    sample = _draw_held_out(n, seed)
    hyphens, known = utils.get_pyphen(LANGUAGE), utils.get_cmudict(LANGUAGE)
    spoken = np.array([count_vowels(choose_pronunciation(known[word])) for word in sample])
    counts = {
        "spelling": np.array([sound_letters(word) for word in sample]),
        "hyphenation": np.array([len(hyphens.positions(word)) + 1 for word in sample]),
    }
    is_name = np.array([is_proper(word) for word in sample])
    kinds = {"all": is_name | True, "names": is_name, "others": ~is_name}
    rows = [
        {"by": by, "words": kind} | _describe_error((counted - spoken)[chosen])
        for by, counted in counts.items()
        for kind, chosen in kinds.items()
    ]
    return pd.DataFrame(rows)


def _draw_held_out(n: int, seed: int) -> list[str]:
    words = sorted(word for word in utils.get_cmudict(LANGUAGE) if word.isalpha() and is_held_out(word))
    drawn = np.random.default_rng(seed).choice(len(words), size=min(n, len(words)), replace=False)
    return [words[place] for place in drawn]


def _describe_error(error: np.ndarray) -> dict[str, float]:
    return {
        "n_words": len(error),
        "share_exact": np.mean(error == 0),
        "share_within_one": np.mean(abs(error) <= 1),
        "mean_error": error.mean(),
        "mean_absolute_error": abs(error).mean(),
    }


def bound_fallback(words: pd.DataFrame, sentences: pd.DataFrame, error: float) -> float:
    """Return the most that the fallback's error can move the syllables of a text, as a share of them.

    words: one row a word form. sentences: one row a sentence (source, n_syllables). error: of the fallback,
    mean of absolute values, in syllables a word. NaN where there is no text.
    """
    n_syllables = sentences.groupby("source")["n_syllables"].sum()
    n_fallback = list_fallback(words).set_index("source")["n_fallback"]
    return float((n_fallback * error / n_syllables).max())
