"""Scores of invented events with their bands and intervals, as `measure_bands` returns them."""

from __future__ import annotations

import pandas as pd
from drawing import name_events


def measured(k: int, roles: list[str], scores: dict[str, float], **columns) -> pd.DataFrame:
    """What `measure_bands` says of k events: bands of one point each way, intervals of two."""
    labels = list(name_events(k)["label"])
    rows = [
        {"label": label, "text": label, "role": role, "formula": name, "name": name, "score": score}
        for label in labels for role in roles for name, score in scores.items()
    ]  # fmt: skip
    table = pd.DataFrame(rows).assign(interval_reason="", reason="", n_turns=8, n_words=400, n_sentences=40)
    for end, sign in (("low", -1), ("high", 1)):
        table[end], table[f"interval_{end}"] = table["score"] + sign, table["score"] + 2 * sign
    return table.assign(low_by="clauses", high_by="joined").assign(**columns)


def names_of(table: pd.DataFrame) -> dict[str, str]:
    return {label: f"{label} (written, likely translated)" for label in table["label"].unique()}
