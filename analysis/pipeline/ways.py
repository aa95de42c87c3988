"""Where sources are counted: in this process, in several, or in those of a cluster; and where the parts are kept."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from analysis.pipeline.cluster import open_cluster
from analysis.pipeline.memory import can_count, guess_gathering, measure_machine

# Characters for which starting processes pays: each takes as long to start as it takes to count some 100,000 words.
WORTH_STARTING = 2_000_000


class Ways(NamedTuple):
    """How the sources of a corpus are counted; the tables are the same, whatever is chosen.

    folder: where the counts of each source are kept as a part; none are kept if left out. processes: how many
    count at once, at the most, where the work is worth it; 0: as many as there are cores. scheduler: the address of a
    Dask cluster that sees the same folder. only_gather: whether a source that is not counted yet is an error. memory:
    the bytes that all processes of this machine may take together; 0: as many as it has.
    """

    folder: Path | None = None
    processes: int = 1
    scheduler: str = ""
    only_gather: bool = False
    memory: int = 0


def choose_processes(ways: Ways, sizes: list[int]) -> int:
    """Return how many processes count texts of so many characters, as many as are asked for, pay and find memory."""
    if sum(sizes) < WORTH_STARTING:
        return 1
    processes, n_bytes = min(ways.processes or _count_cores(), len(sizes)), find_memory(ways)
    while processes > 1 and not can_count(n_bytes, processes, max(sizes)):
        processes -= 1
    return processes


def can_gather_beside(ways: Ways, n_characters: int) -> bool:
    """Say whether a second process may compare texts of so many characters beside the first."""
    is_asked = (ways.processes or _count_cores()) > 1 and n_characters >= WORTH_STARTING
    return is_asked and 2 * guess_gathering(n_characters) <= find_memory(ways)


def find_memory(ways: Ways) -> float:
    """Return the bytes that a run may take."""
    return ways.memory or measure_machine()


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def open_pool(ways: Ways, processes: int) -> Iterator[Executor]:
    """Open what takes calls and counts elsewhere; calls that have not begun are forgotten where the block fails."""
    if ways.scheduler:
        with open_cluster(ways.scheduler) as pool:
            yield pool
        return
    context = multiprocessing.get_context("spawn")  # a fork would copy the locks of threads
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Let Ctrl-C end the process that started this one, and end when that has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    multiprocessing.parent_process().join()
    os._exit(1)
