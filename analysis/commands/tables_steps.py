"""From counted sources to tables on disk, for `refrain tables` and `refrain merge`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from analysis import commands, pipeline, storage

WITHHELD = (
    "withheld: {n} words that a result needs, since too long a run would be seen; hits of topics keep their row in "
    "unseen_hits.csv, results on phrases may differ from those on the full tables."
)


def choose_parts(parts: Path | None, corpus: storage.Corpus) -> Path:
    """Return the folder of the counts of single sources."""
    return parts or corpus.data / storage.PARTS


def write_tables(corpus: storage.Corpus, full: Path | None, ways: pipeline.Ways, progress: Callable) -> None:
    """Build and save the tables of a corpus, and say what they hold and what is doubtful.

    Where nothing has changed since the last run, its tables stand, and what it said is said again.
    """
    if full:
        storage.check_full_folder(full, corpus.data)
    # Before anything is read: what changes meanwhile is not in the tables.
    run = pipeline.begin_run(corpus.data, corpus.texts_folder, ways.folder)
    lines = None if full else run.recall()
    if lines is None:
        lines = list(_save_tables(corpus, run, full, ways, progress))
        run.remember(lines)
    for text, is_warning in lines:
        click.echo(text, err=is_warning)


def _save_tables(
    corpus: storage.Corpus,
    run: pipeline.Run,
    full: Path | None,
    ways: pipeline.Ways,
    progress: Callable,
) -> Iterator[pipeline.Line]:
    if short := pipeline.tell_shortage(ways.memory, corpus.texts["text"].str.len().sum()):
        click.echo(f"warning: {short}", err=True)
    built = pipeline.build_tables(corpus, progress=progress, ways=ways)
    digests = dict(zip(corpus.texts["source"], corpus.texts["sha256"], strict=True))
    memory = storage.Memory(ways.folder, pipeline.digest_steps())
    with storage.stage_parquet(built.full, full) if full else nullcontext():
        n_rows = storage.save_tables(
            built.released, corpus.data, inputs=run.inputs, texts=digests, memory=memory
        )
    for name, n in n_rows.items():
        yield f"{corpus.data / 'tables' / name}.csv: {n:,} rows", False
    if built.n_withheld:
        yield WITHHELD.format(n=built.n_withheld), True
    for line in commands.tell_split(built.released["segments"], built.released["doubts"]):
        yield line, True
    for doubt in pipeline.list_doubts(built.released, corpus.sources, corpus.data):
        yield f"warning: {doubt}", True


def count_shard(corpus: storage.Corpus, shard: str, ways: pipeline.Ways, progress: Callable) -> None:
    """Count the sources of one shard into parts, and say how many there were."""
    jobs = pipeline.choose_shard(pipeline.list_jobs(corpus), shard)
    n = pipeline.add_parts(jobs, ways=ways, progress=progress)
    click.echo(f"shard {shard}: {len(jobs):,} sources, {n:,} counted now; `refrain merge` makes the tables.")
