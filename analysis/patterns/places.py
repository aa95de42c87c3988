"""Where hits stand: in which segment each was found."""

from __future__ import annotations

import numpy as np
import pandas as pd


def find_segments(hits: pd.DataFrame, segments: pd.DataFrame) -> np.ndarray:
    """Find the segment in which each hit stands.

    hits: one row a hit (source, segment). segments: one row a segment (source, segment), none twice.
    Returns for each hit the place of its segment in that table, from 0; -1 where the table does not have it. Many
    ways of counting ask this of a few hundred hits, where a join of tables takes ten times as long.
    """
    here, there = (table["segment"].to_numpy(dtype=np.int64) for table in (hits, segments))
    width = 1 + max(here.max(initial=0), there.max(initial=0))
    source, names = pd.factorize(segments["source"])
    asked = names.get_indexer(hits["source"])  # -1 for another source, whose numbers are below zero
    known = pd.Index(source * width + there)
    return known.get_indexer(asked * width + here)
