"""`refrain tables`: from texts to tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, pipeline, storage
from analysis.commands import options


@click.command("tables")
@options.data
@options.texts
@options.full
@options.parts
@click.option(
    "--processes",
    type=click.IntRange(1, 1000),
    help="How many texts are counted at once, at the most; guessed if left out.",
)
@click.option(
    "--shard", metavar="I/K", help="Only count the texts of shard I of K; `merge` makes the tables."
)
@click.option("--scheduler", metavar="ADDRESS", help="Count on a Dask cluster that sees the folder of parts.")
@options.memory
@click.pass_obj
def command(
    progress: Callable,
    data: Path | None,
    texts: Path | None,
    full: Path | None,
    parts: Path | None,
    processes: int | None,
    shard: str | None,
    scheduler: str | None,
    memory: int,
) -> None:
    """Build DATA/tables from the texts. Texts that were counted before are not counted again."""
    corpus = storage.Corpus(data, texts)
    folder = commands.choose_parts(parts, corpus)
    ways = pipeline.Ways(folder, processes=processes or 0, scheduler=scheduler or "", memory=memory)
    if shard:
        commands.count_shard(corpus, shard, ways, progress)
    else:
        commands.write_tables(corpus, full, ways, progress)
