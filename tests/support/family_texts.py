"""Invented texts in which families of phrases are looked for."""

from __future__ import annotations

import pandas as pd

from analysis.counting.word_forms import count_forms
from analysis.language.words import find_words, fold_word
from analysis.phrases.families import find_occurrences

NO_EQUIVALENTS = pd.DataFrame(columns=["form", "stands_for", "kind"])

SOURCES = pd.DataFrame(
    [
        ("gazette", "spring", "2031-04-02", True),
        ("herald", "spring", "2031-04-02", False),
        ("radio", "autumn", "2031-10-09", True),
    ],
    columns=["source", "event", "date", "is_reference"],
)
SOURCES["label"] = SOURCES["event"]

# Three hundred words that occur once make the planted ones rare, as they are in real speech.
LETTERS = "bcdfghklmnprstvz"

FILLER = " ".join(f"{a}o{b}u{c}." for a in LETTERS[:5] for b in LETTERS[:8] for c in LETTERS[:8]) + " "

# Two thousand, among which three uses of two words are beyond chance wherever they stand.
LONG_FILLER = " ".join(f"{a}i{b}u{c}." for a in LETTERS for b in LETTERS for c in LETTERS[:8]) + " "


def read(text: str, *, source: str, role: str = "answer") -> pd.DataFrame:
    """Tokens of an invented text: one segment, a sentence up to each full stop."""
    rows, at = [], 0
    for number, sentence in enumerate(text.split("."), 1):
        rows += [(source, number, 1, role, at + s, at + e, sentence[s:e]) for s, e in find_words(sentence)]
        at += len(sentence) + 1
    table = pd.DataFrame(rows, columns=["source", "sentence", "segment", "role", "start", "end", "token"])
    table.insert(2, "position", range(1, len(table) + 1))
    return table.assign(norm=table["token"].map(fold_word)).astype({"sentence": "Int64"})


def find_in_two(first: str, second: str) -> pd.DataFrame:
    """Find the families of two interviews that say this, among many words said once."""
    tokens = pd.concat(
        [read(LONG_FILLER + first, source="gazette"), read(LONG_FILLER + second, source="radio")],
        ignore_index=True,
    )
    return find_occurrences(tokens, count_forms(tokens), SOURCES, NO_EQUIVALENTS)


def list_own(found: pd.DataFrame, family: str) -> list[str]:
    """List how the speaker words a family."""
    return sorted(found.loc[(found["family"] == family) & found["is_own"], "variant"])
