"""`refrain merge`: from the counts of all shards to tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis import commands, pipeline, storage
from analysis.commands import options


@click.command("merge")
@options.data
@options.texts
@options.full
@options.parts
@options.memory
@click.pass_obj
def command(
    progress: Callable,
    data: Path | None,
    texts: Path | None,
    full: Path | None,
    parts: Path | None,
    memory: int,
) -> None:
    """Build DATA/tables from the counts that `tables --shard` has made of every text."""
    corpus = storage.Corpus(data, texts)
    ways = pipeline.Ways(commands.choose_parts(parts, corpus), only_gather=True, memory=memory)
    commands.write_tables(corpus, full, ways, progress)
