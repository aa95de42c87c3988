"""Whose words are studied, where nobody says: the voice that answers, and says most, in most of the files."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.errors import InputError
from analysis.formats import NOBODY, fold_label, group_people, guess_kind, guess_speaker_of, list_voices
from analysis.projects.arrivals import Arrival

_MOST_LISTED = 12
_FEWEST = 3  # one in so many texts names whoever is studied


def guess_studied(arrivals: list[Arrival]) -> tuple[str, int]:
    """Return the name of the one who answers most in more than half of the texts, and in how many of them.

    `Roe`, `JANE ROE` and `Jane Roe` are one person. Texts in which nobody can be told, as speeches without a label, say
    nothing against a name that is found in a third of all.
    Raises InputError, with the voices and their words, where no such name is found.
    """
    printed = Counter(name for a in arrivals if (name := guess_speaker_of(a.reading).name))
    people = group_people({fold_label(name): name for name in printed}, [])
    found: Counter[str] = Counter()
    for name, k in printed.items():
        found[people[fold_label(name)]] += k
    first, n = found.most_common(1)[0] if found else ("", 0)
    if n * 2 <= found.total() or n * _FEWEST < len(arrivals):
        where = f"more than half of the {len(arrivals)} texts" if len(arrivals) > 1 else "the text"
        raise InputError(
            f"no name could be found for who answers in {where}{_list_heard(arrivals)}; say whose words are studied: "
            '--speaker "NAME".'
        )
    own = [name for name in printed if people[fold_label(name)] == first]
    return max(own, key=lambda name: (len(name.split()), not name.isupper(), printed[name], name)), n


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
    return (
        bool(arrival.reading.turns)
        or guess_kind(arrival.reading.text, NOBODY, typed=arrival.reading.typed) == "transcript"
    )
