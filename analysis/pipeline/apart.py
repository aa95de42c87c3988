"""The result of a step that looks at each source by itself: only the rows of sources that changed are made anew."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

Tables = dict[str, pd.DataFrame]
Texts = list[tuple[str, str]]  # the name of each source, and the key of its counts
_LISTED, _JOB = "looked at", ["source", "key"]  # the table that says whose rows a result holds


class Apart:
    """What is kept of a step, and which sources are to be looked at.

    kept: the tables as `pack` returned them, or None. texts: the sources as they are now. tables: of the sources that
    are as they were. missing: the sources that are not, or are new.
    """

    def __init__(self, kept: Tables | None, texts: Texts) -> None:
        known = set(kept[_LISTED].itertuples(index=False, name=None)) if kept else set()
        self._texts = texts
        self.missing = {source for source, key in texts if (source, key) not in known}
        self.is_stale = kept is None or known != set(texts)
        self.tables = {name: table for name, table in (kept or {}).items() if name != _LISTED}
        if self.is_stale:
            same = {source for source, _ in texts} - self.missing
            self.tables = {name: _take(table, same) for name, table in self.tables.items()}

    def renew(self, make: Callable[[set[str] | None], Tables]) -> None:
        """Add the rows of the sources that are missing, in the order of sources; make: as for `Steps.ask_apart`."""
        if not self.tables:
            self.tables = make(None)
        elif self.missing:
            made = make(self.missing)
            self.tables = {name: _join(self.tables[name], table) for name, table in made.items()}

    def pack(self) -> Tables:
        """Return the tables with one that says whose rows they hold."""
        return self.tables | {_LISTED: pd.DataFrame(self._texts, columns=_JOB, dtype="str")}


def _take(table: pd.DataFrame, sources: set[str]) -> pd.DataFrame:
    return table[table["source"].isin(sources)].reset_index(drop=True)


def _join(kept: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    filled = [table for table in (kept, made) if len(table)] or [made]
    joined = pd.concat(filled)
    number, _ = pd.factorize(joined["source"], sort=True)  # to sort numbers is faster than to sort names
    return joined.iloc[np.argsort(number, kind="stable")].reset_index(drop=True)
