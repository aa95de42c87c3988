"""The counts of all sources: those that are kept as parts are read, the others counted, wherever that is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from pathlib import Path

from analysis.errors import InputError
from analysis.pipeline.jobs import Job, count_job
from analysis.pipeline.rules import digest_rules
from analysis.pipeline.ways import Ways, choose_processes, open_pool
from analysis.storage import Packed, clear_parts, make_parts_folder, read_part, write_part

Progress = Callable[[Iterable], Iterable]
Tables = dict[str, Packed]
_ROUNDS = 3  # in which processes may be killed before we give up


def count_sources(jobs: list[Job], *, ways: Ways, progress: Progress) -> list[Tables]:
    """Return the packed tables of each source, in the order of the jobs.

    progress: hands on the jobs that are counted now. Parts that no job needs any more are deleted.
    Raises InputError where a source cannot be split, or is not counted yet and only gathering was asked for.
    """
    if ways.folder is None:
        return [count_job(job) for job in progress(jobs)]
    make_parts_folder(ways.folder)
    kept = [read_part(ways.folder, job.key) for job in jobs]
    missing = [job for job, part in zip(jobs, kept, strict=True) if part is None]
    if missing and ways.only_gather:
        raise InputError(
            f"{len(missing):,} of {len(jobs):,} sources are not counted yet, the first is {missing[0].source}; "
            "count them with `refrain tables`, with or without --shard."
        )
    _count_missing(missing, ways, progress)
    tables = [part or _read_surely(job, ways) for job, part in zip(jobs, kept, strict=True)]
    clear_parts(ways.folder, (job.key for job in jobs))
    return tables


def add_parts(jobs: list[Job], *, ways: Ways, progress: Progress) -> int:
    """Count those of the jobs whose part is missing or damaged, into parts. Return how many these were."""
    make_parts_folder(ways.folder)
    missing = _list_missing(jobs, ways.folder)
    _count_missing(missing, ways, progress)
    return len(missing)


def _list_missing(jobs: list[Job], folder: Path) -> list[Job]:
    return [job for job in jobs if read_part(folder, job.key) is None]


def _count_missing(jobs: list[Job], ways: Ways, progress: Progress) -> None:
    processes = choose_processes(ways, [len(job.text) for job in jobs])
    if ways.scheduler or processes > 1:
        _count_apart(jobs, ways, processes, progress)
    elif jobs:
        for job in progress(jobs):
            count_part(job, ways.folder, digest_rules())


def _count_apart(jobs: list[Job], ways: Ways, processes: int, progress: Progress) -> None:
    """Count sources elsewhere; where a process is killed, what it has not counted is counted by another one."""
    for _ in range(_ROUNDS):
        if not jobs:
            return
        with suppress(BrokenExecutor):
            return _count_in_pool(jobs, ways, processes, progress)
        jobs = _list_missing(jobs, ways.folder)
    raise InputError(
        f"{jobs[0].source}: the process that counts was ended {_ROUNDS} times, perhaps for want of memory; what is "
        "counted is kept: run this again with `--processes 1`."
    )


def _count_in_pool(jobs: list[Job], ways: Ways, processes: int, progress: Progress) -> None:
    """Count each text once, the longest first; of several faults, that of the first source is raised."""
    once = {job.key: job for job in reversed(jobs)}
    longest_first = sorted(once.values(), key=lambda job: -len(job.text))
    with open_pool(ways, processes) as pool:
        calls = {job.key: pool.submit(count_part, job, ways.folder, digest_rules()) for job in longest_first}
        for job in progress(jobs):
            calls[job.key].result()


def count_part(job: Job, folder: Path, rules: str) -> None:
    """Count a source into its part.

    rules: the digest of those that name the part. Raises InputError where this process counts by others.
    """
    if digest_rules() != rules:
        raise InputError(
            "a worker has another version of Refrain or of a library; install the same everywhere."
        )
    write_part(folder, job.key, count_job(job))


def _read_surely(job: Job, ways: Ways) -> Tables:
    tables = read_part(ways.folder, job.key)
    if tables is None:
        raise InputError(
            f"{ways.folder}: the part of {job.source} is gone or damaged; all who count must see this folder, and no "
            "other run may clear it: run this again."
        )
    return tables
