"""Whose words are studied, where nobody says: the voice that answers, and says most, in most of the files."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.errors import InputError
from analysis.formats import NOBODY, fold_label, guess_kind, guess_speaker, list_voices
from analysis.projects.arrivals import Arrival

_MOST_LISTED = 12


def guess_studied(arrivals: list[Arrival]) -> tuple[str, int]:
    """Return the name of the one who answers most in more than half of the texts, and in how many of them.

    Raises InputError, with the voices and their words, where no name is found in more than half.
    """
    names = [guess_speaker(arrival.reading.text).name for arrival in arrivals]
    found = Counter(fold_label(name) for name in names if name)
    printed = Counter(name for name in names if name)
    first, n = found.most_common(1)[0] if found else ("", 0)
    if n * 2 <= len(arrivals):
        raise InputError(
            f"no voice answers in more than half of the {len(arrivals)} texts{_list_heard(arrivals)}; say whose words "
            'are studied: --speaker "NAME".'
        )
    return max(
        (name for name in printed if fold_label(name) == first), key=lambda name: (printed[name], name)
    ), n


def _list_heard(arrivals: list[Arrival]) -> str:
    """List the labels of all texts with their words, those who say most first; '' where there is none."""
    tables = [list_voices(a.reading, NOBODY) for a in arrivals if is_conversation(a)]
    heard = pd.concat(tables) if tables else pd.DataFrame(columns=["label", "n_words"])
    words = heard.groupby("label")["n_words"].agg(["sum", "size"]).sort_values("sum", ascending=False)
    listed = "; ".join(
        f"{label} ({n:,} words, texts: {k})" for label, n, k in words.head(_MOST_LISTED).itertuples()
    )
    return f" (the labels are {listed})" if listed else ""


def is_conversation(arrival: Arrival) -> bool:
    """Tell whether a text has turns of several voices, by its format or by its labels."""
    return bool(arrival.reading.turns) or guess_kind(arrival.reading.text, NOBODY) == "transcript"
