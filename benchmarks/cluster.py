"""Count one corpus in one process, in two, in three shards and on a cluster: all tables must be the same bytes.

    python -m benchmarks.cluster [--data FOLDER] [--texts FOLDER]

The cluster is one of Dask, of two workers on this machine, of which one is killed while it counts. It needs the
extra `cluster`, and no network but the loopback. The corpus is an invented one if no folder is named.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from distributed import LocalCluster

from analysis.pipeline.counted import add_parts
from analysis.pipeline.full import build_full
from analysis.pipeline.jobs import list_jobs
from analysis.pipeline.shards import choose_shard
from analysis.pipeline.ways import Ways
from analysis.storage.corpus import Corpus

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))
from corpus_of_three import write_corpus

FOLDER = click.Path(path_type=Path)


@click.command(help=__doc__)
@click.option("--data", type=FOLDER)
@click.option("--texts", type=FOLDER)
def main(data: Path | None, texts: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(data or write_corpus(Path(folder) / "data"), texts)
        digests = {name: _run(name, way, corpus, Path(folder) / "parts") for name, way in WAYS.items()}
    assert len(set(digests.values())) == 1, "the tables differ"
    click.echo("the same bytes from all")


def _run(name: str, way: Callable, corpus: Corpus, parts: Path) -> str:
    shutil.rmtree(parts, ignore_errors=True)
    digest = _digest(way(corpus, parts))
    click.echo(f"{name}: {digest}")
    return digest


def _digest(full: dict) -> str:
    written = [table.to_csv(index=False) for table in full.values()]
    return hashlib.sha256("".join(written).encode()).hexdigest()[:16]


def _in_shards(corpus: Corpus, parts: Path) -> dict:
    for i in (3, 1, 2):
        add_parts(choose_shard(list_jobs(corpus), f"{i}/3"), ways=Ways(parts), progress=iter)
    return build_full(corpus, ways=Ways(parts, only_gather=True))


def _on_a_cluster(corpus: Corpus, parts: Path) -> dict:
    options = {"n_workers": 2, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**options) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]
        return build_full(
            corpus,
            ways=Ways(parts, scheduler=cluster.scheduler_address),
            progress=lambda jobs: _kill_at_the_second(jobs, pids[0]),
        )


def _kill_at_the_second(jobs: list, pid: int) -> Iterator:
    for i, job in enumerate(jobs):
        if i == 1:
            os.kill(pid, signal.SIGKILL)
        yield job


WAYS = {
    "one process, no parts": lambda corpus, parts: build_full(corpus),
    "one process": lambda corpus, parts: build_full(corpus, ways=Ways(parts)),
    "two processes": lambda corpus, parts: build_full(corpus, ways=Ways(parts, processes=2)),
    "three shards": _in_shards,
    "a cluster of two, one killed": _on_a_cluster,
}

if __name__ == "__main__":
    main()
