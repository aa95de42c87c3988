"""What `book/_static/refrain.js` needs for a long table: the rows that the page does not hold, and choices."""

from __future__ import annotations

import json

import pandas as pd

from analysis.figures.addresses import SCRIPT, data_uri
from analysis.figures.numbers import display_text

MOST_CHOICES = 12  # different cells of a column by which a reader can choose rows
MOST_LISTS = 3  # to choose from


def write_rows(rows: pd.DataFrame, name: str) -> str:
    """Return the address of a script that hands over rows, as they are printed, when it is loaded.

    A script and no JSON, because a browser reads no other file beside a page that was opened from a disk.
    """
    content = json.dumps(rows.to_numpy().tolist(), ensure_ascii=False, separators=(",", ":"))
    script = f"(window.refrainRows ??= {{}})[{json.dumps(name)}] = {content};\n"
    return data_uri(script, SCRIPT)


def list_choices(table: pd.DataFrame) -> str:
    """Return as JSON the places of columns with few different cells, and these: a reader chooses rows by them."""
    columns = [table.iloc[:, place] for place in range(table.shape[1])]
    texts = enumerate(map(_list_texts, columns))
    few = [(place, cells) for place, cells in texts if 1 < len(cells) <= MOST_CHOICES]
    choices = dict(few[:MOST_LISTS])
    return json.dumps(choices, ensure_ascii=False)


def _list_texts(column: pd.Series) -> list[str]:
    """List the different cells of a column in order; none of a column of numbers, which are sorted instead."""
    if pd.api.types.is_numeric_dtype(column):
        return []
    return sorted(set(map(display_text, column)))
