"""`refrain check`: is a data folder as it must be?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis import commands, storage
from analysis.commands import options


@click.command("check")
@options.data
@options.texts
def command(data: Path | None, texts: Path | None) -> None:
    """Validate the manifest, the decisions and the tables, and what the tables give away.

    With --texts, also whether the texts are those that the tables were built from.
    """
    corpus = storage.Corpus(data, texts)
    storage.restore_tables(corpus.data)
    for line in commands.check_data(corpus, texts):
        click.echo(line)
