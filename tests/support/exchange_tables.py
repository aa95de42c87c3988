"""Invented interviews as tables: a row a turn, with the words that are topics."""

from __future__ import annotations

import pandas as pd


def make_interviews(*interviews: list[tuple[str, str]], kind: str = "transcript"):
    """Return (hits, segments, sources) of interviews, each a list of (role, words).

    A turn is one segment and one paragraph; a word that is a name with a capital is a mention of the topic of
    that name, any other is none.
    """
    rows = [
        (f"talk-{i}", turn, role, words.split())
        for i, turns in enumerate(interviews, 1)
        for turn, (role, words) in enumerate(turns, 1)
    ]
    segments = pd.DataFrame(rows, columns=["source", "turn", "role", "words"])
    segments = segments.assign(segment=segments["turn"], paragraph=segments["turn"])
    segments["n_words"] = segments["words"].map(len).astype(int)
    before = segments.groupby("source")["n_words"].cumsum() - segments["n_words"]
    hits = segments.assign(before=before, word=segments["words"].map(lambda words: list(enumerate(words, 1))))
    hits = hits.explode("word").dropna(subset="word")
    hits["topic"] = hits["word"].str[1]
    hits["position"] = hits["before"] + hits["word"].str[0].astype(int)
    hits = hits[hits["topic"].str.istitle().astype(bool)].astype({"topic": "category"})
    names = [f"talk-{i}" for i in range(1, len(interviews) + 1)]
    sources = pd.DataFrame({"source": names, "event": names, "label": names, "date": names, "kind": kind})
    sources["is_reference"] = True
    columns = ["topic", "source", "segment", "role", "position"]
    return hits[columns].reset_index(drop=True), segments.drop(columns="words"), sources


def ask(question: str, answer: str) -> list[tuple[str, str]]:
    """Return one exchange."""
    return [("question", question), ("answer", answer)]
