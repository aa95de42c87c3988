"""`refrain check`: is a data folder as it must be?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options


@click.command("check")
@options.data
def command(data: Path | None) -> None:
    """Validate the manifest, the decisions and the tables, and what the tables give away."""
    corpus = storage.Corpus(data)
    storage.restore_tables(corpus.data)
    for line in commands.check_data(corpus):
        click.echo(line)
