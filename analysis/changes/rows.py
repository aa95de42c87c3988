"""The words of the room: a state of the tables, and the columns of what changed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

_CHANGES = """
about change name kind events date n_new n_before k_new k_before n_events_before last_before
observed expected low high ratio n_as_far p p_adjusted reason
"""
CHANGES = _CHANGES.split()
COUNTS = [name for name in CHANGES if name.startswith(("n_", "k_"))]
MEASURES = ["observed", "expected", "low", "high", "ratio", "p", "p_adjusted"]


class State(NamedTuple):
    """The tables of one build, as far as changes are read from them.

    sources: one row a source (source, event, date, label, is_reference). segments: one row a segment. uses: one row a
    use of every family, as from `phrases.list_uses`. topic_hits: one row a hit. topics: one row a topic (topic, label).
    """

    sources: pd.DataFrame
    segments: pd.DataFrame
    uses: pd.DataFrame
    topic_hits: pd.DataFrame
    topics: pd.DataFrame


def shape_rows(rows: pd.DataFrame | list[dict]) -> pd.DataFrame:
    """Return rows with all columns of a change: counts whole or missing, measures of six digits, all else words."""
    table = pd.DataFrame(rows).reindex(columns=CHANGES)
    words = [name for name in CHANGES if name not in COUNTS + MEASURES]
    table = table.astype(dict.fromkeys(COUNTS, "Int64") | dict.fromkeys(MEASURES, float))
    table[MEASURES] = table[MEASURES].where(np.isfinite(table[MEASURES])).round(6)
    return table.assign(**{name: table[name].astype(object).where(table[name].notna(), "") for name in words})
