"""Other ways to count whose words there are."""

from __future__ import annotations

import pandas as pd

from analysis.sensitivity.cases import Case


def count_copies(case: Case) -> Case | None:
    """Let each copy be an event of its own; events keep their names, by which answers ask for them."""
    sources, is_reference = case.sources, case.sources["is_reference"]
    if is_reference.all():
        return None
    apart = {
        "event": sources["event"].where(is_reference, sources["event"] + ", copy " + sources["source"]),
        "label": sources["label"].where(is_reference, sources["label"] + " (copy)"),
    }
    return case._replace(sources=sources.assign(is_reference=True, **apart))


def count_role(case: Case, *, role: str) -> Case | None:
    """Count the words of a role as the speaker's own."""
    if role not in set(case.segments["role"]):
        return None
    names = ("segments", "topic_hits", "phrase_hits")  # a match stays inside one role, whatever it is called
    return case.recount(**{name: _rename_role(getattr(case, name), role) for name in names})


def _rename_role(table: pd.DataFrame, role: str) -> pd.DataFrame:
    return table.assign(role=table["role"].astype("str").replace({role: "answer"}))
