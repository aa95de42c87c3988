"""What `refrain code score` prints."""

from __future__ import annotations

import pandas as pd

from analysis.pages import list_agreement, list_shares, list_validation, tell_agreement

_STANDARD = (
    "Scored against what most coders say, in a tie the first sheet. Precision, recall, F1 and shares are "
    "weighted by how the paragraphs were drawn; brackets hold 95 % intervals."
)


def print_scores(agreement: pd.DataFrame, scores: pd.DataFrame, shares: pd.DataFrame) -> str:
    """Return what `refrain code score` prints: three tables as plain text, topics by their short names."""
    parts = [
        f"Agreement of the coders\n{_print(list_agreement(agreement, {}))}",
        f"{tell_agreement(agreement)}.",
        f"\nThe dictionary and the coders\n{_print(list_validation(scores, {}))}",
        f"\nShare of paragraphs\n{_print(list_shares(shares, {}))}",
        f"\n{_STANDARD}",
    ]
    return "\n".join(parts)


def _print(table: pd.DataFrame) -> str:
    return table.to_string(index=False) if len(table) else "(none)"
