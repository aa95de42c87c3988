"""Which phrases go with a phrase: said in one answer more often than the lengths of answers explain."""

from __future__ import annotations

import pandas as pd

from analysis.statistics import pair_items
from analysis.topics import lay_in_turns, sort_pairs


def pair_phrases(
    uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, *, families: list[str]
) -> pd.DataFrame:
    """Count the answers in which each two phrases are said, beside what the lengths of answers alone give.

    uses: one row a use, as from `ledger.list_uses`. segments: one row a segment, none left out. sources: one row a
    source. families: which phrases.
    Returns one row a pair, as from `statistics.pair_items`, those first that differ most surely from chance.
    """
    said = uses[uses["family"].isin(families) & uses["is_own"].astype(bool)]
    return sort_pairs(
        pair_items(*lay_in_turns(said.assign(item=said["family"].astype(str)), segments, sources))
    )
