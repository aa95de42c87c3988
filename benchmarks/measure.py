"""Run one task in a process of its own and say what it took."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from analysis.language.words import fold_words_of

Task = Callable[[Iterator[list[str]]], object]


def measure(task: Task, path: Path, *, summary: Callable) -> tuple[dict, object]:
    """Feed the words of a file, one document a line, to a task in a new process.

    Returns what it took (tokenising: seconds of processor time spent on splitting into words; mining: on all
    else; total; memory: the peak of the process in GB) and a summary of the result.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measure_here, task, path, summary).result()


def _measure_here(task: Task, path: Path, summary: Callable) -> tuple[dict, object]:
    spent: list[float] = []
    started = time.process_time()
    result = task(_split(path, spent))
    total, tokenising = time.process_time() - started, sum(spent)
    took = {"tokenising": tokenising, "mining": total - tokenising, "total": total, "memory": peak_memory()}
    return took, summary(result)


def peak_memory() -> float:
    """Return the most memory that this process has had, libraries and all, in GB (Linux only).

    Not resource.getrusage, which counts the process that started this one as well.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024 / 1e9


def _split(path: Path, spent: list[float]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            started = time.process_time()
            words = fold_words_of(line)
            spent.append(time.process_time() - started)
            yield words
