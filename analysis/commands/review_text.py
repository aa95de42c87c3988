"""What a review prints: its verdict, and one line for each finding that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from analysis.commands.review_site import SITE

CAUSES = (
    "requirements.lock",
    "contents",
    "texts",
    "tables",
    "data",
)  # told first: the rest follows from them
LONGEST = 100  # characters of an old or new value that are printed


def tell_differences(differences: pd.DataFrame, published: list[dict], found: list[dict]) -> list[str]:
    """Tell each difference in one line: page, name, old and new; what decides comes first.

    differences: one row a finding, as from `compare_findings`, of what is published and what is found. A page
    of which nothing is found, or nothing published, is one line.
    """
    old, new = ({finding["chapter"] for finding in side} for side in (published, found))
    whole = {"missing": old - new, "new": new - old}
    ordered = sorted(differences.itertuples(index=False), key=_rank)
    alone = [row for row in ordered if row.chapter not in whole.get(row.problem, ())]
    return [*map(_tell, alone), *_tell_whole(ordered, whole)]


def tell_faults(faults: pd.DataFrame, *, published_now: bool) -> list[str]:
    """Tell each fault of texts, tables and built pages in one line.

    published_now: what is found has just been published; that the pages are not built of it yet is no fault.
    """
    rows = faults[faults["chapter"] != SITE] if published_now else faults
    return [_tell(row) for row in rows.itertuples(index=False)]


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


def _tell_whole(ordered: list[tuple], whole: dict[str, set[str]]) -> Iterator[str]:
    rows = [(row.chapter, row.problem) for row in ordered if row.chapter in whole.get(row.problem, ())]
    for (chapter, problem), n in Counter(rows).items():
        is_gone = problem == "missing"
        yield f"{chapter}: {n} findings: " + (
            "published -> none found" if is_gone else "none published -> found"
        )


def _show(value: object) -> str:
    if pd.api.types.is_scalar(value) and pd.isna(value):  # a list of values is none of them
        return "nothing"
    text = " ".join(f"{value:.9g}".split() if isinstance(value, float) else str(value).split())
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...") if isinstance(value, str) else text
