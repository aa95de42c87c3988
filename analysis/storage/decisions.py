"""The decisions of a data folder, read and checked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pandas as pd

from analysis.patterns import check_names, check_patterns
from analysis.storage.schema import load_schema
from analysis.storage.tables import check_references, find_line, read_optional
from analysis.storage.withheld import load_withheld


def load_decisions(data: Path) -> dict[str, pd.DataFrame]:
    """Read and check what people decided: topics, patterns, phrases, equivalents and withheld names, by name.

    Each may be missing: then no topic or phrase is named, and no word stands for another, and no name is kept out.
    """
    names = ("topics", "patterns", "phrases", "equivalents")
    decisions = {name: read_optional(data, name) for name in names}
    decisions["withheld"] = load_withheld(data)
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        path = data / load_schema()[name]["path"]
        check_patterns(decisions[name], by=by, file=str(path), line_of=partial(find_line, path))
    path = data / load_schema()["patterns"]["path"]
    line_of = partial(find_line, path)
    check_names(decisions["patterns"], decisions["topics"], file=str(path), line_of=line_of)
    check_references(decisions, data)
    return decisions
