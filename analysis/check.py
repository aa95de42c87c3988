"""Is a data folder whole and consistent, and does it give away no more than it may?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.build import load_decisions
from analysis.errors import InputError
from analysis.release import measure_visibility
from analysis.sources import load_manifest, load_speaker
from analysis.tables import list_fields, list_tables, load_schema, read_table


def check_data(data: Path) -> Iterator[str]:
    """Yield one line for each part of a data folder that is as it must be.

    Raises InputError at the first fault, naming the file, the line and the remedy.
    """
    sources = load_manifest(data)
    yield f"sources: {len(sources)} sources of {sources['event'].nunique()} events"
    decisions = load_decisions(data)
    load_speaker(data)
    yield f"decisions: {len(decisions['patterns'])} topic patterns, {decisions['phrases']['phrase'].nunique()} tracked phrases"
    tables = {name: read_table(data, name) for name in list_tables(data)}
    _check_keys(data, tables | {"manifest": sources})
    _check_complete(data, tables["segments"], sources)
    yield f"tables: {len(tables)} tables, {sum(map(len, tables.values())):,} rows"
    seen = measure_visibility(tables["segments"], tables["tokens"], tables["contexts"])
    for row in seen[seen["n_in_runs"] > 0].itertuples():
        raise InputError(
            f"{data / 'tables'}: {row.n_in_runs} words of {row.source} could be rebuilt in long runs; rebuild the tables."
        )
    yield f"release: at most {seen['share_visible'].max():.0%} of a source's words visible, none in runs of 15 or more"


def _check_keys(data: Path, tables: dict[str, pd.DataFrame]) -> None:
    """Every row refers to rows that exist."""
    for name in list_tables(data):
        resource = load_schema(data)[name]
        for key in resource["schema"].get("foreignKeys", []):
            here, there = list_fields(key["fields"]), list_fields(key["reference"]["fields"])
            wanted = pd.MultiIndex.from_frame(tables[name][here].astype(str))
            known = pd.MultiIndex.from_frame(tables[key["reference"]["resource"]][there].astype(str))
            lost = ~wanted.isin(known)
            if lost.any():
                row = lost.argmax()
                raise InputError(
                    f"{data / resource['path']}, line {row + 2}: {', '.join(here)} {', '.join(wanted[row])} is not in "
                    f"{key['reference']['resource']}; rebuild the tables."
                )


def _check_complete(data: Path, segments: pd.DataFrame, sources: pd.DataFrame) -> None:
    absent = sorted(set(sources["source"]) - set(segments["source"]))
    if absent:
        raise InputError(
            f"{data / 'tables' / 'segments.csv'}: nothing of {', '.join(absent)}; rebuild the tables."
        )
