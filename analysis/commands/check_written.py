"""Are the tables written as `refrain tables` writes them: in order, in these letters, and nothing beside them?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.commands.check_refusals import Tables, refuse, refuse_rows
from analysis.storage import LARGEST, format_table, load_schema, read_bytes

_PAIR = ["report", "report_sentence", "source", "source_sentence"]
# What the rows are sorted by. The rows of sensitivity have an order of their own, which check_claims knows.
ORDER = {
    "segments": ["source", "segment"],
    "sentences": ["source", "sentence"],
    "splittings": ["source", "turn", "role"],
    "tokens": ["source", "position"],
    "words": ["source", "role", "norm"],
    "contexts": ["phrase", "source", "position"],
    "doubts": ["source"],
    "passages": _PAIR,
    "rewordings": ["report", "report_sentence", "report_position"],
    "overlaps": ["source", "other"],
    "false_links": ["report", "source"],
    "quotes": ["report", "quotation"],
    "diversity": ["source", "role", "measure", "setting"],
    "contrasts": ["compared", "side", "word"],
    "chance": ["figure", "source"],
}


def check_order(data: Path, tables: Tables) -> None:
    """Raise InputError at the first row that stands above one it should follow."""
    for name, by in ORDER.items():
        refuse_rows(
            data, name, _are_late(tables[name], by), f"the rows are not in the order of {', '.join(by)}"
        )


def _are_late(table: pd.DataFrame, by: list[str]) -> np.ndarray:
    """Tell which rows are to stand above the row before them; words are ordered by the numbers of their letters."""
    keys = list(table[by].itertuples(index=False, name=None))
    late = [above > below for above, below in pairwise(keys)]
    return np.array([False, *late][: len(keys)], dtype=bool)


def check_written(data: Path, tables: Tables) -> None:
    """Raise InputError if a table holds what it should, but not as it is written here."""
    for name, table in tables.items():
        path = data / load_schema()[name]["path"]
        content = read_bytes(path, largest=LARGEST)
        if content.startswith(b"\xef\xbb\xbf") or b"\r\n" in content:
            fault = "another program has saved it, with a byte order mark or other ends of lines"
            refuse(data, name, fault)
        if content != format_table(table, name).encode("utf-8"):
            refuse(data, name, "another program has saved it, with other quotes or numbers")


def check_places(data: Path, tables: Tables) -> None:
    """Raise InputError at a doubt that lies outside its text."""
    doubts, ends = tables["doubts"], tables["segments"].groupby("source")["end"].max()
    refuse_rows(data, "doubts", doubts["start"] > doubts["end"], "it ends before it starts")
    is_beyond = doubts["end"] > doubts["source"].map(ends).astype("float64")
    refuse_rows(data, "doubts", is_beyond, "it lies behind the last segment")
