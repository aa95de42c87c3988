"""Tables on paper: one of more columns than a page holds in readable letters is printed in parts below each other."""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

MOST_COLUMNS = 13  # of a part; refrain.css prints more than ten of them across the page
N_KEYS = 2  # first columns, which tell rows apart and stand in each part


def part_tables(article: Tag) -> None:
    """Put parts in place of each table of an article that is too wide; each part tells its rows as the first does."""
    for box in article.select(".refrain-table"):
        n_columns = len(box.select("thead th"))
        if n_columns > MOST_COLUMNS:
            box.insert_after(*_list_parts(box, n_columns))
            box.decompose()


def _list_parts(box: Tag, n_columns: int) -> list[Tag]:
    """Return the parts of a table, which have about as many columns each."""
    n_parts = math.ceil((n_columns - N_KEYS) / (MOST_COLUMNS - N_KEYS))
    size = math.ceil((n_columns - N_KEYS) / n_parts)
    parts = [copy.copy(box) for _ in range(n_parts)]
    for place, part in enumerate(parts):
        first = N_KEYS + place * size
        _keep_columns(part, {*range(N_KEYS), *range(first, first + size)})
        part.caption.append(f" ({place + 1}/{n_parts})")
        if place:
            _forget_places(part)
    return parts


def _keep_columns(part: Tag, kept: set[int]) -> None:
    for row in part.select("tr"):
        for place, cell in enumerate(row.find_all(["th", "td"], recursive=False)):
            if place not in kept:
                cell.decompose()


def _forget_places(part: Tag) -> None:
    """Take the names of places from a part: a link leads to the first part."""
    for element in part.select("[id]"):
        del element["id"]
