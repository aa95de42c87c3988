"""How a stranger would rebuild runs of words from what is published."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd


def rebuild_runs(released: dict[str, pd.DataFrame]) -> list[int]:
    """Lengths of the runs that a reader can rebuild: by positions of tokens, and by what contexts print."""
    shown = set(released["tokens"]["position"])
    for row in released["contexts"].itertuples():
        before, inside, after = (len(part.split()) for part in (row.left, row.match, row.right))
        shown |= set(range(row.position - before, row.position + inside + after))
    places = sorted(shown)
    ends = [place for place, after in pairwise([*places, float("inf")]) if after != place + 1]
    return list(np.diff([-1, *np.searchsorted(places, ends)])) if places else []
