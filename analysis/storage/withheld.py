"""Names that nothing published may hold: what people wrote into a data folder is refused where it holds one."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage.rows import find_line, split_rows
from analysis.storage.schema import load_schema
from analysis.storage.tables import read_optional


def load_withheld(data: Path) -> pd.DataFrame:
    """Read the names to be kept out (name, reason), if there are any.

    Raises InputError, naming file and line, where a name has no letter or a CSV file that people wrote in
    sources or decisions holds one.
    """
    path = data / load_schema()["withheld"]["path"]
    withheld = read_optional(data, "withheld")
    for row, name in enumerate(withheld["name"]):
        if not re.search(r"\w", name):
            raise InputError(f"{path}, line {find_line(path, row)}: name is {name!r}; write a word.")
        for file in sorted({*data.glob("sources/*.csv"), *data.glob("decisions/**/*.csv")} - {path}):
            _refuse_name(file, name, path)
    return withheld


def _refuse_name(file: Path, name: str, path: Path) -> None:
    spelled = r"[\W_]+".join(re.findall(r"[^\W_]+", name))
    found = re.compile(rf"(?<![^\W_]){spelled}(?![^\W_])", re.IGNORECASE)
    for line, cells in split_rows(file):
        if any(found.search(cell) for cell in cells):
            remedy = "write it without the name, or take the name from the list"
            raise InputError(f"{file}, line {line}: holds a name that {path} keeps out; {remedy}.")
