"""Where the tables that are not released may go, and how they are written there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage.files import make_folder_beside
from analysis.storage.packed import spell_words
from analysis.storage.schema import HOME


def check_full_folder(folder: Path, data: Path) -> None:
    """Raise InputError unless the unreleased tables can go to a folder, and will not be published there."""
    check_outside(folder, data, what="the unreleased tables")
    if find_spec("pyarrow") is None:
        raise InputError("Parquet files need pyarrow; install it with `pip install 'refrain[full]'`.")


def check_outside(folder: Path, data: Path, *, what: str) -> None:
    """Raise InputError if a place is no folder, or lies where things may be published."""
    place = folder.resolve()
    nearest = next(part for part in [place, *place.parents] if part.exists())
    if not nearest.is_dir():
        raise InputError(f"{folder}: {nearest} is a file; name a folder for {what}.")
    for published in (data.resolve(), HOME.parent.resolve()):
        if place.is_relative_to(published):
            raise InputError(
                f"{folder}: what lies in {published} may be published; name a folder outside it."
            )


@contextmanager
def stage_parquet(tables: dict[str, pd.DataFrame], folder: Path) -> Iterator[None]:
    """Write tables as Parquet files, one each; they appear in the folder when the block has succeeded."""
    folder.mkdir(parents=True, exist_ok=True)
    with make_folder_beside(folder / "parquet") as fresh:
        for name, table in tables.items():
            spell_words(table).to_parquet(fresh / f"{name}.parquet", index=False)
        yield
        for file in sorted(fresh.iterdir()):
            file.replace(folder / file.name)
