"""Build the tables of one data folder, and write what each step took: run by `benchmarks.ladder` as a process.

python -m benchmarks.ladder_steps DATA TEXTS OUT PROCESSES BYTES
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from analysis.pipeline import build, full, gathering
from analysis.pipeline.rules import digest_steps
from analysis.pipeline.ways import Ways
from analysis.storage import PARTS, Corpus, Memory, save_tables
from benchmarks.measure import peak_memory

# Functions as the pipeline calls them, each with the step that it is part of; what one of them does for another step is
# time of that step alone. What another process does beside is time of the step that waits for it.
STEPS = {
    "list_jobs": "reading",
    "count_sources": "counting",
    "_join": "joining",
    "check_split": "joining",
    "find_sought": "finding",
    "find_families": "finding",
    "place_words": "finding",
    "find_matches": "finding",
    "list_unseen": "finding",
    "compare_versions": "versions",
    "take_letters": "release",
    "count_words": "release",
    "find_needed": "release",
    "choose_shown": "release",
    "release_tables": "release",
    "mask_tables": "release",
    "release_vocabulary": "vocabulary",
    "list_uses": "listing",
    "list_turns": "listing",
    "list_topic_hits": "listing",
    "make_case": "sensitivity",
    "measure_sensitivity": "sensitivity",
}
ORDER = ("starting", *dict.fromkeys(STEPS.values()), "saving", "other", "all")


def main(data: Path, texts: Path, out: Path, processes: int, n_bytes: int) -> None:
    spent, worked = (dict.fromkeys(ORDER[:-2], 0.0) for _ in range(2))
    for module in (build, full, gathering):
        for name in STEPS.keys() & vars(module).keys():
            setattr(module, name, _timed(getattr(module, name), STEPS[name], spent, worked))
    spent["starting"], worked["starting"] = _measure_age(), measure_work()
    corpus = Corpus(data, texts)
    built = build.build_tables(corpus, ways=Ways(data / PARTS, processes=processes, memory=n_bytes))
    memory = Memory(data / PARTS, digest_steps())
    _timed(save_tables, "saving", spent, worked)(built.released, data, memory=memory)
    for table, total in ((spent, _measure_age()), (worked, measure_work())):
        table |= {"other": total - sum(table.values()), "all": total}
    size = {"words": len(built.full["tokens"]), "sources": len(corpus.texts), "peak": peak_memory()}
    out.write_text(json.dumps(size | {"steps": spent, "worked": worked}))


def measure_work() -> float:
    """Return the processor seconds of this process and of those it started that have ended."""
    return sum(os.times()[:4])


def _measure_age() -> float:
    """Return for how many seconds this process has been there."""
    return time.time() - psutil.Process().create_time()


def _timed(function: Callable, step: str, spent: dict[str, float], worked: dict[str, float]) -> Callable:
    def run(*arguments, **options):
        began, before = time.perf_counter(), measure_work()
        inside, worked_inside = sum(spent.values()), sum(worked.values())  # of steps that this one calls
        result = function(*arguments, **options)
        spent[step] += time.perf_counter() - began - (sum(spent.values()) - inside)
        worked[step] += measure_work() - before - (sum(worked.values()) - worked_inside)
        return result

    return run


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), *map(int, sys.argv[4:6]))
