"""Hits in context as lines for a terminal, one match under the other."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pandas as pd

from analysis.commands.explain_text import NARROWEST, cut_left, cut_right
from analysis.pages import count


def show_hits(rows: pd.DataFrame, *, width: int) -> Iterator[str]:
    """Yield how many hits there are, then a line a hit; rows: as from `find_in_context`."""
    yield count(len(rows), "hit")
    places = [" ".join(filter(None, [row.source, row.role])) for row in rows.itertuples()]
    room, width = max(map(len, places), default=0), max(width, NARROWEST)
    side = max((width - room - 4) // 2 - 6, 10)
    for row, place in zip(rows.itertuples(), places, strict=True):
        left = cut_left(row.left, side)
        right = cut_right(row.right, width - room - 4 - side - len(row.match))
        match = click.style(row.match, bold=True)
        yield f"{click.style(f'{place:<{room}}', dim=True)}  {left:>{side}} {match} {right}".rstrip()
