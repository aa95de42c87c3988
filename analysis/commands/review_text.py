"""What a review prints: its verdict, and one line for each finding that differs."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

CAUSES = ("versions", "contents", "texts", "tables", "data")  # told first: the rest follows from them
LONGEST = 100  # characters of an old or new value that are printed


def tell_differences(differences: pd.DataFrame, found: list[dict]) -> list[str]:
    """Tell each difference in one line: page, name, old and new; what decides comes first.

    differences: one row a finding, as from `compare_findings`. found: what was found; of a page of which
    nothing was found the losses are one line.
    """
    ordered = sorted(differences.itertuples(index=False), key=_rank)
    gone = set(differences["chapter"]) - {finding["chapter"] for finding in found}
    kept = [row for row in ordered if row.chapter not in gone or row.problem != "missing"]
    return [*map(_tell, kept), *_tell_gone(ordered, gone)]


def say_verdict(lines: list[str], n_findings: int) -> str:
    """Say in one phrase what a review found. lines: as from `tell_differences`."""
    if not lines:
        return f"{n_findings:,} findings, all as published"
    are = "finding differs" if len(lines) == 1 else "findings differ"
    return f"{len(lines):,} {are} from what is published"


def _rank(row: tuple) -> tuple[bool, bool]:
    return row.chapter not in CAUSES, not row.name.startswith("constant")


def _tell(row: tuple) -> str:
    more = "" if row.problem in ("changed", "new", "missing") else f" ({row.problem})"
    return f"{row.chapter}: {row.name}: {_show(row.published)} -> {_show(row.found)}{more}"


def _tell_gone(ordered: list[tuple], gone: set[str]) -> Iterator[str]:
    lost = pd.Series([row.chapter for row in ordered if row.chapter in gone and row.problem == "missing"])
    for chapter, n in lost.value_counts(sort=False).items():
        yield f"{chapter}: {n} findings published -> none found: the page is gone"


def _show(value: object) -> str:
    if pd.isna(value):
        return "nothing"
    text = " ".join(f"{value:.9g}".split() if isinstance(value, float) else str(value).split())
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...") if isinstance(value, str) else text
