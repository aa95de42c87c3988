"""Which rewordings may be shown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.runs import Shown


def show_rewordings(rewordings: pd.DataFrame, shown: Shown) -> pd.DataFrame:
    """Return the rewordings that may be shown; their words are then seen.

    rewordings: as `list_rewordings` gives them. A pair is left out if too long a run would be seen with it.
    """
    may = [shown.may_show(list_places(row, shown)) for row in rewordings.itertuples()]
    return rewordings[np.array(may, dtype=bool)].reset_index(drop=True)


def list_places(row, shown: Shown) -> list[int]:
    """List where the words of a pair stand in the line."""
    sides = [(row.report, row.report_position, row.report_words)]
    sides += [(row.source, row.source_position, row.source_words)]
    first = [shown.line.base[source] + position for source, position, _ in sides]
    counts = [len(words.split(" ")) for _, _, words in sides]
    return [int(start) + i for start, n in zip(first, counts, strict=True) for i in range(n)]
