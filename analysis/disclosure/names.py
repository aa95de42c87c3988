"""Names that nothing published may hold: they are counted like other words, and printed nowhere."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

WITHHELD = "[withheld]"
_FIRST, _MORE = "\ue000", "\ue001"  # for the letters of a name, so that no other letter moves
_BLANKED = re.compile(f"{_FIRST}{_MORE}*")


def spell_names(names: pd.Series) -> re.Pattern[str] | None:
    """Return what finds the names, in any case, as whole words one behind the other; None if there are none."""
    words = [re.findall(r"\w+", name) for name in names]
    spelled = sorted(
        {r"\W+".join(map(re.escape, parts)) for parts in words if parts}, key=lambda s: (-len(s), s)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE) if spelled else None


def find_named(tokens: pd.DataFrame, texts: pd.DataFrame, names: re.Pattern[str]) -> np.ndarray:
    """Tell which words are part of a name; of `Oldwick-led` and `Oldwick's` the whole word.

    tokens: one row a word (source, start, end). texts: one row a source (source, text).
    """
    is_named = np.zeros(len(tokens), dtype=bool)
    rows = tokens.groupby("source").indices
    for source, text in texts[["source", "text"]].itertuples(index=False, name=None):
        at = rows.get(source, np.zeros(0, dtype=int))
        start, end = (tokens[name].to_numpy()[at] for name in ("start", "end"))
        for hit in names.finditer(text):
            is_named[at[(start < hit.end()) & (end > hit.start())]] = True
    return is_named


def mask_words(tokens: pd.DataFrame, is_named: np.ndarray) -> pd.DataFrame:
    """Take the letters from the words that are named."""
    columns = {name: _mask_cells(tokens[name], is_named) for name in ("token", "norm")}
    return tokens.assign(**columns)


def _mask_cells(words: pd.Series, is_named: np.ndarray) -> pd.Series:
    if isinstance(words.dtype, pd.CategoricalDtype):
        known = words.cat.categories
        words = words.cat.set_categories(known.union([WITHHELD]))
    return words.mask(is_named, WITHHELD)


def mask_texts(texts: pd.DataFrame, tokens: pd.DataFrame, is_named: np.ndarray) -> pd.DataFrame:
    """Blank the letters of these words in the texts; no character moves. `mask_tables` prints what is blanked."""
    spans = dict(list(tokens[is_named].groupby("source")))
    return texts.assign(
        text=[
            _blank(text, spans.get(name)) for name, text in zip(texts["source"], texts["text"], strict=True)
        ]
    )


def _blank(text: str, words: pd.DataFrame | None) -> str:
    letters = list(text)
    for start, end in words[["start", "end"]].to_numpy() if words is not None else []:
        letters[start:end] = [_FIRST, *[_MORE] * (end - start - 1)]
    return "".join(letters)


def mask_tables(tables: dict[str, pd.DataFrame], names: re.Pattern[str] | None) -> dict[str, pd.DataFrame]:
    """Write WITHHELD in place of names, and of what `mask_texts` blanked, in every text of every table."""
    if names is None:
        return tables
    return {name: table.apply(lambda column: _mask_column(column, names)) for name, table in tables.items()}


def _mask_column(column: pd.Series, names: re.Pattern[str]) -> pd.Series:
    if isinstance(column.dtype, pd.CategoricalDtype):  # two of which may have to say the same
        column = column.astype(column.cat.categories.dtype)
    if not pd.api.types.is_string_dtype(column) and column.dtype != object:
        return column
    return column.map(
        lambda cell: names.sub(WITHHELD, _BLANKED.sub(WITHHELD, cell)) if isinstance(cell, str) else cell
    )
