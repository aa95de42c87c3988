"""Steps that compare sources, done again only where something that they read has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from analysis.pipeline.jobs import Job
from analysis.pipeline.rules import digest_steps
from analysis.storage import clear_results, digest_table, read_result, write_result

Tables = dict[str, pd.DataFrame]


class Steps:
    """The results of steps, each kept under a digest of the texts as they are counted and of the tables it reads.

    folder: where results are kept; none are if left out. jobs: the sources. Ask for each step by its name.
    """

    def __init__(self, folder: Path | None = None, jobs: Iterable[Job] = ()) -> None:
        self._folder, self._used = folder, []
        self._texts = [(job.source, job.key) for job in jobs]

    def ask(self, step: str, make: Callable[[], Tables], reads: Mapping[str, pd.DataFrame]) -> Tables:
        """Return the tables of a step: those that are kept, or else those that it makes now.

        make: makes them, from nothing but what was counted in the texts, and `reads`.
        """
        if self._folder is None:
            return make()
        key = self._name(step, reads)
        self._used.append(key)
        kept = read_result(self._folder, key)
        if kept is not None:
            return kept
        made = make()
        write_result(self._folder, key, made)
        return made

    def _name(self, step: str, reads: Mapping[str, pd.DataFrame]) -> str:
        tables = {name: digest_table(table) for name, table in reads.items()}
        known = [step, digest_steps(), self._texts, tables]
        return hashlib.sha256(json.dumps(known).encode("ascii")).hexdigest()

    def clear(self) -> None:
        """Delete the results that nobody has asked for."""
        if self._folder is not None:
            clear_results(self._folder, self._used)


KEEP_NONE = Steps()  # each step is done whenever it is asked for
