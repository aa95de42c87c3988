"""What `refrain readability` prints."""

from __future__ import annotations

import pandas as pd

from analysis.language import count_words_in
from analysis.readability import FORMULAS, LANGUAGE_FORMULAS


def show_scores(scores: pd.DataFrame) -> str:
    """Return scores as lines for a reader: a block a role, a line a formula."""
    labels = {formula.formula: formula.label for formula in (*FORMULAS, *LANGUAGE_FORMULAS)}
    width = max(len(labels[name]) for name in scores["formula"]) + 2
    blocks = []
    for role, own in scores.groupby("role", sort=False):
        first = own.iloc[0]
        lines = [f"{role}: {first['n_words']:,} words, {first['n_sentences']:,} sentences"]
        for row in own.itertuples():
            lines.append(f"  {labels[row.formula]:<{width}}{row.reason or _say_band(row)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _say_band(row: tuple) -> str:
    """Say a score and its band, if endings of sentences change it."""
    band = f"  {row.low:.1f} to {row.high:.1f}" if row.low < row.high else ""
    known = not row.interval_reason
    interval = (
        f"  95 % {row.interval_low:.1f} to {row.interval_high:.1f} over {row.interval_over}" if known else ""
    )
    return f"{row.score:8.1f}{band}{interval}"


def note_unscored(text: str, scores: pd.DataFrame) -> str:
    """Say how many words of a text no score counts; "" where all are counted.

    scores: as from `score_text`.
    """
    n_words = count_words_in(text)
    n_scored = int(scores.drop_duplicates("role")["n_words"].sum())
    if n_scored == n_words:
        return ""
    return (
        f"{n_words - n_scored:,} of {n_words:,} words are not scored: titles, labels, notes and the like; "
        "refrain roles shows which, and with --kind prose all words are one text."
    )
