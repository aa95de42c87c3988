"""`refrain tables`: from texts to tables."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import click

from analysis import commands, pipeline, storage
from analysis.commands import options

WITHHELD = (
    "withheld: {n} words that a result needs, since too long a run would be seen; hits of topics keep their row in "
    "unseen_hits.csv, results on phrases may differ from those on the full tables."
)


@click.command("tables")
@options.data
@options.texts
@click.option("--full", type=options.PATH, help="Also write the unreleased tables there, as Parquet.")
@click.pass_obj
def command(progress: Callable, data: Path | None, texts: Path | None, full: Path | None) -> None:
    """Build DATA/tables from the texts."""
    corpus = storage.Corpus(data, texts)
    if full:
        storage.check_full_folder(full, corpus.data)
    inputs = storage.digest_inputs(
        corpus.data
    )  # before anything is read: what changes meanwhile is not in the tables
    built = pipeline.build_tables(corpus, progress=progress)
    digests = dict(zip(corpus.texts["source"], corpus.texts["sha256"], strict=True))
    with storage.stage_parquet(built.full, full) if full else nullcontext():
        storage.save_tables(built.released, corpus.data, inputs=inputs, texts=digests)
    for name, table in built.released.items():
        click.echo(f"{corpus.data / 'tables' / name}.csv: {len(table):,} rows")
    if built.n_withheld:
        click.echo(WITHHELD.format(n=built.n_withheld), err=True)
    for line in commands.tell_split(built.released["segments"], built.released["doubts"]):
        click.echo(line, err=True)
    for doubt in pipeline.list_doubts(built.released, corpus.sources, corpus.data):
        click.echo(f"warning: {doubt}", err=True)
