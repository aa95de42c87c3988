"""The words that a data folder releases of a quotation and of the place it comes from."""

from __future__ import annotations

import pandas as pd

from analysis.language import is_function_word
from analysis.quotes.index import WITHHELD


def show_quotes(quotes: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Show of each quotation the words that are released, beside those of its place.

    quotes: one row a quotation, as from `reports.check_reports`. tokens: one row a released word (source, position,
    token, norm).
    Returns one row a quotation, in the same order: quoted and said (the words that may be seen, "…" for each run of
    withheld ones; said is empty without a place), both (content words that are seen on both sides, in the order of
    the quotation, each once), n_seen (words of the quotation that are seen).
    """
    words = tokens.sort_values(["source", "position"]).set_index(["source", "position"])[["token", "norm"]]
    by_source = {source: table.droplevel("source") for source, table in words.groupby(level="source")}
    quoted = [
        _see(by_source, *row) for row in quotes[["report", "position", "n_words"]].itertuples(index=False)
    ]
    place = quotes[["source", "source_position", "source_n_words"]]
    said = [_see(by_source, *row) for row in place.itertuples(index=False)]
    rows = [
        (_print(*one), _print(*other), _share(one[0], other[0]), len(one[0]))
        for one, other in zip(quoted, said, strict=True)
    ]
    return pd.DataFrame(rows, columns=["quoted", "said", "both", "n_seen"], index=quotes.index)


def _see(by_source: dict[str, pd.DataFrame], source: str, position: int, n_words: int) -> tuple:
    """Return the words that are seen of a stretch, by position, with its first position and the one behind it."""
    none = pd.DataFrame({"token": [], "norm": []}, dtype="str")
    if pd.isna(position):
        return none, 0, 0
    words = by_source.get(source, none).loc[position : position + n_words - 1]
    return words, int(position), int(position + n_words)


def _print(words: pd.DataFrame, first: int, behind: int) -> str:
    seen = dict(zip(words.index, words["token"], strict=True))
    printed = []
    for position in range(first, behind):
        word = seen.get(position, WITHHELD)
        if word != WITHHELD or printed[-1:] != [WITHHELD]:
            printed.append(word)
    return " ".join(printed)


def _share(quoted: pd.DataFrame, said: pd.DataFrame) -> str:
    is_said = set(said["norm"])
    shared = [norm for norm in quoted["norm"] if norm in is_said and not is_function_word(norm)]
    return ", ".join(dict.fromkeys(shared))
