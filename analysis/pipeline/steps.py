"""Steps that compare sources, done again only where something that they read has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from analysis.pipeline.apart import Apart
from analysis.pipeline.groups import Before, renew_groups
from analysis.pipeline.jobs import Job
from analysis.pipeline.memory import give_back
from analysis.pipeline.rules import digest_steps
from analysis.storage import clear_results, digest_table, has_result, read_result, write_result

Tables = dict[str, pd.DataFrame]
Reads = Mapping[str, pd.DataFrame]


class Steps:
    """The results of steps, each kept under a digest of the texts as they are counted and of the tables it reads.

    folder: where results are kept; none are if left out. jobs: the sources. Ask for each step by its name.
    """

    def __init__(self, folder: Path | None = None, jobs: Iterable[Job] = ()) -> None:
        self._folder, self._used = folder, []
        self._texts = [(job.source, job.key) for job in jobs]
        self._digests: dict[int, tuple[pd.DataFrame, str]] = {}

    def ask(
        self,
        step: str,
        make: Callable[[], Tables],
        reads: Reads,
        wait: Callable[[str], None] = lambda step: None,
    ) -> Tables:
        """Return the tables of a step: those that are kept, or else those that it makes now.

        make: makes them, from nothing but what was counted in the texts, and `reads`. wait: waits for another process
        that may be at this step.
        """
        if self._folder is None:
            return make()
        return self._ask_by(self.name(step, reads), step, make, wait)

    def ask_through(
        self, step: str, make: Callable[[], Tables], reads: Reads, weigh: Callable[[], Reads]
    ) -> Tables:
        """Return the tables of a step that takes from what it reads a few tables, on which all of it rests.

        make, reads: as for `ask`. weigh: makes these few tables, which is done only where something has changed among
        those that the step reads. What changes none of them changes nothing.
        """
        if self._folder is None:
            return make()
        link = self.ask(f"what {step} rests on", lambda: _note_key(self.name(step, weigh())), reads)
        return self._ask_by(link["key"]["key"].iloc[0], step, make)

    def _ask_by(
        self,
        key: str,
        step: str,
        make: Callable[[], Tables],
        wait: Callable[[str], None] = lambda step: None,
    ) -> Tables:
        self._used.append(key)
        kept = read_result(self._folder, key)
        if kept is None:
            wait(step)
            kept = read_result(self._folder, key)
        if kept is None:
            kept = make()
            write_result(self._folder, key, kept)
            give_back()
        return kept

    def ask_apart(
        self,
        step: str,
        make: Callable[[set[str] | None], Tables],
        reads: Reads,
        wait: Callable[[str], None] = lambda step: None,
    ) -> Tables:
        """Return the tables of a step that looks at each source by itself; only those that changed are looked at.

        Takes what `ask` does, but make takes the names of sources, or None for all, and returns tables with the rows
        of these alone (source).
        """
        if self._folder is None:
            return make(None)
        key = self._name(step, reads, [])
        self._used.append(key)
        kept = Apart(read_result(self._folder, key), self._texts)
        if kept.is_stale:
            wait(step)
            kept = Apart(read_result(self._folder, key), self._texts)
        if kept.is_stale:
            kept.renew(make)
            write_result(self._folder, key, kept.pack())
        return kept.tables

    def ask_by_group(
        self,
        step: str,
        make: Callable[[pd.DataFrame, set[str] | None], Tables],
        listed: pd.DataFrame,
        by: str,
    ) -> Tables:
        """Return the table of a step that looks at each source, and for each group of patterns, by itself.

        make: takes patterns, and what `ask_apart` hands on; its table is named after the step. listed: the patterns,
        with their group in the column named by `by`. Where the texts are as they were, only groups that changed are
        sought.
        """

        def make_some(sources: set[str] | None) -> Tables:
            before = self._recall_before(step) if sources is None else None
            if before is None:
                return make(listed, sources)
            return {step: renew_groups(before, listed, by, lambda some: make(some, None)[step])}

        tables = self.ask_apart(step, make_some, {step: listed})
        if self._folder is not None:
            self.keep(f"{step} before", {"listed": listed, **_note_key(self._name(step, {step: listed}, []))})
        return tables

    def _recall_before(self, step: str) -> Before | None:
        """Return what a step from `ask_by_group` sought and found last, if that was in the same texts."""
        noted = self.recall(f"{step} before")
        kept = noted and Apart(read_result(self._folder, noted["key"]["key"].iloc[0]), self._texts)
        return None if not kept or kept.is_stale else Before(noted["listed"], kept.tables[step])

    def recall(self, step: str) -> Tables | None:
        """Return what was kept under the name of a step, whatever has changed but the code; its rows say of what."""
        self.hold(step, {})
        return None if self._folder is None else read_result(self._folder, self._name(step, {}, []))

    def keep(self, step: str, tables: Tables) -> None:
        """Keep tables under the name of a step, for `recall`."""
        self.hold(step, {})
        if self._folder is not None:
            write_result(self._folder, self._name(step, {}, []), tables)

    def hold(self, step: str, reads: Reads) -> None:
        """Let the result of a step stay, though it may not be asked for."""
        if self._folder is not None:
            self._used += self._list_names(step, reads)

    def is_kept(self, step: str, reads: Reads) -> bool:
        """Tell whether there is a result of a step, be it damaged."""
        names = self._list_names(step, reads) if self._folder is not None else []
        return any(has_result(self._folder, name) for name in names)

    def is_done(self, step: str, reads: Reads) -> bool:
        """Tell whether there is a result of a step from `ask` for the texts as they are."""
        return self._folder is not None and has_result(self._folder, self.name(step, reads))

    def name(self, step: str, reads: Reads) -> str:
        """Return a digest of all that a step rests on: the same name, the same tables."""
        return self._name(step, reads, self._texts)

    def _list_names(self, step: str, reads: Reads) -> list[str]:
        """List the names under which `ask`, and `ask_apart`, keep a step."""
        return [self._name(step, reads, texts) for texts in (self._texts, [])]

    def _name(self, step: str, reads: Reads, texts: list[tuple[str, str]]) -> str:
        tables = {name: self._digest(table) for name, table in reads.items()}
        known = [step, digest_steps(), texts, tables]
        return hashlib.sha256(json.dumps(known).encode("ascii")).hexdigest()

    def _digest(self, table: pd.DataFrame) -> str:
        """Digest a table once, for many steps read it."""
        if id(table) not in self._digests:
            self._digests[id(table)] = table, digest_table(table)  # held, so that no other has its number
        return self._digests[id(table)][1]

    def clear(self) -> None:
        """Delete the results that nobody has asked for."""
        if self._folder is not None:
            clear_results(self._folder, self._used)


def _note_key(key: str) -> Tables:
    return {"key": pd.DataFrame({"key": [key]}, dtype="str")}


KEEP_NONE = Steps()  # each step is done whenever it is asked for
