"""Which rewordings may be shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.runs import may_show, measure_parts, see_words


def show_rewordings(
    rewordings: pd.DataFrame, tokens: pd.DataFrame, released: dict[str, pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the tokens that are released once rewordings are shown, and the rewordings that may be.

    rewordings: as `list_rewordings` gives them. tokens: every word. released: tokens and contexts by name, as
    `release_tables` gives them. A pair is left out if with it 15 running words of a source could be
    rebuilt.
    """
    seen = {}
    for source in sorted({*rewordings["report"], *rewordings["source"]}):
        words, *visible = (
            table[table["source"] == source] for table in (tokens, released["tokens"], released["contexts"])
        )
        sizes = measure_parts(words.sort_values("position")["token"])
        seen[source] = np.where(see_words(len(words), *visible), sizes, 0), sizes
    shown = rewordings[np.array([_show_pair(row, seen) for row in rewordings.itertuples()], dtype=bool)]
    visible = {place for row in shown.itertuples() for place in _list_places(row)}
    visible |= set(zip(released["tokens"]["source"], released["tokens"]["position"], strict=True))
    places = zip(tokens["source"], tokens["position"], strict=True)
    is_shown = np.array([place in visible for place in places], dtype=bool)
    return tokens[is_shown].reset_index(drop=True), shown.reset_index(drop=True)


def _show_pair(row, seen: dict[str, tuple[np.ndarray, np.ndarray]]) -> bool:
    """Mark the words of a pair as seen if all of them may be; tell whether they are."""
    places = _list_places(row)
    before = [seen[source][0][position] for source, position in places]
    may = all(may_show(*seen[source], position) for source, position in places)
    for (source, position), size in zip(places, before, strict=True):
        seen[source][0][position] = seen[source][0][position] if may else size
    return may


def _list_places(row) -> list[tuple[str, int]]:
    sides = [(row.report, row.report_position, row.report_words)]
    sides += [(row.source, row.source_position, row.source_words)]
    return [(source, start + i) for source, start, words in sides for i in range(len(words.split(" ")))]
